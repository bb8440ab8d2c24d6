/** The whole product under attack: people at the web chat, staff at the desk, and every byte it leaves on disk. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { MessageView } from '../../src/channels/web/message-view.ts';
import type { AuditEntry, CaseRecord, Listing, Locale, Role } from '../../src/programme/records.ts';
import { randomId } from '../../src/random-id.ts';
import { sceneBid, sceneListing } from './desk-scene.ts';
import { type RealHouse, startRealHouse } from './real-house.ts';
import { makeVisitor, openVisitor, type Visitor } from './web-visitor.ts';

/** A browser at the chat that waits for answers. */
export interface Talker extends Visitor {
  /** Says it and gives what came back once all is done. */
  tell(text: string): Promise<readonly MessageView[]>;
  /** Presses the newest button of that label. */
  press(label: string): Promise<readonly MessageView[]>;
  /** Everything in the conversation. */
  seen(): Promise<readonly MessageView[]>;
}

/** The product with hands for an attacker and for honest people. */
export interface AttackHouse extends RealHouse {
  /** A named account of staff; gives its id. */
  hire(name: string, role: Role, more?: { readonly division?: string; readonly unit?: string }): Promise<string>;
  /** A one-time link's path. */
  link(account: string): Promise<string>;
  /** Signs in at the desk. */
  enter(account: string): Promise<Visitor>;
  talker(): Promise<Talker>;
  /** The account behind a talker. */
  accountOf(who: Visitor): Promise<string>;
  hold(...cases: readonly CaseRecord[]): Promise<void>;
  /** An act of the desk, waited for; the status of the request. */
  act(who: Visitor, command: object): Promise<number>;
  audit(object: string): Promise<readonly AuditEntry[]>;
  /** Which of the texts are anywhere in the database's folder, journal included. */
  onDisk(texts: readonly string[]): Promise<readonly string[]>;
}

/** Starts it. */
export async function startAttackHouse(settings: Readonly<Record<string, string>> = {}): Promise<AttackHouse> {
  const house = await startRealHouse(settings);
  const { store, engine } = house.app;
  const link = async (account: string) => {
    const token = randomId();
    await store.sessions.addOwnerLink(sha256(token), account, new Date(Date.now() + 3_600_000));
    return `/desk/enter/${token}`;
  };
  return {
    ...house,
    link,
    hire: (name, role, more) => hire(house, name, role, more),
    async enter(account) {
      const visitor = makeVisitor(house.url);
      await visitor.post(await link(account), {});
      return visitor;
    },
    talker: async () => talker(house, await openVisitor(house.url)),
    async accountOf(who) {
      const { room } = (await store.sessions.find(sha256(who.cookie().split('=')[1] ?? ''), new Date())) ?? {
        room: '',
      };
      return (await store.records.accountAt({ channel: 'web', room, user: room })) ?? '';
    },
    async hold(...cases) {
      await store.load.load({ cases });
      await engine.refresh();
    },
    async act(who, command) {
      const answer = await who.post('/api/desk/commands', { id: crypto.randomUUID(), command });
      await engine.idle();
      return answer.status;
    },
    audit: (object) => store.records.audit(object, 100),
    async onDisk(texts) {
      const folder = dirname(house.database.replace('sqlite:', ''));
      const files = await Promise.all(
        (await readdir(folder)).map((name) => readFile(join(folder, name)).catch(() => Buffer.alloc(0))),
      );
      const bytes = Buffer.concat(files);
      return texts.filter((text) => bytes.includes(text));
    },
  };
}

/** Lower-case hex sha256. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** An open enterprise list of 示例 people. */
export function openListing(n: number, changes: Partial<Listing> = {}): Listing {
  const now = new Date().toISOString();
  const list = sceneListing(n, now);
  return {
    ...list,
    owner: null,
    status: 'published',
    details: { ...list.details, deadline: '2030-01-08' },
    ...changes,
  };
}

/** A bid on it under review, of an account that is not here. */
export function bidOn(n: number, listing: Listing, changes: Parameters<typeof sceneBid>[3] = {}) {
  return sceneBid(n, listing, new Date().toISOString(), { owner: null, ...changes });
}

async function hire(
  { app }: RealHouse,
  name: string,
  role: Role,
  more: { division?: string; unit?: string } = {},
): Promise<string> {
  const [id, at] = [randomId(), new Date().toISOString()];
  const locale: Locale = 'zh';
  const entry = {
    at,
    actor: 'system',
    action: 'staff-add',
    object: { kind: 'account', id },
    from: null,
    to: role,
    reasonHash: null,
    turn: randomId(),
  };
  const account = { id, locale, localeChosen: false, name: `示例${name}`, createdAt: at, source: 'live' } as const;
  const grant = { account: id, organisation: null, division: more.division ?? null, grantedAt: at, revokedAt: null };
  await app.store.staff.add(account, { ...grant, id: randomId(), role }, entry);
  if (more.unit) {
    const organisation = { name: more.unit, creditCode: null };
    await app.store.staff.add(account, { ...grant, id: randomId(), role: 'colleague', organisation }, entry);
  }
  return id;
}

async function talker({ app }: RealHouse, visitor: Visitor): Promise<Talker> {
  const seen = async (): Promise<readonly MessageView[]> => {
    const answer = await visitor.get('/api/history');
    return answer.ok ? JSON.parse(await answer.text()).messages : [];
  };
  const after = async (send: () => Promise<Response>) => {
    const known = new Set((await seen()).map((each) => each.id));
    const answer = await send();
    if (answer.status === 429) {
      await wait(1000);
      return after(send);
    }
    await app.engine.idle();
    return (await seen()).filter((each) => each.from === 'bot' && !known.has(each.id));
  };
  await app.engine.idle();
  return {
    ...visitor,
    seen,
    tell: (text) => after(() => visitor.say(text)),
    press: async (label) => {
      const views = await seen();
      const buttons = views.flatMap((each) => [...each.cards.map((card) => card.button), ...each.buttons]);
      const button = buttons.findLast((each) => each.label === label);
      if (!button) throw new Error(`no button ${label}; last: ${views.at(-1)?.text}`);
      return after(() => visitor.post('/api/messages', { id: crypto.randomUUID(), button: button.id, label }));
    },
  };
}
