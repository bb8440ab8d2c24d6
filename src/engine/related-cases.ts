/** The cases around a case: its list, its need, the bids on it. */

import type { RecordRepository } from '../ports/store.ts';
import { type Actor, can, caseObject } from '../programme/policy.ts';
import type { Programme } from '../programme/programme.ts';
import type { CaseRecord } from '../programme/records.ts';
import { withoutContent } from './case-content.ts';

/** Other cases the actor may read, without content, oldest first. */
export async function relatedCases(
  records: RecordRepository,
  programme: Programme,
  actor: Actor,
  record: CaseRecord,
): Promise<readonly CaseRecord[]> {
  const single = await Promise.all(neighbours(record).map((id) => records.case(id)));
  const list = record.kind === 'listing' ? record.id : record.listing;
  const bids = list === null ? [] : await records.cases({ kinds: ['interest', 'application'], listing: list });
  const all = new Map(
    [...single, ...bids].flatMap((each) => (each && each.id !== record.id ? [[each.id, each] as const] : [])),
  );
  return [...all.values()]
    .filter((each) => can(actor, 'read-case', caseObject(programme, each)))
    .map(withoutContent)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));
}

function neighbours(record: CaseRecord): readonly string[] {
  switch (record.kind) {
    case 'listing':
      return record.details.need === null ? [] : [record.details.need];
    case 'need':
    case 'interest':
      return record.listing === null ? [] : [record.listing];
    case 'application':
      return record.interest === null ? [record.listing] : [record.listing, record.interest];
  }
}
