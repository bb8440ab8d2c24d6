/** What the reducer says: keys and values, rendered into the reader's language only when the turn is committed. */
import type { DateAnswer, MoneyAnswer } from '../programme/answer.ts';
import type { Bilingual } from '../programme/form.ts';
import type { CaseKind } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';

/** A value put into a message. Strings are people's own words and are never converted or parsed. */
export type Var =
  | string
  | number
  | { readonly money: MoneyAnswer }
  | { readonly date: DateAnswer }
  | { readonly day: string }
  | { readonly bilingual: Bilingual }
  | { readonly key: string; readonly vars?: Readonly<Record<string, Var>> };

/** One catalogue sentence with its values. */
export interface Line {
  readonly key: string;
  readonly vars?: Readonly<Record<string, Var>>;
}

/** A button before rendering. */
export interface SayButton {
  readonly label: Line | { readonly text: string };
  readonly command: Command;
  readonly style?: 'primary' | 'danger';
}

/** A list, need or case shown as a card. */
export interface SayCard {
  readonly title: string;
  /** Short facts under the title: money, deadline, sector. */
  readonly facts: readonly Line[];
  /** Why it is shown: matched words. */
  readonly because: readonly Line[];
  readonly label?: Line;
  readonly button: SayButton;
}

/** A document people can fetch: made from the record when asked for. */
export interface DocumentRef {
  /** `draft`: the form as it stands, to be filled in offline and sent back. */
  readonly document: 'application' | 'need' | 'draft' | 'my-data';
  readonly id: string;
  /** What tells it from others of its kind in its file name: the number of the case, or the title of the form. */
  readonly called?: string | { readonly bilingual: Bilingual };
}

/** One message to one reader. */
export interface Say {
  readonly lines: readonly Line[];
  readonly buttons: readonly SayButton[];
  readonly cards: readonly SayCard[];
  readonly files: readonly DocumentRef[];
  /** Every choice of a long question, for a channel with room for them: shown instead of the buttons and of the lines of this key. */
  readonly menu?: { readonly insteadOf: string; readonly buttons: readonly SayButton[] };
  /** Path of the field this message asks for, when it asks one. */
  readonly asks?: string;
  /** Shown as a QR code beside the text where the channel can: a path of the web channel (`/r/…`). */
  readonly link?: string;
  /** Progress of the stage in hand. */
  readonly progress?: { readonly done: number; readonly of: number };
  /** The last word to somebody whose data are gone: their browsers hear it though they are signed out by then. */
  readonly farewell?: true;
}

/** What a notice in whose thread somebody writes is about, and the version of the case it showed, where it spoke of one. */
export type NoticeAbove = NoticeInfo['case'] & { readonly version?: number };

/** Why a notice is sent, for tests, statistics and minimal detail. */
export interface NoticeInfo {
  readonly kind: string;
  readonly case: {
    /** `request`: no case, but somebody's wish for a person. */
    readonly kind: CaseKind | 'request';
    readonly id: string;
    readonly reference: string;
    readonly sector: string | null;
  };
}
