/** Where others read along: public questions are answered, anything personal is moved to the private chat. */
import { staffRoles } from '../programme/standing.ts';
import type { CommandName } from '../understanding/command.ts';
import { actorOf } from './flow-act.ts';
import type { Work } from './work.ts';

/** What everybody may ask in front of everybody. */
const PUBLIC: ReadonlySet<CommandName> = new Set([
  'start',
  'find',
  'detail',
  'ask',
  'help',
  'language',
  'thanks',
  'none',
  'choose',
  'affirm',
  'deny',
]);

/** Staff acts refuse strangers by themselves, and write the attempt down. */
const OF_STAFF: ReadonlySet<CommandName> = new Set([
  'act',
  'take-back',
  'queue',
  'open-case',
  'summarise',
  'staff-word',
  'shortlist',
  'answer-request',
  'close-request',
  'settle-message',
  'save-listing',
  'save-card',
]);

/** True for a command that is nobody else's business, given in a room where others read along. Staff rooms are places of work. */
export function isForPrivate(work: Work, command: CommandName): boolean {
  if (work.event.shared !== true || PUBLIC.has(command) || OF_STAFF.has(command)) return false;
  return staffRoles(actorOf(work)).size === 0;
}
