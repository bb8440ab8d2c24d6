import { describe, expect, test } from 'vitest';
import { graveErrors } from '../../src/evaluate/outcome.ts';
import { playUtterances } from '../../src/evaluate/utterances/play-utterances.ts';
import type { ChatModel } from '../../src/ports/model.ts';
import { smallSuite } from '../support/small-suite.ts';

const row = (id: string, state: string, text: string, intent: string, slots: object = {}, more: object = {}) => ({
  id,
  lang: 'zh',
  role: 'researcher',
  state,
  text,
  intent,
  slots,
  ...more,
});
const play = (...rows: readonly object[]) => playUtterances(smallSuite('utterances.jsonl', rows));

describe('single messages of a suite', () => {
  test('are read with the fixture’s lists on screen and its forms in hand', async () => {
    const outcome = await play(
      row('a', 'idle', '第二个详细说说', 'list_detail', { list_ref: '#2' }),
      row('b', 'idle', '我要揭轴承钢那个榜', 'apply', { list_ref: '轴承钢' }),
      row('c', 'in_form:apply:email', '电话写错了，是13000000001', 'correct_field', {
        target: 'phone',
        phone: '13000000001',
      }),
      row('d', 'in_form:apply:budget', '六百万', 'provide_answer', { amount: 600 }),
      row('e', 'in_form:apply:confirm', '提交', 'submit'),
    );
    expect(outcome.checked.filter((each) => !each.ok)).toEqual([]);
    expect(outcome.numbers).toEqual({ 'slots wanted': 5, 'slots right': 5 });
  });

  test('another intent is wrong unless it is allowed as well', async () => {
    const outcome = await play(
      row('a', 'idle', '谢谢', 'apply'),
      row('b', 'idle', '谢谢', 'apply', {}, { also_ok: ['smalltalk'] }),
    );
    expect(outcome.checked.map(({ ok }) => ok)).toEqual([false, true]);
  });

  test('an answer that looks like a command and is taken for one is grave', async () => {
    const outcome = await play(
      row('a', 'in_form:apply:org', '取消', 'provide_answer', {}, { tags: ['command_lookalike'] }),
    );
    expect(graveErrors(outcome)).toHaveLength(1);
  });

  test('are put to a model, where one is given, only when the rules are unsure', async () => {
    const asked: string[] = [];
    const model: ChatModel = {
      provider: 'stub',
      complete: async (_, vars, parse) => {
        asked.push(vars.text ?? '');
        return parse({ commands: [vars.text?.startsWith('、') ? { do: 'status' } : { do: 'answer', text: '别的话' }] });
      },
    };
    const rows = [
      row('a', 'idle', '我的进度', 'my_status'),
      row('b', 'idle', '、、、', 'my_status'),
      row('c', 'in_form:apply:budget', '老板说了算', 'provide_answer'),
    ];
    const outcome = await playUtterances({ ...smallSuite('utterances.jsonl', rows), model });
    expect(asked).toEqual(['、、、', '老板说了算']);
    expect(outcome.numbers['messages put to the model']).toBe(2);
    expect(outcome.checked.map(({ ok, got }) => [ok, got.includes('model')])).toEqual([
      [true, false],
      [true, true],
      [true, false],
    ]);
  });
});
