/** A person talking with the bare reducer: no store, no engine, only the real rules, forms and sentences. */

import { type CatalogueFiles, makeCatalogue } from '../../src/conversation/catalogue.ts';
import { codeHash } from '../../src/conversation/code-hash.ts';
import { initialState } from '../../src/conversation/initial-state.ts';
import type { PersonRequest } from '../../src/conversation/person-request.ts';
import { reduce } from '../../src/conversation/reduce.ts';
import type {
  Book,
  Effect,
  Event,
  Hit,
  Mine,
  Query,
  Shelf,
  State,
  Step,
} from '../../src/conversation/reducer-types.ts';
import { renderSay } from '../../src/conversation/render.ts';
import type { Say } from '../../src/conversation/say.ts';
import { lazyKnowledge, readClinic, readForms, readMessages, readProgramme } from '../../src/data-files.ts';
import { applyEffects } from '../../src/engine/apply-effects.ts';
import { makeBooks } from '../../src/engine/book.ts';
import type { PaperReading } from '../../src/intake/paper.ts';
import { isOpen } from '../../src/programme/open.ts';
import type { CaseRecord, Listing, Locale } from '../../src/programme/records.ts';
import type { Command } from '../../src/understanding/command.ts';
import { aBid, aListing, aNeed, anInterest, membership } from './case-fixtures.ts';

const PROGRAMME = readProgramme('jiangxi-2021');
const FORMS = readForms(PROGRAMME);
const FILES: CatalogueFiles = readMessages();
const CATALOGUE = makeCatalogue(FILES);

/** One message as its reader sees it, and what its buttons do. */
export interface Heard {
  readonly text: string;
  readonly keys: readonly string[];
  readonly asks: string | undefined;
  readonly buttons: readonly { readonly label: string; readonly command: Command }[];
  readonly rowOfButtons: number;
}

/** What one event brought about. */
export interface Happened {
  readonly before: State;
  readonly mineBefore: Mine;
  readonly event: Event;
  readonly effects: readonly Effect[];
  readonly heard: readonly Heard[];
}

