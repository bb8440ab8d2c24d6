#!/usr/bin/env node
/** The command line: each command's file is loaded only when it is called, so that the first reply comes soon. */
import { Command } from 'commander';
import { loadEnvironmentFile, readConfig } from './config.ts';
import { isBotError } from './errors.ts';

const STARTED = performance.now();

/** Builds the command line; exported so that its help can be held against the README. */
export function commandLine(): Command {
  const program = new Command('jiebang').description(
    'Runs an open-competition research challenge programme (揭榜挂帅)',
  );
  program
    .command('start')
    .description('web chat, staff desk and every configured channel')
    .option('--no-sample', 'begin with an empty database instead of sample data')
    .action(async (options: { sample: boolean }) => (await import('./commands/start.ts')).start(options));
  program
    .command('chat')
    .description('talk to the bot in this terminal')
    .option('--role <role>', 'researcher, enterprise or staff', 'researcher')
    .option('--from <name>', 'who is speaking', 'me')
    .option('--language <tag>', 'zh, zh-Hant or en', 'zh')
    .option('--jsonl', 'one JSON object a line in and out, for scripts')
    .option('--no-sample', 'do not load sample data into an empty database')
    .action(async (options: { role: string; from: string; language: string; jsonl?: boolean; sample: boolean }) =>
      (await import('./commands/chat.ts')).chat({ ...options, jsonl: options.jsonl === true, startedAt: STARTED }),
    );
  program
    .command('import <file>')
    .description('lists, needs or profiles from CSV, Excel or JSONL')
    .option('--kind <kind>', 'lists, needs or profiles', 'lists')
    .option('--check', 'read and report only, store nothing')
    .option('--report <file>', 'write the row-by-row report there')
    .action(async (file: string, options: { kind: string; check?: boolean; report?: string }) =>
      (await import('./commands/import.ts')).importFile(file, { ...options, check: options.check === true }),
    );
  addStaffCommands(program);
  addModelCommands(program);
  addMeasuringCommands(program);
  program
    .command('bench')
    .description('measures this machine: start, turns, matching; ratios side by side')
    .action(async () => (await import('./commands/bench.ts')).bench());
  return program;
}

function addMeasuringCommands(program: Command): void {
  program
    .command('interpret <text>')
    .description('what the rules make of a message, each command, and why')
    .option('--state <state>', 'idle, staff, in_form:FORM:FIELD or review:FORM', 'idle')
    .option('--json', 'one JSON object')
    .action(async (text: string, options: { state: string; json?: boolean }) => {
      const { printInterpretation } = await import('./commands/interpret.ts');
      const { programme } = readConfig();
      const at = new Date().toISOString();
      printInterpretation(text, { state: options.state, json: options.json === true, programme, at });
    });
  program
    .command('evaluate <what>')
    .description('plays a test suite: utterances, guesses, values, dialogues, hostile or matching')
    .option('--compare <file>', 'matching: a run to compare with')
    .requiredOption('--suite <folder>', 'folder with the suite’s files')
    .option('--llm', 'with the configured language model')
    .option('--rules-only', 'utterances: without the second reader')
    .option('--embedder', 'matching: by words and vectors of the configured embedder')
    .option('--json', 'one JSON object on the last line')
    .option('--failures <file>', 'write failures, grave errors and transcripts there')
    .action(
      async (
        what: string,
        options: {
          suite: string;
          llm?: boolean;
          rulesOnly?: boolean;
          json?: boolean;
          failures?: string;
          compare?: string;
          embedder?: boolean;
        },
      ) => {
        const flags = { ...options, llm: options.llm === true, json: options.json === true };
        if (what === 'matching') await (await import('./commands/evaluate-matching.ts')).evaluateMatching(flags);
        else await (await import('./commands/evaluate.ts')).evaluate(what, flags);
      },
    );
  program
    .command('rank')
    .description('ranks documents, or people, for queries; JSONL in and out')
    .requiredOption('--docs <file>', 'rows with id and text')
    .requiredOption('--queries <file>', 'rows with id and text')
    .requiredOption('--out <file>', 'rows with query, doc and score')
    .option('--people <file>', 'rows with id and docs (ids) or items (texts): rank people instead')
    .action(async (options: { docs: string; queries: string; out: string; people?: string }) =>
      (await import('./commands/rank.ts')).rank(options),
    );
}

function addModelCommands(program: Command): void {
  const model = program.command('model').description('encoders that run on this machine');
  model
    .command('list')
    .description('which there are, which are here, which is in use')
    .action(async () => (await import('./commands/model.ts')).listModels());
  model
    .command('get <name>')
    .description('fetch a model from the mirror; goes on where it stopped, checks size and hash')
    .option('--mirror <url>', 'fetch from there instead of MODEL_MIRROR')
    .action(async (name: string, options: { mirror?: string }) =>
      (await import('./commands/model.ts')).getModel(name, options),
    );
  model
    .command('use <name>')
    .description('write the choice into .env; “none” switches it off')
    .action(async (name: string) => (await import('./commands/model.ts')).useModel(name));
  model
    .command('remove <name>')
    .description('remove its files')
    .action(async (name: string) => (await import('./commands/model.ts')).removeModel(name));
  program
    .command('vectors')
    .description('how many texts are embedded, how many wait; makes those that wait when the bot is not running')
    .option('--status', 'only say how many')
    .action(async (options: { status?: boolean }) =>
      (await import('./commands/vectors.ts')).vectors({ status: options.status === true }),
    );
}

function addStaffCommands(program: Command): void {
  const staff = program.command('staff').description('named, revocable accounts of staff');
  staff
    .command('add <name>')
    .description('make an account and a one-time link to sign in')
    .option('--role <role>', 'viewer, reviewer, decider or admin', 'reviewer')
    .option('--division <id>', 'only this division of the programme file')
    .action(async (name: string, options: { role: string; division?: string }) =>
      (await import('./commands/staff.ts')).addStaff(name, options),
    );
  staff
    .command('list')
    .description('who has an account')
    .action(async () => (await import('./commands/staff.ts')).listStaff());
  staff
    .command('link <name>')
    .description('a new one-time link for an account')
    .action(async (name: string) => (await import('./commands/staff.ts')).linkStaff(name));
  staff
    .command('slack <name> <team> <user>')
    .description('tie a Slack user (T…, U…) to an account')
    .action(async (name: string, team: string, user: string) =>
      (await import('./commands/staff.ts')).tieSlack(name, team, user),
    );
  staff
    .command('revoke <name>')
    .description('end an account: its roles, sessions and links')
    .action(async (name: string) => (await import('./commands/staff.ts')).revokeStaff(name));
}

/** What a shell reports of a program whose reader went away: `jiebang … | head` is no fault. */
const CLOSED_PIPE = 141;

function endWithReader(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? CLOSED_PIPE : 1);
}

/** Runs the command line; whatever goes wrong becomes one plain line for the operator. */
export async function run(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endWithReader);
  try {
    loadEnvironmentFile();
    await commandLine().parseAsync([...argv]);
  } catch (error) {
    process.stderr.write(`jiebang: ${plainly(error)}\n`);
    process.exitCode = 1;
  }
}

function plainly(error: unknown): string {
  if (isBotError(error)) return error.message;
  return error instanceof Error ? `${error.message} (this is a fault of the program; please report it)` : String(error);
}

await run(process.argv);
