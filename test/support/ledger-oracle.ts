/** Compares what people said and were told with what the database holds. */
import { DESK_ROOM } from '../../src/conversation/address.ts';
import type { Interest } from '../../src/programme/records.ts';
import { randomId } from '../../src/random-id.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { LedgerEntry } from './form-walker.ts';

/** What came of a run, in counts; all but the first two must be zero. */
export interface Verdict {
  readonly forms: number;
  readonly stored: number;
  readonly unfinished: number;
  readonly lostAnswers: number;
  readonly wrongReferences: number;
  readonly doubledInterests: number;
  readonly staffNoticesMissing: number;
  readonly staffNoticesDoubled: number;
  readonly waiting: number;
  readonly parked: number;
  readonly failedDeliveries: number;
  readonly auditBroken: number;
}

/** Opens the database of a run that has ended and judges it. */
export async function judge(url: string, ledger: readonly LedgerEntry[]): Promise<Verdict> {
  const store = await openStore(url, { clock: { now: () => new Date() }, randomId });
  try {
    const interests = (await store.records.cases({ kinds: ['interest'], limit: 10_000 })).filter(
      (each): each is Interest => each.kind === 'interest',
    );
    const drafts = (
      await Promise.all(
        [...new Set(interests.map((each) => each.owner ?? ''))].map((owner) => store.records.drafts(owner)),
      )
    ).flat();
    const notices = await store.messages.transcript(DESK_ROOM, 10_000);
    const told = notices.map((row) => row.reply?.notice?.case?.id ?? '');
    const pending = await store.turns.pending();
    const found = ledger.map((entry) => interests.filter((each) => each.answers.unit === entry.answers.unit));
    const missing = interests.filter((each) => !told.includes(each.id)).length;
    return {
      forms: ledger.length,
      stored: interests.length,
      unfinished: ledger.filter((entry) => entry.reference === null).length,
      lostAnswers: sum(ledger, (entry, n) => lost(entry, found[n]?.[0]) + drafted(entry, drafts)),
      wrongReferences: ledger.filter((entry, n) => found[n]?.[0]?.reference !== entry.reference).length,
      doubledInterests: interests.length - new Set(interests.map((each) => `${each.owner} ${each.listing}`)).size,
      staffNoticesMissing: missing,
      staffNoticesDoubled: told.length - new Set(told).size,
      waiting: pending.inbox + pending.outbox,
      parked: (await store.turns.parked()).length,
      failedDeliveries: (await store.turns.failed()).length,
      auditBroken: (await store.verifyAudit()).brokenAt === null ? 0 : 1,
    };
  } finally {
    await store.close();
  }
}

function sum<T>(items: readonly T[], of: (item: T, n: number) => number): number {
  return items.reduce((total, item, n) => total + of(item, n), 0);
}

/** Answers of the form that the case does not hold word for word. */
function lost(entry: LedgerEntry, record: Interest | undefined): number {
  return Object.entries(entry.answers).filter(
    ([field, value]) => record?.listing !== entry.listing || record.answers[field] !== value,
  ).length;
}

/** Drafts of the same list beside the one the form was filled in. */
function drafted(
  entry: LedgerEntry,
  drafts: readonly { readonly listing: string | null; readonly answers: Readonly<Record<string, unknown>> }[],
): number {
  const own = drafts.filter((draft) => draft.answers.unit === entry.answers.unit);
  return own.length === 1 && own[0]?.listing === entry.listing ? 0 : 1;
}
