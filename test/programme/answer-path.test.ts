import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/programme/answer.ts';
import { isRows, parsePath, valueAt, withAnswer } from '../../src/programme/answer-path.ts';
import fc from '../support/fast-check.ts';

const answers: Answers = {
  title: '电工钢',
  milestones: [{ goal: '小试' }, { goal: '中试', date: null }],
  'milestones#done': true,
};

describe('a value is found by its path', () => {
  test.each([
    ['title', '电工钢'],
    ['milestones[0].goal', '小试'],
    ['milestones[1].date', null],
    ['milestones[0].date', undefined],
    ['milestones[1]', [{ goal: '中试', date: null }]],
    ['milestones[2].goal', undefined],
    ['milestones#done', true],
    ['nothing', undefined],
    ['title[0].x', undefined],
  ])('%s', (path, value) => {
    expect(valueAt(answers, path)).toEqual(value);
  });

  test.each([
    '',
    '__proto__',
    'a.b',
    'a[',
    'a[-1]',
    'a[999]',
    'a[1].b.c',
    'a#x',
    '字段',
    'a[1e3].b',
    `a[${'9'.repeat(400)}]`,
  ])('%j is no path', (path) => {
    expect(parsePath(path)).toBeNull();
    expect(valueAt(answers, path)).toBeUndefined();
    expect(withAnswer(answers, path, 'x')).toBe(answers);
  });

  test('names every object has are not taken for answers', () => {
    expect(valueAt({}, 'constructor')).toBeUndefined();
    expect(valueAt({ a: [{}] }, 'a[0].toString')).toBeUndefined();
  });
});

describe('a value is put under its path and nothing else changes', () => {
  test('a field, a cell, a new row', () => {
    expect(withAnswer(answers, 'title', '硅钢')).toEqual({ ...answers, title: '硅钢' });
    expect(valueAt(withAnswer(answers, 'milestones[0].date', null), 'milestones')).toEqual([
      { goal: '小试', date: null },
      { goal: '中试', date: null },
    ]);
    expect(valueAt(withAnswer(answers, 'milestones[2].goal', '示范'), 'milestones[2].goal')).toBe('示范');
  });

  test('the old answers stay as they were', () => {
    const before = structuredClone(answers);
    withAnswer(answers, 'milestones[0].goal', '换了');
    withAnswer(answers, 'milestones[0]', []);
    expect(answers).toEqual(before);
  });

  test('a row beyond the next one is not made', () => {
    expect(withAnswer(answers, 'milestones[3].goal', '示范')).toBe(answers);
    expect(withAnswer({}, 'milestones[0].goal', '小试')).toEqual({ milestones: [{ goal: '小试' }] });
  });

  test('a row path replaces, splits or deletes that row', () => {
    expect(valueAt(withAnswer(answers, 'milestones[0]', [{ goal: 'a' }, { goal: 'b' }]), 'milestones')).toHaveLength(3);
    expect(valueAt(withAnswer(answers, 'milestones[0]', []), 'milestones')).toEqual([{ goal: '中试', date: null }]);
    expect(withAnswer(answers, 'milestones[0]', 'text')).toBe(answers);
  });

  test('undefined removes', () => {
    expect(withAnswer(answers, 'title', undefined)).not.toHaveProperty('title');
    expect(valueAt(withAnswer(answers, 'milestones[1].date', undefined), 'milestones[1]')).toEqual([{ goal: '中试' }]);
  });

  test('an answer of another kind gives way to rows when the form changed', () => {
    expect(withAnswer({ team: '三个人' }, 'team[0].name', '李四')).toEqual({ team: [{ name: '李四' }] });
  });

  test('what is put in is found again, for any field and row', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/),
        fc.nat({ max: 5 }),
        fc.string(),
        (field, rows, value) => {
          const filled = Array.from({ length: rows }).reduce<Answers>(
            (all, _, row) => withAnswer(all, `${field}[${row}].a`, 'x'),
            {},
          );
          const path = `${field}[${rows}].b`;
          expect(valueAt(withAnswer(filled, path, value), path)).toBe(value);
        },
      ),
    );
  });
});

test('files and words are not rows, an empty list may be', () => {
  expect(isRows([])).toBe(true);
  expect(isRows([{ sha256: 'ab', name: 'a.pdf', mime: 'application/pdf', bytes: 1 }])).toBe(false);
  expect(isRows(['new-materials'])).toBe(false);
});
