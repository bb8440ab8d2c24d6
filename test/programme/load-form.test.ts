import { describe, expect, test } from 'vitest';
import type { Field, Form } from '../../src/programme/form.ts';
import { allFields, loadForm } from '../../src/programme/load-form.ts';
import { dataFile, FORM_IDS, jiangxi, realForm } from './real-forms.ts';

const FILE = 'data/forms/example.json';

/** A copy of the need form with one part changed. */
function broken(change: (form: unknown) => void): unknown {
  const copy = structuredClone(dataFile('forms/need.json'));
  change(copy);
  return copy;
}

function set(target: unknown, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), target);
  Reflect.set(Object(parent), last, value);
}

function messageOf(json: unknown): string {
  try {
    loadForm(json, FILE);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'it loaded';
}

describe('the shipped forms', () => {
  test('are the five the programme names', () => {
    expect([...FORM_IDS].sort()).toEqual([
      'application-enterprise-demand',
      'application-key-technology',
      'listing',
      'need',
      'profile',
    ]);
    expect(FORM_IDS).toEqual(expect.arrayContaining([jiangxi.needForm, jiangxi.profileForm, jiangxi.listingForm]));
    expect(FORM_IDS).toContain(jiangxi.tracks['key-technology'].applicationForm);
    expect(FORM_IDS).toContain(jiangxi.tracks['enterprise-demand'].applicationForm);
  });

  test.each(FORM_IDS)('%s loads under its own id', (id) => {
    expect(realForm(id).id).toBe(id);
  });

  test.each(FORM_IDS)('%s: no name of a field means two fields of one stage', (id) => {
    for (const stage of realForm(id).stages) {
      const names = stage.fields.flatMap((field) => [
        ...new Set([field.label.zh, field.label.en, ...(field.aliases ?? [])].map((name) => name.toLowerCase())),
      ]);
      const twice = names.filter((name, index) => names.indexOf(name) < index);
      expect(twice).toEqual([]);
    }
  });

  test.each(FORM_IDS)('%s: every question is one short sentence in both languages', (id) => {
    const questions = allFields(realForm(id)).flatMap((field: Field) => [field, ...(field.cells ?? [])]);
    for (const { question } of questions) {
      expect(question.zh.length).toBeLessThanOrEqual(40);
      expect(question.en.length).toBeLessThanOrEqual(105);
      expect(question.zh).toMatch(/[。？]$/);
    }
  });

  test('a need is posted with at most seven answers, an interest declared with at most five', () => {
    expect(realForm('need').stages[0]?.fields.length).toBeLessThanOrEqual(7);
    for (const id of ['application-key-technology', 'application-enterprise-demand']) {
      expect(realForm(id).stages[0]?.fields.map((field) => field.id)).toEqual(['unit', 'lead', 'contact', 'why']);
    }
  });

  test('what a field takes from the profile is a field of the profile form', () => {
    const profile = new Set(allFields(realForm('profile')).map((field) => field.id));
    const taken = FORM_IDS.flatMap((id) => allFields(realForm(id))).flatMap((field) => field.from ?? []);
    expect(taken.length).toBeGreaterThan(5);
    for (const from of taken) expect(profile).toContain(from);
  });

  test('nobody is asked for a title, a degree, an age or an identity card', () => {
    const ids = FORM_IDS.flatMap((id) => allFields(realForm(id))).flatMap((field) => [field, ...(field.cells ?? [])]);
    for (const field of ids) expect(field.label.zh).not.toMatch(/职称|学历|学位|年龄|身份证/);
  });

  test('money of the key-technology bid keeps to the programme’s range', () => {
    const money = allFields(realForm('application-key-technology')).find((field) => field.id === 'stateMoney');
    expect({ min: money?.min, max: money?.max }).toEqual(jiangxi.rules.keyTechnologyMoney);
  });
});

describe('a form that cannot be used is refused in one sentence that names file and place', () => {
  const cases: readonly [string, readonly (string | number)[], unknown, string][] = [
    [
      'an unknown kind',
      ['stages', 0, 'fields', 2, 'kind'],
      'txet',
      'at stages[0].fields[2].kind: must be one of "text"',
    ],
    ['a missing English text', ['stages', 0, 'title'], { zh: '提出需求' }, 'at stages[0].title.en: is missing'],
    [
      'an empty question',
      ['stages', 0, 'fields', 0, 'question', 'zh'],
      '',
      'at stages[0].fields[0].question.zh: must not be empty',
    ],
    [
      'a slip in a property name',
      ['stages', 0, 'fields', 0, 'requierd'],
      true,
      'the property "requierd" is not known here',
    ],
    [
      'an id with a dot',
      ['stages', 0, 'fields', 0, 'id'],
      'a.b',
      'at stages[0].fields[0].id: must begin with a letter',
    ],
    [
      'an id used twice',
      ['stages', 1, 'fields', 0, 'id'],
      'goal',
      'at stages[1].fields[0].id: the field "goal" is there twice',
    ],
    ['a stage used twice', ['stages', 1, 'id'], 'post', 'at stages[1].id: the stage "post" is there twice'],
    [
      'bounds the wrong way round',
      ['stages', 0, 'fields', 0, 'min'],
      5000,
      'at stages[0].fields[0].min: min is above max',
    ],
    [
      'a choice without options',
      ['stages', 0, 'fields', 2, 'optionsFrom'],
      undefined,
      'a choice needs options or optionsFrom',
    ],
    [
      'rows without cells',
      ['stages', 0, 'fields', 0, 'kind'],
      'rows',
      'at stages[0].fields[0].cells: a rows field needs cells',
    ],
    [
      'a condition on a later field',
      ['stages', 0, 'fields', 0, 'showIf'],
      [{ field: 'goal', answered: true }],
      '"goal" is no earlier field',
    ],
    [
      'a rule on a field that is gone',
      ['rules', 0, 'limit'],
      'total',
      'at rules[0].limit: the form has no field "total"',
    ],
    [
      'a rule on a cell that is gone',
      ['rules', 1, 'cell'],
      'part',
      'at rules[1].cell: the rows "payments" have no cell "part"',
    ],
    ['no version', ['version'], undefined, 'at version: is missing'],
  ];
  test.each(cases)('%s', (_name, path, value, sentence) => {
    const message = messageOf(broken((form) => set(form, path, value)));
    expect(message).toContain(FILE);
    expect(message).toContain(sentence);
    expect(message).not.toContain('\n');
    expect(message).toMatch(/\.$/);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'form'],
    ['a list', []],
  ])('%s instead of a form', (_name, json) => {
    expect(messageOf(json)).toContain(FILE);
  });

  test('several problems are counted', () => {
    const message = messageOf(
      broken((form) => {
        set(form, ['version'], 0);
        set(form, ['id'], '');
      }),
    );
    expect(message).toContain('(and 1 more)');
  });

  test('what loads holds no editor’s remarks', () => {
    const form: Form = loadForm(dataFile('forms/need.json'), FILE);
    expect(Object.keys(form)).toEqual(['id', 'version', 'title', 'stages', 'rules']);
  });
});
