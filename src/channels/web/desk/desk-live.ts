/** The stream that wakes desk pages up: it only says that something changed, the pages then read what they may see. */
import type { FastifyInstance } from 'fastify';
import { DESK_ROOM } from '../../../conversation/address.ts';
import { streamRoom } from '../live-route.ts';
import { refusal } from '../refusal.ts';
import type { DeskContext } from './desk-context.ts';
import { requireStaff } from './staff-member.ts';

const PER_ROOM = 12;
const IN_ALL = 5000;

/** Registers `GET /api/desk/live` (server-sent events `answer`, `notice` and `changed`, without any content). */
export function addDeskLive(app: FastifyInstance, context: DeskContext): void {
  const { live, feed } = context;
  app.get('/api/desk/live', async (request, reply) => {
    const { room } = await requireStaff(context, request);
    if (live.listeners(room) >= PER_ROOM || live.total() >= IN_ALL) throw refusal('slow-down', 30);
    streamRoom(reply, (listener) => {
      const stops = [
        live.subscribe(room, () => listener({ type: 'answer' })),
        live.subscribe(DESK_ROOM.room, () => listener({ type: 'notice' })),
        feed.subscribe(() => listener({ type: 'changed' })),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    });
  });
}
