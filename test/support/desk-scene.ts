import { createHash } from 'node:crypto';
import { deskPlugin } from '../../src/channels/web/desk/desk-plugin.ts';
import { makeWebChannel } from '../../src/channels/web/web-channel.ts';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import { reduce } from '../../src/conversation/reduce.ts';
import { readClinic, readForms, readMessages, readProgramme } from '../../src/data-files.ts';
import { albumPdf } from '../../src/documents/album.ts';
import { makeDesk } from '../../src/engine/desk.ts';
import { type Engine, makeEngine } from '../../src/engine/engine.ts';
import { makeFeed } from '../../src/engine/feed.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Documents } from '../../src/ports/desk.ts';
import type { Store } from '../../src/ports/store.ts';
import { newApplication, newListing, newNeed } from '../../src/programme/new-case.ts';
import { publishNeed } from '../../src/programme/publish-need.ts';
import type {
  Account,
  Application,
  CaseRecord,
  Listing,
  Locale,
  Need,
  Profile,
  Role,
} from '../../src/programme/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Command } from '../../src/understanding/command.ts';
import { hexId, membership } from './case-fixtures.ts';
import { entry } from './desk-house.ts';
import { makeHeardLog } from './heard-log.ts';
import { randomId } from './random-id.ts';
import { makeSmallMatch } from './small-match.ts';
import { makeVisitor, type Visitor } from './web-visitor.ts';

const CATALOGUE = makeCatalogue(readMessages());
const CLINIC = readClinic();

/** The programme the product comes with. */
export const JIANGXI = readProgramme('jiangxi-2021');
const FORMS = readForms(JIANGXI);

