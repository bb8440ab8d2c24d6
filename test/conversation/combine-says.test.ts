import { describe, expect, it } from 'vitest';
import { combineSays } from '../../src/conversation/combine-says.ts';
import type { Say } from '../../src/conversation/say.ts';

const plain = (...keys: string[]): Say => ({ lines: keys.map((key) => ({ key })), buttons: [], cards: [], files: [] });
const button = (name: 'help' | 'queue' | 'start' | 'skip') =>
  ({ label: { text: name }, command: { do: name } }) as const;
const question = (path: string, ...keys: string[]): Say => ({
  ...plain(...keys),
  asks: path,
  buttons: [button('skip')],
  progress: { done: 1, of: 9 },
});
const keysOf = (says: readonly Say[]) => says.map((say) => say.lines.map((line) => line.key));

describe('what several messages brought about', () => {
  it('is one message: what was acknowledged, and the one question that is open', () => {
    const combined = combineSays([
      [question('title', 'form.echo', 'form.ask', 'form.example')],
      [question('money', 'form.echo.money', 'value.too-small', 'form.ask')],
      [question('term', 'form.echo.term', 'form.ask')],
    ]);
    expect(keysOf(combined)).toEqual([['form.echo', 'form.echo.money', 'form.echo.term', 'form.ask']]);
    expect(combined[0]).toMatchObject({ asks: 'term', progress: { done: 1, of: 9 } });
    expect(combined[0]?.buttons).toEqual([button('skip')]);
  });

  it('of a single event is left as it was said', () => {
    const says = [question('a', 'form.ask'), plain('talk')];
    expect(combineSays([says])).toEqual(says);
    expect(combineSays([[], says, []])).toEqual(says);
    expect(combineSays([])).toEqual([]);
  });

  it('keeps cards, papers and links as messages of their own', () => {
    const cards: Say = {
      ...plain('find.found'),
      cards: [{ title: 't', facts: [], because: [], button: button('help') }],
    };
    expect(keysOf(combineSays([[plain('a')], [cards], [plain('b')], [plain('c')]]))).toEqual([
      ['a', 'find.found'],
      ['b', 'c'],
    ]);
  });

  it('says nothing twice, and offers at most four things to tap', () => {
    const one: Say = { ...plain('thanks', 'more'), buttons: [button('help'), button('queue')] };
    const two: Say = { ...plain('thanks'), buttons: [button('queue'), button('start'), button('skip')] };
    const [combined, ...rest] = combineSays([[one], [two]]);
    expect(rest).toEqual([]);
    expect(combined?.lines.map((line) => line.key)).toEqual(['thanks', 'more']);
    expect(combined?.buttons.map((each) => ('text' in each.label ? each.label.text : ''))).toEqual([
      'queue',
      'start',
      'skip',
      'help',
    ]);
  });
});
