import { describe, expect, it } from 'vitest';
import { modestCommands } from '../../src/conversation/modest-command.ts';
import { parseCommands } from '../../src/engine/parse-commands.ts';
import { isBotError } from '../../src/errors.ts';
import fc from '../support/fast-check.ts';

const read = (...commands: readonly unknown[]) => parseCommands({ commands }, 'the words');

describe('what a model proposes', () => {
  it('is read into the closed set', () => {
    expect(
      read({ do: 'find', words: '芳纶' }, { do: 'correct', path: 'money', text: '800万' }, { do: 'submit' }),
    ).toEqual([{ do: 'find', words: '芳纶' }, { do: 'correct', path: 'money', text: '800万' }, { do: 'submit' }]);
  });

  it('keeps the words where it understood nothing', () => {
    expect(read({ do: 'none' })).toEqual([{ do: 'none', text: 'the words' }]);
  });

  it('loses whatever else was put into it', () => {
    expect(read({ do: 'apply', listing: 'L-1', version: 9, confirmed: true })).toEqual([
      { do: 'apply', listing: 'L-1' },
    ]);
  });

  it.each([
    ['an act of staff', { do: 'act', case: 'x', action: 'accept' }],
    ['a consent', { do: 'consent', kind: 'data', yes: true }],
    ['a value already read', { do: 'set', path: 'money', value: { yuan: 1 } }],
    ['a confirmed deletion in disguise', { do: 'delete-data ', confirmed: true }],
    ['words without a meaning', 'submit'],
    ['an answer without words', { do: 'answer', text: '  ' }],
    ['a language nobody offers', { do: 'language', locale: 'fr' }],
  ])('%s is refused with a complaint', (_, command) => {
    expect(() => read(command)).toThrow(/commands\.0/);
  });

  it('is one to four commands', () => {
    expect(() => read()).toThrow();
    expect(() => read(...Array(5).fill({ do: 'help' }))).toThrow();
  });

  it('is never anything but commands or a coded refusal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        try {
          return parseCommands(raw, '').length > 0;
        } catch (error) {
          return isBotError(error, 'model');
        }
      }),
    );
  });
});

describe('what may be done of it', () => {
  it('shows instead of submitting, and asks instead of deleting or withdrawing', () => {
    expect(modestCommands([{ do: 'submit' }], '', 'field')).toEqual([{ do: 'review' }]);
    expect(modestCommands([{ do: 'delete-data', confirmed: true }], '', 'field')).toEqual([{ do: 'delete-data' }]);
    expect(modestCommands([{ do: 'withdraw', confirmed: true }], '', 'field')).toEqual([{ do: 'withdraw' }]);
  });

  it('is nothing at all when one part of it is not the person’s own words', () => {
    const answer = { do: 'answer', text: '800万' } as const;
    expect(modestCommands([answer, { do: 'help' }], '大概800万', 'field')).toEqual([answer, { do: 'help' }]);
    expect(modestCommands([answer, { do: 'help' }], '大概900万', 'field')).toEqual([]);
  });

  it('a yes counts where it sends, decides, deletes and agrees to nothing; a no counts everywhere', () => {
    const yes = (focus: Parameters<typeof modestCommands>[2]) => modestCommands([{ do: 'affirm' }], '嗯呐', focus);
    for (const focus of ['idle', 'field', 'confirm-value'] as const) expect(yes(focus)).toEqual([{ do: 'affirm' }]);
    for (const focus of ['review', 'confirm', 'consent', 'cancel', 'intake', 'reason'] as const)
      expect(yes(focus)).toEqual([]);
    expect(modestCommands([{ do: 'deny' }], '算了吧', 'confirm')).toEqual([{ do: 'deny' }]);
  });
});
