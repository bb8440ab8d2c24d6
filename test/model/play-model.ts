/** The property: whatever is done, the product and the model agree after every step. */
import fc from '../support/fast-check.ts';
import { PERSON_STEPS } from './commands.ts';
import { type Model, newModel } from './model.ts';
import { ODD_STEPS } from './odd-commands.ts';
import { type SmallForm, smallForms } from './small-form.ts';
import { type Step, stepsOf } from './step.ts';
import { type Mutant, openWorld, type World } from './world.ts';

/** The most steps drawn for one conversation; about one in five fits where it stands, the others are left out. */
const STEPS = 400;

/** Conversations of at most {@link STEPS} steps; `replayPath` is what a failure printed. */
export function conversations(replayPath?: string) {
  // Steps are drawn evenly from this list, so that a step's weight is how often it stands in it.
  const every = [...PERSON_STEPS, ...ODD_STEPS].flatMap(([weight, kind]) =>
    Array.from({ length: Math.ceil(weight * 5) }, () => stepsOf(kind)),
  );
  return fc.commands<Model, World, boolean>(every, {
    maxCommands: STEPS,
    size: 'max',
    ...(replayPath && { replayPath }),
  });
}

/** Plays random conversations about random forms with the product, or with a `mutant` of it. */
export function playModel(mutant?: Mutant) {
  return fc.asyncProperty(smallForms, conversations(), (form, steps) => playSteps(form, steps, mutant));
}

/** Plays one conversation about one form; throws at the first difference. */
export async function playSteps(form: SmallForm, steps: Iterable<Step>, mutant?: Mutant): Promise<void> {
  const world = await openWorld(form, mutant);
  try {
    const closes = Date.parse(`${world.listing.details.deadline}T16:00:00.000Z`);
    const setup = () => ({ model: newModel(form, world.kit.clock.now().getTime(), closes), real: world });
    await fc.asyncModelRun(setup, steps);
  } finally {
    await world.close();
  }
}
