/** Addresses as the database keys them. */
import { type Address, addressKey } from '../conversation/address.ts';

const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** A key safe to store and compare: what UTF-8 cannot hold is replaced, the same way every time. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

/** The database key of an address. */
export function seatOf(address: Address): string {
  return storable(addressKey(address));
}
