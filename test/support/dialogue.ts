/**
 * Transcripts that are tests. A line beginning with
 * `#` is a remark, `@ NAME [staff]` says who speaks next, `> text` is said, `>> label` presses a button of the last
 * messages, `^ name` sends a file, `* 2 text` edits what was said second, `% 8` holds that the speaker needed at most
 * eight messages so far, `< key …` are catalogue keys the answer must hold, `~ words` must stand in it, `!~ words` must not,
 * `! kind` is a notice staff got since the last one, `= path value` is what the speaker's newest draft or case holds,
 * `+ 3 days` moves the clock.
 */
import { readFileSync } from 'node:fs';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import { reduce } from '../../src/conversation/reduce.ts';
import {
  lazyKnowledge,
  readClinic,
  readForms,
  readMessages,
  readProgramme,
  readStopList,
} from '../../src/data-files.ts';
import { makeHashedEmbedder } from '../../src/matching/hashed-embedder.ts';
import { makeMatchIndex } from '../../src/matching/match-index.ts';
import type { Reply } from '../../src/ports/channel.ts';
import { valueAt } from '../../src/programme/answer-path.ts';
import type { Listing } from '../../src/programme/records.ts';
import { randomId } from '../../src/random-id.ts';
import { openStore } from '../../src/store/open-store.ts';
import { aListing, membership } from './case-fixtures.ts';
import { type EngineKit, type KitOptions, seat, startKit } from './engine-kit.ts';
import { expectGoodShape } from './message-shape.ts';
import { makeTestClock } from './test-clock.ts';

const PROGRAMME = readProgramme('jiangxi-2021');
const FORMS = readForms(PROGRAMME);

/** An engine with the real reducer, forms, programme, messages and matcher on a store in memory. */
export async function realKit(
  listings: readonly Listing[] = sampleLists(),
  more: Partial<KitOptions> = {},
): Promise<EngineKit> {
  const clock = makeTestClock();
  const store = await openStore(more.url ?? 'sqlite::memory:', { clock, randomId });
  await store.load.load({ cases: listings });
  const stop = readStopList();
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const matching = makeMatchIndex({
    embedder: makeHashedEmbedder(stop),
    vectors: store.vectors,
    log: quiet,
    stop,
    weights: { vector: 0 },
  });
  return startKit({
    clock,
    store,
    matching,
    reduce,
    programme: PROGRAMME,
    forms: FORMS,
    clinic: readClinic(),
    articleFor: lazyKnowledge(),
    catalogue: makeCatalogue(readMessages()),
    staffTargets: () => [],
    ...more,
  });
}

/** Two open lists, one per track. */
export function sampleLists(): readonly Listing[] {
  const details = {
    goals: '铁损 P1.5/50 不高于 2.3 W/kg',
    money: { min: 5_000_000, max: 10_000_000 },
    deadline: '2026-10-31',
  };
  const steel = aListing({ title: '示例：高牌号无取向电工钢', sector: 'materials' }, 'key-technology');
  const straw = aListing({ title: '示例：稻秆腐植酸水溶肥稳定性', sector: 'agriculture' });
  return [
    { ...steel, id: 'a'.repeat(32), reference: 'L-STEEL-00001', details: { ...steel.details, ...details } },
    {
      ...straw,
      id: 'b'.repeat(32),
      reference: 'L-STRAW-00002',
      details: { ...straw.details, goals: '常温放置 6 个月不结晶', deadline: '2026-10-20' },
    },
  ];
}

/** Plays one transcript; throws with file and line at the first difference. */
export async function playDialogue(file: string): Promise<number> {
  const kit = await realKit();
  const scene: Scene = { kit, who: 'guest', last: [], notices: 0, said: 0 };
  let checks = 0;
  try {
    for (const [index, row] of readFileSync(file, 'utf8').split('\n').entries()) {
      const text = row.trim();
      if (text === '' || text.startsWith('#')) continue;
      try {
        checks += await step(scene, text);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(
          `${file}:${index + 1} ${text}\n  ${why}\n  last answer: ${scene.last.map((each) => `[${each.keys.join(' ')}] ${each.text}`).join('\n  ')}`,
        );
      }
    }
  } finally {
    await kit.close();
  }
  return checks;
}

interface Scene {
  readonly kit: EngineKit;
  who: string;
  last: readonly Reply[];
  notices: number;
  /** Messages and presses of the present speaker. */
  said: number;
}

