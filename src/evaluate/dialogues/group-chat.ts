/** What is said where others read along, as the platform would hand it over: silent unless the bot is meant. */
import type { Address } from '../../conversation/address.ts';
import { type TurnPart, textOf } from './dialogue-rows.ts';

const IN_GROUP = /group|群/i;
const MENTION = /@[\p{L}\p{N}_]+\s*/gu;

/** True for a turn that is said in a group. */
export function isInGroup(turn: TurnPart): boolean {
  const where = textOf(turn, 'in', 'where', 'chat', 'room', 'place', 'via', 'scope') ?? '';
  return (turn.group !== undefined && turn.group !== false) || IN_GROUP.test(where);
}

/** The seat of somebody in the scene's one group. */
export function groupSeat(seat: Address): Address {
  return { ...seat, room: `${seat.channel}-group` };
}

/** The words the bot is given of a message in a group; null where it is not spoken to. */
export function heardInGroup(turn: TurnPart, text: string): string | null {
  const marked = [turn.mention, turn.mentioned, turn.mentions_bot, turn.reply_to_bot, turn.addressed, turn.to_bot];
  const meant = marked.some((each) => each === true || typeof each === 'string') || /^\/\w/.test(text);
  const words = text.replace(MENTION, '').trim();
  return meant || words !== text.trim() ? words : null;
}
