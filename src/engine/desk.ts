/** Every read a person may make, after the policy: "not yours" and "not there" are the same nothing. */

import type { Desk, QueueFilter, QueueRow, Trouble } from '../ports/desk.ts';
import { allowedActions } from '../programme/allowed-actions.ts';
import { type Actor, can, caseObject } from '../programme/policy.ts';
import type { CaseRecord } from '../programme/records.ts';
import { ERASED, erasedMark } from '../programme/reference.ts';
import { staffRoles } from '../programme/standing.ts';
import { askerOf } from './asker.ts';
import { conflictSeen } from './bid-conflicts.ts';
import { candidatesFor, candidatesSeen, suggestionsSeen } from './candidates.ts';
import { readCard } from './card-view.ts';
import { seenBy, viewSeenBy, withoutContent } from './case-content.ts';
import type { DeskParts } from './desk-parts.ts';
import { draftView } from './draft-view.ts';
import { filesOf } from './files-of.ts';
import { countAll, type QueueFor, queueCases, queueRow } from './queue.ts';
import { type ReadCase, readCase } from './read-case.ts';
import { relatedCases } from './related-cases.ts';
import { similarTeams } from './similar-teams.ts';
import { unmatchedLists } from './unmatched-lists.ts';

/** Rows of one page of the queue. */
const PAGE = 50;

/** Makes the desk. */
export function makeDesk(parts: DeskParts): Desk {
  const { store, programme, clock } = parts;
  return {
    me: (account) => readMe(parts, account),
    async queue(account, filter) {
      return readQueue(await queueFor(parts, account), { limit: PAGE, ...filter });
    },
    view: (account, by) => readView(parts, account, by),
    async candidates(account, listing) {
      const actor = await actorOf(parts, account);
      const found = await readCase(store.records, programme, actor, listing);
      const shown = found && (await candidatesFor(actor, found.object, store.records, parts.matching));
      if (found && shown)
        await store.load.load({ audit: [candidatesSeen(account, found.view.record, shown.length, clock.now())] });
      return shown;
    },
    card: async (account, by) => readCard(parts, await actorOf(parts, account), by),
    async unmatched(account) {
      const shown = await unmatchedLists(parts, await actorOf(parts, account));
      if (shown) await logLook(parts, account, 'see-unmatched', 'lists', shown.length);
      return shown;
    },
    async similar(account, profile) {
      const shown = await similarTeams(parts, await actorOf(parts, account), profile);
      if (shown) await logLook(parts, account, 'see-similar', `like ${profile}`, shown.similar.length);
      return shown;
    },
    async file(account, caseId, sha256) {
      const actor = await actorOf(parts, account);
      const found = await readCase(store.records, programme, actor, caseId);
      const file = found ? filesOf(seenBy(actor, found.object)).find((each) => each.sha256 === sha256) : undefined;
      const bytes = file ? await store.files.get(file.sha256) : null;
      return file && bytes ? { file, bytes } : null;
    },
    document: (account, ref) => readDocument(parts, account, ref),
    async workbook(account, filter) {
      const from = await queueFor(parts, account);
      if (!can(from.actor, 'export', { kind: 'programme' })) return null;
      const { rows } = await readQueue(from, { ...filter, limit: Number.MAX_SAFE_INTEGER });
      return parts.documents.queue(rows.map((row) => ({ ...row, record: inWorkbook(row.record, from) })));
    },
    troubles: (account) => readTroubles(parts, account),
    erased: (account, reference) => readErased(parts, account, reference),
    async requests(account) {
      const allowed = can(await actorOf(parts, account), 'answer-request', { kind: 'programme' });
      return allowed ? store.requests.waiting() : null;
    },
    asker: async (account, request) => askerOf(await queueFor(parts, account), request),
    async counts(account, filters) {
      return countAll(await queueFor(parts, account), filters);
    },
  };
}

/** Looking at suggestions is in the audit: who, at what, and how many were shown (R12). */
async function logLook(parts: DeskParts, actor: string, action: string, at: string, shown: number): Promise<void> {
  await parts.store.load.load({ audit: [suggestionsSeen(actor, action, at, shown, parts.clock.now())] });
}

async function actorOf({ store }: DeskParts, account: string): Promise<Actor> {
  return { account, memberships: await store.records.memberships(account) };
}

async function queueFor(parts: DeskParts, account: string): Promise<QueueFor> {
  const actor = await actorOf(parts, account);
  const { store, programme, clock, isThin } = parts;
  return { records: store.records, programme, actor, at: clock.now().toISOString(), ...(isThin && { isThin }) };
}

async function readMe(parts: DeskParts, account: string): ReturnType<Desk['me']> {
  const [who, actor] = await Promise.all([parts.store.records.account(account), actorOf(parts, account)]);
  return who && staffRoles(actor).size > 0 ? { account: who, memberships: actor.memberships } : null;
}

