/** What we read of a Slack request; everything else is dropped at the door. */
import { z } from 'zod';

const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().nullish(),
  subtype: z.string().nullish(),
});
const words = {
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  parent_user_id: z.string().optional(),
  team: z.string().optional(),
  user_team: z.string().optional(),
};

const event = z.object({
  ...words,
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  files: z.array(file).optional(),
  message: z.object({ ...words, edited: z.object({ ts: z.string() }).optional() }).optional(),
});

const homeOpened = z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: z.string().optional() });
const userChange = z.object({
  type: z.literal('user_change'),
  user: z.object({ id: z.string(), team_id: z.string().nullish(), deleted: z.boolean().optional() }),
});

const eventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).optional(),
  event: z.union([event, homeOpened, userChange]),
});

const blockActions = z.object({
  type: z.literal('block_actions'),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  channel: z.object({ id: z.string() }).nullish(),
  container: z.object({
    message_ts: z.string().optional(),
    thread_ts: z.string().optional(),
    channel_id: z.string().optional(),
  }),
  trigger_id: z.string().optional(),
  actions: z.array(
    z.object({
      action_ts: z.string(),
      action_id: z.string().optional(),
      value: z.string().optional(),
      text: z.object({ text: z.string() }).nullish(),
    }),
  ),
});

const viewSubmission = z.object({
  type: z.literal('view_submission'),
  team: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string(), team_id: z.string().nullish() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))) }),
  }),
});

const command = z.object({
  type: z.literal('command'),
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  trigger_id: z.string(),
});

const body = z.discriminatedUnion('type', [eventCallback, blockActions, viewSubmission, command]);

/** A message or mention event. */
export type SlackEvent = z.infer<typeof event>;
/** Our form handed in. */
export type SlackSubmission = z.infer<typeof viewSubmission>;
/** A press on one of our buttons. */
export type SlackPress = z.infer<typeof blockActions>;
/** A request of a kind that says something to us. */
export type SlackBody = z.infer<typeof body>;

/** Reads a parsed request; null for kinds and shapes that say nothing to us. */
export function readSlackBody(raw: unknown): SlackBody | null {
  const typed = typeof raw === 'object' && raw !== null && 'command' in raw ? { ...raw, type: 'command' } : raw;
  const read = body.safeParse(typed);
  return read.success ? read.data : null;
}

/** True when a request belongs to our workspace; events of shared channels carry ours among the authorisations. */
export function isOfTeam(read: SlackBody, team: string): boolean {
  switch (read.type) {
    case 'event_callback':
      return read.team_id === team || (read.authorizations ?? []).some((each) => each.team_id === team);
    case 'block_actions':
    case 'view_submission':
      return (read.team?.id ?? read.user.team_id) === team;
    case 'command':
      return read.team_id === team;
  }
}
