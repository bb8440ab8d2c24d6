import { describe, expect, test } from 'vitest';
import { playDialogues } from '../../src/evaluate/dialogues/play-dialogues.ts';
import { graveErrors } from '../../src/evaluate/outcome.ts';
import { smallSuite } from '../support/small-suite.ts';

const dialogue = (channel: string, turns: readonly object[], end_checks: readonly object[] = []) => ({
  id: 'T',
  title: 'a test',
  lang: 'zh',
  channel,
  capabilities: ['test'],
  turns: turns.map((turn, index) => ({ n: index + 1, expect: '', checks: [], ...turn })),
  end_checks,
});
const play = (...given: Parameters<typeof dialogue>) =>
  playDialogues(smallSuite('dialogues.jsonl', [dialogue(...given)]));
const failed = (outcome: Awaited<ReturnType<typeof play>>) =>
  outcome.checked.filter(({ ok }) => !ok).map(({ at, say, got }) => `${at}: ${say} — ${got}`);
const count = (what: string, where: object, equals: number) => ({
  check: 'count',
  what,
  where,
  equals,
  say: `${equals} ${what}`,
});
const fill = (until: string) => ({ from: 'R1', do: 'answer_until', form: 'apply', sheet: 'R1.apply', until });

describe('dialogues of a suite', () => {
  test('an application is filled from its sheet, handed in, and told to staff once', async () => {
    const outcome = await play(
      'telegram',
      [
        { from: 'R1', do: 'say', text: '我要揭轴承钢' },
        { ...fill('budget'), checks: [{ check: 'asks', field: 'budget', say: 'asks for the budget' }] },
        {
          from: 'R1',
          do: 'say',
          text: '700万',
          checks: [
            {
              check: 'value',
              what: 'application_draft',
              field: 'budget',
              equals: 700,
              where: { by: 'R1' },
              say: '700',
            },
          ],
        },
        fill('confirm'),
        { from: 'R1', do: 'say', text: '提交', checks: [{ check: 'judge', say: 'is kind' }] },
      ],
      [
        count('application', { by: 'R1', list: 'A', status: 'submitted' }, 1),
        { check: 'notified', to: 'staff', kind: 'application_submitted', times: 1, say: 'told once' },
      ],
    );
    expect(failed(outcome)).toEqual([]);
    expect(graveErrors(outcome)).toEqual([]);
    expect(outcome.judge).toHaveLength(1);
    expect(outcome.transcripts.T).toContain('R1> 700万');
  });

  test('a message delivered twice and a restart change nothing', async () => {
    const outcome = await play('telegram', [
      { from: 'R1', do: 'say', text: '我要揭轴承钢' },
      { from: 'R1', do: 'redeliver', of: 1 },
      { do: 'restart' },
      { do: 'wait', hours: 2 },
      { ...fill('leader'), checks: [count('application_draft', { by: 'R1', list: 'A' }, 1)] },
    ]);
    expect(failed(outcome)).toEqual([]);
    expect(outcome.numbers['turns that could not be played as written']).toBe(0);
  });

  test('a need is set up for staff, and two who press at once decide once', async () => {
    const press = (from: string) => ({ from, do: 'tap', button: '通过' });
    const outcome = await play('slack', [
      { do: 'given', need: 'E1.need' },
      { do: 'concurrent', turns: [press('S1'), press('S2')], checks: [count('decision', {}, 1)] },
    ]);
    expect(failed(outcome)).toEqual([]);
  });

  test('what does not hold fails, what nobody meant is grave, and what cannot be played is said', async () => {
    const outcome = await play('telegram', [
      { from: 'R1', do: 'say', text: '我要揭轴承钢' },
      { from: 'R1', do: 'tap', button: '没有的按钮' },
      fill('confirm'),
      { from: 'R1', do: 'say', text: '提交', checks: [count('application', { by: 'R1', status: 'submitted' }, 0)] },
    ]);
    expect(failed(outcome)).toHaveLength(1);
    expect(graveErrors(outcome).map(({ grave }) => grave)).toEqual(['submitted unmeant']);
    expect(outcome.notes.join('\n')).toContain('there is no button 没有的按钮');
  });
});
