import { afterEach } from 'vitest';
import type { Address } from '../../src/conversation/address.ts';
import type { Reply } from '../../src/ports/channel.ts';
import type { CaseRecord, Listing, Role } from '../../src/programme/records.ts';
import type { Command } from '../../src/understanding/command.ts';
import { membership } from './case-fixtures.ts';
import { entry } from './desk-house.ts';
import { realKit } from './dialogue.ts';
import { type EngineKit, type KitOptions, seat } from './engine-kit.ts';
import { randomId } from './random-id.ts';

/** The staff room of every office. */
export const STAFF_ROOM: Address = { channel: 'slack', room: 'C1', user: 'C1' };

/** An engine with a staff room in Slack; call {@link officeTests} once at the top of the file. */
export interface Office {
  open(detail?: 'minimal' | 'full', more?: Partial<KitOptions>, listings?: readonly Listing[]): Promise<EngineKit>;
}

/** Closes what a test opened. */
export function officeTests(): Office {
  const kits: EngineKit[] = [];
  afterEach(async () => {
    for (const kit of kits.splice(0)) await kit.close();
  });
  return {
    async open(detail = 'full', more = {}, listings) {
      const kit = await realKit(listings, { staffTargets: () => [{ address: STAFF_ROOM, detail }], ...more });
      kits.push(kit);
      return kit;
    },
  };
}

/** Adds a named account with a seat at the desk and one in Slack; tells its id. */
export async function hire(kit: EngineKit, name: string, role: Role = 'decider'): Promise<string> {
  const at = kit.clock.iso();
  const account = { id: randomId(), locale: 'zh', localeChosen: false, name, createdAt: at, source: 'live' } as const;
  await kit.store.staff.add(account, membership(account.id, role), entry(account.id, 'hire'));
  await kit.store.staff.link(seat(`desk:${name}`), account.id, entry(account.id, 'link'));
  await kit.store.staff.link(
    { channel: 'slack', room: name, user: `T1:${name}` },
    account.id,
    entry(account.id, 'link'),
  );
  return account.id;
}

/** Sends a command from somebody's desk; tells what they are answered. */
export async function orders(kit: EngineKit, name: string, command: Command): Promise<readonly string[]> {
  return answered(kit, name, { chose: { command } });
}

/** Says it at the desk's chat. */
export async function types(kit: EngineKit, name: string, said: string): Promise<readonly string[]> {
  return answered(kit, name, { said });
}

async function answered(kit: EngineKit, name: string, what: Parameters<EngineKit['receive']>[1]) {
  const before = kit.told(`desk:${name}`).length;
  await kit.receive(`desk:${name}`, what);
  await kit.engine.idle();
  return kit.told(`desk:${name}`).slice(before);
}

/** Says it in the thread of a notice in the staff room, the last unless told; tells what they are answered. */
export async function inThread(kit: EngineKit, name: string, said: string, nth = -1): Promise<readonly string[]> {
  const notice = kit.channels.slack.sent.filter((each) => each.to.room === 'C1' && each.to.user === 'C1').at(nth);
  const address = { ...STAFF_ROOM, user: `T1:${name}`, thread: String(notice?.receipt.ts ?? 'none') };
  const mine = () =>
    kit.channels.slack.sent.filter((each) => each.to.user === address.user).map((each) => each.reply.text);
  const before = mine().length;
  await kit.engine.accept([{ keys: [randomId()], address, receivedAt: kit.clock.iso(), sequence: 0, said }]);
  await kit.engine.idle();
  return mine().slice(before);
}

/** The last message to a room of the web. */
export function lastTo(kit: EngineKit, room: string): Reply | undefined {
  return kit.channels.web.sent.findLast((each) => each.to.room === room)?.reply;
}

/** Somebody unknown hands in a need, step by step. */
export async function handInNeed(kit: EngineKit): Promise<void> {
  await kit.says('farm', '发布需求');
  for (const said of ['同意', '水溶肥放几天就结晶分层', '放 6 个月不结晶', '现代农业', '未定', '两年', '示例农业公司'])
    await kit.says('farm', said);
  await kit.says('farm', '张三 13800138000');
  await kit.says('farm', '提交');
}

/** The need as it stands. */
export async function theNeed(kit: EngineKit): Promise<CaseRecord> {
  const [need] = await kit.store.records.cases({ kinds: ['need'] });
  if (!need) throw new Error('no need was handed in');
  return need;
}
