/** Messages a turn sends: rendered for their readers, with keys that make running the turn again send nothing twice. */
import { createHash } from 'node:crypto';
import type { DeliveryTarget } from '../conversation/address.ts';
import { type Address, addressKey, DESK_ROOM } from '../conversation/address.ts';
import { combineSays } from '../conversation/combine-says.ts';
import type { Effect } from '../conversation/reducer-types.ts';
import { renderSay } from '../conversation/render.ts';
import type { NoticeInfo, Say } from '../conversation/say.ts';
import type { Outgoing } from '../ports/turn.ts';
import type { Account, Locale } from '../programme/records.ts';
import { lastUsed } from './last-used.ts';
import { minimalNews, minimalSay } from './minimal-say.ts';
import type { Running } from './parts.ts';

/** What one event of the turn brought about, and where it was said. */
export interface TurnStep {
  readonly address: Address;
  readonly effects: readonly Effect[];
  /** Where the page it came from has a language of its own. */
  readonly locale?: Locale;
}

/** Whose turn it is, after its effects, and the random id its messages are named by. */
export interface Speaker {
  readonly account: Account;
  readonly turn: string;
  /** True when the account is deleted by this very turn: the receipt is sent, and belongs to nobody. */
  readonly deleted: boolean;
}

type Tell = Extract<Effect, { type: 'tell' }>;

interface Draft {
  readonly to: Address;
  readonly say: Say;
  readonly locale: Locale;
  readonly account: string | null;
  readonly notice?: NoticeInfo;
  readonly group?: string;
  readonly delaySeconds?: number;
  /** Keys of a staff notice: its own, and that of the one it replaces in place. */
  readonly keys?: { readonly own: string; readonly replaces: string | null };
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** The id of a message (26 characters), made from its unique key. */
export function messageId(key: string): string {
  const bits = createHash('sha256').update(key).digest();
  return Array.from({ length: 26 }, (_, index) => CROCKFORD.charAt(bits.readUInt8(index) & 31)).join('');
}

/** All messages of a turn in order: one combined answer per address, then what others are told. */
export async function makeOutgoing(
  steps: readonly TurnStep[],
  speaker: Speaker,
  parts: Running,
): Promise<readonly Outgoing[]> {
  const drafts = [...replies(steps, speaker), ...(await notices(steps, speaker, parts))];
  const now = parts.clock.now().getTime();
  return drafts.map((draft, n) => rendered(draft, draft.keys?.own ?? `${speaker.turn}.${n}`, now, parts));
}

/** One message outside a turn's effects, such as an apology; `key` makes it unique. */
export function outgoingOf(draft: Draft, key: string, parts: Running): Outgoing {
  return rendered(draft, key, parts.clock.now().getTime(), parts);
}

function rendered(draft: Draft, key: string, now: number, parts: Running): Outgoing {
  const ids = { message: messageId(key), ...(draft.notice && { notice: draft.notice }) };
  const { reply, commands } = renderSay(draft.say, draft.locale, parts.catalogue, ids);
  const dueAt = new Date(now + (draft.delaySeconds ?? 0) * 1_000).toISOString();
  return {
    key,
    to: draft.to,
    reply,
    commands,
    account: draft.account,
    dueAt,
    group: draft.group ?? null,
    updates: draft.keys?.replaces ?? null,
  };
}

function replies(steps: readonly TurnStep[], { account, deleted }: Speaker): readonly Draft[] {
  const rooms = new Map<string, { readonly to: Address; readonly locale: Locale; readonly says: (readonly Say[])[] }>();
  for (const { address, effects, locale = account.locale } of steps) {
    const room = rooms.get(addressKey(address)) ?? { to: address, locale, says: [] };
    room.says.push(effects.flatMap((effect) => (effect.type === 'reply' ? [effect.say] : [])));
    rooms.set(addressKey(address), room);
  }
  return [...rooms.values()].flatMap(({ to, locale, says }) =>
    combineSays(says).map((say) => ({ to, say, locale, account: deleted ? null : account.id })),
  );
}

/** Notices in order; those of a group that is taken back in the same turn are never made. */
async function notices(steps: readonly TurnStep[], speaker: Speaker, parts: Running): Promise<readonly Draft[]> {
  let drafts: readonly Draft[] = [];
  for (const { address, effects } of steps) {
    for (const effect of effects) {
      if (effect.type === 'tell') drafts = [...drafts, ...(await told(effect, address, speaker, parts))];
      if (effect.type === 'cancel-group') drafts = drafts.filter((draft) => draft.group !== effect.group);
    }
  }
  return drafts;
}

async function told(tell: Tell, from: Address, speaker: Speaker, parts: Running): Promise<readonly Draft[]> {
  const { say, notice, group, delaySeconds } = tell;
  const more = { notice, ...(group !== undefined && { group }), ...(delaySeconds !== undefined && { delaySeconds }) };
  if ('staff' in tell.to) {
    return staffPlaces(tell.to.staff.sector, parts).map(({ address, detail }) => ({
      ...more,
      to: address,
      say: inPlace(detail === 'full' ? say : minimalSay(say, notice, parts.programme), address),
      locale: parts.staffLocale,
      account: null,
      ...noticeKeys(tell, address),
    }));
  }
  const account =
    tell.to.account === speaker.account.id ? speaker.account : await parts.store.records.account(tell.to.account);
  const to = account?.id === speaker.account.id ? from : await placeOf(tell.to, parts);
  if (!account || !to) return [];
  const news = isAbroad(to) && parts.newsDetail !== 'full' && isOfCase(notice) ? minimalNews(say, notice) : say;
  return [{ ...more, to, say: news, locale: account.locale, account: account.id }];
}

/** Only Slack has threads whose replies are passed on: elsewhere the way is the desk. */
function inPlace(say: Say, { channel }: Address): Say {
  const lines = say.lines.map((line) =>
    THREADED.has(line.key) && channel !== 'slack' ? { ...line, key: `${line.key}-desk` } : line,
  );
  return { ...say, lines };
}

/** Sentences that name the thread; each has a twin ending in `-desk` that does not. */
const THREADED: ReadonlySet<string> = new Set(['request.how', 'engine.handoff-minimal']);

/** Channels whose servers stand abroad (R42). */
function isAbroad({ channel }: Address): boolean {
  return channel === 'telegram' || channel === 'slack';
}

/** An answer to what somebody asked is theirs whole; news about a case is not. */
function isOfCase(notice: NoticeInfo): boolean {
  return notice.case.kind !== 'request';
}

/** Where somebody is told: the place they asked at while it is still theirs, else the one they used last. */
async function placeOf(to: Extract<Tell['to'], { account: string }>, { store }: Running): Promise<Address | null> {
  if (to.at && (await store.records.accountAt(to.at)) === to.account) return to.at;
  return lastUsed(to.account, store);
}

/** A notice about one version of a case is found again by that version: whoever acts on it changes the message in place. */
function noticeKeys({ notice, version, replaces }: Tell, place: Address): Pick<Draft, 'keys'> {
  if (version === undefined) return {};
  const key = (of: number) => `notice:${notice.case.id}:${of}:${addressKey(place)}`;
  return { keys: { own: key(version), replaces: replaces === undefined ? null : key(replaces) } };
}

/** The desk, and the rooms configured for the sector. */
function staffPlaces(sector: string | null, parts: Running): readonly DeliveryTarget[] {
  const desk = parts.channels.some((channel) => channel.name === DESK_ROOM.channel);
  return [...(desk ? [{ address: DESK_ROOM, detail: 'full' } as const] : []), ...parts.staffTargets(sector)];
}
