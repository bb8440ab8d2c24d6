/** What the store tells of reminders, subscriptions, codes and colleagues. Reads only; writes are effects of turns. */
import type { Care } from '../programme/care.ts';
import type { Draft } from '../programme/records.ts';

/** What a code opens; null for unknown, used and outdated ones. */
export interface CodeFound {
  readonly account: string;
  /** The draft a colleague is invited to; null for a code that joins accounts. */
  readonly draft: string | null;
  /** True where the code's account belongs to staff: it opens nothing. */
  readonly isStaff: boolean;
  readonly drafts: number;
  readonly cases: number;
}

/** A draft and the account it belongs to. */
export interface DraftDue {
  readonly draft: string;
  readonly account: string;
  readonly lead: string;
}

/** Reads of looking after people. */
export interface CareRepository {
  of(account: string): Promise<Care>;
  /** Open drafts of other people the account was invited to. */
  sharedDrafts(account: string): Promise<readonly Draft[]>;
  /** Looks a code up by its hash at an ISO instant. */
  code(hash: string, at: string): Promise<CodeFound | null>;
  /** Wrong codes since an ISO instant: of this account, and of everybody. */
  wrongCodes(account: string, since: string): Promise<{ readonly own: number; readonly all: number }>;
  /** Open drafts of lists whose last day is `day` (ISO); one row per person who writes on it. */
  draftsEnding(day: string): Promise<readonly DraftDue[]>;
  /** Open drafts, never handed in, of lists whose last day lies before `day`. */
  draftsOver(day: string): Promise<readonly DraftDue[]>;
  /** Accounts that saved a wish, with what they chose. */
  subscribers(): Promise<readonly { readonly account: string; readonly care: Care['settings'] }[]>;
  /** Ids of lists this account has been told of. */
  announced(account: string): Promise<readonly string[]>;
}
