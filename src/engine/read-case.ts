/** Reading one case after the policy: "not yours" and "not there" give the same nothing after the same work. */
import type { CaseView } from '../conversation/reducer-types.ts';
import type { RecordRepository } from '../ports/store.ts';
import { type Actor, type CaseObject, can, caseObject } from '../programme/policy.ts';
import type { Programme } from '../programme/programme.ts';
import type { CaseRecord, Listing } from '../programme/records.ts';
import { readReference } from '../programme/reference.ts';
import { staffRoles } from '../programme/standing.ts';
import { bidConflicts } from './bid-conflicts.ts';

/** A case somebody may read, with what the policy was asked about. */
export interface ReadCase {
  readonly view: CaseView;
  readonly object: CaseObject;
}

/** Moves told to the second presser. */
const MOVES = 10;

/** Reads a case by id or reference; null when it is not there or not the actor's to read. */
export async function readCase(
  records: RecordRepository,
  programme: Programme,
  actor: Actor,
  by: string,
): Promise<ReadCase | null> {
  const record = await records.case(readReference(by) ?? by);
  // The same reads follow for a case that does not exist: the time taken tells nothing.
  const listingId = record === null ? by : listingOf(record);
  const ownerId = record?.owner ?? by;
  const [listing, bids, consents, owner, audit] = await Promise.all([
    listingId === null ? null : records.case(listingId),
    listingId === null ? [] : records.cases({ kinds: ['interest', 'application'], listing: listingId }),
    records.consents(ownerId),
    records.account(ownerId),
    records.audit(record?.id ?? by, MOVES),
  ]);
  if (record === null) return null;
  const siblings = bids.filter((bid) => bid.id !== record.id);
  const object = caseObject(programme, record, {
    listing: listing?.kind === 'listing' ? listing : null,
    siblings,
    handOver: consents.some(
      (each) => each.kind === 'hand-over' && each.object !== undefined && each.object === listingId,
    ),
  });
  if (!can(actor, 'read-case', object)) return null;
  const view: CaseView = {
    record,
    siblings: staffRoles(actor).size > 0 ? siblings : [],
    listing: object.listing,
    need: await needBehind(records, programme, actor, record),
    owner: record.owner === null ? null : owner,
    conflicts: await bidConflicts(records, programme, actor, listingBehind(record, object.listing), bids, record),
    moves: await namedMoves(records, audit),
  };
  return { view, object };
}

/** Staff who take a list offline take its need along. */
async function needBehind(
  records: RecordRepository,
  programme: Programme,
  actor: Actor,
  record: CaseRecord,
): Promise<CaseRecord | null> {
  const id = record.kind === 'listing' ? record.details.need : null;
  const need = id === null || staffRoles(actor).size === 0 ? null : await records.case(id);
  return need && can(actor, 'read-case', caseObject(programme, need)) ? need : null;
}

/** The list a bid is on; a list is its own. */
function listingBehind(record: CaseRecord, listing: Listing | null): Listing | null {
  return record.kind === 'listing' ? record : listing;
}

function listingOf(record: CaseRecord): string | null {
  if (record.kind === 'listing') return record.id;
  return record.listing;
}

async function namedMoves(
  records: RecordRepository,
  audit: Awaited<ReturnType<RecordRepository['audit']>>,
): Promise<CaseView['moves']> {
  // That a list was shown to somebody is in the audit under the list's own id, and no move of it.
  const moved = audit.filter((entry) => entry.to !== null && entry.object.kind !== 'suggestion');
  const actors = [...new Set(moved.map((entry) => entry.actor))];
  const names = new Map(
    await Promise.all(actors.map(async (id) => [id, (await records.account(id))?.name ?? null] as const)),
  );
  return moved.map(({ at, actor, action, to }) => ({ at, actor, actorName: names.get(actor) ?? null, action, to }));
}
