/** A person talking with the bare reducer: no store, no engine, only the real rules, forms and sentences. */
import { type CatalogueFiles, makeCatalogue } from '../../src/conversation/catalogue.ts';
import { initialState } from '../../src/conversation/initial-state.ts';
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
import { readClinic, readForms, readMessages, readProgramme } from '../../src/data-files.ts';
import { applyEffects } from '../../src/engine/apply-effects.ts';
import { makeBooks } from '../../src/engine/book.ts';
import { isOpen } from '../../src/programme/open.ts';
import type { Listing, Locale } from '../../src/programme/records.ts';
import type { Command } from '../../src/understanding/command.ts';

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

/** Begins a conversation of somebody new, with these lists. */
export function walkWorld(lists: readonly Listing[], locale: Locale = 'zh'): WalkWorld {
  let state: State = initialState();
  let mine = newcomer(locale);
  let now = Date.parse('2026-09-07T02:00:00.000Z');
  let turns = 0;
  const heard: Heard[] = [];
  const books = makeBooks(
    { programme: PROGRAMME, forms: FORMS, clinic: readClinic(), catalogue: CATALOGUE, model: null },
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

function newcomer(locale: Locale): Mine {
  const account = {
    id: 'walker',
    locale,
    localeChosen: false,
    name: null,
    createdAt: '2026-09-07T00:00:00.000Z',
    source: 'live',
  } as const;
  return { account, memberships: [], consents: [], profile: null, drafts: [], cases: [], hasReturnLink: false };
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
    case 'case': {
      const record = book.mine.cases.find((each) => each.id === query.by || each.reference === query.by);
      const view = record ? { record, siblings: [], listing: null, owner: book.mine.account, moves: [] } : null;
      return { ...stamp, type: 'case-read', query, case: view };
    }
    case 'queue':
      return { ...stamp, type: 'queue-read', query, cases: book.mine.cases, total: book.mine.cases.length };
    case 'understand':
      return { ...stamp, type: 'understood', text: query.text, command: null };
  }
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
