import { describe, expect, test } from 'vitest';
import type { Answers, AnswerValue } from '../../src/programme/answer.ts';
import { withAnswer } from '../../src/programme/answer-path.ts';
import { checkStage } from '../../src/programme/check-stage.ts';
import type { Field } from '../../src/programme/form.ts';
import { type Asked, nextField, skipped } from '../../src/programme/next-field.ts';
import { progress } from '../../src/programme/progress.ts';
import { reviewLines } from '../../src/programme/review-lines.ts';
import fc from '../support/fast-check.ts';
import { FORM_IDS, listContext, realForm } from './real-forms.ts';

/** No form asks this often; a walk that gets here does not end. */
const TOO_LONG = 400;

/** An answer that the field takes; `n` grows, so that dates do. */
function goodAnswer(field: Field, n: number): AnswerValue {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return field.phone ? '张工 13800000000' : '示例内容五个字以上';
    case 'choice':
      return field.options?.[n % field.options.length]?.id ?? '';
    case 'multi-choice':
      return [field.options?.[0]?.id ?? ''];
    case 'yes-no':
      return field.mustAgree === true || n % 2 === 0;
    case 'number':
      return field.min ?? 1;
    case 'percent':
      return 100;
    case 'money':
      return { yuan: field.min ?? 1_000_000 };
    case 'date':
      return day(n);
    case 'duration':
      return { months: 12 };
    case 'email':
      return 'chen.jing@example.com';
    case 'phone':
      return '13800000000';
    case 'credit-code':
      return '91350100M000100Y43';
    case 'orcid':
      return '0000-0002-1825-0097';
    case 'url':
      return 'https://example.com/team';
    case 'file':
      return [{ sha256: 'ab', name: '示例.pdf', mime: 'application/pdf', bytes: 10 }];
    case 'rows':
      throw new Error('rows are asked by cell');
  }
}

function day(n: number): AnswerValue {
  const date = new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10);
  return { start: date, end: date, precision: 'day' };
}

/** What a patient person does with one question; `choice` decides between answering, skipping and going on with rows. */
function reply(asked: Asked, answers: Answers, choice: number, n: number): Answers {
  if (asked.path.endsWith('#more')) {
    const id = asked.of?.id ?? '';
    const rows = Array.isArray(answers[id]) ? answers[id].length : 0;
    if (choice % 3 !== 0 || rows > 3) return withAnswer(answers, `${id}#done`, true);
    return withAnswer(answers, `${id}[${rows}]`, [{}]);
  }
  if (!asked.field.required && choice % 2 === 0) {
    const pass = skipped(asked, answers);
    return withAnswer(answers, pass.path, pass.value);
  }
  return withAnswer(answers, asked.path, goodAnswer(asked.field, n));
}

const anyScalar = fc.oneof(
  fc.constant(null),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.record({ yuan: fc.integer() }),
  fc.record({ months: fc.integer() }),
  fc.constant([]),
);
const anyValue = fc.oneof(
  anyScalar,
  fc.array(fc.dictionary(fc.constantFrom('name', 'date', 'goal', 'x'), anyScalar), { maxLength: 4 }),
);

describe.each(FORM_IDS.flatMap((id) => realForm(id).stages.map((stage) => [id, stage.id] as const)))(
  '%s, stage %s',
  (id, stage) => {
    const form = realForm(id);
    const ids = form.stages.flatMap((each) => each.fields.map((field) => field.id));
    const anyAnswers = fc.dictionary(
      fc.oneof(fc.constantFrom(...ids, ...ids.map((one) => `${one}#done`)), fc.string()),
      anyValue,
    );

    test('reaches its end from any answers whatever', () => {
      fc.assert(
        fc.property(anyAnswers, fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 20 }), (start, choices) => {
          let answers: Answers = start;
          let steps = 0;
          for (
            let asked = nextField(form, stage, answers, listContext);
            asked;
            asked = nextField(form, stage, answers, listContext)
          ) {
            answers = reply(asked, answers, choices[steps % choices.length] ?? 0, steps);
            steps += 1;
            if (steps > TOO_LONG) throw new Error(`still asking ${asked.path}`);
          }
          const { done, of } = progress(form, stage, answers, listContext);
          expect(done).toBe(of);
        }),
        { numRuns: 40 },
      );
    });

    test('a person who answers everything has nothing standing against handing in', () => {
      let answers: Answers = {};
      for (const each of form.stages) {
        for (let n = 0; n < TOO_LONG; n += 1) {
          const asked = nextField(form, each.id, answers, listContext);
          if (!asked) break;
          answers = reply(asked, answers, 1, n);
        }
      }
      const problems = checkStage(form, stage, answers, listContext).filter((each) => each.reason !== 'sums-to');
      expect(problems).toEqual([]);
    });

    test('is reviewed, checked and counted without harm, whatever is stored', () => {
      fc.assert(
        fc.property(anyAnswers, fc.constantFrom('zh' as const, 'en' as const), (answers, locale) => {
          const lines = reviewLines(form, stage, answers, listContext, locale);
          expect(lines.map((line) => line.n)).toEqual(lines.map((_, index) => index + 1));
          for (const line of lines) expect(line.shown).not.toBe('');
          const { done, of } = progress(form, stage, answers, listContext);
          expect(done).toBeLessThanOrEqual(of);
          checkStage(form, stage, answers, listContext);
        }),
        { numRuns: 60 },
      );
    });
  },
);
