import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/programme/form.ts';
import { fold } from '../../src/text/fold.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import { lastMended } from '../../src/understanding/said-anew.ts';
import { context, field, form, reading } from './reading-scene.ts';

const term = field('duration', { id: 'term', label: { zh: '执行期限', en: 'Duration' } });
const team = field('number', { id: 'team', label: { zh: '团队人数', en: 'Team' } });
const lead = field('text', { id: 'lead', label: { zh: '负责人', en: 'Lead' } });
const start = field('date', { id: 'start', label: { zh: '开始日期', en: 'Start' } });
const plan = field('long-text', { id: 'plan', label: { zh: '技术方案', en: 'Plan' } });
const fields = [term, team, lead, start, plan];
const answers = { term: { months: 18 }, team: 12, lead: '张敏', plan: '分三步走' };

function mended(said: string, last: Field, inHand: Field) {
  const of = { ...context, fields, answers, freeText: inHand.kind === 'long-text', inHand, last };
  return lastMended(said, fold(said), of);
}

describe('the answer just given is said anew without its name', () => {
  test.each([
    ['说错了 是两年', term, start, '两年'],
    ['不对，两年', term, start, '两年'],
    ['哦不，两年', term, start, '两年'],
    ['oops, 2 years', term, start, '2 years'],
    ['手滑了，15人', team, plan, '15人'],
    ['打錯字了，是張小敏', lead, team, '張小敏'],
  ] as const)('%s', (said, last, inHand, text) => {
    expect(mended(said, last, inHand)).toEqual({ do: 'correct', path: last.id, text });
  });

  test.each([
    ['a value that fits only the question in hand', '哦不，2027年3月1日', term, start],
    ['a sigh before what fits both', '不好意思，2027年5月', start, { ...start, id: 'end' }],
    ['another field by its name', '写错了，团队人数是15', lead, start],
    ['words for a long text', '写错了，应该先小试', plan, team],
    ['words while a long text is asked for', '错了，应该先小试再中试', lead, plan],
  ] as const)('it is none: %s', (_, said, last, inHand) => {
    expect(mended(said, last, inHand)).toBeNull();
  });
});

describe('a new value in a clause of its own behind the name', () => {
  const bid = form('application-enterprise-demand');
  const review = reading({
    focus: 'review',
    form: bid,
    stage: 'bid',
    answers: { price: { yuan: 3_000_000 }, unit: '示例大学', team: '示例团队' },
  });
  test.each([
    ['报价也改一下，两百万就够', 'price', '两百万'],
    ['报价不对，200万', 'price', '200万'],
    ['报价太高了，改150万吧', 'price', '150万'],
  ])('%s', (said, path, text) => {
    expect(interpret(said, review).commands).toEqual([{ do: 'correct', path, text }]);
  });
});
