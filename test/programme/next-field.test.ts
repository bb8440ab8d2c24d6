import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/programme/answer.ts';
import { withAnswer } from '../../src/programme/answer-path.ts';
import type { Field, Form } from '../../src/programme/form.ts';
import { loadForm } from '../../src/programme/load-form.ts';
import { fieldAt, nextField, skipped } from '../../src/programme/next-field.ts';
import { progress } from '../../src/programme/progress.ts';
import { context, listContext, realForm } from './real-forms.ts';

function field(id: string, change: Partial<Field> = {}): Field {
  const label = { zh: id, en: id };
  return { id, kind: 'text', label, question: { zh: `${id}？`, en: `${id}?` }, required: true, ...change };
}

function formOf(...fields: readonly Field[]): Form {
  const title = { zh: '示例', en: 'Example' };
  return loadForm(
    { id: 'example', version: 1, title, rules: [], stages: [{ id: 'one', title, submits: 'need', fields }] },
    'example.json',
  );
}

const next = (form: Form, answers: Answers, ctx = context) => nextField(form, 'one', answers, ctx)?.path ?? null;

describe('the next question is the first field without a valid answer', () => {
  const form = formOf(field('a'), field('b', { required: false }), field('c', { kind: 'number', max: 9 }));

  test('in the order of the form', () => {
    expect(next(form, {})).toBe('a');
    expect(next(form, { a: 'x' })).toBe('b');
    expect(next(form, { b: 'y' })).toBe('a');
    expect(next(form, { a: 'x', b: 'y', c: 3 })).toBeNull();
  });

  test('a skipped field is not asked again', () => {
    expect(next(form, { a: 'x', b: null })).toBe('c');
    expect(next(form, { a: null, b: null, c: null })).toBeNull();
  });

  test('an answer that is no longer valid is asked again, never lost', () => {
    expect(next(form, { a: 'x', b: 'y', c: 12 })).toBe('c');
    expect(next(form, { a: 'x', b: 'y', c: 'twelve' })).toBe('c');
  });

  test('an unknown stage asks nothing', () => {
    expect(nextField(form, 'gone', {}, context)).toBeNull();
  });
});

describe('a form changes while people are in the middle of it', () => {
  const before = formOf(field('a'), field('b'), field('c'));
  const answers: Answers = { a: '1', b: '2' };

  test('a question put in earlier is asked next, the rest stays', () => {
    const after = formOf(field('new'), field('a'), field('b'), field('c'));
    expect(next(before, answers)).toBe('c');
    expect(next(after, answers)).toBe('new');
    expect(next(after, { ...answers, new: '0' })).toBe('c');
  });

  test('a question taken out is not missed', () => {
    expect(next(formOf(field('a'), field('c')), answers)).toBe('c');
    expect(next(formOf(field('a')), answers)).toBeNull();
  });

  test('questions in another order ask only for what is open', () => {
    expect(next(formOf(field('c'), field('b'), field('a')), answers)).toBe('c');
    expect(next(formOf(field('b'), field('a'), field('c')), answers)).toBe('c');
  });

  test('a question that became rows is asked as rows', () => {
    const after = formOf(field('a'), field('b', { kind: 'rows', cells: [field('name')] }), field('c'));
    expect(next(after, answers)).toBe('b[0].name');
  });
});

describe('conditions', () => {
  const form = formOf(
    field('related', { kind: 'yes-no' }),
    field('how', { showIf: [{ field: 'related', equals: true }] }),
    field('since', { showIf: [{ field: 'how', answered: true }] }),
    field('end'),
  );

  test('a field hides until its condition holds', () => {
    expect(next(form, { related: true })).toBe('how');
    expect(next(form, { related: false })).toBe('end');
  });

  test('what hangs on a hidden field hides too, even with an old answer in store', () => {
    expect(next(form, { related: true, how: '持股' })).toBe('since');
    expect(next(form, { related: false, how: '持股' })).toBe('end');
  });

  test('track and switches of the programme count', () => {
    const local = formOf(
      field('race', { showIf: [{ field: 'case.track', equals: 'key-technology' }] }),
      field('credit', { showIf: [{ field: 'switch.creditCheck', equals: true }] }),
    );
    expect(next(local, {})).toBeNull();
    expect(next(local, {}, listContext)).toBe('race');
    const strict = { ...context, programme: { ...context.programme, switches: { creditCheck: true } } };
    expect(next(local, {}, strict)).toBe('credit');
  });
});

