/** Reads what somebody typed as the value of a field: stored, asked back, or refused with a way to mend it. */
import { FIELD_KINDS, type Field, type FieldKind } from '../programme/form.ts';
import { clean } from '../text/clean.ts';
import { fold, unfold } from '../text/fold.ts';
import { hasResidentId } from '../text/redact.ts';
import { isQuestion } from './question.ts';
import { readChoice, readChoices } from './read-choice.ts';
import { readCreditCode } from './read-credit-code.ts';
import { readDate } from './read-date.ts';
import { readDuration } from './read-duration.ts';
import { readEmail } from './read-email.ts';
import { readMoney } from './read-money.ts';
import { readNumber } from './read-number.ts';
import { readOrcid } from './read-orcid.ts';
import { readPercent } from './read-percent.ts';
import { readPhone } from './read-phone.ts';
import { readRows } from './read-rows.ts';
import { readText } from './read-text.ts';
import { readUrl } from './read-url.ts';
import { readYesNo } from './read-yes-no.ts';
import { type ReadContext, reject, type Said, type ValueParser, type ValueReading } from './reading.ts';

export type { ReadContext, ValueReading } from './reading.ts';

const PARSERS: Readonly<Record<FieldKind, ValueParser>> = {
  text: readText,
  'long-text': readText,
  choice: readChoice,
  'multi-choice': readChoices,
  'yes-no': readYesNo,
  number: readNumber,
  money: readMoney,
  percent: readPercent,
  date: readDate,
  duration: readDuration,
  phone: readPhone,
  email: readEmail,
  'credit-code': readCreditCode,
  orcid: readOrcid,
  url: readUrl,
  file: () => reject('send-file'),
  rows: (said, field, context) => readRows(said, field, context, readSaid),
};

/** A typed value is short; longer texts are not searched for one. */
const LONGEST_VALUE = 400;
const FREE: ReadonlySet<FieldKind> = new Set(['text', 'long-text', 'rows', 'file']);

/** 不是甲，是乙: the one that is meant; null where nothing is taken back. */
function saidInstead({ original, folded }: Said): Said | null {
  const taken =
    /^(?:不对?是?|错了|写错了|not |no,? (?:not )?)[^,，。;；\n]{1,40}[,，。;；\s]+(?:而?是|应该?是|应为|改成|改为|but|it's|it is|i mean)[:：\s]*(?=\S)/.exec(
      folded,
    )?.[0];
  if (taken === undefined || !/^(?:不是|not )/.test(folded)) return null;
  return { original: unfold(original, folded, taken.length, folded.length), folded: folded.slice(taken.length) };
}

function readSaid(said: Said, field: Field, context: ReadContext): ValueReading {
  if (said.folded === '') return reject('empty');
  if (!FREE.has(field.kind) && said.original.length > LONGEST_VALUE)
    return reject('value-long', { max: LONGEST_VALUE });
  if (field.kind !== 'file' && hasResidentId(said.original)) return reject('resident-id');
  if (!FREE.has(field.kind) && field.kind !== 'yes-no' && !/[\p{L}\p{N}]/u.test(said.folded)) return reject('no-words');
  const instead = FREE.has(field.kind) || field.kind === 'yes-no' ? null : saidInstead(said);
  const reading = PARSERS[field.kind](instead ?? said, field, context);
  if (reading.outcome !== 'reject' || FREE.has(field.kind) || !reading.reason.startsWith('not-')) return reading;
  return reading.reason !== 'not-positive' && isQuestion(said.folded) && !/\d{3}/.test(said.folded)
    ? reject('is-question')
    : reading;
}

/** Reads a person's text as the value of `field`. Never throws; a doubtful value is never accepted. */
export function readValue(field: Field, text: string, context: ReadContext): ValueReading {
  const original = clean(text).trim();
  return readSaid({ original, folded: fold(original).trim() }, field, context);
}

/** Every kind has a parser; named here so that a test can hold the two lists together. */
export const READABLE_KINDS: readonly FieldKind[] = FIELD_KINDS;
