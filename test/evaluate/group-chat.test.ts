import { expect, test } from 'vitest';
import { groupSeat, heardInGroup, isInGroup } from '../../src/evaluate/dialogues/group-chat.ts';

test('a group is told by any word for it, and has one seat a person', () => {
  expect(isInGroup({ do: 'say', group: true })).toBe(true);
  expect(isInGroup({ do: 'say', via: 'telegram_group' })).toBe(true);
  expect(isInGroup({ do: 'say', via: 'telegram' })).toBe(false);
  const seat = { channel: 'telegram', room: 'r', user: 'r' } as const;
  expect(groupSeat(seat)).toEqual({ channel: 'telegram', room: 'telegram-group', user: 'r' });
});

test('in a group the bot hears what is said to it, without its name', () => {
  expect(heardInGroup({ do: 'say' }, '中午吃什么')).toBeNull();
  expect(heardInGroup({ do: 'say' }, '@sample_bot 新材料有哪些榜')).toBe('新材料有哪些榜');
  expect(heardInGroup({ do: 'say', mention: true }, '新材料有哪些榜')).toBe('新材料有哪些榜');
  expect(heardInGroup({ do: 'say' }, '/lists')).toBe('/lists');
});
