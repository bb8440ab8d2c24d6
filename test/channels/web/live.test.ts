import { describe, expect, test } from 'vitest';
import { makeLiveRooms } from '../../../src/channels/web/live.ts';

describe('live rooms', () => {
  test('a listener that throws does not keep the news from the others', () => {
    const rooms = makeLiveRooms();
    const heard: object[] = [];
    rooms.subscribe('a', () => {
      throw new Error('gone');
    });
    rooms.subscribe('a', (data) => heard.push(data));
    expect(rooms.publish('a', { n: 1 })).toBe(2);
    expect(heard).toEqual([{ n: 1 }]);
  });

  test('unsubscribing twice counts once', () => {
    const rooms = makeLiveRooms();
    const stop = rooms.subscribe('a', () => undefined);
    rooms.subscribe('a', () => undefined);
    stop();
    stop();
    expect([rooms.listeners('a'), rooms.total(), rooms.publish('b', {})]).toEqual([1, 1, 0]);
  });
});