describe('rows are asked cell by cell, then "another?"', () => {
  const form = formOf(
    field('team', { kind: 'rows', min: 2, max: 3, cells: [field('name'), field('task', { required: false })] }),
    field('end'),
  );

  test('the whole way through', () => {
    const asked: string[] = [];
    let answers: Answers = {};
    for (let at = next(form, answers); at !== null && asked.length < 20; at = next(form, answers)) {
      asked.push(at);
      if (at.endsWith('#more')) answers = withAnswer(answers, 'team#done', true);
      else answers = withAnswer(answers, at, 'x');
    }
    expect(asked).toEqual(['team[0].name', 'team[0].task', 'team[1].name', 'team[1].task', 'team#more', 'end']);
  });

  test('the most rows end the question by themselves', () => {
    const row = { name: '李四', task: null };
    expect(next(form, { team: [row, row, row] })).toBe('end');
  });

  test('pasted rows are taken and only their gaps asked', () => {
    expect(next(form, { team: [{ name: '李四', task: '中试' }, { name: '张三' }] })).toBe('team[1].task');
  });

  test('one row more is asked after it was begun', () => {
    const two = [
      { name: 'a', task: null },
      { name: 'b', task: null },
    ];
    expect(next(form, { team: [...two, { name: 'c' }] })).toBe('team[2].task');
    expect(next(form, { team: [...two, {}] })).toBe('team[2].name');
  });

  test('"no more" does not end rows that are too few', () => {
    expect(next(form, { team: [{ name: 'a', task: null }], 'team#done': true })).toBe('team[1].name');
  });

  test('"another?" is a yes-no question of its own', () => {
    const more = fieldAt(form, 'team#more', context);
    expect(more?.field.kind).toBe('yes-no');
    expect(more?.of?.id).toBe('team');
  });
});

describe('passing over a question', () => {
  const partners = field('partners', { kind: 'rows', required: false, cells: [field('name'), field('share')] });
  const form = formOf(partners, field('end'));
  const pass = (answers: Answers) => {
    const asked = nextField(form, 'one', answers, context);
    return asked ? skipped(asked, answers) : null;
  };

  test('an optional rows field without any row is left out as a whole', () => {
    expect(pass({})).toEqual({ path: 'partners', value: null });
    expect(next(form, { partners: null })).toBe('end');
  });

  test('a cell of a row that was begun is left open alone', () => {
    expect(pass({ partners: [{ name: '农科院' }] })).toEqual({ path: 'partners[0].share', value: null });
  });

  test('at "another?" it means no', () => {
    expect(pass({ partners: [{ name: '农科院', share: null }] })).toEqual({ path: 'partners#done', value: true });
  });

  test('a plain field is left open', () => {
    expect(pass({ partners: null })).toEqual({ path: 'end', value: null });
  });
});

describe('the list’s indicators are the rows of the answer to them', () => {
  const form = realForm('application-key-technology');
  const upTo = (answers: Answers, ctx = listContext) => {
    const asked: string[] = [];
    for (const stage of form.stages.filter((each) => each.id === 'bid')) {
      for (const each of stage.fields)
        if (each.id === 'response')
          asked.push(nextField({ ...form, stages: [{ ...stage, fields: [each] }] }, 'bid', answers, ctx)?.path ?? '-');
    }
    return asked[0];
  };

  test('one row each, no "another?"', () => {
    expect(upTo({})).toBe('response[0].answer');
    expect(upTo({ response: [{ answer: 'meet', value: '48' }] })).toBe('response[1].answer');
    expect(
      upTo({
        response: [
          { answer: 'meet', value: '48' },
          { answer: 'exceed', value: '1.2' },
        ],
      }),
    ).toBe('-');
  });

  test('only a deviation is asked to explain itself', () => {
    expect(upTo({ response: [{ answer: 'deviate', value: '40' }] })).toBe('response[0].note');
  });

  test('the question knows its indicator', () => {
    expect(fieldAt(form, 'response[1].answer', listContext)?.indicator?.name).toBe('幅宽');
  });

  test('a list without indicators asks nothing of the kind', () => {
    expect(upTo({}, { ...listContext, indicators: [] })).toBe('-');
  });
});

describe('the question behind a path', () => {
  const form = realForm('need');
  test.each(['nothing', 'problem[0].x', 'indicators[0].colour', 'indicators#done', '__proto__', ''])(
    '%j is none',
    (path) => {
      expect(fieldAt(form, path, context)).toBeNull();
    },
  );

  test('fields of any stage are found, with choices from the programme filled in', () => {
    expect(fieldAt(form, 'sector', context)?.field.options?.map((option) => option.id)).toContain('materials');
    expect(fieldAt(form, 'title', context)?.field.max).toBe(60);
    expect(fieldAt(form, 'indicators[4].unit', context)).toMatchObject({
      row: 4,
      field: { id: 'unit' },
      of: { id: 'indicators' },
    });
  });

  test('a row on its own may be of any number, so that it can be replaced or deleted', () => {
    const row = fieldAt(form, 'indicators[0]', context);
    expect(row?.field.min).toBeUndefined();
    expect(row?.of?.min).toBe(1);
  });
});

describe('progress counts the stage in hand', () => {
  test('answered and skipped fields, of those visible', () => {
    const form = realForm('need');
    expect(progress(form, 'post', {}, context)).toEqual({ done: 0, of: 7 });
    expect(progress(form, 'post', { problem: '堵', goal: null }, context)).toEqual({ done: 2, of: 7 });
  });

  test('rows count when they are complete', () => {
    const form = formOf(field('team', { kind: 'rows', cells: [field('name')] }));
    expect(progress(form, 'one', { team: [{ name: 'a' }] }, context).done).toBe(0);
    expect(progress(form, 'one', { team: [{ name: 'a' }], 'team#done': true }, context).done).toBe(1);
  });
});
