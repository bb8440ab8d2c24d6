/** The reducer's contract: (state, event, book) → state, queries, effects. Everything is plain JSON. */
import type { StoredFile } from '../programme/answer.ts';
import type { Care } from '../programme/care.ts';
import type { ConflictCheck } from '../programme/conflict-check.ts';
import type { Form } from '../programme/form.ts';
import type { IndicatorKinds } from '../programme/load-indicator-kinds.ts';
import type { Programme } from '../programme/programme.ts';
import type {
  Account,
  CaseKind,
  CaseRecord,
  Consent,
  Draft,
  Listing,
  Locale,
  Membership,
  Profile,
} from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import type { GuessIntents } from '../understanding/guess.ts';
import type { Address } from './address.ts';
import type { CareEffect, CareEvent, CareQuery, JoinAccount } from './care-types.ts';
import type { Hit } from './hit.ts';
import type { IntakeEvent, IntakeQuery } from './intake-types.ts';
import type { ModelEvent, ModelQuery } from './model-types.ts';
import type { PersonRequest } from './person-request.ts';
import type { Line, NoticeAbove, NoticeInfo, Say } from './say.ts';
import type { State } from './state.ts';

export type { Hit } from './hit.ts';
export type { Focus, State } from './state.ts';

/** Facts every event carries; the reducer reads no clock and makes no ids of its own. */
export interface EventStamp {
  /** Received-at, ISO. Deadlines are decided by it. */
  readonly at: string;
  /** 128 random bits of the accepted message, hex; ids are derived from it. */
  readonly turn: string;
  readonly channel: string;
  /** True where others read along. */
  readonly shared?: boolean;
  /** The notice in whose thread it was written. */
  readonly under?: NoticeAbove;
}

/** What happened. */
export type Event = EventStamp &
  (
    | CareEvent
    | IntakeEvent
    | ModelEvent
    | { readonly type: 'opened' }
    | { readonly type: 'said'; readonly text: string }
    | { readonly type: 'chose'; readonly command: Command; readonly asked?: string }
    | { readonly type: 'stale-button' }
    | {
        readonly type: 'sent-files';
        readonly files: readonly StoredFile[];
        readonly refused: readonly { readonly name: string; readonly reason: string }[];
        readonly caption?: string;
      }
    /** `saidAt`: when the message was first sent, ISO, where it is known. */
    | { readonly type: 'edited'; readonly text: string; readonly original: string; readonly saidAt?: string }
    | { readonly type: 'sent-unreadable'; readonly what: 'voice' | 'sticker' | 'other' }
    | {
        readonly type: 'matched';
        readonly query: Extract<Query, { type: 'match' }>;
        readonly hits: readonly Hit[];
        /** True when even the best hit more likely does not fit than fits. */
        readonly onlyNear?: boolean;
      }
    | {
        readonly type: 'fits-found';
        readonly query: Extract<Query, { type: 'fits' }>;
        readonly similar: readonly Hit[];
        readonly teams: number;
        readonly words: readonly string[];
      }
    | {
        readonly type: 'card-drafted';
        readonly query: Extract<Query, { type: 'draft-card' }>;
        /** The concepts the text seems to be about; null where nothing is known that could tell. */
        readonly names: readonly string[] | null;
      }
    | { readonly type: 'case-read'; readonly query: Extract<Query, { type: 'case' }>; readonly case: CaseView | null }
    | {
        readonly type: 'queue-read';
        readonly query: Extract<Query, { type: 'queue' }>;
        readonly cases: readonly CaseRecord[];
        readonly total: number;
      }
    | {
        readonly type: 'request-read';
        readonly query: Extract<Query, { type: 'request' }>;
        readonly request: PersonRequest | null;
      }
  );

