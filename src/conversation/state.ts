/** What a conversation remembers between two messages: plain JSON, read by every later release. */
import type { AnswerValue } from '../programme/answer.ts';
import type { Consent } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import type { FindLimits } from '../understanding/find-limits.ts';

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
      /** The last answer was none; another such leaves the gap open. */
      readonly again?: true;
    }
  /** What a paper proposes is on screen (`next` is the page still to come), or one of its values is said anew at `change`. */
  | { readonly in: 'intake'; readonly draft: string; readonly next?: number; readonly change?: string }
  /** "Keep, discard or go on?" */
  | { readonly in: 'cancel'; readonly draft: string }
  /** Which of the last two filled fields, or which of two readings; `question`: the path that was asked before; `part`: add to an answer, or replace it. */
  | {
      readonly in: 'choose';
      readonly options: readonly Command[];
      readonly draft?: string;
      readonly question?: string;
      readonly part?: true;
    }
  /** A consent is asked; `then` is done after yes. */
  | { readonly in: 'consent'; readonly kind: Consent['kind']; readonly next: Command }
  /** A yes-no about a dangerous act that names the thing. */
  | { readonly in: 'confirm'; readonly command: Command }
  /** Staff: a reason, or the new deadline, is awaited for this act. */
  | {
      readonly in: 'reason';
      readonly command: Extract<Command, { do: 'act' | 'shortlist' }>;
      readonly wants?: 'deadline';
    }
  /** The owner of a need was asked which of these concepts are right, and what is missing. */
  | { readonly in: 'card'; readonly need: string; readonly names: readonly string[] }
  /** A message for staff is awaited after 转人工; with `offline`, only a number to ring up (R41). */
  | {
      readonly in: 'handoff';
      readonly offline?: { readonly listing: string | null };
      readonly request?: string;
      readonly resume?: string;
    };

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
  readonly search: {
    readonly words: string;
    readonly sector: string | null;
    readonly from: number;
    readonly limits?: FindLimits;
  } | null;
  /** Channel → draft → version last seen there, so that a change made elsewhere is told once. */
  readonly views?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The channel this conversation was joined from by a code; told in the other channels once. */
  readonly joinedFrom?: string | null;
  /** Staff: the case last named on screen at its version then, and its bidders where they were listed. */
  readonly inHand?: {
    readonly case: string;
    readonly version?: number;
    readonly bidders?: readonly string[];
    /** When it was shown, as ISO UTC. */
    readonly at?: string;
  } | null;
}
