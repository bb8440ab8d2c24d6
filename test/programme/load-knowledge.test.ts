import { describe, expect, it } from 'vitest';
import { loadArticle } from '../../src/programme/load-knowledge.ts';

const GOOD = `# 赛马 / The race

> 依据：实施方案 / Source: the plan

## 答
最多{shortlistMax}家。

## Answer
At most {shortlistMax}.

## 问法 / Asked as
- 一
- 二
- three

## 词 / Words
- 赛马、race
`;
const load = (text: string) => loadArticle(text, 'race', 'race.md', new Set(['shortlistMax']));

describe('an article of the knowledge base', () => {
  it('is read from its headings', () => {
    expect(load(GOOD)).toEqual({
      id: 'race',
      title: { zh: '赛马', en: 'The race' },
      source: { zh: '实施方案', en: 'the plan' },
      answer: { zh: '最多{shortlistMax}家。', en: 'At most {shortlistMax}.' },
      asked: ['一', '二', 'three'],
      words: ['赛马', 'race'],
    });
  });

  it.each([
    ['without a source', GOOD.replace(/^> .*$/m, ''), /race\.md: source/],
    ['without English', GOOD.replace(' / The race', ''), /race\.md: title\.en/],
    ['without an answer', GOOD.replace('## Answer', '## Reply'), /race\.md: answer\.en/],
    ['asked in too few ways', GOOD.replace('- 二\n- three\n', ''), /race\.md: asked/],
    ['with a figure nobody knows', GOOD.replace('At most {shortlistMax}', 'At most {most}'), /answer\.en.*\{most\}/],
    ['too long for a phone', GOOD.replace('最多', '一\n二\n三\n四\n最多'), /more than 4 lines/],
  ])('is refused %s, naming file and part', (_, text, message) => {
    expect(() => load(text)).toThrow(message);
  });
});
