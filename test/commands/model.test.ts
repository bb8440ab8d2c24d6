import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withSetting } from '../../src/commands/model-setting.ts';
import { type ModelMirror, startModelMirror } from '../support/model-mirror.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { cleanEnvironment } from '../support/server-process.ts';
import { makeTinyEncoder } from '../support/tiny-encoder.ts';

const tiny = makeTinyEncoder('tiny');
const newer = makeTinyEncoder('newer', 1);
const folder = mkdtempSync(join(tmpdir(), 'jiebang-model-'));
const inFolder = (path: string): string => join(folder, path);
let own: OwnPackage;
let mirror: ModelMirror;
beforeAll(async () => {
  own = await makeOwnPackage('model');
  mirror = await startModelMirror(tiny, newer);
  mkdirSync(inFolder('var'));
  writeFileSync(inFolder('var/models.json'), JSON.stringify({ models: [tiny.model, newer.model] }));
});
afterAll(async () => {
  await mirror.close();
  await own.remove();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  mirror.heard.length = 0;
});

/** What a command printed, as an operator reads it, and its exit code. */
function jiebang(...args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  const environment = cleanEnvironment({ MODEL_MIRROR: mirror.url, LOG_LEVEL: 'warn' });
  const child = spawn(process.execPath, [own.cli, ...args], { cwd: folder, env: environment });
  const heard = { out: '', err: '' };
  child.stdin.end();
  child.stdout.on('data', (chunk) => {
    heard.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    heard.err += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...heard })));
}

/** Finds lists for a wish in the terminal. */
function chat(wish: string): Promise<string> {
  const child = spawn(process.execPath, [own.cli, 'chat', '--jsonl'], { cwd: folder, env: cleanEnvironment({}) });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stdin.end(`${JSON.stringify({ from: 'a', text: wish })}\n`);
  return new Promise((resolve) => child.once('close', () => resolve(out)));
}

describe('a local model, from the mirror to the match', () => {
  it('is listed with its size and licence before it is here', async () => {
    const { out } = await jiebang('model', 'list');
    expect(out).toMatch(/^tiny +not fetched · 0\.\d MB · 16 dimensions · Apache-2\.0/m);
    expect(out).toMatch(/^bge-small-zh-v1\.5 +not fetched · 24 MB · 512 dimensions · MIT/m);
  });

  it('cannot be chosen before it is fetched', async () => {
    const { code, err } = await jiebang('model', 'use', 'tiny');
    expect(code).toBe(1);
    expect(err).toContain('fetch it with npx jiebang model get tiny');
  });

  it('is fetched over a line that breaks, checked, and says how to switch it on', async () => {
    mirror.faults.push('cut');
    const { code, out } = await jiebang('model', 'get', 'tiny');
    expect(code).toBe(0);
    expect(mirror.heard.map(({ path }) => path.split('/').at(-1))).toEqual([
      'model.onnx',
      'model.onnx',
      'tokenizer.json',
    ]);
    expect(out).toContain('fetched, hash checked');
    expect(out).toContain('npx jiebang model use tiny');
    for (const { path, size } of tiny.model.files)
      expect(readFileSync(inFolder(`var/models/tiny/${path}`))).toHaveLength(size);
  });

  it('is not fetched twice', async () => {
    const { out } = await jiebang('model', 'get', 'tiny');
    expect(out).toContain('here already, hash checked');
    expect(mirror.heard).toEqual([]);
  });

  it('is written into .env beside what stands there', async () => {
    writeFileSync(inFolder('.env'), '# ours\nLOG_LEVEL=error\n');
    expect((await jiebang('model', 'use', 'tiny')).code).toBe(0);
    expect(readFileSync(inFolder('.env'), 'utf8')).toBe('# ours\nLOG_LEVEL=error\nLOCAL_EMBEDDING_MODEL=tiny\n');
    expect((await jiebang('model', 'list')).out).toMatch(/^tiny +fetched, in use/m);
  });

  it('embeds every public list and profile, says how many, and has nothing left to do the second time', async () => {
    await chat('你好');
    const waiting = Number(/(\d+) wait/.exec((await jiebang('vectors', '--status')).out)?.[1]);
    expect(waiting).toBeGreaterThan(50);
    const { code, out } = await jiebang('vectors');
    expect(code, out).toBe(0);
    expect(out).toMatch(/Done: \d+ texts have a vector\./);
    expect((await jiebang('vectors')).out).toMatch(/^local:tiny:16:[0-9a-f]{16}: \d+ texts have a vector, 0 wait/);
  });

  it('takes part when somebody looks for a list', async () => {
    expect(await chat('我做电工钢')).toContain('电工钢');
  });

  it('gives way to another one, whose vectors are made anew', async () => {
    await jiebang('model', 'get', 'newer');
    await jiebang('model', 'use', 'newer');
    expect((await jiebang('vectors', '--status')).out).toMatch(/: 0 texts have a vector, \d+ wait/);
  });

  it('is not removed while it is in use, and goes when it is not', async () => {
    expect((await jiebang('model', 'remove', 'newer')).err).toContain('switch it off first');
    await jiebang('model', 'use', 'none');
    expect(readFileSync(inFolder('.env'), 'utf8')).not.toContain('LOCAL_EMBEDDING_MODEL');
    expect((await jiebang('model', 'remove', 'newer')).code).toBe(0);
    expect(existsSync(inFolder('var/models/newer'))).toBe(false);
    expect((await jiebang('vectors')).err).toContain('set LOCAL_EMBEDDING_MODEL or OPENAI_EMBEDDING_MODEL');
  });

  it('is refused with one sentence and nothing kept when the mirror gives another file', async () => {
    rmSync(inFolder('var/models'), { recursive: true });
    mirror.faults.push('other-file');
    const { code, err } = await jiebang('model', 'get', 'tiny');
    expect(code).toBe(1);
    expect(err).toMatch(/^jiebang: .* is not the file it should be: its hash is /);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(inFolder('var/models/tiny/onnx/model.onnx'))).toBe(false);
  });

  it('is asked for by a name that exists', async () => {
    expect((await jiebang('model', 'get', 'nobody')).err).toContain('it must be one of tiny, newer, bge-small-zh-v1.5');
  });
});

describe('a line in .env', () => {
  it('is set once, replaced, and taken out, and every other line stays', () => {
    const before = 'A=1\n# LOCAL=no\nexport LOCAL=x\n\nB=2\n';
    const set = withSetting(before, 'LOCAL', 'y');
    expect(set).toBe('A=1\n# LOCAL=no\n\nB=2\nLOCAL=y\n');
    expect(withSetting(set, 'LOCAL', 'y')).toBe(set);
    expect(withSetting(set, 'LOCAL', '')).toBe('A=1\n# LOCAL=no\n\nB=2\n');
    expect(withSetting('', 'LOCAL', '')).toBe('');
  });
});
