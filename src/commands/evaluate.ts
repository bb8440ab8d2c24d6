/** `jiebang evaluate …`: plays a suite through the product and says how it went. Exit code 0 when it ran. */
import { writeFileSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { botError } from '../errors.ts';
import type { SuiteOutcome } from '../evaluate/outcome.ts';
import { outcomeFailures, outcomeJson, outcomeText } from '../evaluate/outcome-report.ts';
import type { SuitePlay } from '../evaluate/suite-play.ts';
import { lazyGuess } from '../guess-files.ts';
import { makeModels } from '../models.ts';
import { showProgress } from './show-progress.ts';

/** Options of the command. */
export interface EvaluateOptions {
  readonly suite: string;
  readonly llm: boolean;
  /** The rules read alone, without the second reader. */
  readonly rulesOnly?: boolean;
  readonly json: boolean;
  readonly failures?: string;
}

type Player = (play: SuitePlay) => Promise<SuiteOutcome>;

const PLAYERS: Readonly<Record<string, () => Promise<Player>>> = {
  utterances: async () => (await import('../evaluate/utterances/play-utterances.ts')).playUtterances,
  guesses: async () => (await import('../evaluate/utterances/play-guesses.ts')).playGuesses,
  values: async () => (await import('../evaluate/values/play-values.ts')).playValues,
  dialogues: async () => (await import('../evaluate/dialogues/play-dialogues.ts')).playDialogues,
  hostile: async () => (await import('../evaluate/hostile/play-hostile.ts')).playHostile,
};

/** Plays the suite `what` found in a folder and prints the scores; the last line is JSON when asked for. */
export async function evaluate(what: string, options: EvaluateOptions): Promise<void> {
  const load = Object.hasOwn(PLAYERS, what) ? PLAYERS[what] : undefined;
  if (load === undefined)
    throw botError('config', `evaluate ${what}: it must be one of ${Object.keys(PLAYERS).join(', ')}.`);
  const model = options.llm ? (await makeModels(readConfig())).chat : null;
  if (options.llm && model === null) throw botError('config', '--llm: no chat model is configured.');
  const play = await load();
  const guess = lazyGuess((why) => process.stderr.write(`${why}\n`));
  let bar: ReturnType<typeof showProgress> | null = null;
  const progress = (done: number, of: number): void => {
    bar ??= showProgress(of);
    bar.at(done);
  };
  const outcome = await play({ folder: options.suite, model, progress, ...(!options.rulesOnly && { guess }) }).finally(
    () => bar?.end(),
  );
  process.stdout.write(`${outcomeText(outcome)}\n`);
  if (options.failures !== undefined) writeFileSync(options.failures, outcomeFailures(outcome));
  if (options.json) process.stdout.write(`${JSON.stringify(outcomeJson(outcome))}\n`);
}
