/** Raw Slack requests as the platform sends them. 示例 people. */

let count = 0;

/** A message event; in the direct channel D7 of user U7 unless told. */
export function messageEvent(text: string, extra: object = {}, eventId = `Ev${++count}`) {
  const ts = `1790000000.${String(++count).padStart(6, '0')}`;
  const event = {
    type: 'message',
    channel: 'D7',
    channel_type: 'im',
    user: 'U7',
    team: 'T100',
    text,
    ts,
    client_msg_id: 'x',
    ...extra,
  };
  return {
    type: 'event_callback',
    token: 'legacy',
    team_id: 'T100',
    api_app_id: 'A1',
    event_id: eventId,
    event_time: 1,
    authorizations: [{ team_id: 'T100', user_id: 'U0BOT', is_bot: true }],
    event,
  };
}

/** A press on a button in channel C1. */
export function buttonPress(value: string, extra: object = {}) {
  const message_ts = '1790000000.000001';
  return {
    type: 'block_actions',
    team: { id: 'T100', domain: 'shili' },
    user: { id: 'U7', username: 'shili', name: 'shili', team_id: 'T100' },
    api_app_id: 'A1',
    token: 'legacy',
    container: { type: 'message', message_ts, channel_id: 'C1', is_ephemeral: false },
    trigger_id: 'tr.1',
    channel: { id: 'C1', name: 'gaoxin' },
    message: { ts: message_ts, text: 'J-7K3M' },
    response_url: 'https://hooks.slack.com/actions/x',
    actions: [
      {
        type: 'button',
        action_id: value,
        block_id: 'b',
        value,
        action_ts: `1790000001.${String(++count).padStart(6, '0')}`,
        text: { type: 'plain_text', text: '受理' },
      },
    ],
    ...extra,
  };
}

/** A `/bang` command in channel C1. */
export function slashCommand(text: string, extra: Record<string, string> = {}) {
  return {
    token: 'legacy',
    team_id: 'T100',
    team_domain: 'shili',
    channel_id: 'C1',
    channel_name: 'gaoxin',
    user_id: 'U7',
    user_name: 'shili',
    command: '/bang',
    text,
    api_app_id: 'A1',
    response_url: 'https://hooks.slack.com/commands/x',
    trigger_id: `tr.${++count}`,
    ...extra,
  };
}
