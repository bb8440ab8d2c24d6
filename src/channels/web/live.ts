/** Hands events over to the browsers that look at a room right now. */

/** Rooms with the browsers listening to them, in this process. Losing an event is harmless: everything is stored first. */
export interface LiveRooms {
  /** Calls `listener` for everything published to `room` until the returned function is called. */
  subscribe(room: string, listener: (data: object) => void): () => void;
  /** Tells all listeners of the room; returns how many there were. A listener that throws does not stop the others. */
  publish(room: string, data: object): number;
  /** How many listen to the room. */
  listeners(room: string): number;
  /** How many listen in all. */
  total(): number;
}

/** Makes empty {@link LiveRooms}; the staff desk shares them with the chat. */
export function makeLiveRooms(): LiveRooms {
  const rooms = new Map<string, Set<(data: object) => void>>();
  let total = 0;
  return {
    subscribe(room, listener) {
      const own = (data: object) => listener(data);
      const set = rooms.get(room) ?? new Set();
      rooms.set(room, set.add(own));
      total += 1;
      return () => {
        if (!set.delete(own)) return;
        total -= 1;
        if (set.size === 0 && rooms.get(room) === set) rooms.delete(room);
      };
    },
    publish(room, data) {
      const set = [...(rooms.get(room) ?? [])];
      for (const listener of set) {
        try {
          listener(data);
        } catch {
          // One broken connection is no reason to keep the news from the others.
        }
      }
      return set.length;
    },
    listeners: (room) => rooms.get(room)?.size ?? 0,
    total: () => total,
  };
}
