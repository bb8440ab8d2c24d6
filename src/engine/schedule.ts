/** The product's own clock: looks now and then for what is due for people, and puts it into the inbox like a message. */
import { DateTime } from 'luxon';
import { type Address, isShared } from '../conversation/address.ts';
import type { Accept } from '../ports/channel.ts';
import type { Timer } from '../ports/message.ts';
import { type CareSettings, DRAFT_DAYS, isDigestDay, isQuiet, mayRemind } from '../programme/care.ts';
import { addDays, dayIn } from '../programme/working-days.ts';
import { describeError } from './describe-error.ts';
import { lastUsed } from './last-used.ts';
import { type Loop, makeLoop } from './loop.ts';
import type { Running } from './parts.ts';
import type { LiveShelf } from './shelf.ts';

/** Something due for one person; its key is used once, for ever, also over restarts. */
interface Due {
  readonly key: string;
  readonly account: string;
  readonly timer: Timer;
}

/** Keys remembered in memory, only to spare the inbox its refusals. */
const REMEMBERED = 50_000;

/** Makes the loop. What it puts into the inbox is decided again by the turn, on what holds then. */
export function makeSchedule(parts: Running, shelf: LiveShelf, accept: Accept): Loop {
  const asked = new Set<string>();

  async function step(): Promise<number> {
    const at = parts.clock.now().toISOString();
    const due = (await dueAt(at, parts, shelf)).filter((each) => !asked.has(each.key));
    for (const each of due) await put(each, at);
    return parts.tuning.careMs;
  }

  async function put({ key, account, timer }: Due, at: string): Promise<void> {
    const address = privateSeat(await lastUsed(account, parts.store));
    if (asked.size >= REMEMBERED) asked.clear();
    asked.add(key);
    if (address) await accept([{ keys: [key], address, receivedAt: at, sequence: 0, timer }]);
  }

  return makeLoop(step, (error) => {
    parts.log.warn({ reason: describeError(error) }, 'reminders could not be looked for; they are tried again');
    return parts.tuning.outageMs;
  });
}

/** Slack writes to the person alone under their own id; a group elsewhere has no private side. */
function privateSeat(address: Address | null): Address | null {
  if (address === null || !isShared(address)) return address;
  const { channel, user } = address;
  return channel === 'slack' ? { channel, room: user, user } : null;
}

async function dueAt(at: string, parts: Running, shelf: LiveShelf): Promise<readonly Due[]> {
  const [reminders, ends, digests] = await Promise.all([
    remindersAt(at, parts),
    endsAt(at, parts),
    digestsAt(at, parts, shelf),
  ]);
  return [...reminders, ...ends, ...digests];
}

/** A list closes at 24:00 of its last day, so 48 to 24 hours before is the whole day before. */
async function remindersAt(at: string, { store, programme }: Running): Promise<readonly Due[]> {
  const zone = programme.timeZone;
  const { hour } = DateTime.fromISO(at, { zone });
  if (hour < 9 || hour >= 20) return [];
  const rows = await store.care.draftsEnding(addDays(dayIn(zone, at), 1));
  const willing: Due[] = [];
  for (const { draft, account } of rows) {
    const { settings } = await store.care.of(account);
    if (mayRemind(settings, at, zone))
      willing.push({ key: `care:remind:${draft}:${account}`, account, timer: { due: 'remind', draft } });
  }
  return willing;
}

async function endsAt(at: string, { store, programme }: Running): Promise<readonly Due[]> {
  const zone = programme.timeZone;
  const { hour } = DateTime.fromISO(at, { zone });
  if (hour < 9 || hour >= 20) return [];
  const rows = await store.care.draftsOver(addDays(dayIn(zone, at), -DRAFT_DAYS));
  return rows.map(({ draft, account }) => ({
    key: `care:expire:${draft}`,
    account,
    timer: { due: 'expire', draft },
  }));
}

/** One look per person, day and newest list; the turn says at most one thing a day. */
async function digestsAt(at: string, { store, programme }: Running, shelf: LiveShelf): Promise<readonly Due[]> {
  const newest = [...shelf.all()]
    .filter((listing) => listing.status === 'published' && listing.statusSince <= at)
    .map((listing) => listing.statusSince)
    .toSorted()
    .at(-1);
  if (newest === undefined) return [];
  const day = dayIn(programme.timeZone, at);
  const subscribers = await store.care.subscribers();
  return subscribers
    .filter(({ care }) => wantsNews(care, newest, at, programme.timeZone))
    .map(({ account }) => ({ key: `care:digest:${account}:${day}:${newest}`, account, timer: { due: 'digest' } }));
}

function wantsNews(care: CareSettings, newest: string, at: string, zone: string): boolean {
  const something = care.more || newest > (care.lookedAt ?? '');
  return something && !isQuiet(care, at, zone) && isDigestDay(care, at, zone);
}
