import { describe, expect, test } from 'vitest';
import { hostileInputs } from '../../src/evaluate/hostile/hostile-input.ts';
import { playHostile } from '../../src/evaluate/hostile/play-hostile.ts';
import { paperProblems, shownProblems } from '../../src/evaluate/hostile/rendering-problems.ts';
import { sampleReply } from '../support/sample-reply.ts';
import { smallSuite } from '../support/small-suite.ts';

const hostile = (input: string) => ({ id: 'h', category: 'test', lang: 'zh', channel: 'any', input, expect: '' });

describe('hostile inputs of a suite', () => {
  test('markup goes through every field and leaves the form usable', async () => {
    const outcome = await playHostile(smallSuite('hostile-inputs.jsonl', [hostile('<b onclick=x>=1+1</b> <@U1>')]));
    expect(outcome.checked.map(({ got, ok }) => (ok ? 'right' : got))).toEqual(['right']);
  });

  test('a directive is made: the repeated text, the nested body, a file that lies about its size', () => {
    expect(hostileInputs(hostile('@@repeat:榜:3'))).toEqual([{ is: 'text', text: '榜榜榜' }]);
    expect(hostileInputs(hostile('@@json-depth:3'))).toEqual([{ is: 'body', body: '[[[]]]' }]);
    expect(hostileInputs(hostile('@@telegram file_size 21 MB')).map((each) => each.is)).toEqual(['file', 'file']);
    expect(hostileInputs(hostile('@@unheard of')).map((each) => each.is)).toEqual(['text', 'unmade']);
  });

  test('renderings are looked at: a message too long for Telegram is split, a formula is none', async () => {
    expect(shownProblems({ ...sampleReply('x'), text: '<script>'.repeat(2000) })).toEqual([]);
    expect(await paperProblems("=HYPERLINK('x')")).toEqual([]);
  });
});
