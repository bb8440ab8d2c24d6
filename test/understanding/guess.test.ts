import { describe, expect, it } from 'vitest';
import { readGuessExamples } from '../../src/guess-files.ts';
import type { Example } from '../../src/understanding/guess.ts';
import { readExamples } from '../../src/understanding/guess-examples.ts';
import { makeGuess } from '../../src/understanding/guess-score.ts';
import { trainGuess } from '../../src/understanding/guess-training.ts';

const ruled = { why: 'none', does: 'none' };
const spoken = (place: Example['place'], intent: Example['intent'], ...texts: readonly string[]) =>
  texts.map((text) => ({ place, intent, text, ruled }));

const IDLE = [
  ...spoken('idle', 'find', '有没有做磁材的榜', '磁性材料的榜单看看', '想找磁材的题目', 'any lists on magnets'),
  ...spoken('idle', 'handoff', '找个真人说话', '叫工作人员来', '我想跟人说话', 'let me talk to a person'),
  ...spoken('idle', 'thanks', '谢谢你啦', '多谢多谢', '太好了谢谢', 'thanks a lot'),
];
const FORM = [
  ...spoken(
    'text',
    'answer',
    '采用两段焙烧再浸出',
    '以废渣为原料制备微晶玻璃',
    '电解液里加入成膜剂',
    '跳过焙烧直接浸出',
  ),
  ...spoken('text', 'pause', '明天再弄', '先放一放明天来', '有事先走明天再弄', '回头再弄'),
];

describe('the second reader', () => {
  const guess = makeGuess({ idle: trainGuess(IDLE), form: trainGuess(FORM) });

  it('knows a sentence by its pieces, though nobody wrote it before', () => {
    expect(guess('磁材方面的题目有没有', 'idle', ruled)[0]?.intent).toBe('find');
    expect(guess('我要跟真人说', 'idle', ruled)[0]?.intent).toBe('handoff');
    expect(guess('今天先走，明天再来弄', 'text', ruled)[0]?.intent).toBe('pause');
  });

  it('gives chances that add up to one, the likeliest first, and only of wishes met in that place', () => {
    const guesses = guess('谢谢', 'idle', ruled);
    expect(guesses.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 6);
    expect(guesses.map(({ p }) => p)).toEqual(guesses.map(({ p }) => p).toSorted((a, b) => b - a));
    expect(new Set(guesses.map(({ intent }) => intent))).toEqual(new Set(['find', 'handoff', 'thanks']));
  });

  it('learns the same from the same examples', () => {
    const [one, other] = [trainGuess(IDLE), trainGuess(IDLE)];
    expect(Buffer.from(one.weights.buffer).equals(Buffer.from(other.weights.buffer))).toBe(true);
    expect(one.sharpness).toBe(other.sharpness);
  });

  it('has nothing to say where nothing was learnt', () => {
    const silent = makeGuess({ idle: trainGuess([]), form: trainGuess([]) });
    expect(silent('有磁材的榜吗', 'idle', ruled)).toEqual([]);
  });
});

describe('the examples', () => {
  it('are read a line each, remarks and empty lines apart', () => {
    expect(readExamples('# 说明\n\nidle\tfind\t有磁材的榜吗\r\ntext\tanswer\t两段焙烧\n', 'a.tsv')).toEqual({
      examples: [
        { place: 'idle', intent: 'find', text: '有磁材的榜吗' },
        { place: 'text', intent: 'answer', text: '两段焙烧' },
      ],
      problems: [],
    });
  });

  it.each([
    ['idle\tfind', 'own.tsv:2 must be place, intent and text'],
    ['idle\tfind\ta\tb', 'own.tsv:2 must be place, intent and text'],
    ['nowhere\tfind\t有磁材的榜吗', 'own.tsv:2: “nowhere” is no place'],
    ['idle\tserach\t有磁材的榜吗', 'own.tsv:2: “serach” is no intent'],
  ])('name file and line of «%s»', (line, problem) => {
    const { examples, problems } = readExamples(`idle\tthanks\t谢谢\n${line}`, 'own.tsv');
    expect(examples).toHaveLength(1);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('of the project can all be read, and every place has its answers and questions', () => {
    const examples = readGuessExamples();
    expect(examples.length).toBeGreaterThan(2_500);
    for (const place of ['idle', 'text', 'typed', 'choice', 'review'] as const)
      expect(examples.filter((each) => each.place === place && each.intent === 'ask').length).toBeGreaterThan(3);
  });
});
