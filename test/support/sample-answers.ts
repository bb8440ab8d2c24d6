/** Random answers of the real forms, each of which the form's own reader would give. */

import type { Answers, AnswerValue, RowAnswer, ScalarAnswer } from '../../src/programme/answer.ts';
import { checkAnswer } from '../../src/programme/check-answer.ts';
import type { Field, Form } from '../../src/programme/form.ts';
import type { FormContext } from '../../src/programme/form-context.ts';
import { isVisible, withOptions } from '../../src/programme/form-fields.ts';
import { type ReadContext, readValue } from '../../src/understanding/read-value.ts';
import fc from './fast-check.ts';

const WORDS = fc.constantFrom(
  ...[
    '轴承',
    '薄壁车削',
    '表面处理',
    '臺灣繁體裝置',
    '🛠 工装',
    'pilot line',
    '≤ 0.3 μm',
    '（小试）',
    '3 套',
    '氣氛爐',
    '𠮷野',
    '50%',
  ],
);
const phrase = fc.array(WORDS, { minLength: 2, maxLength: 6 }).map((words) => words.join(''));
const lines = fc.array(phrase, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
const CODES = ['91350100M000100Y43', '12360000MAEXAMP08T'];

/** What somebody might type for a field of this kind. */
function typed(field: Field): fc.Arbitrary<string> {
  const number = fc.integer({ min: 1, max: 9 }).map(String);
  switch (field.kind) {
    case 'text':
      return field.phone ? phrase.map((words) => `${words} 13800138000`) : phrase;
    case 'long-text':
      return lines;
    case 'money':
      return fc.oneof(
        fc.integer({ min: 500, max: 1000 }).map((n) => `${n}万元`),
        fc.integer({ min: 5_000_001, max: 9_999_999 }).map((n) => `${n}元`),
        ...(field.allowRange ? [fc.constant('600到800万元')] : []),
        ...(field.allowUndecided ? [fc.constant('未定')] : []),
      );
    case 'date':
      return fc.constantFrom('2027-03-31', '2028年2月29日', '2027年6月', '2027年第三季度', '2028年上半年', '2029年');
    case 'duration':
      return fc.constantFrom('24个月', '3年', '18个月', '约12个月', '36个月');
    case 'percent':
      return fc.integer({ min: 0, max: 100 }).map((n) => `${n}%`);
    case 'number':
      return field.id === 'year' ? fc.constantFrom('2027', '2028') : number;
    case 'phone':
      return fc.constant('13800138000');
    case 'email':
      return fc.constantFrom('li.si@example.com', 'a_b-c@mail.example.org');
    case 'credit-code':
      return fc.constantFrom(...CODES);
    case 'orcid':
      return fc.constant('0000-0002-1825-0097');
    case 'url':
      return fc.constant('https://example.com/team?id=7');
    case 'yes-no':
      return fc.constantFrom('是', '否');
    case 'choice':
    case 'multi-choice':
      return fc.constantFrom(...(field.options ?? []).map((option) => option.label.zh));
    case 'rows':
    case 'file':
      return fc.constant('');
  }
}

function scalar(field: Field, read: ReadContext, ctx: FormContext): fc.Arbitrary<ScalarAnswer | undefined> {
  return typed(field).map((text) => {
    const reading = readValue(field, text, read);
    if (reading.outcome === 'reject' || !checkAnswer(field, reading.value, ctx).ok) return undefined;
    return reading.value as ScalarAnswer;
  });
}

function rows(field: Field, read: ReadContext, ctx: FormContext): fc.Arbitrary<AnswerValue | undefined> {
  const cells = field.cells ?? [];
  const row = fc
    .tuple(
      ...cells.map((cell) => fc.option(scalar(cell, read, ctx), { nil: undefined, freq: cell.required ? 1000 : 2 })),
    )
    .map((values): RowAnswer => Object.fromEntries(cells.map((cell, n) => [cell.id, values[n] ?? null])));
  const many = field.rowPer
    ? { minLength: ctx.indicators.length, maxLength: ctx.indicators.length }
    : { minLength: 1, maxLength: 3 };
  return fc.array(row, many).map((all) => (checkAnswer(field, all, ctx).ok ? all : undefined));
}

/** Answers of a form, some left open; hidden questions have none. */
export function sampleAnswers(form: Form, read: ReadContext, ctx: FormContext): fc.Arbitrary<Answers> {
  const fields = form.stages
    .flatMap((stage) => stage.fields)
    .filter((field) => field.kind !== 'file')
    .map((field) => withOptions(field, ctx.programme));
  const values = fields.map((field) =>
    fc.option<AnswerValue | undefined>(field.kind === 'rows' ? rows(field, read, ctx) : scalar(field, read, ctx), {
      nil: undefined,
      freq: 6,
    }),
  );
  return fc.tuple(...values).map((all) => {
    let answers: Answers = {};
    for (const [n, field] of fields.entries()) {
      const value = all[n];
      if (value !== undefined && isVisible(form, field, answers, ctx)) answers = { ...answers, [field.id]: value };
    }
    return answers;
  });
}
