/** `jiebang chat`: the whole bot in a terminal, or as JSON lines for scripts. Nothing else is started. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type ConsoleInput, makeConsoleChannel, STAFF_ROOM } from '../channels/console.ts';
import { readConfig } from '../config.ts';
import { botError } from '../errors.ts';
import { type Assembled, assemble, SYSTEM_CLOCK } from '../main.ts';
import type { Reply } from '../ports/channel.ts';
import type { Role } from '../programme/records.ts';
import { randomId } from '../random-id.ts';

/** Options of the command. */
export interface ChatOptions {
  readonly role: string;
  readonly from: string;
  readonly language: string;
  readonly jsonl: boolean;
  readonly sample: boolean;
  /** When the process began, for the time of the first reply. */
  readonly startedAt: number;
}

const ROLES = ['researcher', 'enterprise', 'staff'];
const INPUT = z.object({
  from: z.string().min(1).max(100),
  role: z.enum(['researcher', 'enterprise', 'staff']).optional(),
  text: z.string().optional(),
  choose: z.union([z.string(), z.number()]).optional(),
  file: z.string().optional(),
  id: z.string().max(200).optional(),
});

/** Runs the chat until input ends. */
export async function chat(options: ChatOptions): Promise<void> {
  if (!ROLES.includes(options.role))
    throw botError('config', `--role ${options.role}: it must be one of ${ROLES.join(', ')}.`);
  const print = options.jsonl ? printJson : makeHumanPrint(options);
  const console_ = makeConsoleChannel({ print, now: () => SYSTEM_CLOCK.now(), randomId });
  const app = await assemble(readConfig(), {
    channels: [console_],
    sample: options.sample,
    web: false,
    staffRoom: { channel: 'console', room: STAFF_ROOM, user: STAFF_ROOM },
  });
  const push = async (input: ConsoleInput, role: string) => {
    if (role === 'staff') await makeStaff(app, input.from);
    if (!(await console_.push(input))) print(input.from, unknownChoice(options.language));
    await app.engine.idle();
  };
  try {
    if (options.jsonl) await readJsonLines(push);
    else await talk(options, push);
  } finally {
    await app.stop();
  }
}

type Push = (input: ConsoleInput, role: string) => Promise<void>;

async function readJsonLines(push: Push): Promise<void> {
  for await (const row of createInterface({ input: process.stdin })) {
    if (row.trim() === '') continue;
    const parsed = INPUT.safeParse(parseJson(row));
    if (parsed.success) await push(parsed.data, parsed.data.role ?? 'researcher');
    else
      process.stdout.write(
        `${JSON.stringify({ error: 'a line must be one JSON object with "from" and one of "text", "choose", "file"' })}\n`,
      );
  }
}

function parseJson(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return null;
  }
}

async function talk(options: ChatOptions, push: Push): Promise<void> {
  await push({ from: options.from, opened: true }, options.role);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  terminal.prompt();
  for await (const row of terminal) {
    const text = row.trim();
    if (text === '/quit') break;
    if (text.startsWith('/file '))
      await push({ from: options.from, file: text.slice('/file '.length).trim() }, options.role);
    else if (text !== '') await push({ from: options.from, text }, options.role);
    terminal.prompt();
  }
  terminal.close();
}

/** On their own machine the operator may be staff: a labelled account ties the console seat to the role. */
async function makeStaff(app: Assembled, name: string): Promise<void> {
  const { store } = app;
  const seat = { channel: 'console', room: name, user: name } as const;
  const known = await store.records.accountAt(seat);
  const roles = known ? await store.records.memberships(known) : [];
  if (roles.some((each) => each.role === 'decider' && each.revokedAt === null)) return;
  const at = SYSTEM_CLOCK.now().toISOString();
  const id = randomId();
  const entry = (action: string) => ({
    at,
    actor: 'system',
    action,
    object: { kind: 'account', id },
    from: null,
    to: 'decider',
    reasonHash: null,
    turn: randomId(),
  });
  const role: Role = 'decider';
  await store.staff.add(
    { id, locale: 'zh', localeChosen: false, name: `${name}（示例）`, createdAt: at, source: 'sample' },
    { id: randomId(), account: id, role, organisation: null, division: null, grantedAt: at, revokedAt: null },
    entry('staff-add'),
  );
  await store.staff.link(seat, id, entry('staff-link'));
  // Buttons of notices are pressed in the room of all staff, which is a seat of its own.
  await store.staff.link({ channel: 'console', room: STAFF_ROOM, user: name }, id, entry('staff-link'));
}

function printJson(to: string, reply: Reply): void {
  const cards = reply.cards.map((card) => ({ ...card, button: card.button.label }));
  const row = {
    to,
    text: reply.text,
    buttons: [...reply.cards.map((card) => card.button.label), ...reply.buttons.map((button) => button.label)],
    ...(cards.length > 0 && { cards }),
    ...(reply.asks && { asks: reply.asks }),
    ...(reply.files.length > 0 && { files: reply.files }),
    ...(reply.link && { link: reply.link }),
    ...(reply.notice && { notice: reply.notice }),
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

function makeHumanPrint(options: ChatOptions): (to: string, reply: Reply) => void {
  let first = true;
  return (to, reply) => {
    const lines = to === options.from ? [] : [`[→ ${to}]`];
    if (reply.text) lines.push(reply.text);
    let number = 0;
    for (const card of reply.cards) {
      number += 1;
      lines.push(
        `  ${number}. ${card.label ? `[${card.label}] ` : ''}${card.title}`,
        `     ${card.facts.join('  ')}`,
        ...card.because.map((why) => `     ${why}`),
      );
    }
    for (const button of reply.buttons) {
      number += 1;
      lines.push(`  ${number}) ${button.label}`);
    }
    if (reply.link) lines.push(`  ↗ ${reply.link}`);
    process.stdout.write(`\n${lines.join('\n')}\n`);
    if (first) process.stderr.write(`(first reply after ${Math.round(performance.now() - options.startedAt)} ms)\n`);
    first = false;
  };
}

function unknownChoice(language: string): Reply {
  const text = language === 'en' ? 'There is no such choice now.' : '现在没有这个选项。';
  return { id: 'none', text, buttons: [], cards: [], files: [], keys: ['console.no-choice'] };
}
