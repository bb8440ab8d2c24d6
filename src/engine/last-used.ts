/** Where an account is best told something: the seat it spoke from last. */
import type { Address } from '../conversation/address.ts';
import type { Store } from '../ports/store.ts';

/** The account's address with the newest message, else the one linked last; null for an account without any. */
export async function lastUsed(account: string, store: Store): Promise<Address | null> {
  const addresses = await store.records.addresses(account);
  if (addresses.length < 2) return addresses[0] ?? null;
  const used = await Promise.all(
    addresses.map(async (address) => ({ address, at: (await store.messages.transcript(address, 1))[0]?.at ?? '' })),
  );
  return used.reduce((best, each) => (each.at >= best.at ? each : best)).address;
}
