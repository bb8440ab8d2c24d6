/** Plays single messages through `interpret`. */
import { z } from 'zod';
import { secondOpinion } from '../../conversation/second-opinion.ts';
import type { AskModel } from '../../engine/ask-model.ts';
import { makeShelf } from '../../engine/shelf.ts';
import { understand } from '../../engine/understand.ts';
import type { ChatModel } from '../../ports/model.ts';
import { readBidders } from '../../understanding/bidder-choice.ts';
import { interpret } from '../../understanding/interpret.ts';
import { type Interpretation, type InterpretContext, meaning } from '../../understanding/interpretation.ts';
import { modelQuestion } from '../../understanding/model-question.ts';
import { readStaffWord } from '../../understanding/staff-words.ts';
import { isUnsure } from '../../understanding/unsure.ts';
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

interface Played {
  readonly checked: Checked;
  readonly slots: readonly { readonly ok: boolean; readonly say: string }[];
}

/** Answers that look like commands: taking one for a command is grave. */
const LOOKALIKE = ['command_lookalike', 'negation_lookalike'];

/** Plays `utterances.jsonl`; a language model, where one is given, is asked what the product would ask it. */
export async function playUtterances({ folder, progress, model, guess }: SuitePlay): Promise<SuiteOutcome> {
  const rows = readSuiteRows(folder, 'utterances.jsonl', rowSchema);
  const world = makeWorld(folder, guess);
  const played: Played[] = [];
  let asked = 0;
  for (const [index, row] of rows.entries()) {
    const context = utteranceContext(row, world);
    const byRules = staffReading(row) ?? interpret(row.text, context);
    const unsure = model !== null && isUnsure(row.text, byRules, context);
    if (unsure) asked += 1;
    const reading = unsure ? await secondReading(model, row.text, byRules, context, world) : byRules;
    played.push(judged(row, reading, context, world));
    progress(index + 1, rows.length);
  }
  const slots = played.flatMap((each) => each.slots);
  return {
    suite: 'utterances',
    checked: played.map(({ checked }) => checked),
    grave: [],
    judge: [],
    numbers: {
      'slots wanted': slots.length,
      'slots right': slots.filter((each) => each.ok).length,
      ...(model !== null && { 'messages put to the model': asked }),
    },
    notes: [
      ...slots.filter((each) => !each.ok).map(({ say }) => `slot ${say}`),
      'Slots count where the intent was right. A topic counts as filled when the question goes to the rules: topics have no names here.',
    ],
    transcripts: {},
  };
}

function makeWorld(folder: string, guess: UtteranceWorld['guess']): UtteranceWorld {
  const fixture = readSuiteFixture(folder);
  const setting = readSuiteSetting();
  const { programme } = setting;
  const at = `${fixture.today}T00:00:00.000Z`;
  const shelf = makeShelf(programme.timeZone);
  for (const listing of suiteListings(fixture, programme, at)) shelf.put(listing);
  const named = (words: string) => shelf.named(words);
  return { fixture, setting, names: readSuiteNames(), shown: [...shelf.all()], named, guess };
}

/** Staff with a case in hand: words of a decision and numbers of bidders are read before anything else, as the conversation does. */
function staffReading({ role, state, text }: Row): Interpretation | null {
  if (role !== 'staff' || state === 'idle') return null;
  const decided = state.endsWith(':decision') ? readStaffWord(text) : null;
  if (decided !== null) return meaning('staff-word', { do: 'staff-word', ...decided });
  const bidders = state.endsWith(':bidders') ? readBidders(text) : null;
  return bidders === null ? null : meaning('bidders', { do: 'answer', text });
}

/** What a model makes of words the rules were unsure of, as far as the product would let it; else the rules' reading. */
async function secondReading(
  model: ChatModel,
  text: string,
  byRules: Interpretation,
  context: InterpretContext,
  { shown }: UtteranceWorld,
): Promise<Interpretation> {
  const ask: AskModel = (_, prompt, vars, parse) => model.complete(prompt, vars, parse).catch(() => null);
  const question = modelQuestion(context, (id) => shown.find((each) => each.id === id));
  const proposed = await understand({ ask, account: 'suite', locale: context.locale }, text, question);
  const commands = secondOpinion(byRules, proposed, text, context.focus);
  return commands.length > 0 ? meaning('model', ...commands) : byRules;
}

function judged(row: Row, reading: Interpretation, context: InterpretContext, world: UtteranceWorld): Played {
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
