/** What waits for whom: open cases after the policy, overdue ones first. */

import type { QueueFilter, QueueRow } from '../ports/desk.ts';
import type { IsThin } from '../ports/match.ts';
import type { CaseTally, RecordRepository } from '../ports/store.ts';
import { allowedActions, isWork } from '../programme/allowed-actions.ts';
import { daysInStatus, isOverdue } from '../programme/days-in-status.ts';
import { type Actor, can, caseObject } from '../programme/policy.ts';
import type { Programme } from '../programme/programme.ts';
import type { CaseRecord, CaseStatus, Party } from '../programme/records.ts';
import { staffRoles } from '../programme/standing.ts';
import { subjectOf } from './candidates.ts';

/** What the queue is read from and by whom, at an ISO instant. */
export interface QueueFor {
  readonly records: RecordRepository;
  readonly programme: Programme;
  readonly actor: Actor;
  readonly at: string;
  readonly isThin?: IsThin;
}

/** The cases the actor may read among those the filter names; without `turns` and `statuses`, those that wait for the actor. Overdue first, then by promised day, then the longest waiting. */
export async function queueCases(from: QueueFor, filter: QueueFilter): Promise<readonly CaseRecord[]> {
  const turns = partiesOf(from.actor);
  if (turns.length === 0) return [];
  const { limit: _, offset: __, actable, ...wide } = filter;
  const named = filter.turns !== undefined || filter.statuses !== undefined || filter.listing !== undefined;
  const found = await from.records.cases(named ? wide : { ...wide, turns });
  const readable = found
    .filter((record) => can(from.actor, 'read-case', caseObject(from.programme, record)))
    .filter((record) => record.source !== 'archive' || named);
  const shown = actable ? await withSomethingToDo(from, readable) : readable;
  return shown.toSorted((a, b) => urgency(a, from).localeCompare(urgency(b, from)));
}

/** Leaves out what the actor can do nothing about now, such as a list whose bids are still with the experts. */
async function withSomethingToDo(from: QueueFor, cases: readonly CaseRecord[]): Promise<readonly CaseRecord[]> {
  const roles = staffRoles(from.actor);
  if (roles.size > 0 && !roles.has('reviewer') && !roles.has('decider')) return cases;
  const open = await Promise.all(cases.map((record) => hasStep(from, record)));
  return cases.filter((_, n) => open[n]);
}

async function hasStep({ records, programme, actor, at }: QueueFor, record: CaseRecord): Promise<boolean> {
  const beside =
    record.kind === 'listing'
      ? { listing: record, siblings: await records.cases({ kinds: ['application'], listing: record.id }) }
      : {};
  const steps = allowedActions(actor, caseObject(programme, record, beside), { at, programme });
  return steps.some(isWork);
}

/** The parties a person acts for: staff for all of the authority's steps, recommenders for theirs. */
function partiesOf(actor: Actor): readonly Party[] {
  if (staffRoles(actor).size > 0) return ['staff', 'experts', 'recommender'];
  const recommends = actor.memberships.some((each) => each.role === 'recommender' && each.revokedAt === null);
  return recommends ? ['recommender'] : [];
}

function urgency(record: CaseRecord, { at, programme }: QueueFor): string {
  const late = isOverdue(record, at, programme.timeZone) ? '0' : '1';
  return [late, record.promisedOn ?? '9999-12-31', record.statusSince, record.id].join(' ');
}

/** One row as the desk shows it; the number of bids only for those who may know it. */
export async function queueRow(from: QueueFor, record: CaseRecord): Promise<QueueRow> {
  const zone = from.programme.timeZone;
  const mayCount = record.kind === 'listing' && can(from.actor, 'read-bid-count', caseObject(from.programme, record));
  return {
    record,
    days: daysInStatus(record, from.at, zone),
    overdue: isOverdue(record, from.at, zone),
    count: mayCount ? await from.records.countCases({ kinds: ['interest', 'application'], listing: record.id }) : null,
    ...(wantsCard(from, record) && { thin: true }),
  };
}

/** The list statuses in which a better card still finds people in time. */
const BEFORE_CLOSING: readonly CaseStatus[] = ['drafted', 'vetted', 'published'];

function wantsCard({ actor, programme, isThin }: QueueFor, record: CaseRecord): boolean {
  if (!isThin || record.kind !== 'listing' || record.offline || !BEFORE_CLOSING.includes(record.status)) return false;
  if ((record.card?.concepts.length ?? 0) > 0) return false;
  const object = caseObject(programme, record);
  return can(actor, 'act:vet', object) && can(actor, 'read-candidates', object) && isThin(subjectOf(record));
}

/** How many cases each filter shows, from one tally; the same rules as {@link queueCases}, for filters that name turns, statuses or neither. What can be acted on is counted one by one. */
export async function countAll<Name extends string>(
  from: QueueFor,
  filters: Readonly<Record<Name, QueueFilter>>,
): Promise<Readonly<Record<Name, number>>> {
  const { records, programme, actor } = from;
  const rows = (await records.tally()).filter(({ sector }) => {
    const division = programme.sectors.find((each) => each.id === sector)?.division ?? null;
    return staffRoles(actor, division).size > 0;
  });
  const countOf = async (filter: QueueFilter): Promise<number> =>
    filter.actable
      ? (await queueCases(from, filter)).length
      : rows.filter((row) => isAmong(row, filter)).reduce((sum, row) => sum + row.n, 0);
  const counted = Object.entries<QueueFilter>(filters).map(async ([name, filter]) => [name, await countOf(filter)]);
  return Object.fromEntries(await Promise.all(counted));
}

function isAmong(row: CaseTally, { kinds, statuses, sectors, turns, sources }: QueueFilter): boolean {
  return (
    (kinds?.includes(row.kind) ?? true) &&
    (statuses?.includes(row.status) ?? true) &&
    (turns?.includes(row.turn) ?? true) &&
    (sources?.includes(row.source) ?? true) &&
    (sectors === undefined || (row.sector !== null && sectors.includes(row.sector)))
  );
}
