/** What became of acts: the latest messages to a desk, with their buttons made into links and countdowns. */
import type { FastifyInstance } from 'fastify';
import { outcomeOf } from '../../../conversation/act-outcome.ts';
import type { Reply } from '../../../ports/channel.ts';
import type { Command } from '../../../understanding/command.ts';
import { roomAddress } from '../session.ts';
import type { DeskContext } from './desk-context.ts';
import { requireStaff, type StaffMember } from './staff-member.ts';

/** Answers older than this are history. */
const RECENT_MS = 90_000;
const LATEST = 8;
/** Answers that say it is done; everything else leaves what was typed where it is. */
const DONE: ReadonlySet<string> = new Set([
  'act.done',
  'act.taken-back',
  'listing.saved',
  'listing.drafted',
  'card.saved',
  'request.relayed',
  'request.closed-now',
  'trouble.retry-message',
  'trouble.dismiss-message',
]);

/** One answer as the browser shows it. */
export interface DeskAnswer {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly done: boolean;
  /** `left`: seconds this button still works, null for no limit. */
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly left: number | null }[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** Registers `GET /api/desk/answers`: the last answers to the person's own acts, oldest first. */
export function addAnswerRoute(app: FastifyInstance, context: DeskContext): void {
  app.get('/api/desk/answers', async (request) => {
    const staff = await requireStaff(context, request);
    const rows = await context.store.messages.transcript(roomAddress(staff.room), LATEST);
    const since = new Date(context.clock.now().getTime() - RECENT_MS).toISOString();
    const replies = rows.flatMap((row) =>
      row.reply !== null && row.at >= since ? [{ at: row.at, reply: row.reply }] : [],
    );
    return { answers: await Promise.all(replies.map(({ at, reply }) => answerOf(context, staff, at, reply))) };
  });
}

async function answerOf(context: DeskContext, staff: StaffMember, at: string, reply: Reply): Promise<DeskAnswer> {
  const buttons: DeskAnswer['buttons'][number][] = [];
  const links: DeskAnswer['links'][number][] = [];
  let text = reply.text;
  for (const { id, label: written } of reply.buttons) {
    const command = (await context.store.messages.commandOf(id))?.command;
    const label = labelFor(command, written, reply, staff);
    if (command?.do === 'open-case') {
      const view = await context.desk.view(staff.account.id, command.case);
      if (view !== null) links.push({ href: `/desk/case/${view.record.reference}`, label });
    } else if (command?.do === 'take-back') {
      const left = secondsLeft(context, command.acted.at);
      if (left > 0 && (await isLast(context, staff, command))) buttons.push({ id, label, left });
      text = await textFor(context, staff, command, reply);
    } else if (command !== undefined) buttons.push({ id, label, left: null });
  }
  return { id: reply.id, at, text, done: reply.keys.some((key) => DONE.has(key)), buttons, links };
}

/** An answer written before the reader changed the language of the page. */
function isForeign({ locale }: Reply, staff: StaffMember): boolean {
  return locale !== undefined && (locale === 'en') !== (staff.locale === 'en');
}

function labelFor(command: Command | undefined, written: string, reply: Reply, staff: StaffMember): string {
  if (!isForeign(reply, staff)) return written;
  if (command?.do === 'take-back') return staff.say('button.take-back');
  return command?.do === 'open-case' ? staff.say('button.open-case') : written;
}

/** What was done, told anew in the language of the page while the case still stands where the act left it. */
async function textFor(
  { desk, programme, texts }: DeskContext,
  staff: StaffMember,
  { case: about, acted }: Extract<Command, { do: 'take-back' }>,
  reply: Reply,
): Promise<string> {
  if (!isForeign(reply, staff) || !reply.keys.includes('act.done')) return reply.text;
  const record = (await desk.view(staff.account.id, about))?.record;
  if (record?.version !== acted.version + 1) return reply.text;
  const vars = {
    action: { key: `act.${acted.action}` },
    reference: record.reference,
    outcome: outcomeOf(record, acted.action),
  };
  const done = texts(staff.locale, 'act.done', vars);
  return `${done}\n${staff.say('act.undo-within', { seconds: programme.rules.undoSeconds })}`;
}

/** False once the step was taken back or somebody went on from it. */
async function isLast(
  { desk }: DeskContext,
  staff: StaffMember,
  back: Extract<Command, { do: 'take-back' }>,
): Promise<boolean> {
  const view = await desk.view(staff.account.id, back.case);
  return view !== null && view.record.version === back.acted.version + 1;
}

function secondsLeft({ clock, programme }: DeskContext, actedAt: string): number {
  const until = new Date(actedAt).getTime() + programme.rules.undoSeconds * 1000;
  return Math.ceil((until - clock.now().getTime()) / 1000);
}