/** A conversation that can be walked on. */
export interface WalkWorld {
  readonly state: State;
  readonly mine: Mine;
  /** All messages so far, the latest last. */
  readonly heard: readonly Heard[];
  /** Plays one event to its end. Throws what the reducer throws, and when running it again gives another step. */
  play(event: DistributiveOmit<Event, 'at' | 'turn' | 'channel'>): Happened;
  pass(days: number): void;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Begins a conversation of somebody new, with these lists; or of a decider. */
export function walkWorld(lists: readonly Listing[], locale: Locale = 'zh', isStaff = false): WalkWorld {
  let state: State = initialState();
  let mine = newcomer(locale, isStaff);
  let now = Date.parse('2026-09-07T02:00:00.000Z');
  let turns = 0;
  const heard: Heard[] = [];
  const books = makeBooks(
    {
      programme: PROGRAMME,
      forms: FORMS,
      clinic: readClinic(),
      articleFor: lazyKnowledge(),
      catalogue: CATALOGUE,
      model: null,
    },
    shelfOf(lists),
  );

  function once(event: Event): Step {
    const book = books(mine);
    const step = reduce(state, event, book);
    const again = reduce(state, event, book);
    if (JSON.stringify(step) !== JSON.stringify(again))
      throw new Error(`the same event gave another step: ${event.type}`);
    state = JSON.parse(JSON.stringify(step.state));
    mine = applyEffects(mine, step.effects);
    return step;
  }

  function play(more: DistributiveOmit<Event, 'at' | 'turn' | 'channel'>): Happened {
    turns += 1;
    now += 1000;
    const stamp = { at: new Date(now).toISOString(), turn: turns.toString(16).padStart(32, '0'), channel: 'web' };
    const event = { ...more, ...stamp } as Event;
    const before = state;
    const mineBefore = mine;
    const effects: Effect[] = [];
    let waiting: readonly Event[] = [event];
    for (let round = 0; waiting.length > 0; round += 1) {
      if (round > 8) throw new Error('the reducer keeps asking');
      const steps = waiting.map(once);
      effects.push(...steps.flatMap((step) => step.effects));
      waiting = steps.flatMap((step) => step.queries).map((query) => answered(query, stamp, lists, books(mine)));
    }
    const said = effects.flatMap((effect) => (effect.type === 'reply' ? [hear(effect.say, mine.account.locale)] : []));
    heard.push(...said);
    return { before, mineBefore, event, effects, heard: said };
  }

  return {
    get state() {
      return state;
    },
    get mine() {
      return mine;
    },
    get heard() {
      return heard;
    },
    play,
    pass(days) {
      now += days * 86_400_000;
    },
  };
}

function newcomer(locale: Locale, isStaff: boolean): Mine {
  const account = {
    id: 'walker',
    locale,
    localeChosen: false,
    name: null,
    createdAt: '2026-09-07T00:00:00.000Z',
    source: 'live',
  } as const;
  return {
    account,
    memberships: isStaff ? [membership(account.id, 'decider')] : [],
    consents: [],
    profile: null,
    drafts: [],
    cases: [],
    hasReturnLink: false,
  };
}

function shelfOf(lists: readonly Listing[]): Shelf {
  return {
    byId: (id) => lists.find((each) => each.id === id),
    open: (at) => lists.filter((each) => isOpen(each, at, PROGRAMME.timeZone)),
    named: (words) => lists.filter((each) => each.title.includes(words) || each.reference === words.toUpperCase()),
  };
}

function answered(
  query: Query,
  stamp: Pick<Event, 'at' | 'turn' | 'channel'>,
  lists: readonly Listing[],
  book: Book,
): Event {
  switch (query.type) {
    case 'match':
      return { ...stamp, type: 'matched', query, hits: hitsFor(query, lists) };
    case 'fits':
      return {
        ...stamp,
        type: 'fits-found',
        query,
        similar: hitsFor({ ...query, sector: null, from: 0 }, lists),
        teams: 2,
        words: ['水溶肥'],
      };
    case 'code':
      return { ...stamp, type: 'code-read', query, found: codeOf(query.hash), tries: 5 };
    case 'code-wish':
      return { ...stamp, type: 'code-wish-read', query, held: false };
    case 'news':
      return { ...stamp, type: 'news-found', query, news: newsFor(book, lists) };
    case 'request':
      return { ...stamp, type: 'request-read', query, request: requestOf(query.by, book) };
    case 'case': {
      const seen = [...book.mine.cases, ...(book.mine.memberships.length > 0 ? STAFF_CASES : [])];
      const record = seen.find((each) => each.id === query.by || each.reference === query.by);
      const listing = record && 'listing' in record ? (lists.find((each) => each.id === record.listing) ?? null) : null;
      const view = record ? { record, siblings: [], listing, owner: book.mine.account, moves: [] } : null;
      return { ...stamp, type: 'case-read', query, case: view };
    }
    case 'paper':
      return { ...stamp, type: 'paper-read', query, reading: readingOf(query.file.name) };
    case 'queue':
      return book.mine.memberships.length > 0
        ? { ...stamp, type: 'queue-read', query, cases: STAFF_CASES, total: STAFF_CASES.length }
        : { ...stamp, type: 'queue-read', query, cases: book.mine.cases, total: book.mine.cases.length };
    case 'draft-card':
      return { ...stamp, type: 'card-drafted', query, names: ['秸秆', '腐植酸', '水溶肥'] };
    case 'understand':
      return { ...stamp, type: 'understood', text: query.text, commands: [] };
    case 'tidy':
      return { ...stamp, type: 'tidied', query, text: null };
    case 'summarise':
      return { ...stamp, type: 'summarised', query, text: null };
  }
}

/** What staff have on their desk. */
const STAFF_CASES: readonly CaseRecord[] = [aNeed(), anInterest(), aBid(1), aListing({ status: 'under-review' })];
/** The code somebody was given, by its hash. */
export const WALK_CODE = '482913';

function codeOf(hash: string): Extract<Event, { type: 'code-read' }>['found'] {
  return hash === codeHash(WALK_CODE) ? { account: 'other', draft: null, isStaff: false, drafts: 1, cases: 0 } : null;
}

/** A paper of the labels forms have, a table, one of nothing, or one that cannot be read: by the file's name. */
function readingOf(name: string): PaperReading {
  if (name.includes('加密')) return { ok: false, problem: 'encrypted' };
  if (name.includes('空白')) return { ok: true, paper: { blocks: [] } };
  const lines = ['单位名称：示例理工大学', '联系电话：13800138000', '预算：800万元', '项目名称：示例稻秆腐解菌剂'];
  const rows = [
    ['姓名', '单位', '分工'],
    ['示例甲', '示例理工大学', '负责人'],
    ['示例乙', '示例研究所', '中试'],
  ];
  return {
    ok: true,
    paper: {
      blocks: [
        { kind: 'lines', lines },
        { kind: 'table', rows },
      ],
    },
  };
}

function newsFor(book: Book, lists: readonly Listing[]): Extract<Event, { type: 'news-found' }>['news'] {
  const [subscription] = book.mine.care?.subscriptions ?? [];
  return subscription ? lists.map((listing) => ({ subscription, listing, score: 0.5, because: [] })) : [];
}

function requestOf(id: string, { mine: { account } }: Book): PersonRequest {
  const at = '2026-09-07T01:00:00.000Z';
  const words = [{ at, side: 'person', name: null, text: '请问盖章件什么时候交？' }] as const;
  const doing = { key: 'request.doing-nothing' };
  const asked = { id, reference: 'H-7K3M9Q', version: 1, account: account.id, name: null, status: 'open', at } as const;
  return { ...asked, channel: 'web', from: null, doing, draft: null, words };
}

function hitsFor(
  wish: { readonly words: string; readonly sector: string | null; readonly from: number },
  lists: readonly Listing[],
): readonly Hit[] {
  const fitting = lists.filter((each) => wish.sector === null || each.sector === wish.sector);
  const bigrams = new Set(
    Array.from(wish.words, (_, index) => wish.words.slice(index, index + 2)).filter((each) => each.length === 2),
  );
  const met = fitting.filter((each) => wish.words === '' || [...bigrams].some((pair) => each.title.includes(pair)));
  return met.slice(wish.from).map((listing) => ({ listing, score: 0.5, because: [] }));
}

function hear(say: Say, locale: Locale): Heard {
  const { reply, commands } = renderSay(say, locale, CATALOGUE, { message: 'm'.repeat(26) });
  const all = [...reply.cards.map((card) => card.button), ...reply.buttons];
  return {
    text: [reply.text, ...reply.cards.map((card) => card.title)].join('\n'),
    keys: reply.keys,
    asks: reply.asks,
    buttons: all.flatMap((each) =>
      commands[each.id] ? [{ label: each.label, command: commands[each.id] as Command }] : [],
    ),
    rowOfButtons: reply.buttons.length,
  };
}

/** The forms of the walk, for answers that fit the open question. */
export const WALK_FORMS = FORMS;
/** The programme of the walk. */
export const WALK_PROGRAMME = PROGRAMME;
