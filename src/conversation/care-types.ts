/** The part of the reducer's contract that looks after people: wishes, codes, colleagues, the product's own clock. */
import type { CareSettings, Subscription } from '../programme/care.ts';
import type { Hit } from './hit.ts';

/** A new list for a person, and the saved wish it fits; `because` is empty where the sector alone was wished for. */
export interface News extends Hit {
  readonly subscription: Subscription;
}

/** What a code opens, as far as the asker may know before it is used. */
export interface CodeView {
  readonly account: string;
  /** The draft a colleague is invited to; null for a code that joins two channels. */
  readonly draft: string | null;
  readonly isStaff: boolean;
  readonly drafts: number;
  readonly cases: number;
}

/** Read-only questions of these flows. */
export type CareQuery =
  /** Looks a code up by its hash: of a person's other channel, or of a colleague's draft. */
  | {
      readonly type: 'code';
      readonly hash: string /** Six digits that somebody typed: they may be a guess. */;
      readonly short?: boolean;
    }
  /** Whether six digits are a good code just now, or so much is guessed that a long one is needed. */
  | { readonly type: 'code-wish' }
  /** New lists for the person's saved wishes, published before `before` (ISO), best first. */
  | { readonly type: 'news'; readonly before: string; readonly limit: number };

/** Their answers, and the product's own clock. */
export type CareEvent =
  /** A reminder, an expiry or a digest is due. */
  | { readonly type: 'timer'; readonly due: 'remind' | 'expire' | 'digest'; readonly draft?: string }
  | {
      readonly type: 'code-read';
      readonly query: Extract<CareQuery, { type: 'code' }>;
      readonly found: CodeView | null;
      /** Tries this person still has, the present one included; 0 once there were too many. */
      readonly tries: number;
      /** Six digits are not looked at just now: too many people together guess. */
      readonly held?: boolean;
    }
  | {
      readonly type: 'code-wish-read';
      readonly query: Extract<CareQuery, { type: 'code-wish' }>;
      readonly held: boolean;
    }
  | {
      readonly type: 'news-found';
      readonly query: Extract<CareQuery, { type: 'news' }>;
      readonly news: readonly News[];
    };

/** What these flows write down. */
export type CareEffect =
  | { readonly type: 'save-care'; readonly settings: CareSettings }
  | { readonly type: 'save-subscription'; readonly subscription: Subscription }
  | { readonly type: 'delete-subscriptions'; readonly ids: readonly string[] }
  /** The person was told of these lists: never again. */
  | { readonly type: 'announce'; readonly listings: readonly string[] }
  /** A one-time code; only the hash is kept. `draft` invites a colleague, null joins two channels. */
  | { readonly type: 'save-code'; readonly hash: string; readonly draft: string | null; readonly until: string }
  | { readonly type: 'count-wrong-code' }
  /** Uses an invitation up: this account writes along on the draft. */
  | { readonly type: 'join-draft'; readonly hash: string; readonly draft: string }
  | { readonly type: 'leave-draft'; readonly draft: string; readonly account: string };

/** Uses a code up and makes two accounts one: everything of this one goes to `into`. */
export interface JoinAccount {
  readonly type: 'join-account';
  readonly hash: string;
  readonly into: string;
  readonly channel: string;
}
