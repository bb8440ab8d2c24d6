import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formJsonSchema } from '../../src/programme/form-schema.ts';

test('the published JSON Schema is the one that loading uses (else run scripts/form-schema.mjs)', () => {
  const published: unknown = JSON.parse(readFileSync('data/forms/form.schema.json', 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(formJsonSchema())));
});