/** A case with what belongs to it, as its reader may see it. */
export interface CaseView {
  readonly record: CaseRecord;
  /** Shortlisted or preselected applications of the same list, for limits. */
  readonly siblings: readonly CaseRecord[];
  readonly listing: Listing | null;
  /** For a list: the need it was made from, where its reader may see it. */
  readonly need?: CaseRecord | null;
  /** The account that owns the case, for telling it. */
  readonly owner: Account | null;
  /** For staff who may read the bids: how each stands to the owner of the list. */
  readonly conflicts?: readonly { readonly bid: string; readonly check: ConflictCheck }[];
  /** Last audit rows that moved the case, newest first: who and when for the second presser. */
  readonly moves: readonly {
    readonly at: string;
    readonly actor: string;
    readonly actorName: string | null;
    readonly action: string;
    readonly to: string | null;
  }[];
}

/** A question the reducer must have answered within the turn. Read-only: asking twice is harmless. */
export type Query =
  | CareQuery
  | IntakeQuery
  | ModelQuery
  | {
      readonly type: 'match';
      readonly words: string;
      readonly sector: string | null;
      readonly track: string | null;
      readonly openOnly: boolean;
      /** Lists that close on these ISO days only. */
      readonly since?: string;
      readonly until?: string;
      /** Lists that can pay so much, in yuan. */
      readonly least?: number;
      readonly most?: number;
      readonly from: number;
      readonly limit: number;
      /** `paste`: a long text somebody wrote for something else, read whole. */
      readonly purpose: 'search' | 'open-question' | 'profile' | 'paste';
      /** The whole message, where the words name a list to take up. */
      readonly take?: string;
    }
  /** Similar lists, and how many consenting teams may fit, for the owner of a new need. */
  | { readonly type: 'fits'; readonly need: string; readonly words: string }
  /** What a need seems to be about, to ask its owner. */
  | { readonly type: 'draft-card'; readonly need: string; readonly words: string }
  /** Reads a case after `can(actor, …)`; null for "not yours" and "not there" alike. `by` is an id or a reference. */
  | { readonly type: 'case'; readonly by: string; readonly next: Command }
  /** `next`: a decision in words that looks for its case there. */
  | { readonly type: 'queue'; readonly limit: number; readonly next?: Extract<Command, { do: 'staff-word' }> }
  /** Reads a wish for a person; null for one that is not the actor's to read. */
  | { readonly type: 'request'; readonly by: string; readonly next: Command };

/** Whom a notice goes to. */
export type Recipient =
  | { readonly account: string; readonly at?: Address }
  /** All staff who answer for the sector: desk, and Slack or group webhook where configured. */
  | { readonly staff: { readonly sector: string | null } };

