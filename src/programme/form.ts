/** Forms as data: what a form file holds. A new kind is code, a new question is data. */
import type { AnswerValue } from './answer.ts';

/** A text in both languages; traditional Chinese is made from `zh`. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The closed set of field kinds. */
export const FIELD_KINDS = [
  'text',
  'long-text',
  'choice',
  'multi-choice',
  'yes-no',
  'number',
  'money',
  'percent',
  'date',
  'duration',
  'phone',
  'email',
  'credit-code',
  'orcid',
  'url',
  'file',
  'rows',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One choice of a choice field; `aliases` are other words people type for it. */
export interface Option {
  readonly id: string;
  readonly label: Bilingual;
  readonly aliases?: readonly string[];
}

/** When a field is asked: all conditions hold. Paths name earlier fields of the form, `case.track` or `switch.NAME`. */
export interface Condition {
  readonly field: string;
  readonly equals?: AnswerValue;
  readonly notEquals?: AnswerValue;
  readonly answered?: boolean;
}

/** One question, or one cell of a `rows` field. */
export interface Field {
  /** Unique in the form, stable over versions: answers are keyed by it. */
  readonly id: string;
  readonly kind: FieldKind;
  /** Short name for reviews and corrections (预算 / budget). */
  readonly label: Bilingual;
  /** Other names people use for the field in corrections. */
  readonly aliases?: readonly string[];
  /** Names papers give the field: forms of other places, older notices. Matched when a paper is read, never in talk. */
  readonly onPaper?: readonly string[];
  /** Long text: a list of papers, patents and the like pasted for the form belongs here, one a line. */
  readonly holds?: 'publications';
  /** The whole question as it is asked. */
  readonly question: Bilingual;
  /** An example answer, shown with the question. */
  readonly example?: Bilingual;
  /** What it means and where to find it, shown on 帮助. */
  readonly help?: Bilingual;
  readonly required: boolean;
  readonly options?: readonly Option[];
  /** `sectors`, `cities`, … : options taken from the programme file. */
  readonly optionsFrom?: 'sectors' | 'cities' | 'recommenders';
  /** Text: characters; number, money (yuan), percent, duration (months): value; rows: count; file: count. */
  readonly min?: number;
  readonly max?: number;
  /** Digits kept behind the point for money in 万元 and numbers. */
  readonly decimals?: number;
  /** Shown unit, e.g. 万元. */
  readonly unit?: Bilingual;
  /** Money: a range is an answer; 未定 is an answer. */
  readonly allowRange?: boolean;
  readonly allowUndecided?: boolean;
  /** Date: must lie after the day of answering. */
  readonly future?: boolean;
  /** Phone: which numbers count. Text: it must hold such a number; `or-email` also takes a mail address. */
  readonly phone?: 'mobile' | 'any' | 'or-email';
  /** Yes-no: only yes is a valid answer, as for a pledge. */
  readonly mustAgree?: boolean;
  /** Cells of a `rows` field. */
  readonly cells?: readonly Field[];
  /** Rows: how "another one?" is asked. */
  readonly more?: Bilingual;
  /** Rows: where a row per indicator of the list is asked, the list's indicators are the rows. */
  readonly rowPer?: 'list-indicator';
  /** Text: what the chat checks beyond length: indicators for value, unit and method (R36). */
  readonly clinic?: 'indicators';
  /** Offered as one yes when the profile or an earlier case of the account knows it: its field id there. */
  readonly from?: string;
  readonly showIf?: readonly Condition[];
}

/** A rule over several fields of one form. */
export type FormRule =
  /** `limit` is a field of the form or `list.money` (the list's upper bound); `warn` only mentions it. */
  | {
      readonly kind: 'at-most-field';
      readonly field: string;
      readonly limit: string;
      readonly warn?: boolean;
      readonly message: Bilingual;
    }
  | { readonly kind: 'ordered-dates'; readonly rows: string; readonly cell: string; readonly message: Bilingual }
  /** The last date lies no later than the list's term counted from the day of answering. */
  | { readonly kind: 'within-term'; readonly rows: string; readonly cell: string; readonly message: Bilingual }
  | {
      readonly kind: 'sums-to';
      readonly rows: string;
      readonly cell: string;
      readonly total: number | string;
      readonly message: Bilingual;
    }
  | {
      readonly kind: 'warn-terms';
      readonly field: string;
      readonly terms: readonly string[];
      readonly message: Bilingual;
    };

/** A part of a form that is asked at one time and handed in as a whole. */
export interface Stage {
  readonly id: string;
  readonly title: Bilingual;
  /** What handing in this stage makes or moves. */
  readonly submits: 'need' | 'need-complete' | 'interest' | 'application' | 'profile' | 'listing';
  readonly fields: readonly Field[];
}

/** One form file after loading. */
export interface Form {
  readonly id: string;
  readonly version: number;
  readonly title: Bilingual;
  readonly stages: readonly Stage[];
  readonly rules: readonly FormRule[];
}
