/** The commands a reader of the README would type, and a way to type them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** One command line of a fenced block. */
export interface ReadmeCommand {
  readonly text: string;
  /** Words of prose before it. */
  readonly wordsBefore: number;
}

const FENCE = /^```(\w*)\s*$/;
const SHELLS = new Set(['sh', 'bash', 'shell', 'console']);
/** What prepares a machine or runs these very tests: not ours to check here. */
const NOT_OURS =
  /^(git|cd|cp|mkdir|curl|export|apt-get|sudo|docker|npm (ci|install|test|run check)|npx playwright|PATH=)\b/;

/** The commands of a README, in order; none while there is no such file. */
export function readmeCommands(path: string): readonly ReadmeCommand[] {
  if (!existsSync(path)) return [];
  const commands: ReadmeCommand[] = [];
  let language: string | null = null;
  let words = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const fence = FENCE.exec(line);
    if (fence) language = language === null ? (fence[1] ?? '') : null;
    else if (language === null) words += wordsIn(line);
    else if (SHELLS.has(language)) {
      const text = line
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, '')
        .trim();
      if (text !== '' && !text.startsWith('#')) commands.push({ text, wordsBefore: words });
    }
  }
  return commands;
}

/** Words of a line of prose: links, pictures and marks do not count, a Chinese character counts as one. */
function wordsIn(line: string): number {
  const prose = line.replace(/!\[[^\]]*\]\([^)]*\)|<[^>]+>/g, ' ').replace(/\]\([^)]*\)/g, ' ');
  return prose.match(/\p{Script=Han}|[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}

/** Commands that are ours to try. */
export function ownCommands(commands: readonly ReadmeCommand[]): readonly string[] {
  return [...new Set(commands.map((each) => each.text))].filter((text) => !NOT_OURS.test(text));
}

/** How a command is run here: its own program after settings like `PORT=4000`; null for one that is none of ours. */
export function argumentsOf(
  command: string,
): { readonly args: readonly string[]; readonly settings: Readonly<Record<string, string>> } | null {
  const parts = command.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)?.map((part) => part.replace(/["']/g, '')) ?? [];
  const first = parts.findIndex((part) => !/^[A-Z_]+=/.test(part));
  const settings = Object.fromEntries(
    parts.slice(0, first).map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
  const program = parts.slice(first);
  const rest = ['npx jiebang', 'node dist/cli.js', 'jiebang'].find((each) => program.join(' ').startsWith(each));
  if (rest !== undefined) return { args: program.slice(rest.split(' ').length), settings };
  if (program[0] !== 'npm') return null;
  const name = program[1] === 'run' ? program[2] : program[1];
  const scripts: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
  const script = name === undefined ? undefined : scripts[name];
  if (script === undefined) return null;
  const extra = program.slice(program.indexOf('--') === -1 ? program.length : program.indexOf('--') + 1);
  const own = /^node dist\/cli\.js (.*)$/.exec(script);
  // Other scripts (types, lint) run in the check of the whole; here it is enough that they exist.
  return own === null ? { args: ['--help'], settings } : { args: [...(own[1] ?? '').split(' '), ...extra], settings };
}

/** Starts the built command line with its database in `folder`; what it prints is gathered. */
export function startOwn(args: readonly string[], folder: string, settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['dist/cli.js', ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      DATABASE_URL: `sqlite:${folder}/jiebang.db`,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const printed: string[] = [];
  child.stdout.on('data', (bytes: Buffer) => printed.push(bytes.toString('utf8')));
  child.stderr.on('data', (bytes: Buffer) => printed.push(bytes.toString('utf8')));
  return { child, printed: () => printed.join('') };
}

/** The exit code of a child; a signal counts as -1. */
export function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
