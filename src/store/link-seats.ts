/** Which account speaks from which seat. */
import type { Address } from '../conversation/address.ts';
import { rowWriter } from './insert-rows.ts';
import { seatOf } from './seat.ts';
import type { Sql } from './sqlite-driver.ts';

const writeLinks = rowWriter({
  table: 'address_link',
  plain: ['address', 'account', 'linked_at'],
  json: ['body'],
  key: 'address',
});

/** One place an account speaks from. */
export interface SeatLink {
  readonly address: Address;
  readonly account: string;
}

/** Links seats to accounts; what already waits from a seat now belongs to that account's queue. */
export async function linkSeats(sql: Sql, links: readonly SeatLink[], now: string): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ address, account }) => ({
    address: seatOf(address),
    account,
    linked_at: now,
    body: address,
  }));
  const moved = JSON.stringify(rows.map((row) => row.address));
  // What was said under an earlier account stays that account's, for the day it asks to be forgotten.
  await sql.run(
    `INSERT INTO past_link (account, address) SELECT account, address FROM address_link
      WHERE address IN (SELECT value FROM json_each(?)) ON CONFLICT DO NOTHING`,
    [moved],
  );
  await writeLinks(sql, [...new Map(rows.map((row) => [row.address, row])).values()]);
  await sql.run(
    `UPDATE inbox SET who = l.account FROM address_link AS l
      WHERE l.address = inbox.address AND inbox.status = 'open' AND inbox.address IN (SELECT value FROM json_each(?))`,
    [moved],
  );
}