/** A consequence. All effects of a turn are committed with the new state, or none are. */
export type Effect =
  | CareEffect
  | JoinAccount
  | { readonly type: 'reply'; readonly say: Say }
  | {
      readonly type: 'tell';
      readonly to: Recipient;
      readonly say: Say;
      readonly notice: NoticeInfo /** Version of the case this notice speaks of; staff messages can be found again by it. */;
      readonly version?: number /** Version whose staff messages this one replaces in place. */;
      readonly replaces?: number /** Deliveries of one group can be taken back together. */;
      readonly group?: string;
      readonly delaySeconds?: number;
    }
  | { readonly type: 'save-draft'; readonly draft: Draft }
  | { readonly type: 'delete-draft'; readonly id: string }
  /** Writes a case; `expected` is the version it was read at, 0 for a new one. Also writes the audit row. */
  | {
      readonly type: 'save-case';
      readonly record: CaseRecord;
      readonly expected: number;
      readonly action: string;
      readonly from: string | null;
      readonly reason?: string;
      /** R41: words of the case that must not stand anywhere any more. */
      readonly forget?: readonly string[];
    }
  | { readonly type: 'save-profile'; readonly profile: Profile; readonly expected: number }
  | { readonly type: 'save-account'; readonly account: Account }
  | { readonly type: 'save-consent'; readonly consent: Consent }
  | { readonly type: 'withdraw-consent'; readonly kind: Consent['kind'] }
  /** A personal return link: only the hash of the token is kept. */
  | { readonly type: 'save-return-link'; readonly tokenHash: string }
  /** Browsers that came in by the links are signed out, but for `keep`: the hash of the session in hand, filled in by the engine. */
  | { readonly type: 'revoke-return-links'; readonly keep?: string }
  /** Takes a staff act back: deletes the unsent deliveries of the group. */
  | { readonly type: 'cancel-group'; readonly group: string }
  | {
      readonly type: 'audit';
      readonly action: string;
      readonly object: { readonly kind: string; readonly id: string };
      readonly from: string | null;
      readonly to: string | null;
    }
  /** A suggestion was shown: logged, 仅供宣传对接参考. */
  | { readonly type: 'log-suggestion'; readonly listings: readonly string[]; readonly purpose: string }
  /** A request for a person: staff see it with the summary. */
  | { readonly type: 'handoff'; readonly request: PersonRequest }
  | {
      readonly type: 'save-request';
      readonly request: PersonRequest;
      readonly expected: number;
      readonly action: string;
    }
  | { readonly type: 'settle-message'; readonly box: 'inbox' | 'outbox'; readonly id: number; readonly retry: boolean }
  | { readonly type: 'delete-account' }
  /** R41: what the person said so far may hold a secret: the talk, not the cases, is forgotten at once. */
  | {
      readonly type: 'forget-talk';
      readonly colleagues?: readonly string[] /** Who wrote along on it: theirs too. */;
      readonly drafts?: readonly string[] /** Who ever wrote along on these: theirs as well. */;
      readonly messages?: true /** Only the messages: no consent came, and wishes for a person or for notices stay. */;
    };

/** One step of the reducer. */
export interface Step {
  readonly state: State;
  readonly queries: readonly Query[];
  readonly effects: readonly Effect[];
}

/** What the person has: read before the turn, kept current by the turn's own effects. */
export interface Mine {
  readonly account: Account;
  readonly memberships: readonly Membership[];
  readonly consents: readonly Consent[];
  readonly profile: Profile | null;
  /** Open drafts, and those submitted (for later stages) or discarded within 24 h. */
  readonly drafts: readonly Draft[];
  /** The person's needs, interests and applications. */
  readonly cases: readonly CaseRecord[];
  readonly hasReturnLink: boolean;
  /** Wishes, quiet hours, colleagues; absent means none. */
  readonly care?: Care;
  /** Wishes for a person that this very turn made or changed. */
  readonly asked?: readonly PersonRequest[];
}

/** Lists by every way people name them. Built from the engine's snapshot of public lists. */
export interface Shelf {
  /** By id, or by the reference people see. */
  byId(id: string): Listing | undefined;
  /** Open for bids at `at`, soonest deadline first. */
  open(at: string): readonly Listing[];
  /** Lists whose title or reference holds these words, best first; for 电工钢那个榜. */
  named(words: string): readonly Listing[];
}

/** An immutable snapshot: all a pure reducer may know beside state and event. */
export interface Book {
  readonly programme: Programme;
  form(id: string): Form;
  readonly mine: Mine;
  readonly shelf: Shelf;
  /** A catalogue sentence in the person's language, or in the one the step changes to. */
  text(line: Line, locale?: Locale): string;
  /** Questions of the need clinic, by kind of indicator. */
  readonly clinic: IndicatorKinds;
  /** The article of the knowledge base that answers a question, by id; null when there is no source. */
  articleFor(question: string): string | null;
  /** The second reader of typed messages; left out, the rules read alone. */
  readonly guess?: GuessIntents;
  /** Text versions people consent to: kind → {version, hash}. */
  consentText(kind: Consent['kind'], locale: Locale): { readonly version: string; readonly hash: string };
  /** The language model that is switched on, as people are told of it; null without one: then no model query is asked. */
  readonly model: string | null;
  /** True where the operator switched a channel abroad on (R42). */
  readonly caseKinds: readonly CaseKind[];
}

/** The pure core. */
export type Reduce = (state: State, event: Event, book: Book) => Step;
