/** Where messages come from and go to. */

/** The channels. `webhook` only sends: group notices to WeCom, Feishu or DingTalk. */
export type ChannelName = 'web' | 'telegram' | 'slack' | 'console' | 'webhook';

/** One seat of a conversation: `room` is the chat, `user` who speaks in it, `thread` keeps Slack threads apart. */
export interface Address {
  readonly channel: ChannelName;
  readonly room: string;
  readonly user: string;
  readonly thread?: string;
}

/** A place staff notices go to, and how much they may say there (R42). */
export interface DeliveryTarget {
  readonly address: Address;
  readonly detail: 'minimal' | 'full';
}

/** The desk's shared room: every signed-in staff member sees what is delivered here. */
export const DESK_ROOM: Address = { channel: 'web', room: 'desk', user: 'desk' };

/** One string per address, for keys and comparison. */
export function addressKey(address: Address): string {
  return [address.channel, address.room, address.user, address.thread ?? ''].join('\u001f');
}

/** True for a room where others read along: nothing personal is given away there. */
export function isShared({ channel, room, user }: Address): boolean {
  if (channel === 'telegram') return room !== user;
  return channel === 'slack' && room !== user && !room.startsWith('D');
}
