/** What a paper says behind the labels of a form: texts by field, rows by field, and numbers of lists it names. */
import type { Field, Form } from '../programme/form.ts';
import { type LabelBook, labelBook } from './label.ts';

/** Words behind a label; `note` is what the label's brackets said, such as the unit. */
export interface FoundText {
  readonly text: string;
  readonly note: string;
}

/** One row of a table as it stands there: cell id → words; `target` is the list's indicator it answers. */
export interface FoundRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly target?: string;
}

/** All that was found. A field may stand several times; a label with nothing behind it is found too. */
export interface Findings {
  readonly texts: ReadonlyMap<string, readonly FoundText[]>;
  readonly rows: ReadonlyMap<string, readonly FoundRow[]>;
  /** What stands behind "number of the list" and the like. */
  readonly listNumbers: readonly string[];
}

/** Labels of one form, and of the cells of each of its rows fields. */
export interface FormBook {
  readonly fields: readonly Field[];
  readonly labels: LabelBook;
  readonly cells: ReadonlyMap<string, LabelBook>;
}

/** Makes the book of a form; its fields carry their options. */
export function formBook(form: Form): FormBook {
  const fields = form.stages.flatMap((stage) => stage.fields);
  const cells = fields
    .filter((field) => field.kind === 'rows')
    .map((field) => [field.id, labelBook(field.cells ?? [])] as const);
  return { fields, labels: labelBook(fields), cells: new Map(cells) };
}

/** Gathers findings while a paper is walked through. */
export interface Gathering {
  text(field: Field, found: FoundText): void;
  row(field: Field, row: FoundRow): void;
  listNumber(number: string): void;
  done(): Findings;
}

/** Begins with nothing. */
export function gathering(): Gathering {
  const texts = new Map<string, FoundText[]>();
  const rows = new Map<string, FoundRow[]>();
  const listNumbers: string[] = [];
  return {
    text: (field, found) => void texts.set(field.id, [...(texts.get(field.id) ?? []), found]),
    row: (field, row) => void rows.set(field.id, [...(rows.get(field.id) ?? []), row]),
    listNumber: (number) => void listNumbers.push(number),
    done: () => ({ texts, rows, listNumbers }),
  };
}

/** How many different fields of the form the paper has something to say about. */
export function labelsFound({ texts, rows }: Findings): number {
  return new Set([...texts.keys(), ...rows.keys()]).size;
}
