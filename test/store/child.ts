/** Runs a test file's TypeScript in a process of its own, so that it can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

/** A program ready to be started any number of times. */
export interface ChildProgram {
  start(args: readonly string[]): ChildProcess;
  remove(): Promise<void>;
}

/** Bundles `entry` once. It lands inside node_modules, so that packages are found from it. */
export async function childProgram(entry: string): Promise<ChildProgram> {
  const folder = join(process.cwd(), 'node_modules', `.child-${process.pid}`);
  const output = { entryFileNames: 'child.mjs' };
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: entry, target: 'node20', outDir: folder, rollupOptions: { output } },
  });
  return {
    start: (args) =>
      spawn(process.execPath, [join(folder, 'child.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