async function readQueue(
  from: QueueFor,
  filter: QueueFilter,
): Promise<{ readonly rows: readonly QueueRow[]; readonly total: number }> {
  const cases = await queueCases(from, filter);
  const start = filter.offset ?? 0;
  const page = cases.slice(start, start + (filter.limit ?? PAGE));
  return { rows: await Promise.all(page.map((record) => queueRow(from, record))), total: cases.length };
}

/** Bids without their content; needs and lists as the reader may see them. */
function inWorkbook(record: CaseRecord, { actor, programme }: QueueFor): CaseRecord {
  const isBid = record.kind === 'application' || record.kind === 'interest';
  return isBid ? withoutContent(record) : seenBy(actor, caseObject(programme, record));
}

async function readView(parts: DeskParts, account: string, by: string): ReturnType<Desk['view']> {
  const { programme, clock, store } = parts;
  const actor = await actorOf(parts, account);
  const found = await readCase(store.records, programme, actor, by);
  if (!found) return null;
  const view = viewSeenBy(actor, found.view, found.object, programme);
  await noteCheck(parts, account, found);
  return {
    ...view,
    files: filesOf(view.record),
    allowed: allowedActions(actor, found.object, { at: clock.now().toISOString(), programme }),
    related: await relatedCases(store.records, programme, actor, found.view.record),
  };
}

/** Nothing is left of it but that it was there: the audit knows its number again. */
async function readErased(parts: DeskParts, account: string, reference: string): Promise<string | null> {
  const [row] = await parts.store.records.audit(erasedMark(reference.toUpperCase()), 1);
  if (row?.action !== ERASED) return null;
  const division = parts.programme.sectors.find((sector) => sector.id === row.to)?.division ?? null;
  return staffRoles(await actorOf(parts, account), division).size > 0 ? row.at : null;
}

/** That somebody was shown how a bid stands to the owner of its list is on record, once for every answer. */
async function noteCheck({ store, clock }: DeskParts, account: string, { view }: ReadCase): Promise<void> {
  const shown = view.conflicts?.find((each) => each.bid === view.record.id);
  const row = shown ? await conflictSeen(store.records, account, shown, clock.now()) : null;
  if (row) await store.load.load({ audit: [row] });
}

async function readDocument(
  parts: DeskParts,
  account: string,
  ref: Parameters<Desk['document']>[1],
): ReturnType<Desk['document']> {
  const { store, programme, documents } = parts;
  const who = await store.records.account(account);
  if (ref.document === 'my-data') {
    return who && ref.id === account ? documents.make(ref, null, who, await store.records.person(account)) : null;
  }
  if (ref.document === 'draft') return readDraftPaper(parts, account, ref);
  const actor = await actorOf(parts, account);
  const found = await readCase(store.records, programme, actor, ref.id);
  if (!found || !who || !mayHavePaper(actor, found)) return null;
  return documents.make(ref, viewSeenBy(actor, found.view, found.object, programme), who);
}

/** The form of a person's own draft as it stands. */
async function readDraftPaper(
  { store, programme, documents, clock }: DeskParts,
  account: string,
  ref: Parameters<Desk['document']>[1],
): ReturnType<Desk['document']> {
  const draft = (await store.records.drafts(account)).find((each) => each.id === ref.id && each.status !== 'discarded');
  if (!draft) return null;
  const listing = draft.listing === null ? null : await store.records.case(draft.listing);
  const view = draftView(draft, listing?.kind === 'listing' ? listing : null, {
    at: clock.now().toISOString(),
    programme,
  });
  return documents.make(ref, view, await store.records.account(account));
}

/** A paper holds everything: whoever may not read a bid's content or a need's contacts gets none. */
function mayHavePaper(actor: Actor, { object }: ReadCase): boolean {
  const isBid = object.record.kind === 'application' || object.record.kind === 'interest';
  return can(actor, isBid ? 'read-bid-content' : 'read-contact', object);
}

async function readTroubles(parts: DeskParts, account: string): ReturnType<Desk['troubles']> {
  if (!can(await actorOf(parts, account), 'read-troubles', { kind: 'programme' })) return [];
  const [parked, failed] = await Promise.all([parts.store.turns.parked(), parts.store.turns.failed()]);
  const rows = [
    ...parked.map(({ inbox, address, at, reason }) => trouble('inbox', inbox, address.channel, at, reason)),
    ...failed.map(({ id, address, at, reason }) => trouble('outbox', id, address.channel, at, reason)),
  ];
  return rows.toSorted((a, b) => b.at.localeCompare(a.at));
}

function trouble(box: Trouble['box'], id: number, channel: string, at: string, reason: string): Trouble {
  return { what: `${box}:${channel}`, at, reason, box, id };
}
