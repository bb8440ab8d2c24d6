/** The form for a reason: opened before anything is looked up, checked before it is acknowledged. Pure but for its call. */
import { z } from 'zod';
import type { Address } from '../conversation/address.ts';
import type { Inbound } from '../ports/message.ts';
import { cut } from '../text/cut.ts';
import { REASON_PREFIX } from './slack-blocks.ts';
import type { SlackPress, SlackSubmission } from './slack-body.ts';
import type { SlackContext } from './slack-format.ts';

/** What the form says, in the language of the staff rooms. */
export interface ReasonWords {
  readonly label: string;
  readonly hint: string;
  readonly send: string;
  readonly cancel: string;
  readonly needed: string;
}

const CALLBACK = 'reason';
const BLOCK = 'reason';
const TITLE_MAX = 24;
const REASON_MAX = 1000;
const PLACE = z.object({ button: z.string(), room: z.string(), thread: z.string().optional() });

/** `views.open` for a press that owes a reason; null for every other press. */
export function reasonForm(press: SlackPress, words: ReasonWords): Readonly<Record<string, unknown>> | null {
  const [action] = press.actions;
  const room = press.channel?.id ?? press.container.channel_id;
  if (!action?.action_id?.startsWith(REASON_PREFIX) || !action.value || !press.trigger_id || !room) return null;
  const thread = press.container.thread_ts;
  const place = { button: action.value, room, ...(thread !== undefined && { thread }) };
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
  const element = { type: 'plain_text_input', action_id: BLOCK, multiline: true, max_length: REASON_MAX };
  return {
    trigger_id: press.trigger_id,
    view: {
      type: 'modal',
      callback_id: CALLBACK,
      private_metadata: JSON.stringify(place),
      title: plain(cut(action.text?.text ?? words.label, TITLE_MAX) || words.label),
      submit: plain(words.send),
      close: plain(words.cancel),
      blocks: [{ type: 'input', block_id: BLOCK, label: plain(words.label), hint: plain(words.hint), element }],
    },
  };
}

/** What a form that was handed in means: the pressed button with its reason, or what is wrong with a field. */
export function readReason(
  submission: SlackSubmission,
  context: SlackContext,
  words: ReasonWords,
): { readonly inbound: Inbound } | { readonly answer: Readonly<Record<string, unknown>> } | null {
  const { view, user, team } = submission;
  const place = view.callback_id === CALLBACK ? placeOf(view.private_metadata) : null;
  if (!place) return null;
  const said = view.state.values[BLOCK]?.[BLOCK]?.value?.trim() ?? '';
  if (!/[\p{L}\p{N}]/u.test(said)) return { answer: { response_action: 'errors', errors: { [BLOCK]: words.needed } } };
  const { self, receivedAt } = context;
  const address: Address = {
    channel: 'slack',
    room: place.room,
    user: `${user.team_id ?? team?.id ?? self.team}:${user.id}`,
    ...(place.thread !== undefined && { thread: place.thread }),
  };
  const keys = [`slack:${self.team}:view:${view.id}`];
  return { inbound: { keys, address, receivedAt, sequence: 0, chose: { button: place.button }, said } };
}

function placeOf(metadata: string): z.infer<typeof PLACE> | null {
  try {
    const read = PLACE.safeParse(JSON.parse(metadata));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
