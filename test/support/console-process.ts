/** `jiebang chat --jsonl` as a process one can talk with, line by line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { OwnPackage } from './own-package.ts';
import { cleanEnvironment } from './server-process.ts';

/** A line the program printed. */
export interface ConsoleRow {
  readonly to?: string;
  readonly text?: string;
  readonly buttons?: readonly string[];
  readonly asks?: string;
  readonly error?: string;
}

/** The running program. */
export interface ConsoleProcess {
  /** Everything printed because of this input, when all of it is done. */
  ask(input: {
    readonly from: string;
    readonly text?: string;
    readonly choose?: string;
  }): Promise<readonly ConsoleRow[]>;
  /** Ends the input and waits; the exit code. */
  end(): Promise<number | null>;
}

/** Starts it on a database. */
export function startConsole(own: OwnPackage, database: string): ConsoleProcess {
  const environment = cleanEnvironment({ DATABASE_URL: database });
  const child = spawn(process.execPath, [own.cli, 'chat', '--jsonl', '--no-sample'], {
    cwd: own.root,
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(input) {
      // A line that is no message is answered at once, after everything before it.
      child.stdin.write(`${JSON.stringify(input)}\n{}\n`);
      const rows: ConsoleRow[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error('the program ended');
        const row: ConsoleRow = JSON.parse(value);
        if (row.error !== undefined) return rows;
        rows.push(row);
      }
    },
    async end() {
      const gone = once(child, 'exit');
      child.stdin.end();
      const [code] = await gone;
      return code;
    },
  };
}
