/** The reducer's contract: (state, event, book) → state, queries, effects. Everything is plain JSON. */
import type { AnswerValue, StoredFile } from '../programme/answer.ts';
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
import type { Line, NoticeInfo, Say } from './say.ts';

/** What the open question is about. */
export type Focus =
  | { readonly in: 'idle' }
  /** A question of a form is open at `path`; `version` is the draft version it was asked on. */
  | {
      readonly in: 'field';
      readonly draft: string;
      readonly path: string;
      readonly misses: number;
      readonly returning?: boolean;
    }
  /** A doubtful value is shown and asked: yes stores it. */
  | {
      readonly in: 'confirm-value';
      readonly draft: string;
      readonly path: string;
      readonly value: AnswerValue;
      readonly returning?: boolean;
    }
  /** The review is on screen, for exactly this draft version; only now does a bare yes submit, and only on its last page (`next` is the page still to come). */
  | { readonly in: 'review'; readonly draft: string; readonly version: number; readonly next?: number }
  /** The clinic asks about one gap of one indicator; anything typed is its answer. */
  | {
      readonly in: 'clinic';
      readonly draft: string;
      readonly row: number;
      readonly gap: 'value' | 'unit' | 'method';
      readonly asked: number;
    }
  /** "Keep, discard or go on?" */
  | { readonly in: 'cancel'; readonly draft: string }
  /** Which of the last two filled fields, or which of two readings. */
  | { readonly in: 'choose'; readonly options: readonly Command[]; readonly draft?: string }
  /** A consent is asked; `then` is done after yes. */
  | { readonly in: 'consent'; readonly kind: Consent['kind']; readonly next: Command }
  /** A yes-no about a dangerous act that names the thing. */
  | { readonly in: 'confirm'; readonly command: Command }
  /** Staff: a reason, or the new deadline, is awaited for this act. */
  | { readonly in: 'reason'; readonly command: Extract<Command, { do: 'act' }>; readonly wants?: 'deadline' }
  /** A message for staff is awaited after 转人工; with `offline`, only a number to ring up (R41). */
  | { readonly in: 'handoff'; readonly offline?: { readonly listing: string | null } };

/** The conversation of one account. Drafts and records are not in it: the chat is only a view of them. */
export interface State {
  readonly v: 1;
  readonly focus: Focus;
  /** Ids of the lists last shown, in order, for 第二个. */
  readonly shown: readonly string[];
  /** The list last spoken of, for 这个榜. */
  readonly about: string | null;
  /** Parked drafts, the latest last; at most two. */
  readonly parked: readonly string[];
  /** Hash of the last text sent, so that it is never sent twice running. */
  readonly lastSaid: string;
  /** Messages not understood in a row. */
  readonly misses: number;
  /** What the last message offered to tap, in order: its label can be typed, or its number. */
  readonly offered: readonly { readonly label: string; readonly command: Command }[];
  /** The last search, for 更多. */
  readonly search: { readonly words: string; readonly sector: string | null; readonly from: number } | null;
}

/** Facts every event carries; the reducer reads no clock and makes no ids of its own. */
export interface EventStamp {
  /** Received-at, ISO. Deadlines are decided by it. */
  readonly at: string;
  /** 128 random bits of the accepted message, hex; ids are derived from it. */
  readonly turn: string;
  readonly channel: string;
}

/** What happened. */
export type Event = EventStamp &
  (
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
    | { readonly type: 'edited'; readonly text: string; readonly original: string }
    | { readonly type: 'sent-unreadable'; readonly what: 'voice' | 'sticker' | 'other' }
    | { readonly type: 'understood'; readonly text: string; readonly command: Command | null }
    | { readonly type: 'matched'; readonly query: Extract<Query, { type: 'match' }>; readonly hits: readonly Hit[] }
    | {
        readonly type: 'fits-found';
        readonly query: Extract<Query, { type: 'fits' }>;
        readonly similar: readonly Hit[];
        readonly teams: number;
        readonly words: readonly string[];
      }
    | { readonly type: 'case-read'; readonly query: Extract<Query, { type: 'case' }>; readonly case: CaseView | null }
    | {
        readonly type: 'queue-read';
        readonly query: Extract<Query, { type: 'queue' }>;
        readonly cases: readonly CaseRecord[];
        readonly total: number;
      }
  );

/** A list that fits, with the reasons a person can check. */
export interface Hit {
  readonly listing: Listing;
  /** 0…1. */
  readonly score: number;
  /** The person's words that met the list's, in their own spelling. */
  readonly because: readonly { readonly yours: string; readonly theirs: string }[];
  /** The same reasons in a model's words, checked to hold nothing else; left out without a model. */
  readonly explanation?: string;
}

/** A case with what belongs to it, as its reader may see it. */
export interface CaseView {
  readonly record: CaseRecord;
  /** Shortlisted or preselected applications of the same list, for limits. */
  readonly siblings: readonly CaseRecord[];
  readonly listing: Listing | null;
  /** The account that owns the case, for telling it. */
  readonly owner: Account | null;
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
  | { readonly type: 'understand'; readonly text: string }
  | {
      readonly type: 'match';
      readonly words: string;
      readonly sector: string | null;
      readonly track: string | null;
      readonly openOnly: boolean;
      readonly from: number;
      readonly limit: number;
      readonly purpose: 'search' | 'open-question' | 'profile';
    }
  /** Similar lists, and how many consenting teams fit, for the owner of a new need. */
  | { readonly type: 'fits'; readonly need: string; readonly words: string }
  /** Reads a case after `can(actor, …)`; null for "not yours" and "not there" alike. `by` is an id or a reference. */
  | { readonly type: 'case'; readonly by: string; readonly next: Command }
  | { readonly type: 'queue'; readonly limit: number };

/** Whom a notice goes to. */
export type Recipient =
  | { readonly account: string }
  /** All staff who answer for the sector: desk, and Slack or group webhook where configured. */
  | { readonly staff: { readonly sector: string | null } };

/** A consequence. All effects of a turn are committed with the new state, or none are. */
export type Effect =
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
    }
  | { readonly type: 'save-profile'; readonly profile: Profile; readonly expected: number }
  | { readonly type: 'save-account'; readonly account: Account }
  | { readonly type: 'save-consent'; readonly consent: Consent }
  | { readonly type: 'withdraw-consent'; readonly kind: Consent['kind'] }
  /** A personal return link: only the hash of the token is kept. */
  | { readonly type: 'save-return-link'; readonly tokenHash: string }
  | { readonly type: 'revoke-return-links' }
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
  | { readonly type: 'handoff'; readonly text: string }
  | { readonly type: 'delete-account' }
  /** R41: what the person said so far may hold a secret: the talk, not the cases, is forgotten at once. */
  | { readonly type: 'forget-talk' };

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
  /** A catalogue sentence in the person's language, for recognising typed labels. */
  text(line: Line): string;
  /** Questions of the need clinic, by kind of indicator. */
  readonly clinic: IndicatorKinds;
  /** Text versions people consent to: kind → {version, hash}. */
  consentText(kind: Consent['kind'], locale: Locale): { readonly version: string; readonly hash: string };
  /** True when a language model is configured: the query `understand` may be asked. */
  readonly hasModel: boolean;
  /** True where the operator switched a channel abroad on (R42). */
  readonly caseKinds: readonly CaseKind[];
}

/** The pure core. */
export type Reduce = (state: State, event: Event, book: Book) => Step;
