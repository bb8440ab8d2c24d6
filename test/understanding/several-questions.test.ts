import { describe, expect, it } from 'vitest';
import { severalQuestions } from '../../src/understanding/several-questions.ts';

describe('several questions in one message', () => {
  it.each([
    ['钱什么时候到账？专利算谁的？', ['钱什么时候到账', '专利算谁的']],
    ['要不要盖章，还有能不能联合申报', ['要不要盖章', '能不能联合申报']],
    ['赛马怎么比 失败了咋办', ['赛马怎么比', '失败了咋办']],
    ['who reviews the bids, and how long does it take', ['who reviews the bids', 'how long does it take']],
    ['揭榜要钱吗；顺便问一下截止是哪天', ['揭榜要钱吗', '截止是哪天']],
  ])('%s', (said, parts) => {
    expect(severalQuestions(said)).toEqual(parts);
  });

  it.each(['我是博士后，能牵头吗', '后补助怎么算', '', '？？', '先审资格，再请专家', '有榜吗'])(
    '%s is at most one',
    (said) => {
      expect(severalQuestions(said)).toEqual([]);
    },
  );
});
