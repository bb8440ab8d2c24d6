import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { cleanEnvironment } from '../support/server-process.ts';

it('a reader that goes away early, as head does, ends a command without a stack trace', async () => {
  const child = spawn(process.execPath, ['dist/cli.js', 'model', 'list'], {
    env: cleanEnvironment({}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  child.stdout.destroy();
  const [code] = await once(child, 'close');
  expect([code, told]).toEqual([141, '']);
});