async function step(scene: Scene, text: string): Promise<number> {
  const [mark = '', ...words] = text.split(' ');
  const rest = words.join(' ').trim();
  switch (mark) {
    case '@':
      await speaker(scene, words);
      return 0;
    case '>':
      scene.said += 1;
      await answered(scene, () =>
        scene.kit.receive(scene.who, { said: rest.replaceAll('\\n', '\n'), messageId: `m${scene.said}` }),
      );
      return 0;
    case '^':
      await answered(scene, () => sendFile(scene, rest));
      return 0;
    case '*':
      await answered(scene, () =>
        scene.kit.receive(scene.who, { said: words.slice(1).join(' '), edits: `m${words[0]}` }),
      );
      return 0;
    case '%':
      demand(scene.said <= Number(rest), `it took ${scene.said} messages`);
      return 1;
    case '>>':
      scene.said += 1;
      await press(scene, rest);
      return 0;
    case '+':
      scene.kit.clock.advance(Number(words[0]) * 86_400_000);
      await scene.kit.engine.idle();
      return 0;
    case '<':
      for (const key of words)
        demand(
          scene.last.some((each) => each.keys.includes(key)),
          `no ${key}`,
        );
      return words.length;
    case '~':
      demand(wholeText(scene).includes(rest), `“${rest}” is not in it`);
      return 1;
    case '!~':
      demand(!wholeText(scene).includes(rest), `“${rest}” is in it`);
      return 1;
    case '!':
      return notice(scene, rest);
    case '=':
      return holds(scene, words[0] ?? '', words.slice(1).join(' '));
    default:
      throw new Error(`a dialogue has no line beginning with ${mark}`);
  }
}

async function speaker(scene: Scene, [name = 'guest', role]: readonly string[]): Promise<void> {
  scene.who = role === 'staff' ? `desk:${name}` : name;
  scene.last = [];
  scene.said = 0;
  const known = await scene.kit.store.records.accountAt(seat(scene.who));
  if (role !== 'staff' || known !== null) return;
  const at = scene.kit.clock.iso();
  const account = { id: randomId(), locale: 'zh', localeChosen: false, name, createdAt: at, source: 'live' } as const;
  const audit = {
    at,
    actor: 'system',
    action: 'staff-add',
    object: { kind: 'account', id: account.id },
    from: null,
    to: null,
    reasonHash: null,
    turn: randomId(),
  };
  await scene.kit.store.staff.add(account, membership(account.id, 'decider'), audit);
  await scene.kit.store.staff.link(seat(scene.who), account.id, audit);
}

async function answered(scene: Scene, doing: () => Promise<void>): Promise<void> {
  const { sent } = scene.kit.channels.web;
  const before = sent.length;
  await doing();
  await scene.kit.engine.idle();
  scene.last = sent
    .slice(before)
    .filter((each) => each.to.room === scene.who)
    .map((each) => each.reply);
  demand(scene.last.length > 0, 'nothing was answered');
  wellSaid(
    sent.filter((each) => each.to.room === scene.who).map((each) => each.reply),
    scene.last.length,
  );
}

/** The latest `fresh` messages are short and new; notices to staff are as they must be. */
function wellSaid(heard: readonly Reply[], fresh: number): void {
  for (let n = heard.length - fresh; n < heard.length; n += 1) {
    const reply = heard[n];
    if (!reply || reply.notice) continue;
    const { text, keys, buttons } = reply;
    // Cards tell the same sentence of other lists.
    const last = reply.cards.length > 0 ? '' : (heard[n - 1]?.text ?? '');
    expectGoodShape({ text, keys, choices: buttons.length }, last);
  }
}

async function sendFile(scene: Scene, name: string): Promise<void> {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${name}\ntrailer\n%%EOF`);
  const stored = await scene.kit.store.files.put(bytes, name, 'application/pdf');
  await scene.kit.receive(scene.who, { files: [{ id: name, name, bytes: stored.bytes, stored }] });
}

async function press(scene: Scene, label: string): Promise<void> {
  const mine = scene.kit.channels.web.sent
    .filter((each) => [scene.who, 'desk'].includes(each.to.room))
    .map((each) => each.reply);
  const button = mine
    .toReversed()
    .flatMap((reply) => [...reply.cards.map((card) => card.button), ...reply.buttons])
    .find((each) => each.label === label);
  demand(button !== undefined, `no button ${label}`);
  await answered(scene, () => scene.kit.receive(scene.who, { chose: { button: button?.id ?? '' } }));
}

function notice(scene: Scene, kind: string): number {
  const notices = scene.kit.channels.web.sent.filter((each) => each.to.room === 'desk' && each.reply.notice);
  const kinds = notices.slice(scene.notices).map((each) => each.reply.notice?.kind);
  scene.notices = notices.length;
  demand(kinds.join(' ') === kind, `staff got: ${kinds.join(' ') || 'nothing'}`);
  return 1;
}

async function holds(scene: Scene, path: string, expected: string): Promise<number> {
  const account = await scene.kit.store.records.accountAt(seat(scene.who));
  const drafts = account ? await scene.kit.store.records.drafts(account) : [];
  const newest = drafts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0];
  const value = newest ? valueAt(newest.answers, path) : undefined;
  demand(JSON.stringify(value) === expected || value === expected, `it holds ${JSON.stringify(value)}`);
  return 1;
}

function wholeText(scene: Scene): string {
  return scene.last
    .map((each) =>
      [
        each.text,
        ...each.cards.flatMap((card) => [card.title, ...card.facts, ...card.because]),
        ...each.buttons.map((button) => button.label),
      ].join('\n'),
    )
    .join('\n');
}

function demand(holdsTrue: boolean, otherwise: string): void {
  if (!holdsTrue) throw new Error(otherwise);
}
