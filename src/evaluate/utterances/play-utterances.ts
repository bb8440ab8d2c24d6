/** Plays single messages through `interpret`. */
import { z } from 'zod';
import { makeShelf } from '../../engine/shelf.ts';
import { interpret } from '../../understanding/interpret.ts';
import type { Checked, SuiteOutcome } from '../outcome.ts';
import { readSuiteRows } from '../read-suite.ts';
import { readSuiteFixture } from '../suite-fixture.ts';
import { readSuiteSetting } from '../suite-forms.ts';
import { readSuiteNames } from '../suite-names.ts';
import type { SuitePlay } from '../suite-play.ts';
import { suiteListings } from '../suite-records.ts';
import { suiteIntent } from './suite-intent.ts';
import { sameSlot, slotsOf } from './suite-slots.ts';
import { type UtteranceWorld, utteranceContext } from './utterance-context.ts';

const rowSchema = z.looseObject({
  id: z.string(),
  lang: z.string(),
  role: z.string(),
  state: z.string(),
  text: z.string(),
  intent: z.string(),
  slots: z.record(z.string(), z.unknown()),
  also_ok: z.array(z.string()).optional(),
  tags: z.array(z.string()).optional(),
});
type Row = z.infer<typeof rowSchema>;

/** Answers that look like commands: taking one for a command is grave. */
const LOOKALIKE = ['command_lookalike', 'negation_lookalike'];

/** Plays `utterances.jsonl`; the language model is asked nothing, since rules come first and this measures them. */
export async function playUtterances({ folder, progress, model }: SuitePlay): Promise<SuiteOutcome> {
  const rows = readSuiteRows(folder, 'utterances.jsonl', rowSchema);
  const world = makeWorld(folder);
  const played = rows.map((row, index) => {
    progress(index + 1, rows.length);
    return playRow(row, world);
  });
  const slots = played.flatMap((each) => each.slots);
  return {
    suite: 'utterances',
    checked: played.map(({ checked }) => checked),
    grave: [],
    judge: [],
    numbers: { 'slots wanted': slots.length, 'slots right': slots.filter((each) => each.ok).length },
    notes: [
      ...slots.filter((each) => !each.ok).map(({ say }) => `slot ${say}`),
      'Slots count where the intent was right. A topic counts as filled when the question goes to the rules: topics have no names here.',
      ...(model === null
        ? []
        : ['Utterances are read by rules alone: the language model proposes nothing to `interpret`.']),
    ],
    transcripts: {},
  };
}

function makeWorld(folder: string): UtteranceWorld {
  const fixture = readSuiteFixture(folder);
  const setting = readSuiteSetting();
  const { programme } = setting;
  const at = `${fixture.today}T00:00:00.000Z`;
  const shelf = makeShelf(programme.timeZone);
  for (const listing of suiteListings(fixture, programme, at)) shelf.put(listing);
  return { fixture, setting, names: readSuiteNames(), shown: [...shelf.all()], named: (words) => shelf.named(words) };
}

function playRow(
  row: Row,
  world: UtteranceWorld,
): { checked: Checked; slots: readonly { ok: boolean; say: string }[] } {
  const context = utteranceContext(row, world);
  const reading = interpret(row.text, context);
  const intent = suiteIntent(reading, context.answers ?? {}, row.state === 'idle');
  const ok = [row.intent, ...(row.also_ok ?? [])].includes(intent);
  const lookalike = (row.tags ?? []).some((tag) => LOOKALIKE.includes(tag));
  const grave = !ok && lookalike && row.intent === 'provide_answer' ? 'an answer taken for a command' : undefined;
  const found = slotsOf(reading.commands, row.text, context, world);
  const state = row.state === 'idle' ? 'idle' : row.state.split(':').slice(0, 2).join(':');
  return {
    checked: {
      id: row.id,
      ok,
      groups: [`intent ${row.intent}`, `language ${row.lang}`, `role ${row.role}`, `state ${state}`],
      say: [row.intent, ...(row.also_ok ?? [])].join('/'),
      got: `${intent} (${reading.why}: ${JSON.stringify(reading.commands)})`,
      at: `${row.state} «${row.text}»`,
      ...(grave !== undefined && { grave }),
    },
    slots: ok
      ? Object.entries(row.slots).map(([name, wanted]) => ({
          ok: sameSlot(name, wanted, found, row.text),
          say: `${row.id} ${name}=${JSON.stringify(wanted)} got ${JSON.stringify(found[name])} «${row.text}»`,
        }))
      : [],
  };
}
