/** What the pure middle costs: reading a message, and one event through the reducer. */
import { makeCatalogue } from '../conversation/catalogue.ts';
import { initialState } from '../conversation/initial-state.ts';
import { reduce } from '../conversation/reduce.ts';
import type { Book, Event, State } from '../conversation/reducer-types.ts';
import { readClinic, readForms, readMessages, readProgramme } from '../data-files.ts';
import { makeBooks } from '../engine/book.ts';
import { makeShelf } from '../engine/shelf.ts';
import { lazyGuess } from '../guess-files.ts';
import type { Account } from '../programme/records.ts';
import { interpret } from '../understanding/interpret.ts';
import { benchListing } from './bench-records.ts';
import { type BenchRow, ms, quantile } from './bench-row.ts';

const EVENTS = 20_000;
const MESSAGES: readonly string[] = [
  '你好',
  '有哪些榜可以揭',
  '我们做电工钢的，有没有合适的榜',
  '我要发布需求',
  '预算改成800万',
  '进度',
  '第二个',
  '什么时候截止？',
  'what can I do here?',
  '转人工',
  '补贴怎么算，最多给多少',
  '我们实验室做固态电池界面改性，想找合作',
];

/** Measures both on one thread, with the real programme, forms and sentences. */
export async function benchCore(tick: () => void): Promise<readonly BenchRow[]> {
  const book = makeBook();
  const reading = messageTimes(book);
  tick();
  const began = performance.now();
  for (let n = 0; n < EVENTS; n += 1)
    reduce(STATE, EVENT_OF[n % EVENT_OF.length] ?? { ...STAMP, type: 'opened' }, book);
  const perSecond = (EVENTS / (performance.now() - began)) * 1000;
  tick();
  return [
    {
      what: 'reading one message (rules alone)',
      ours: `median ${ms(quantile(reading, 0.5))}`,
      beside: `p95 ${ms(quantile(reading, 0.95))}`,
      ratio: '',
      goal: '',
    },
    {
      what: 'events through the reducer',
      ours: `${Math.round(perSecond).toLocaleString('en')}/s`,
      beside: '',
      ratio: '',
      goal: '',
    },
  ];
}

const STATE: State = initialState();
const STAMP = { at: '2026-01-05T02:00:00.000Z', turn: '0'.repeat(32), channel: 'web' } as const;
const EVENT_OF: readonly Event[] = [
  { ...STAMP, type: 'opened' },
  { ...STAMP, type: 'chose', command: { do: 'help' } },
  { ...STAMP, type: 'chose', command: { do: 'status' } },
  { ...STAMP, type: 'chose', command: { do: 'post-need' } },
];

function makeBook(): Book {
  const programme = readProgramme('jiangxi-2021');
  const shelf = makeShelf(programme.timeZone);
  for (let n = 0; n < 100; n += 1) shelf.put(benchListing(programme, n, `第${n}号示例目标`));
  const parts = {
    programme,
    forms: readForms(programme),
    clinic: readClinic(),
    catalogue: makeCatalogue(readMessages()),
    model: null,
  };
  const account: Account = {
    id: 'a',
    locale: 'zh',
    localeChosen: false,
    name: null,
    createdAt: STAMP.at,
    source: 'live',
  };
  return makeBooks(
    parts,
    shelf,
  )({ account, memberships: [], consents: [], profile: null, drafts: [], cases: [], hasReturnLink: false });
}

function messageTimes(book: Book): readonly number[] {
  const context = {
    locale: 'zh',
    today: '2026-01-05',
    programme: book.programme,
    focus: 'idle',
    shown: [],
    about: null,
    named: (words: string) => book.shelf.named(words),
    isStaff: false,
    guess: lazyGuess(() => undefined),
  } as const;
  const took: number[] = [];
  for (let n = 0; n < 100 * MESSAGES.length; n += 1) {
    const began = performance.now();
    interpret(MESSAGES[n % MESSAGES.length] ?? '', context);
    if (n >= 20 * MESSAGES.length) took.push(performance.now() - began);
  }
  return took;
}
