/** Acts of the desk: they travel the same road as chat messages and are answered in the desk's own room. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Chosen, Inbound } from '../../../ports/message.ts';
import { CARD_KINDS } from '../../../programme/concept-card.ts';
import type { StaffAction } from '../../../programme/lifecycle.ts';
import { makeRateLimit } from '../rate-limit.ts';
import { refusal } from '../refusal.ts';
import { roomAddress } from '../session.ts';
import type { DeskContext } from './desk-context.ts';
import { requireStaff, type StaffMember } from './staff-member.ts';

const ACTIONS = [
  'accept',
  'return',
  'ask-more',
  'recommend',
  'vet',
  'not-select',
  'publish',
  'extend',
  'close',
  'start-review',
  'shortlist',
  'unshortlist',
  'preselect',
  'mark-offline',
  'stamped',
  'withdraw',
] as const satisfies readonly StaffAction[];

const CASE = z.string().regex(/^[\w-]{3,40}$/);
const VERSION = z.int().min(1);
/** The longest reason and the longest field, in UTF-16 units. */
const REASON_MAX = 4000;
const FIELD_MAX = 20_000;
const ANSWER_MAX = 4000;
const CARD_LINE_MAX = 2000;
const REQUEST = z.string().regex(/^[\w-]{1,60}$/);

/** What the desk may order; taking back is only ever a button of an answer. */
const COMMAND = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('act'),
    case: CASE,
    action: z.enum(ACTIONS),
    version: VERSION,
    reason: z.string().max(REASON_MAX).optional(),
    deadline: z.iso.date().optional(),
  }),
  z.strictObject({
    do: z.literal('save-listing'),
    listing: CASE.optional(),
    version: VERSION.optional(),
    track: z.enum(['key-technology', 'enterprise-demand']),
    fields: z.record(z.string().regex(/^[A-Za-z][\w-]{0,40}$/), z.string().max(FIELD_MAX)),
  }),
  z.strictObject({
    do: z.literal('answer-request'),
    request: REQUEST,
    version: VERSION,
    text: z.string().min(1).max(ANSWER_MAX),
  }),
  z.strictObject({ do: z.literal('close-request'), request: REQUEST, version: VERSION }),
  z.strictObject({
    do: z.literal('settle-message'),
    box: z.enum(['inbox', 'outbox']),
    id: z.int().min(1),
    retry: z.boolean(),
  }),
  z.strictObject({
    do: z.literal('save-card'),
    case: CASE,
    seen: z.iso.datetime().nullable(),
    lines: z.record(z.enum(CARD_KINDS), z.string().max(CARD_LINE_MAX)),
  }),
  z.strictObject({ do: z.literal('queue') }),
  z.strictObject({ do: z.literal('open-case'), case: CASE }),
]);

const POSTED = z.union([
  z.strictObject({ id: z.uuid(), command: COMMAND }),
  z.strictObject({ id: z.uuid(), button: z.string().regex(/^[\w.:-]{1,40}$/) }),
]);

/** Registers `POST /api/desk/commands`: 202 once the command is on disk; the answer comes as a message. */
export function addCommandRoute(app: FastifyInstance, context: DeskContext): void {
  const mayPost = makeRateLimit(30, 1);
  app.post('/api/desk/commands', { bodyLimit: 300_000 }, async (request, reply) => {
    const staff = await requireStaff(context, request);
    const wait = mayPost(staff.room, context.clock.now());
    if (wait > 0) throw refusal('slow-down', wait);
    const posted = POSTED.safeParse(request.body);
    if (!posted.success) throw refusal('bad-request');
    const { id } = posted.data;
    const chose: Chosen = 'button' in posted.data ? { button: posted.data.button } : { command: posted.data.command };
    try {
      await context.accept([inboundOf(context, staff, id, chose)]);
    } catch (cause) {
      context.log.error({ error: cause }, 'an act of the desk could not be stored');
      throw refusal('not-saved', 5);
    }
    return reply.code(202).send({ id });
  });
}

function inboundOf(context: DeskContext, staff: StaffMember, id: string, chose: Chosen): Inbound {
  const receivedAt = context.clock.now().toISOString();
  // The same click sent twice over a bad line is one act.
  return {
    keys: [`${staff.room}:${id}`],
    address: roomAddress(staff.room),
    receivedAt,
    sequence: 0,
    messageId: id,
    languageHint: staff.locale,
    chose,
  };
}
