/** The closed set of things a message can mean. Buttons, rules and a language model all end here. */
import type { AnswerValue, StoredFile } from '../programme/answer.ts';
import type { CardKind } from '../programme/concept-card.ts';
import type { StaffAction } from '../programme/lifecycle.ts';
import type { Consent, Locale, Track } from '../programme/records.ts';

/** What a typed word of staff decides; which act that is depends on where the case stands. */
export type StaffWord = 'approve' | 'return' | 'ask-more' | 'reject' | 'not-select' | 'publish';

/** What is needed to take a staff act back: the moving parts of the record as they were, never its content. */
export interface ActedStep {
  readonly action: StaffAction;
  readonly group: string;
  readonly at: string;
  /** Version of the record before the act. */
  readonly version: number;
  readonly before: {
    readonly status: string;
    readonly statusSince: string;
    readonly turn: string;
    readonly promisedOn: string | null;
    readonly reason: string | null;
    readonly deadline?: string | null;
    readonly stampedCopy?: boolean;
    readonly listing?: string | null;
  };
}

/** One command. `draft`, `version` and `case` are ids the engine checks; nothing here is trusted. */
export type Command =
  // discover
  | { readonly do: 'start' }
  | {
      readonly do: 'find';
      readonly words?: string;
      readonly sector?: string;
      readonly track?: Track;
      readonly from?: number;
      /** Lists that close on these ISO days only. */
      readonly since?: string;
      readonly until?: string;
      /** Lists that can pay so much, in yuan. */
      readonly least?: number;
      readonly most?: number;
      /** The whole message, where the words name a list to take up: a single clear hit begins its form. */
      readonly take?: string;
    }
  | { readonly do: 'detail'; readonly listing: string }
  /** `words`: the whole message, whose further values fill the form at once. */
  | { readonly do: 'apply'; readonly listing?: string; readonly words?: string }
  | { readonly do: 'post-need'; readonly words?: string }
  /** `words`: the whole message, whose values are put in at once; `here`: the profile is meant, no other paper. */
  | { readonly do: 'profile'; readonly words?: string; readonly here?: boolean }
  // forms
  | { readonly do: 'answer'; readonly text: string }
  | {
      readonly do: 'set';
      readonly path: string;
      readonly value: AnswerValue;
      readonly draft?: string;
      readonly asked?: string;
    }
  | { readonly do: 'correct'; readonly path: string; readonly text: string; readonly draft?: string }
  | { readonly do: 'change'; readonly path: string; readonly draft?: string }
  | { readonly do: 'keep' }
  | { readonly do: 'back' }
  /** `later`: a required question is asked again after all others. */
  | { readonly do: 'skip'; readonly later?: boolean }
  | { readonly do: 'undo' }
  | { readonly do: 'another-row'; readonly yes: boolean; readonly path: string }
  | { readonly do: 'cancel' }
  | { readonly do: 'discard'; readonly draft: string }
  | { readonly do: 'restore'; readonly draft: string }
  | { readonly do: 'pause' }
  /** `case`: the form of that case, at the field staff wrote about; `onward`: its next stage, whatever is open for change before it. */
  | { readonly do: 'resume'; readonly draft?: string; readonly case?: string; readonly onward?: true }
  | {
      readonly do: 'review';
      readonly draft?: string;
      readonly page?: number /** The field asked about. */;
      readonly path?: string;
    }
  | { readonly do: 'submit'; readonly draft?: string; readonly version?: number }
  /** Opens the clinic, or answers its question about one indicator: `text` is the answer, absent means left open. */
  | {
      readonly do: 'clinic';
      readonly draft: string;
      readonly row?: number;
      readonly gap?: 'value' | 'unit' | 'method';
      readonly text?: string;
      /** Enough of it: back to the review. */
      readonly leave?: true;
    }
  | { readonly do: 'preview'; readonly draft?: string; readonly page?: number }
  /** What the owner says a need is about in the words of the trade; no words: rather not said. */
  | { readonly do: 'own-card'; readonly need: string; readonly words: readonly string[] }
  | { readonly do: 'affirm' }
  | { readonly do: 'deny' }
  | { readonly do: 'choose'; readonly n: number }
  // papers
  /** Reads a file or a pasted text into a draft, or into one begun for it; `anyway` although it names another list. */
  | {
      readonly do: 'fill-from';
      readonly paper: StoredFile | { readonly text: string };
      readonly into: { readonly draft: string } | { readonly start: 'need' | 'profile' } | { readonly listing: string };
      readonly anyway?: boolean;
    }
  /** What becomes of the values a paper proposes; `n` is the number the list showed, `text` its value said anew. */
  | {
      readonly do: 'intake';
      readonly draft: string;
      readonly act: 'take' | 'drop' | 'show' | 'change' | 'leave-out';
      readonly page?: number;
      readonly n?: number;
      readonly text?: string;
    }
  // account
  | { readonly do: 'consent'; readonly kind: Consent['kind']; readonly yes: boolean; readonly next?: Command }
  /** `case`: one that was handed in; null: none of those, something else is secret. */
  | { readonly do: 'offline'; readonly draft?: string; readonly case?: string | null; readonly page?: number }
  /** Without a locale it asks which. */
  | { readonly do: 'language'; readonly locale?: Locale }
  | { readonly do: 'status'; readonly case?: string }
  | { readonly do: 'withdraw'; readonly case?: string; readonly confirmed?: boolean }
  | { readonly do: 'return-link'; readonly revoke?: boolean }
  | { readonly do: 'my-data' }
  /** `withdraw`: what can still be taken back is, before. */
  | { readonly do: 'delete-data'; readonly confirmed?: boolean; readonly withdraw?: boolean }
  // looking after people
  /** Without a code: makes one for another channel. With one: joins that channel's account, or a colleague's draft. */
  | { readonly do: 'join-code'; readonly code?: string }
  /** Saves a wish; without words and sector the last search, or the profile. `instead`: in the place of the only one saved. */
  | {
      readonly do: 'subscribe';
      readonly words?: string;
      readonly sector?: string;
      readonly profile?: boolean;
      readonly instead?: boolean;
    }
  | { readonly do: 'subscriptions' }
  /** Ends one wish, or all of them with all reminders. */
  | { readonly do: 'unsubscribe'; readonly id?: string }
  | {
      readonly do: 'care';
      readonly rhythm?: 'at-once' | 'daily' | 'weekly';
      readonly quiet?: readonly [number, number];
      readonly reminders?: true;
    }
  /** Days without anything unasked; 0 ends it. */
  | { readonly do: 'snooze'; readonly days?: number }
  | { readonly do: 'no-reminder'; readonly draft: string }
  | { readonly do: 'invite'; readonly draft?: string }
  | { readonly do: 'colleagues'; readonly draft?: string }
  | { readonly do: 'remove-colleague'; readonly draft: string; readonly account: string }
  // talk
  | { readonly do: 'ask'; readonly question: string }
  /** `question`: words about the field in hand that the programme's rules may answer as well. */
  | { readonly do: 'help'; readonly question?: string }
  /** `request`: more about a wish for a person that was passed on before. */
  /** `drop`: nobody is needed after all for the wish named. */
  | { readonly do: 'handoff'; readonly text?: string; readonly request?: string; readonly drop?: true }
  | { readonly do: 'thanks' }
  | { readonly do: 'none'; readonly text: string }
  // staff
  | {
      readonly do: 'act';
      readonly case: string;
      readonly action: StaffAction;
      readonly version?: number;
      readonly reason?: string;
      /** Extend: the new deadline. */
      readonly deadline?: string;
    }
  /** `also`: further steps of the same act on bids of this list; all are taken back or none. */
  | {
      readonly do: 'take-back';
      readonly case: string;
      readonly acted: ActedStep;
      readonly also?: readonly { readonly case: string; readonly acted: ActedStep }[];
    }
  | { readonly do: 'queue' }
  /** An answer to somebody's wish for a person, word for word; `version` is the one it was read at. */
  | { readonly do: 'answer-request'; readonly request: string; readonly text: string; readonly version?: number }
  | { readonly do: 'close-request'; readonly request: string; readonly version?: number }
  /** A message that was put aside: tried again, or left. */
  | {
      readonly do: 'settle-message';
      readonly box: 'inbox' | 'outbox';
      readonly id: number;
      readonly retry: boolean;
    }
  /** Typed words of staff about the case in hand, or about `case`. */
  | {
      readonly do: 'staff-word';
      readonly word: StaffWord;
      readonly case?: string;
      /** The version that was on screen. */
      readonly version?: number;
      readonly reason?: string;
      /** Words that name the case: it is looked for among what waits, shown, and asked about. */
      readonly about?: string;
      /** Named by nobody before: asked about before anything is done. */
      readonly unseen?: true;
    }
  /** Several bidders at once: after the screen that names them. */
  | {
      readonly do: 'shortlist';
      readonly listing: string;
      readonly cases: readonly string[];
      /** Why one of them is recommended although it has a conflict of interest. */
      readonly reason?: string;
    }
  | { readonly do: 'open-case'; readonly case: string }
  /** The concept card of a list or need, each line as typed; `seen` is when the card that was edited was made, null for a first one. */
  | {
      readonly do: 'save-card';
      readonly case: string;
      readonly seen: string | null;
      readonly lines: Readonly<Record<CardKind, string>>;
    }
  /** A few sentences about a case, where a language model is switched on. */
  | { readonly do: 'summarise'; readonly case: string }
  | {
      /** A list drafted or edited on the desk: each field as typed, by field id of the programme's listing form. */
      readonly do: 'save-listing';
      readonly listing?: string;
      readonly version?: number;
      readonly track: Track;
      readonly fields: Readonly<Record<string, string>>;
    };

/** The name of a command. */
export type CommandName = Command['do'];
