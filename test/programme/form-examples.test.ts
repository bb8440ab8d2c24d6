import { describe, expect, test } from 'vitest';
import { checkAnswer } from '../../src/programme/check-answer.ts';
import type { Field } from '../../src/programme/form.ts';
import { withOptions } from '../../src/programme/form-fields.ts';
import { allFields } from '../../src/programme/load-form.ts';
import { readValue } from '../../src/understanding/read-value.ts';
import { context, FORM_IDS, realForm } from './real-forms.ts';

/** Every field and cell that shows an example. */
const EXAMPLES: readonly (readonly [string, Field])[] = FORM_IDS.flatMap((id) =>
  allFields(realForm(id)).flatMap((field) => [
    [`${id} ${field.id}`, field] as const,
    ...(field.cells ?? []).map((cell) => [`${id} ${field.id}.${cell.id}`, cell] as const),
  ]),
).filter(([, field]) => field.example !== undefined);

describe('who copies the example of a question is understood', () => {
  test.each(EXAMPLES)('%s', (_name, plain) => {
    const field = withOptions(plain, context.programme);
    for (const locale of ['zh', 'en'] as const) {
      const text = field.example?.[locale] ?? '';
      const reading = readValue(field, text, { today: '2026-11-22', locale, programme: context.programme });
      if (reading.outcome === 'reject') throw new Error(`${text}: ${reading.reason}`);
      expect(reading.outcome).toBe(field.kind === 'rows' ? 'confirm' : 'accept');
      const enough: Field = field.kind === 'rows' ? { ...field, min: 1 } : field;
      expect(checkAnswer(enough, reading.value, context)).toEqual({ ok: true });
    }
  });
});
