/** An operator adds examples to data/understanding: the next start learns them, says so, and keeps what it learnt. */
import { spawnSync } from 'node:child_process';
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';

let own: OwnPackage;
let examples: string;
beforeAll(async () => {
  own = await makeOwnPackage('examples');
  const folder = join(own.root, 'data/understanding');
  const [first = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tsv'));
  examples = join(folder, first);
});
afterAll(() => own.remove());

/** What a start of this package says about the examples. */
function begin(): string {
  const code = "import('./dist/guess-files.js').then((files) => files.refreshGuess(console.log))";
  return spawnSync(process.execPath, ['-e', code], { cwd: own.root, encoding: 'utf8' }).stdout;
}

describe('examples that changed since the build', () => {
  it('are learnt once, at the start, before anybody writes', async () => {
    expect(begin()).toBe('');
    await appendFile(examples, `${(await readFile(examples, 'utf8')).trimEnd().split('\n').at(-1)}\n`);
    expect(begin()).toContain('some seconds');
    expect(begin()).toBe('');
  }, 60_000);

  it('that cannot be read are named with their place, and the start goes on', async () => {
    await appendFile(examples, 'no example\n');
    expect(begin()).toMatch(/could not be kept: data\/understanding\/\S+:\d+/);
    expect((await readdir(join(own.root, 'dist'))).filter((name) => name.startsWith('guess.bin'))).toEqual([
      'guess.bin',
    ]);
  }, 60_000);

  it('are to be learnt anew where only a part of the file is left, and the start does not fail', async () => {
    const file = join(own.root, 'dist/guess.bin');
    const whole = await readFile(file);
    for (const bytes of [whole.length - 1, 20, 0]) {
      await writeFile(file, whole.subarray(0, bytes));
      // The line that is no example ends the learning early: it takes seconds.
      expect(begin()).toMatch(/some seconds[\s\S]*could not be kept/);
    }
  }, 60_000);
});
