import { expect, test } from 'vitest';
import { readSuiteSetting, suiteForm } from '../../src/evaluate/suite-forms.ts';
import { ownField, readSuiteNames, suiteField } from '../../src/evaluate/suite-names.ts';
import { LIFECYCLES } from '../../src/programme/lifecycle.ts';
import { allFields } from '../../src/programme/load-form.ts';

const setting = readSuiteSetting();
const names = readSuiteNames();

test('the suite’s two forms take the place of the product’s, in a programme of six sectors', () => {
  expect(setting.programme.needForm).toBe('need');
  expect(Object.values(setting.programme.tracks).map(({ applicationForm }) => applicationForm)).toEqual([
    'apply',
    'apply',
  ]);
  expect(setting.programme.sectors).toHaveLength(6);
  expect(suiteForm(setting, 'apply')?.stages.map(({ submits }) => submits)).toEqual(['application']);
  expect(suiteForm(setting, 'need')?.stages.map(({ submits }) => submits)).toEqual(['need']);
});

test('every field the names speak of is in its form', () => {
  for (const [form, fields] of Object.entries(names.fields)) {
    const known = new Set(
      allFields(
        suiteForm(setting, form) ?? { id: '', version: 1, title: { zh: '', en: '' }, stages: [], rules: [] },
      ).map(({ id }) => id),
    );
    for (const own of Object.values(fields)) expect(known, `${form}.${own}`).toContain(own);
  }
});

test('a field is found by the suite’s name and named back', () => {
  expect(ownField(names, 'apply', 'budget')).toBe('money');
  expect(suiteField(names, 'apply', 'money')).toBe('budget');
  expect(ownField(names, 'apply', 'unheard')).toBe('unheard');
});

test('every act behind a button is one of the lifecycle', () => {
  const acts = new Set([
    ...Object.values(LIFECYCLES)
      .flat()
      .map(({ action }): string => action),
    'take-back',
  ]);
  for (const act of Object.values(names.buttons).flat()) expect(acts).toContain(act.split(':').at(-1));
});
