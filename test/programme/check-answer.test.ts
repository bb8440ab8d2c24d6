import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AnswerValue } from '../../src/programme/answer.ts';
import { checkAnswer } from '../../src/programme/check-answer.ts';
import { FIELD_KINDS, type Field, type FieldKind } from '../../src/programme/form.ts';
import { context, dataFile } from './real-forms.ts';

function field(kind: FieldKind, change: Partial<Field> = {}): Field {
  const text = { zh: '示例', en: 'Example' };
  return { id: 'x', kind, label: text, question: text, required: true, ...change };
}

/** `ok`, or the reason. */
function verdict(of: Field, value: AnswerValue): string {
  const check = checkAnswer(of, value, context);
  return check.ok ? 'ok' : check.reason;
}

const day = (date: string): AnswerValue => ({ start: date, end: date, precision: 'day' });
const options = [
  { id: 'a', label: { zh: '甲', en: 'A' } },
  { id: 'b', label: { zh: '乙', en: 'B' } },
];

const TABLE: readonly [string, Field, AnswerValue, string][] = [
  ['text', field('text'), '电工钢', 'ok'],
  ['a long text', field('long-text', { max: 1000 }), '放几天就结晶', 'ok'],
  ['too long a text', field('long-text', { max: 1000 }), '揭'.repeat(1001), 'text-long'],
  ['only blanks', field('text'), '   ', 'text-short'],
  ['a text at its bound, emoji counted as one', field('text', { max: 2 }), '🌾🌾', 'ok'],
  ['a text over its bound', field('text', { max: 2 }), '电工钢', 'text-long'],
  ['a text under its bound', field('text', { min: 5 }), '电工钢', 'text-short'],
  ['a contact with a mobile', field('text', { phone: 'any' }), '张工 136 0013 6000', 'ok'],
  ['a contact in full-width digits', field('text', { phone: 'any' }), '张工１３６００１３６０００', 'ok'],
  ['a contact with a landline', field('text', { phone: 'any' }), '王五，0791-88880000转8012', 'ok'],
  ['a contact abroad', field('text', { phone: 'any' }), 'Anna +49 30 1234567', 'ok'],
  ['a contact without a number', field('text', { phone: 'any' }), '微信联系张工', 'no-phone-in-it'],
  ['a number without its area code', field('text', { phone: 'any' }), '张工 88880000', 'no-phone-in-it'],
  ['a mail where a number is wanted', field('text', { phone: 'any' }), 'chen@example.com', 'no-phone-in-it'],
  ['a mail where either will do', field('text', { phone: 'or-email' }), '请发 wang.lei@example.com。', 'ok'],
  ['neither', field('text', { phone: 'or-email' }), '张三@微信', 'not-a-contact'],
  ['a choice', field('choice', { options }), 'b', 'ok'],
  ['a choice that is none', field('choice', { options }), 'c', 'not-a-choice'],
  ['a sector of the programme', field('choice', { optionsFrom: 'sectors' }), 'materials', 'ok'],
  ['a recommender of the programme', field('choice', { optionsFrom: 'recommenders' }), 'sasac', 'ok'],
  ['several choices', field('multi-choice', { options }), ['a', 'b'], 'ok'],
  ['too many choices', field('multi-choice', { options, max: 1 }), ['a', 'b'], 'choices-many'],
  ['no choice at all', field('multi-choice', { options }), [], 'choices-few'],
  ['no', field('yes-no'), false, 'ok'],
  ['no to a pledge', field('yes-no', { mustAgree: true }), false, 'must-agree'],
  ['a number', field('number', { min: 1, max: 9, decimals: 0 }), 9, 'ok'],
  ['a number above', field('number', { max: 9 }), 10, 'number-above'],
  ['a broken number', field('number', { decimals: 0 }), 4.5, 'decimals'],
  ['no number', field('number'), Number.NaN, 'wrong-kind'],
  ['a share', field('percent', { max: 100 }), 40, 'ok'],
  ['a share below nothing', field('percent'), -1, 'percent-below'],
  ['money', field('money'), { yuan: 30_000_000 }, 'ok'],
  ['half a yuan', field('money'), { yuan: 0.5 }, 'wrong-kind'],
  ['money below', field('money', { min: 5_000_000 }), { yuan: 800_000 }, 'money-below'],
  ['money above', field('money', { max: 10_000_000 }), { yuan: 10_000_001 }, 'money-above'],
  ['a range where a figure is wanted', field('money'), { min: 1, max: 2 }, 'one-figure'],
  ['a range', field('money', { allowRange: true }), { min: 5_000_000, max: 10_000_000 }, 'ok'],
  ['a range backwards', field('money', { allowRange: true }), { min: 2, max: 1 }, 'range-backwards'],
  ['未定 where it may be', field('money', { allowUndecided: true }), { undecided: true }, 'ok'],
  ['未定 where it may not', field('money'), { undecided: true }, 'undecided'],
  ['money of nothing', field('money'), {}, 'wrong-kind'],
  ['a day', field('date'), day('2027-01-08'), 'ok'],
  ['a day the calendar does not have', field('date'), day('2027-02-30'), 'wrong-kind'],
  ['today where the future is wanted', field('date', { future: true }), day('2026-11-22'), 'past'],
  ['tomorrow', field('date', { future: true }), day('2026-11-23'), 'ok'],
  ['a term', field('duration', { min: 1, max: 36 }), { months: 36 }, 'ok'],
  ['too long a term', field('duration', { max: 36 }), { months: 37 }, 'duration-above'],
  ['no term', field('duration'), { months: 0 }, 'wrong-kind'],
  ['a mobile', field('phone', { phone: 'mobile' }), '13800000000', 'ok'],
  ['a landline where a mobile is wanted', field('phone', { phone: 'mobile' }), '0791-88880000', 'not-a-phone'],
  ['a landline with extension', field('phone'), '0791-88880000转8012', 'ok'],
  ['a mail', field('email'), 'a.b+c@example.edu.cn', 'ok'],
  ['half a mail', field('email'), 'a.b@', 'not-an-email'],
  ['a credit code', field('credit-code'), '91350100M000100Y43', 'ok'],
  ['a credit code with a wrong end', field('credit-code'), '91350100M000100Y4Z', 'not-a-credit-code'],
  ['an ORCID', field('orcid'), '0000-0002-1825-0097', 'ok'],
  ['an ORCID ending in X', field('orcid'), '0000-0002-1694-233X', 'ok'],
  ['an ORCID with a wrong end', field('orcid'), '0000-0002-1825-0098', 'not-an-orcid'],
  ['an address', field('url'), 'https://example.com', 'ok'],
  ['a script for an address', field('url'), 'javascript:alert(1)', 'not-a-url'],
  ['a file', field('file', { max: 1 }), [{ sha256: 'ab', name: 'a.pdf', mime: 'application/pdf', bytes: 1 }], 'ok'],
  ['a text for a file', field('file'), 'a.pdf', 'wrong-kind'],
  ['rows', field('rows', { min: 1, cells: [field('text', { id: 'a' })] }), [{ a: 'x' }], 'ok'],
  ['no rows', field('rows', { cells: [field('text', { id: 'a' })] }), [], 'rows-few'],
  [
    'too many rows',
    field('rows', { max: 1, cells: [field('text', { id: 'a' })] }),
    [{ a: 'x' }, { a: 'y' }],
    'rows-many',
  ],
  ['a bad cell', field('rows', { cells: [field('number', { id: 'a' })] }), [{ a: 'x' }], 'wrong-kind'],
  ['rows instead of a text', field('text'), [{ a: 'x' }], 'wrong-kind'],
  ['a skip where it may be', field('text', { required: false }), null, 'ok'],
  ['a skip where it may not', field('text'), null, 'required'],
];

describe('an answer is checked against its field', () => {
  test.each(TABLE)('%s', (_name, of, value, expected) => {
    expect(verdict(of, value)).toBe(expected);
  });

  test('every kind takes something and refuses something', () => {
    for (const kind of FIELD_KINDS) {
      const rows = TABLE.filter(([, of, value]) => of.kind === kind && value !== null);
      expect(rows.some(([, , , expected]) => expected === 'ok')).toBe(true);
      expect(rows.some(([, , , expected]) => expected !== 'ok')).toBe(true);
    }
  });

  test('sums are named in 万元', () => {
    const check = checkAnswer(field('money', { min: 5_000_000 }), { yuan: 1 }, context);
    expect(check).toMatchObject({ vars: { min: 500 } });
  });

  test('every reason has its sentence in both languages', () => {
    const reasons = new Set(TABLE.map(([, , , expected]) => expected).filter((expected) => expected !== 'ok'));
    for (const language of ['zh', 'en']) {
      const keys = readdirSync('data/messages')
        .filter((name) => name.endsWith(`.${language}.json`))
        .flatMap((name) => Object.keys(Object(dataFile(`messages/${name}`))));
      for (const reason of reasons) expect(keys).toContain(`value.${reason}`);
    }
  });
});
