/** The second reader's examples and what is learnt from them: made by `scripts/build.mjs`, or on the spot where the examples changed since. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
/** Where the build puts what was learnt: a line of JSON, then for idle and for forms the slots, as 32-bit numbers, and their weights, as 8-bit ones. */
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

const partSchema = z.object({
  intents: z.array(z.enum(GUESS_INTENTS)),
  rows: z.int(),
  scale: z.number(),
  sharpness: z.number(),
});
const headSchema = z.object({ examples: z.string(), parts: z.tuple([partSchema, partSchema]) });
type Part = z.infer<typeof partSchema>;

const LARGEST = 127;
const SLOT_BYTES = 4;

/** Weights as 8-bit numbers, with what makes them themselves again. */
function packed({ weights, rows, scale, sharpness, intents }: GuessWeights) {
  let top = 1e-9;
  for (const each of weights) top = Math.max(top, Math.abs(each));
  const numbers = Int8Array.from(weights, (each) => Math.round((each / top) * LARGEST));
  const slots = Uint32Array.from(rows.keys());
  return {
    head: { intents: [...intents], rows: rows.size, scale: (scale * top) / LARGEST, sharpness },
    body: Buffer.concat([Buffer.from(slots.buffer), Buffer.from(numbers.buffer)]),
  };
}

/** The file's bytes, made from the examples. */
export function makeGuessFile(): Buffer {
  const { idle, form } = learnGuess(ruledExamples(readGuessExamples()));
  const parts = [packed(idle), packed(form)];
  const head = JSON.stringify({ examples: fingerprint(), parts: parts.map((each) => each.head) });
  return Buffer.concat([Buffer.from(`${head}\n`), ...parts.map(({ body }) => body)]);
}

function unpacked(part: Part, body: Buffer): GuessWeights {
  const at = part.rows * SLOT_BYTES;
  // Copies, for 32-bit numbers must begin at a place that four divides.
  const slots = new Uint32Array(new Uint8Array(body.subarray(0, at)).buffer);
  const weights = new Int8Array(new Uint8Array(body.subarray(at)).buffer);
  return { ...part, rows: new Map([...slots].map((slot, row) => [slot, row])), weights };
}

/** A file of what was learnt: its first line, and the numbers after it. */
interface GuessFile {
  readonly head: z.infer<typeof headSchema>;
  readonly body: Buffer;
}

/** Null for what is no such file, or only a part of one: a start may have been killed while it was written. */
function openGuessFile(bytes: Buffer): GuessFile | null {
  const end = bytes.indexOf('\n');
  if (end < 0) return null;
  const head = headSchema.safeParse(parsed(bytes.subarray(0, end).toString('utf8')));
  const body = bytes.subarray(end + 1);
  return head.success && body.length === bodyBytes(head.data.parts) ? { head: head.data, body } : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function bodyBytes(parts: readonly Part[]): number {
  return parts.reduce((sum, { rows, intents }) => sum + rows * (SLOT_BYTES + intents.length), 0);
}

function readGuessFile({ head, body }: GuessFile): GuessIntents {
  const [idle, form] = head.parts;
  const split = bodyBytes([idle]);
  return makeGuess({ idle: unpacked(idle, body.subarray(0, split)), form: unpacked(form, body.subarray(split)) });
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

/** What the build or an earlier start learnt, where it was from just these examples. */
function learntBefore(): GuessFile | null {
  const file = existsSync(LEARNT) ? openGuessFile(readFileSync(LEARNT)) : null;
  return file?.head.examples === fingerprint() ? file : null;
}

function loadGuess(): GuessIntents {
  const file = learntBefore();
  return file ? readGuessFile(file) : makeGuess(learnGuess(ruledExamples(readGuessExamples())));
}

/** Learns examples that changed since the build and keeps the result, so that no message waits for it; `tell` hears of it first, for it takes seconds. A folder that cannot be written, or a line that is no example, is left to the first message. */
export function refreshGuess(tell: (what: string) => void): void {
  if (learntBefore()) return;
  tell('The examples in data/understanding changed: learning from them takes some seconds.');
  const fresh = `${LEARNT}.${process.pid}`;
  try {
    writeFileSync(fresh, makeGuessFile());
    renameSync(fresh, LEARNT);
  } catch (error) {
    tell(`What was learnt could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    rmSync(fresh, { force: true });
  }
}
