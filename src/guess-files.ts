/** The second reader's examples and what is learnt from them: made by `scripts/build.mjs`, or on the spot where the examples changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from './data-files.ts';
import { botError } from './errors.ts';
import { ruledExamples } from './ruled-examples.ts';
import { type Example, GUESS_INTENTS, type GuessIntents } from './understanding/guess.ts';
import { readExamples } from './understanding/guess-examples.ts';
import { type GuessWeights, makeGuess } from './understanding/guess-score.ts';
import { type RuledExample, trainGuess } from './understanding/guess-training.ts';

const FOLDER = join(PACKAGE_ROOT, 'data/understanding');
/** Where the build puts what was learnt: a line of JSON, then the weights of idle and of forms as 16-bit numbers. */
const LEARNT = join(PACKAGE_ROOT, 'dist/guess.bin');

function exampleTexts(folder: string): readonly { readonly path: string; readonly text: string }[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.tsv')) : [];
  return names.toSorted().map((name) => ({
    path: join(relative(PACKAGE_ROOT, folder), name),
    text: readFileSync(join(folder, name), 'utf8'),
  }));
}

/** All examples of a folder, `data/understanding` unless told; a line that is none is named with its file and number. */
export function readGuessExamples(folder = FOLDER): readonly Example[] {
  const read = exampleTexts(resolve(folder)).map(({ path, text }) => readExamples(text, path));
  const problems = read.flatMap((each) => each.problems);
  if (problems.length > 0) throw botError('data', problems.slice(0, 10).join('\n'));
  return read.flatMap((each) => each.examples);
}

/** What is learnt, for idle and for forms. */
export function learnGuess(examples: readonly RuledExample[]): {
  readonly idle: GuessWeights;
  readonly form: GuessWeights;
} {
  return {
    idle: trainGuess(examples.filter(({ place }) => place === 'idle')),
    form: trainGuess(examples.filter(({ place }) => place !== 'idle')),
  };
}

/** Changes with the examples: what was learnt from others is not used. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const { path, text } of exampleTexts(FOLDER)) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

const headSchema = z.object({
  examples: z.string(),
  parts: z.array(z.object({ intents: z.array(z.enum(GUESS_INTENTS)), scale: z.number(), sharpness: z.number() })),
});

const LARGEST = 32_767;

/** Weights as 16-bit numbers, with what makes them themselves again. */
function packed({ weights, scale, sharpness, intents }: GuessWeights) {
  let top = 1e-9;
  for (const each of weights) top = Math.max(top, Math.abs(each));
  const numbers = Int16Array.from(weights, (each) => Math.round((each / top) * LARGEST));
  return { head: { intents, scale: (scale * top) / LARGEST, sharpness }, numbers };
}

/** The file's bytes, made from the examples. */
export function makeGuessFile(): Buffer {
  const { idle, form } = learnGuess(ruledExamples(readGuessExamples()));
  const parts = [packed(idle), packed(form)];
  const head = JSON.stringify({ examples: fingerprint(), parts: parts.map((each) => each.head) });
  const line = head.padEnd(head.length + (head.length % 2 === 0 ? 1 : 0), ' ');
  return Buffer.concat([Buffer.from(`${line}\n`), ...parts.map(({ numbers }) => Buffer.from(numbers.buffer))]);
}

function readGuessFile(bytes: Buffer): { readonly examples: string; readonly guess: GuessIntents } | null {
  const end = bytes.indexOf('\n');
  const head = headSchema.safeParse(JSON.parse(bytes.subarray(0, end).toString('utf8')));
  const [idle, form] = head.data?.parts ?? [];
  if (!head.success || idle === undefined || form === undefined) return null;
  // A copy that begins at an even place, as 16-bit numbers must.
  const numbers = new Int16Array(new Uint8Array(bytes.subarray(end + 1)).buffer);
  const split = (numbers.length * idle.intents.length) / (idle.intents.length + form.intents.length);
  const guess = makeGuess({
    idle: { ...idle, weights: numbers.subarray(0, split) },
    form: { ...form, weights: numbers.subarray(split) },
  });
  return { examples: head.data.examples, guess };
}

/** The second reader, read at the first message; examples that changed since the build are learnt on the spot. Where they cannot be read, `warn` is told once and the rules read alone. */
export function lazyGuess(warn: (why: string) => void): GuessIntents {
  let guess: GuessIntents | null = null;
  const load = (): GuessIntents => {
    try {
      return loadGuess();
    } catch (error) {
      warn(error instanceof Error ? error.message : String(error));
      return () => [];
    }
  };
  return (folded, place, ruled) => {
    guess ??= load();
    return guess(folded, place, ruled);
  };
}

function loadGuess(): GuessIntents {
  const built = existsSync(LEARNT) ? readGuessFile(readFileSync(LEARNT)) : null;
  return built?.examples === fingerprint() ? built.guess : makeGuess(learnGuess(ruledExamples(readGuessExamples())));
}
