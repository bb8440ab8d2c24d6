import { describe, expect, test } from 'vitest';
import { type InterpretOptions, understand, understoodText } from '../../src/commands/interpret.ts';

const options = (state: string): InterpretOptions => ({
  state,
  json: false,
  programme: 'jiangxi-2021',
  at: '2026-11-22T04:00:00.000Z',
});

describe('explaining a sentence', () => {
  test('shows the value of an answer and the step that took it', () => {
    const understood = understand('八百万', options('in_form:need:money'));
    expect(understood.commands).toEqual([{ do: 'answer', text: '八百万' }]);
    expect(understood.value).toEqual({ outcome: 'accept', value: { yuan: 8_000_000 } });
    expect(understoodText(understood)).toContain(
      '«八百万» (in_form:need:money)\n  1. answer text="八百万"\n  value: accepted {"yuan":8000000}\n  rule:  answer, steps 4 and 7: it answers the field in hand\n  guess: answer ',
    );
  });

  test('says why a value is refused', () =>
    expect(understoodText(understand('一百万美元', options('in_form:need:money')))).toContain(
      'value: refused: foreign-currency',
    ));

  test.each([
    ['跳过', 'in_form:need:goal', 'control:skip', 'step 2: the whole message is a steering phrase'],
    [
      '把这栏略过，回头补',
      'in_form:need:unit',
      'steering:skip',
      'step 2: every word of the message is a word of steering',
    ],
    ['预算改成300万', 'review:need', 'correct', 'step 3'],
    ['有光伏的榜吗', 'idle', 'find', 'looks for lists'],
    ['待办', 'staff', 'queue', 'the person’s own matters'],
    ['后补助怎么算', 'idle', 'ask', 'step 6'],
  ])('«%s» in %s is read by %s', (text, state, rule, because) => {
    const understood = understand(text, options(state));
    expect(understood.rule).toContain(rule);
    expect(understood.because).toContain(because);
  });

  test('a field may be named as people name it, in any stage', () =>
    expect(understand('二十', options('in_form:need:完成时限')).value?.outcome).toBe('accept'));

  test.each(['in_form:need:nothing', 'review:letter', 'somewhere'])(
    '%s is refused with the states there are',
    (state) => expect(() => understand('好', options(state))).toThrow(/in_form:FORM:FIELD/),
  );
});
