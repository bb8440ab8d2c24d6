/** The closed set of things a message can mean. Buttons, rules and a language model all end here. */
import type { AnswerValue } from '../programme/answer.ts';
import type { StaffAction } from '../programme/lifecycle.ts';
import type { Consent, Locale, Track } from '../programme/records.ts';

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
    }
  | { readonly do: 'detail'; readonly listing: string }
  /** `words`: the whole message, whose further values fill the form at once. */
  | { readonly do: 'apply'; readonly listing?: string; readonly words?: string }
  | { readonly do: 'post-need'; readonly words?: string }
  | { readonly do: 'profile' }
  // forms
  | { readonly do: 'answer'; readonly text: string }
  | {
      readonly do: 'set';
      readonly path: string;
      readonly value: AnswerValue;
      readonly draft?: string;
      readonly asked?: string;
    }
  | { readonly do: 'correct'; readonly path: string; readonly text: string }
  | { readonly do: 'change'; readonly path: string; readonly draft?: string }
  | { readonly do: 'keep' }
  | { readonly do: 'back' }
  | { readonly do: 'skip' }
  | { readonly do: 'undo' }
  | { readonly do: 'another-row'; readonly yes: boolean; readonly path: string }
  | { readonly do: 'cancel' }
  | { readonly do: 'discard'; readonly draft: string }
  | { readonly do: 'restore'; readonly draft: string }
  | { readonly do: 'pause' }
  | { readonly do: 'resume'; readonly draft?: string }
  | { readonly do: 'review'; readonly draft?: string; readonly page?: number }
  | { readonly do: 'submit'; readonly draft?: string; readonly version?: number }
  /** Opens the clinic, or answers its question about one indicator: `text` is the answer, absent means left open. */
  | {
      readonly do: 'clinic';
      readonly draft: string;
      readonly row?: number;
      readonly gap?: 'value' | 'unit' | 'method';
      readonly text?: string;
    }
  | { readonly do: 'preview'; readonly draft: string }
  | { readonly do: 'affirm' }
  | { readonly do: 'deny' }
  | { readonly do: 'choose'; readonly n: number }
  // account
  | { readonly do: 'consent'; readonly kind: Consent['kind']; readonly yes: boolean; readonly next?: Command }
  | { readonly do: 'offline'; readonly draft?: string }
  | { readonly do: 'language'; readonly locale: Locale }
  | { readonly do: 'status'; readonly case?: string }
  | { readonly do: 'withdraw'; readonly case?: string; readonly confirmed?: boolean }
  | { readonly do: 'return-link'; readonly revoke?: boolean }
  | { readonly do: 'my-data' }
  | { readonly do: 'delete-data'; readonly confirmed?: boolean }
  // talk
  | { readonly do: 'ask'; readonly question: string }
  | { readonly do: 'help' }
  | { readonly do: 'handoff'; readonly text?: string }
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
  | { readonly do: 'take-back'; readonly case: string; readonly acted: ActedStep }
  | { readonly do: 'queue' }
  | { readonly do: 'open-case'; readonly case: string }
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
