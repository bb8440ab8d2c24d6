/** Plays whole dialogues through the real engine. */
import { TUNING } from '../../engine/parts.ts';
import type { ChatModel } from '../../ports/model.ts';
import type { Checked, SuiteOutcome } from '../outcome.ts';
import { readSuiteRows } from '../read-suite.ts';
import { readSuiteFixture } from '../suite-fixture.ts';
import { readSuiteSetting } from '../suite-forms.ts';
import { readSuiteNames } from '../suite-names.ts';
import type { SuitePlay } from '../suite-play.ts';
import { decide } from './decide-check.ts';
import { type Dialogue, type DialogueTurn, dialogueSchema, type SuiteCheck } from './dialogue-rows.ts';
import { playTurn, type TurnResult } from './play-turn.ts';
import { beginPlaying, drain, type Playing } from './playing.ts';
import { openScene, type SceneParts, type SwitchedModel } from './scene.ts';
import { watchEnd, watchTurn } from './watch-turn.ts';

/** A stand-in answers at once or never. */
const STAND_IN_MS = 300;

interface Played {
  readonly checked: readonly Checked[];
  readonly grave: readonly Checked[];
  readonly judge: SuiteOutcome['judge'];
  readonly notes: readonly string[];
  readonly transcript: string;
  readonly consents: number;
  readonly unplayed: number;
}

/** Plays `dialogues.jsonl`, each in a world of its own. */
export async function playDialogues({ folder, progress, model }: SuitePlay): Promise<SuiteOutcome> {
  const rows = readSuiteRows(folder, 'dialogues.jsonl', dialogueSchema);
  const parts: SceneParts = { fixture: readSuiteFixture(folder), setting: readSuiteSetting(), names: readSuiteNames() };
  const played = new Map<string, Played>();
  for (const [index, dialogue] of rows.entries()) {
    played.set(dialogue.id, await playDialogue(dialogue, parts, model));
    progress(index + 1, rows.length);
  }
  const all = [...played.values()];
  const whole = all.filter(({ checked, grave }) => grave.length === 0 && checked.every((each) => each.ok)).length;
  const consents = all.reduce((sum, each) => sum + each.consents, 0);
  return {
    suite: 'dialogues',
    checked: all.flatMap(({ checked }) => checked),
    grave: all.flatMap(({ grave }) => grave),
    judge: all.flatMap(({ judge }) => judge),
    numbers: {
      dialogues: rows.length,
      'dialogues without a fault': whole,
      'turns that could not be played as written': all.reduce((sum, each) => sum + each.unplayed, 0),
      'consents given by the player': consents,
    },
    notes: [
      ...all.flatMap(({ notes }) => notes),
      ...(consents > 0
        ? [
            'Where the product asks for a consent the suite knows nothing of, the player gives it; those messages are counted in no check.',
          ]
        : []),
    ],
    transcripts: Object.fromEntries([...played].map(([id, { transcript }]) => [id, transcript])),
  };
}

/** A model for a dialogue that speaks of one: the configured one, or one that never knows better than the rules. */
function switchedModel(dialogue: Dialogue, model: ChatModel | null): SwitchedModel | null {
  if (model === null && !dialogue.turns.some((turn) => turn.llm !== undefined)) return null;
  const switched: SwitchedModel = {
    up: true,
    patienceMs: model === null ? STAND_IN_MS : TUNING.modelMs,
    model: {
      provider: model?.provider ?? 'stand-in',
      complete: (prompt, vars, parse) => {
        if (!switched.up) return new Promise(() => undefined);
        return model === null ? Promise.resolve(parse(null)) : model.complete(prompt, vars, parse);
      },
    },
  };
  return switched;
}

/** Plays one dialogue to its end; a crash of the player is a grave error of the dialogue, not of the run. */
async function playDialogue(dialogue: Dialogue, parts: SceneParts, model: ChatModel | null): Promise<Played> {
  const scene = await openScene(parts, switchedModel(dialogue, model));
  const playing = beginPlaying(scene, dialogue);
  const result: {
    checked: Checked[];
    grave: Checked[];
    judge: { id: string; at: string; say: string }[];
    unplayed: number;
  } = { checked: [], grave: [], judge: [], unplayed: 0 };
  try {
    let last: TurnResult | null = null;
    for (const turn of dialogue.turns) {
      last = await playTurn(playing, turn);
      await noteTurn(playing, turn, last, result);
      await checkAll(playing, turn.checks, last, `turn ${turn.n}`, result);
    }
    await drain(playing);
    if (last) await checkAll(playing, dialogue.end_checks, last, 'end', result);
    for (const each of await watchEnd(playing)) result.grave.push(graveOf(dialogue, 'end', each.grave, each.got));
  } catch (error) {
    result.grave.push(
      graveOf(
        dialogue,
        'player',
        'the dialogue broke off',
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      ),
    );
  } finally {
    await scene.close();
  }
  return { ...result, notes: playing.notes, transcript: playing.transcript.join('\n'), consents: playing.consents };
}

type Collected = {
  checked: Checked[];
  grave: Checked[];
  judge: { id: string; at: string; say: string }[];
  unplayed: number;
};

function graveOf({ id, title }: Dialogue, at: string, grave: string, got: string): Checked {
  return { id, ok: false, groups: [], say: title, got, at, grave };
}

async function noteTurn(playing: Playing, turn: DialogueTurn, result: TurnResult, into: Collected): Promise<void> {
  const { dialogue } = playing;
  const at = `turn ${turn.n}`;
  if (result.problem !== null) {
    into.unplayed += 1;
    playing.notes.push(`${dialogue.id} ${at} (${turn.do}): ${result.problem}`);
    playing.transcript.push(`(${at}: ${result.problem})`);
  }
  for (const each of await watchTurn(playing, turn, result))
    into.grave.push(graveOf(dialogue, at, each.grave, each.got));
}

async function checkAll(
  playing: Playing,
  checks: readonly SuiteCheck[],
  turn: TurnResult,
  at: string,
  into: Collected,
): Promise<void> {
  const { dialogue } = playing;
  for (const check of checks) {
    const verdict = await decide(playing, check, turn);
    if (verdict === null) into.judge.push({ id: dialogue.id, at, say: check.say });
    else {
      const groups = [
        `check ${check.check}`,
        `language ${dialogue.lang}`,
        `channel ${dialogue.channel}`,
        ...dialogue.capabilities.map((each) => `capability ${each}`),
      ];
      const { grave, ...plain } = verdict;
      into.checked.push({
        id: dialogue.id,
        at,
        say: check.say,
        groups,
        ...plain,
        ...(grave !== undefined && { grave }),
      });
      if (!verdict.ok) playing.transcript.push(`(${at} ✗ ${check.say} — ${verdict.got.slice(0, 120)})`);
    }
  }
}
