import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/programme/form.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import { readWish } from '../../src/understanding/search-words.ts';
import { steering } from '../../src/understanding/steering.ts';
import { field, form, programme, reading } from './reading-scene.ts';

const bid = form('application-enterprise-demand');
const ANSWERS = { unit: '示例理工大学', lead: '张敏', contact: '13800138000' };

function fieldOf(id: string): Field {
  const found = bid.stages.flatMap((stage) => stage.fields).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

const review = reading({ focus: 'review', form: bid, stage: 'bid', answers: ANSWERS });
const inFreeText = reading({
  focus: 'field',
  form: bid,
  stage: 'bid',
  answers: ANSWERS,
  field: field('long-text', { id: 'plan' }),
});

describe('an old value names the field it stands in', () => {
  test.each([
    ['把张敏改成张小敏', fieldOf('lead').id, '张小敏'],
    ['对了，把13800138000换成13900139000', 'contact', '13900139000'],
    ['replace 13800138000 with 13900139000, please', 'contact', '13900139000'],
    ['麻烦将「张敏」更正为李强', 'lead', '李强'],
  ])('%s', (said, path, text) => {
    expect(interpret(said, review).commands).toEqual([{ do: 'correct', path, text }]);
    expect(interpret(said, inFreeText).commands).toEqual([{ do: 'correct', path, text }]);
  });

  test('a part of an answer is replaced in its place', () => {
    expect(interpret('把理工大学改成师范大学', review).commands).toEqual([
      { do: 'correct', path: 'unit', text: '示例师范大学' },
    ]);
  });

  test('in a free text the old value must be a whole answer', () => {
    expect(interpret('把理工大学改成师范大学', inFreeText).commands[0]?.do).toBe('answer');
    expect(interpret('把三道工序改成一道', inFreeText).commands[0]?.do).toBe('answer');
  });

  test('what stands in two answers names neither', () => {
    const twice = { ...review, answers: { unit: '示例所', lead: '示例所' } };
    const [first] = interpret('把示例所改成示例院', twice).commands;
    expect(first).not.toMatchObject({ do: 'correct', path: 'unit' });
    expect(first).not.toMatchObject({ do: 'correct', path: 'lead' });
  });
});

describe('under a review that lacks something', () => {
  const gap = field('duration', { id: 'term' });

  test('a value of the open question is its answer', () => {
    expect(interpret('三年', { ...review, gap }).commands).toEqual([{ do: 'answer', text: '三年' }]);
    expect(interpret('30 months', { ...review, gap }).commands).toEqual([{ do: 'answer', text: '30 months' }]);
  });

  test('other words, and words for a free text, are not', () => {
    expect(interpret('三年', review).commands[0]?.do).not.toBe('answer');
    expect(interpret('先存着', { ...review, gap }).commands[0]?.do).toBe('pause');
    const free = field('long-text', { id: 'plan' });
    expect(interpret('三年', { ...review, gap: free }).commands[0]?.do).not.toBe('answer');
  });
});

describe('words that only accompany a wish', () => {
  test.each(['看起来可以了，帮我交上去', '没什么要改的，送审吧'])('%s hands in', (said) =>
    expect(steering(said)).toBe('submit'),
  );

  test.each(['没啥好交的', '看起来还不能交', '感觉还差点'])('%s does not', (said) =>
    expect(steering(said)).not.toBe('submit'),
  );

  test('顺便看下…还有没有榜 looks for the sector', () => {
    expect(readWish('顺便看下新能源还有没有榜', programme)).toEqual({ sector: 'energy' });
  });
});
