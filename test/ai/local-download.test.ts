import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Download, fetchFile, megabytes } from '../../src/ai/local-download.ts';
import { isBotError } from '../../src/errors.ts';
import { type ModelMirror, startModelMirror } from '../support/model-mirror.ts';
import { makeTinyEncoder } from '../support/tiny-encoder.ts';

const tiny = makeTinyEncoder();
const [weights] = tiny.model.files;
const bytes = tiny.files['onnx/model.onnx'] ?? new Uint8Array();
const root = mkdtempSync(join(tmpdir(), 'jiebang-download-'));
let mirror: ModelMirror;
let seen: number[];
let to: string;
let number = 0;
beforeAll(async () => {
  mirror = await startModelMirror(tiny);
});
afterAll(async () => {
  await mirror.close();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => {
  mirror.heard.length = 0;
  mirror.faults.length = 0;
  seen = [];
  number += 1;
  to = join(root, String(number), 'onnx/model.onnx');
});

const get = (changes: Partial<Download> = {}): Promise<boolean> =>
  fetchFile({
    url: `${mirror.url}/sample/tiny/resolve/main/onnx/model.onnx`,
    to,
    size: weights?.size ?? 0,
    sha256: weights?.sha256 ?? '',
    at: (done) => seen.push(done),
    pauseMs: 1,
    stallMs: 200,
    ...changes,
  });
const failureOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => (isBotError(error, 'model') ? error.message : `unexpected: ${String(error)}`),
  );

describe('fetching a file', () => {
  it('puts it in its place, whole, and tells how far it is on the way', async () => {
    expect(await get()).toBe(true);
    expect(readFileSync(to).equals(bytes)).toBe(true);
    expect(existsSync(`${to}.part`)).toBe(false);
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
  });

  it('asks nobody when it is there already, and fetches it anew when it was changed', async () => {
    await get();
    expect(await get()).toBe(false);
    expect(mirror.heard).toHaveLength(1);
    writeFileSync(to, Buffer.alloc(bytes.length, 5));
    expect(await get()).toBe(true);
    expect(readFileSync(to).equals(bytes)).toBe(true);
  });

  it('goes on where a cut connection stopped', async () => {
    mirror.faults.push('cut', 'cut');
    expect(await get()).toBe(true);
    const ranges = mirror.heard.map(({ range }) => range);
    expect(ranges[0]).toBeNull();
    expect(ranges[1]).toBe(`bytes=${Math.ceil(bytes.length / 2)}-`);
    expect(readFileSync(to).equals(bytes)).toBe(true);
  });

  it('goes on where an earlier command stopped, also when the mirror can only send everything again', async () => {
    mkdirSync(join(to, '..'), { recursive: true });
    writeFileSync(`${to}.part`, bytes.subarray(0, 100));
    mirror.faults.push('no-range');
    expect(await get()).toBe(true);
    expect(mirror.heard[0]?.range).toBe('bytes=100-');
    expect(readFileSync(to).equals(bytes)).toBe(true);
  });

  it('waits out a mirror that is busy or falls silent', async () => {
    mirror.faults.push('busy', 'stall', 'empty');
    expect(await get()).toBe(true);
    expect(mirror.heard).toHaveLength(4);
  });
});

describe('a fetch that fails', () => {
  it('says after some tries that the same command goes on, and how to choose another mirror', async () => {
    mirror.faults.push('busy', 'busy', 'busy', 'busy');
    const said = await failureOf(get());
    expect(said).toContain('the mirror answered 503');
    expect(said).toContain('the same command goes on from there; another mirror: --mirror URL or MODEL_MIRROR');
  });

  it('refuses a file with another hash and keeps nothing of it', async () => {
    mirror.faults.push('other-file');
    expect(await failureOf(get())).toMatch(/is not the file it should be: its hash is [0-9a-f]{64}, expected/);
    expect(existsSync(to)).toBe(false);
    expect(existsSync(`${to}.part`)).toBe(false);
  });

  it('stops reading a file that is longer than it should be', async () => {
    mirror.faults.push('longer');
    expect(await failureOf(get())).toContain(`is longer than the ${bytes.length} bytes it should have`);
    expect(existsSync(`${to}.part`)).toBe(false);
  });

  it('does not go on with what an earlier, other file left', async () => {
    mkdirSync(join(to, '..'), { recursive: true });
    writeFileSync(`${to}.part`, Buffer.alloc(bytes.length - 10, 1));
    expect(await failureOf(get())).toContain('is not the file it should be');
    expect(await get()).toBe(true);
  });

  it('says what a mirror without the file, or with a closed door, means', async () => {
    const url = `${mirror.url}/sample/other/resolve/main/onnx/model.onnx`;
    expect(await failureOf(get({ url }))).toContain('answered 404; the mirror does not have it: check MODEL_MIRROR');
    mirror.faults.push('forbidden');
    expect(await failureOf(get())).toContain('answered 401; the mirror does not give it out without an account');
    expect(mirror.heard).toHaveLength(2);
  });

  it('says when the mirror cannot be reached at all', async () => {
    const said = await failureOf(get({ url: 'http://127.0.0.1:1/x' }));
    expect(said).toContain('the mirror cannot be reached');
  });

  it('says in plain words that the disk is full', async () => {
    mkdirSync(join(to, '..'), { recursive: true });
    symlinkSync('/dev/full', `${to}.part`);
    expect(await failureOf(get())).toContain('the disk is full: make room and run the same command again');
    expect(existsSync(to)).toBe(false);
  });

  it('says in plain words that the folder cannot be written', async () => {
    writeFileSync(join(root, `${number}`), 'a file where the folder should be');
    expect(await failureOf(get())).toMatch(/cannot be written \(ENOTDIR|cannot be written \(EEXIST/);
  });
});

it('tells sizes as people read them', () => {
  expect([1_500_000, 24_010_842].map(megabytes)).toEqual(['1.5 MB', '24 MB']);
});
