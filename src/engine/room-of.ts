/** The room of an address: what platforms limit. */
import { type Address, addressKey } from '../conversation/address.ts';

/** One string per channel and room, whoever speaks in it. */
export function roomOf(to: Address): string {
  return addressKey({ channel: to.channel, room: to.room, user: '' });
}
