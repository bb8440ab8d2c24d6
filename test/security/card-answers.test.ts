import { describe, expect, it } from 'vitest';
import { cardTold } from '../../src/conversation/card-words.ts';
import { initialState } from '../../src/conversation/initial-state.ts';
import type { State } from '../../src/conversation/state.ts';
import type { Command } from '../../src/understanding/command.ts';

const skip: Command = { do: 'own-card', need: 'n', words: [] };
const asked: State = {
  ...initialState(),
  focus: { in: 'card', need: 'n', names: ['绝缘纸', '芳纶'] },
  offered: [{ label: '跳过', command: skip }],
};
const told = (text: string): Command | null => cardTold(asked, text, { do: 'none', text });

describe('what is said where the concepts of a need are asked', () => {
  it.each(['这个项目涉密', '含国家秘密', '里面有绝密数据'])(
    '%s: asks about going offline, and keeps no word',
    (said) => {
      expect(told(said)).toEqual({ do: 'offline', case: 'n' });
    },
  );

  it.each(['不涉密', '没有涉及国家秘密'])('%s: is nothing to go offline for', (said) => {
    expect(told(said)?.do).not.toBe('offline');
  });

  it.each([
    '张工 13800138000',
    '联系 138-0013-8000',
    '0791-86251234567',
    'zhang@example.cn',
    '预算改成900万',
    '都对，预算改成500万',
    '改第3项',
    '删除',
    '谢谢',
    '稍等',
    '不方便透露',
  ])('%s: is no term of the trade', (said) => {
    expect(told(said)).toBeNull();
  });

  it.each([
    ['都对，还有超声波焊接', ['绝缘纸', '芳纶', '超声波焊接']],
    ['不是绝缘纸', ['芳纶']],
    ['重复数据删除', ['重复数据删除']],
  ])('%s: is', (said, words) => {
    expect(told(said)).toEqual({ do: 'own-card', need: 'n', words });
  });
});
