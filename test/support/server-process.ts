/** The real program in processes of its own: watched over and started again, as a service manager does, or run once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { OwnPackage } from './own-package.ts';

/** A server that comes back whenever it ends. */
export interface Supervised {
  readonly url: string;
  /** Resolves when the running process says that it listens. */
  ready(): Promise<void>;
  /** `kill -9`, at once. */
  kill(): void;
  /** Everything all processes wrote to stderr. */
  stderr(): string;
  /** Rejects when the server ended by itself five times; never resolves. */
  readonly gaveUp: Promise<never>;
  /** Milliseconds from start to listening, of every process that came so far. */
  readonly starts: readonly number[];
  /** Processes that ended without being killed by us: code or signal. */
  readonly ownExits: readonly string[];
  /** SIGTERM, and nothing is started again; the exit code. */
  stop(): Promise<number | null>;
}

/** Environment of a product process: nothing of the machine's own settings reaches it. */
export function cleanEnvironment(settings: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings };
}

/** Starts `jiebang start --no-sample` on a free port and keeps it running. */
export async function supervise(own: OwnPackage, settings: Readonly<Record<string, string>>): Promise<Supervised> {
  const port = await freePort();
  const environment = cleanEnvironment({ PORT: String(port), ...settings });
  const starts: number[] = [];
  const ownExits: string[] = [];
  let stderr = '';
  let child: ChildProcess;
  let isReady = Promise.resolve();
  let killed = false;
  let ending = false;
  let hopeless: ((error: Error) => void) | null = null;
  const gaveUp = new Promise<never>((_, reject) => {
    hopeless = reject;
  });
  gaveUp.catch(() => undefined);
  process.once('exit', () => child.kill('SIGKILL'));

  function begin(): void {
    killed = false;
    const began = performance.now();
    const started = spawn(process.execPath, [own.cli, 'start', '--no-sample'], {
      cwd: own.root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    isReady = new Promise((resolve) => {
      started.stdout.on('data', (chunk: Buffer) => {
        if (!chunk.toString().includes('is running')) return;
        starts.push(performance.now() - began);
        resolve();
      });
      started.on('exit', () => resolve());
    });
    started.on('exit', (code, signal) => {
      if (!killed && !ending) ownExits.push(String(signal ?? code));
      ending ||= ownExits.length >= 5;
      if (!ending) begin();
      else hopeless?.(new Error(`the server does not stay up: ${stderr.slice(-2000)}`));
    });
  }

  begin();
  return {
    url: `http://127.0.0.1:${port}`,
    starts,
    ownExits,
    gaveUp,
    ready: () => isReady,
    stderr: () => stderr,
    kill() {
      killed = true;
      child.kill('SIGKILL');
    },
    async stop() {
      ending = true;
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await gone;
      return code;
    },
  };
}

/** Kills the server `times` times: mostly 50–500 ms after it listens, every sixth time that long after it was started. */
export async function killOften(server: Supervised, times: number, roll: () => number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    if (n % 6 !== 5) await server.ready();
    await wait(50 + roll() * 450);
    server.kill();
    await wait(5);
  }
}

/** What a program that was run to its end left behind. */
export interface RunOnce {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line once; a process that has not ended after `ms` is killed and has no code. */
export async function runOnce(
  own: OwnPackage,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  input = '',
  ms = 20_000,
): Promise<RunOnce> {
  const child = spawn(process.execPath, [own.cli, ...args], { cwd: own.root, env: cleanEnvironment(settings) });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  return { code, stdout, stderr };
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
