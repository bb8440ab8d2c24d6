/** Counterexamples that were real faults, each by its story: the model plays them before anything else. */
import { PERSON_STEPS } from './commands.ts';
import { ODD_STEPS } from './odd-commands.ts';
import type { SmallForm } from './small-form.ts';
import type { Step } from './step.ts';

const FORM: SmallForm = {
  track: 'key-technology',
  withModel: false,
  fields: [
    { id: 'straw', kind: 'choice', label: '原料种类', required: true },
    { id: 'site', kind: 'text', label: '试验地点', required: false },
  ],
};
const KINDS = new Map([...PERSON_STEPS, ...ODD_STEPS].map(([, kind]) => [kind.name, kind]));

/** `Answer Answer:3` and the like: kinds of steps with the number that picks, delivered once. */
function story(words: string): readonly [SmallForm, readonly Step[]] {
  const steps = words.split(' ').map((word) => {
    const [name = '', n = '0'] = word.split(':');
    const kind = KINDS.get(name);
    if (!kind) throw new Error(`there is no step ${name}`);
    return kind.make({ n: Number(n), how: { way: 'once', dies: 1, engine: 0 } });
  });
  return [FORM, steps];
}

/** What was wrong, and the shortest conversation that showed it. */
export const REGRESSIONS = {
  'an edit that bears the number of the message it edits found itself instead': story(
    'TakeUp Agree Answer EditOldMessage:1',
  ),
  'a message edited twice was not known any more': story(
    'TakeUp Agree Answer EditOldMessage:1 EditOldMessage:2 EditOldMessage:3',
  ),
  'the button of a discarded draft asked its question again, and the answer was lost': story(
    'TakeUp Agree Cancel Discard PressOldButton Submit TakeUp Answer',
  ),
  'the review of what was handed in took changes that nobody ever got': story(
    'TakeUp Agree Answer Answer Submit PressOldButton Back Answer:3 Submit',
  ),
  'the review of what was handed in stayed open after “already handed in”': story(
    'TakeUp Agree Answer Answer Submit PressOldButton Submit TakeUp',
  ),
  'the button of a withdrawn draft said that no form is open while one is': story(
    'TakeUp Agree Answer Answer Submit Withdraw Confirm TakeUp Review PressOldButton Answer',
  ),
} as const;

/** Dangers that random conversations meet too seldom; with the regressions they are played before anything random. */
export const STORIES: [SmallForm, Iterable<Step>][] = [
  ...Object.values(REGRESSIONS),
  story('TakeUp Agree Answer Answer:3 Submit RevokeRole Decide:4 Decide:3 Decide:1'),
  story('TakeUp Agree Answer PressOldButton PressOldButton:1 Answer:2 Submit'),
].map(([form, steps]) => [form, steps]);
