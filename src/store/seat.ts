/** Addresses as the database keys them. */
import { type Address, addressKey } from '../conversation/address.ts';

const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A key safe to store and compare: what UTF-8 cannot hold is replaced, the same way every time. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

/**
 * The database key of an address. A Slack person is one seat in every channel and thread, since staff press buttons
 * wherever the notice stands; elsewhere a group is a seat of its own, so that nothing personal is said in it.
 */
export function seatOf(address: Address): string {
  const { channel, user } = address;
  return storable(addressKey(channel === 'slack' ? { channel, room: '', user } : address));
}