/** One answer to an act, as the desk shows it. */
export interface SeenAnswer {
  readonly text: string;
  readonly done: boolean;
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly left: number | null }[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

/** The whole product behind one web address: real store, engine, reducer, programme and forms. */
export interface DeskScene {
  readonly url: string;
  readonly store: Store;
  readonly engine: Engine;
  readonly match: ReturnType<typeof makeSmallMatch>;
  /** Adds a named account of staff. */
  hire(name: string, role: Role, more?: { readonly division?: string; readonly locale?: Locale }): Promise<void>;
  /** A one-time link's path. */
  link(name: string): Promise<string>;
  /** Signs in by a fresh link. */
  enter(name: string): Promise<Visitor>;
  hold(cases: readonly CaseRecord[], profiles?: readonly Profile[]): Promise<void>;
  /** Posts a command or presses a button and waits for its answer. */
  act(who: Visitor, what: Command | { readonly button: string }): Promise<SeenAnswer>;
  /** What a person with a web chat has been told so far. */
  told(person: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts the product; `clock` moves only when the test moves it. */
export async function startDeskScene(clock: Clock): Promise<DeskScene> {
  const store = await openStore('sqlite::memory:', { clock, randomId });
  const match = makeSmallMatch();
  const feed = makeFeed();
  const log = makeHeardLog();
  const programme = JIANGXI;
  const desk = makeDesk({ store, clock, programme, matching: match, documents: paperDocuments() });
  const shared = { store, desk, programme, catalogue: CATALOGUE, clock, log };
  const shelf: { engine: Engine | null } = { engine: null };
  const web = makeWebChannel({
    ...shared,
    host: '127.0.0.1',
    port: 0,
    randomId,
    plugins: [],
    shelf: () => shelf.engine?.shelf ?? { named: () => [] },
    pages: [(context) => deskPlugin({ ...context, desk, forms: FORMS, feed, staff: store.staff })],
  });
  const engine = makeEngine({
    ...shared,
    channels: [web],
    reduce,
    forms: FORMS,
    clinic: CLINIC,
    matching: match,
    model: null,
    staffTargets: () => [],
    staffLocale: 'zh',
    album: albumPdf,
    feed,
  });
  shelf.engine = engine;
  await engine.start();
  await web.start(engine.accept);
  return withVerbs({ url: web.url(), store, engine, match }, clock, async () => {
    await web.stop();
    await engine.stop();
    await store.close();
  });
}

function paperDocuments(): Documents {
  return {
    make: async (ref) => ({
      name: `示例 ${ref.document}.docx`,
      mime: 'application/x-paper',
      bytes: new Uint8Array([1]),
    }),
    queue: async (rows) => new TextEncoder().encode(rows.map((row) => row.record.reference).join('\n')),
  };
}

function withVerbs(
  base: Pick<DeskScene, 'url' | 'store' | 'engine' | 'match'>,
  clock: Clock,
  stop: DeskScene['stop'],
): DeskScene {
  const { url, store, engine, match } = base;
  const link = async (name: string) => {
    const token = randomId();
    const hash = createHash('sha256').update(token).digest('hex');
    await store.sessions.addOwnerLink(hash, name, new Date(clock.now().getTime() + 3_600_000));
    return `/desk/enter/${token}`;
  };
  return {
    ...base,
    link,
    stop,
    hire: (name, role, { division = null, locale = 'zh' }: { division?: string | null; locale?: Locale } = {}) =>
      store.staff.add({ ...person(name, clock), locale }, membership(name, role, { division }), entry(name, 'hire')),
    async enter(name) {
      const visitor = makeVisitor(url);
      await visitor.post(await link(name), {});
      return visitor;
    },
    async hold(cases, profiles = []) {
      const owners = [...new Set(cases.flatMap((each) => (each.owner === null ? [] : [each.owner])))];
      const fresh: string[] = [];
      for (const owner of owners) if ((await store.records.account(owner)) === null) fresh.push(owner);
      await store.load.load({ accounts: fresh.map((owner) => person(owner, clock)), cases, profiles });
      for (const owner of fresh)
        await store.sessions.link({ channel: 'web', room: owner, user: owner }, owner, clock.now());
      for (const record of [...cases, ...profiles]) match.put(record);
      await engine.refresh();
    },
    async act(who, what) {
      const before = (await answers(who)).map((each) => each.id);
      const body = 'button' in what ? what : { command: what };
      const posted = await who.post('/api/desk/commands', { id: crypto.randomUUID(), ...body });
      if (posted.status !== 202) throw new Error(`refused with ${posted.status}: ${await posted.text()}`);
      await engine.idle();
      const answer = (await answers(who)).find((each) => !before.includes(each.id));
      if (!answer) throw new Error('nothing was answered');
      return answer;
    },
    async told(room) {
      await engine.idle();
      const rows = await store.messages.transcript({ channel: 'web', room, user: room }, 50);
      return rows.flatMap((row) => (row.direction === 'out' ? [row.text] : []));
    },
  };
}

async function answers(who: Visitor): Promise<readonly (SeenAnswer & { readonly id: string })[]> {
  const answer = await who.get('/api/desk/answers');
  const body: { answers: (SeenAnswer & { id: string })[] } = JSON.parse(await answer.text());
  return body.answers;
}

function person(id: string, clock: Clock): Account {
  const createdAt = clock.now().toISOString();
  return { id, locale: 'zh', localeChosen: false, name: `示例${id}`, createdAt, source: 'live' };
}

/** A need of 示例 people, complete and waiting. */
export function sceneNeed(n: number, at: string, changes: Partial<Need> = {}): Need {
  const answers = {
    title: '示例：高牌号无取向电工钢薄带制备',
    problem: '0.20 mm 薄带铁损偏高，批次之间不稳定，驱动电机厂只能进口。',
    goal: '0.20 mm 薄带铁损稳定达到进口水平，并形成年产万吨能力。',
    sector: 'materials',
    money: { min: 5_000_000, max: 10_000_000 },
    term: { months: 24 },
    unit: '示例特钢有限公司',
    contact: '示例联系人 13800000000',
    city: 'nanchang',
    visibility: 'public',
    indicators: [
      { name: '铁损 P1.0/400', operator: '≤', value: '10.5', unit: 'W/kg', method: 'GB/T 3655' },
      { name: '磁感 B50', operator: '≥', value: '1.66', unit: 'T', method: 'GB/T 3655' },
    ],
  };
  const seed = { id: hexId(n), at, programme: JIANGXI };
  return { ...newNeed({ account: 'enterprise', form: 'need', formVersion: 1, answers }, seed), ...changes };
}

/** A closed enterprise list of 示例 people, ready for shortlisting. */
export function sceneListing(n: number, at: string, changes: Partial<Listing> = {}): Listing {
  return { ...publishNeed(sceneNeed(n + 5000, at), { id: hexId(n), at, programme: JIANGXI }), ...changes };
}

/** A bid number `n` on the list. */
export function sceneBid(n: number, listing: Listing, at: string, changes: Partial<Application> = {}): Application {
  const answers = {
    unit: `示例大学${n}`,
    lead: '示例张三',
    contact: '13900000000',
    why: '在薄带轧制与退火方面做过十年。',
    route: '短流程薄带连铸加两段退火。',
  };
  const draft = {
    account: `bidder-${n}`,
    form: JIANGXI.tracks[listing.track].applicationForm,
    formVersion: 1,
    answers,
  };
  return { ...newApplication(draft, listing, null, { id: hexId(n), at, programme: JIANGXI }), ...changes };
}

/** A key-technology list just drafted. */
export function sceneDraft(n: number, at: string, changes: Partial<Listing> = {}): Listing {
  const { details } = sceneListing(n, at);
  const answers = { title: '示例：高温合金精密铸造', goal: '合格率达到九成以上。' };
  const draft = { account: 'office', form: JIANGXI.listingForm, formVersion: 1, answers };
  return { ...newListing(draft, 'key-technology', details, { id: hexId(n), at, programme: JIANGXI }), ...changes };
}
