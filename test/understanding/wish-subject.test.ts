import { describe, expect, it } from 'vitest';
import { readProgramme } from '../../src/data-files.ts';
import { fold } from '../../src/text/fold.ts';
import { readCare } from '../../src/understanding/care-phrases.ts';
import { wishSubject } from '../../src/understanding/wish-subject.ts';

const PROGRAMME = readProgramme('jiangxi-2021');

describe('what somebody wants to hear of', () => {
  it.each([
    ['有新的钙钛矿的榜就告诉我', '钙钛矿'],
    ['如果有膜分离方面的项目，请通知我', '膜分离'],
    ['要是出了光伏玻璃的榜喊我一声', '光伏玻璃'],
    ['tell me when there is a new perovskite list', 'perovskite'],
  ])('%s', (text, words) => {
    expect(wishSubject(fold(text))).toBe(words);
  });

  it.each(['有结果就告诉我', '有新的进展请通知我', '有人揭我们的榜就告诉我', '有合适的就告诉我', '有榜吗', '电工钢'])(
    '%s names none',
    (text) => {
      expect(wishSubject(fold(text))).toBeNull();
    },
  );

  it.each([
    ['改成订阅锂电池隔膜', { do: 'subscribe', words: '锂电池隔膜', instead: true }],
    ['把订阅改成新材料', { do: 'subscribe', sector: 'materials', instead: true }],
    ['订阅改成每周一次', { do: 'care', rhythm: 'weekly' }],
    ['算了，别提醒我了', { do: 'unsubscribe' }],
  ])('%s changes what is saved', (text, command) => {
    expect(readCare(fold(text), true, PROGRAMME)).toEqual(command);
  });
});
