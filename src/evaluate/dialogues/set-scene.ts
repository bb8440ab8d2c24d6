/** `given`: what a dialogue takes as having happened before. */
import { move } from '../../programme/move.ts';
import { newApplication } from '../../programme/new-case.ts';
import type { Application, Listing } from '../../programme/records.ts';
import { suiteId } from '../suite-records.ts';
import { answerUntil } from './answer-until.ts';
import type { DialogueTurn } from './dialogue-rows.ts';
import { findButton } from './find-button.ts';
import { drain, type Playing, press, say } from './playing.ts';
import { speakingSeat } from './seats.ts';

/** Keys of a turn that say nothing about the scene. */
const PLAIN: readonly string[] = ['n', 'do', 'expect', 'checks', 'from'];

/** Sets the scene; answers what could not be set, or null. */
export async function setScene(playing: Playing, turn: DialogueTurn): Promise<string | null> {
  const problems: string[] = [];
  for (const [what, value] of Object.entries(turn).filter(([key]) => !PLAIN.includes(key))) {
    const problem = await given(playing, what, value);
    if (problem !== null) problems.push(problem);
  }
  return problems.length === 0 ? null : problems.join('; ');
}

async function given(playing: Playing, what: string, value: unknown): Promise<string | null> {
  if (what === 'llm') {
    if (playing.scene.switched) playing.scene.switched.up = value === 'up';
    return null;
  }
  if (what === 'applications' && typeof value === 'object' && value !== null) {
    for (const [list, count] of Object.entries(value)) await loadApplications(playing, list, Number(count));
    return null;
  }
  if ((what === 'need' || what === 'application') && typeof value === 'string') return handedIn(playing, what, value);
  return `given ${what} is not known here`;
}

/** A need or application handed in through the conversation, so that everything about it is as it would be. */
async function handedIn(playing: Playing, what: 'need' | 'application', sheet: string): Promise<string | null> {
  const { scene, dialogue } = playing;
  const [person = ''] = sheet.split('.');
  const turn = { do: 'answer_until', form: what === 'need' ? 'need' : 'apply', sheet, until: 'confirm' };
  const seat = speakingSeat(scene, person, turn, dialogue.channel);
  const title = scene.fixture.lists.find((each) => each.status === 'open')?.title ?? '';
  await say(playing, person, seat, what === 'need' ? '发布需求' : `我要揭「${title}」这个榜`);
  const { stuck } = await answerUntil(playing, person, seat, turn);
  if (stuck !== null) return `the ${what} of ${person} cannot be set: ${stuck}`;
  const button = await findButton(playing, person, '提交');
  await (button === null ? say(playing, person, seat, '提交') : press(playing, person, seat, button));
  await drain(playing);
  return null;
}

/** A closed list under review with applications of people nobody has met. */
async function loadApplications(playing: Playing, key: string, count: number): Promise<void> {
  const { store, clock, setting, engine } = playing.scene;
  const { programme } = setting;
  const at = clock.iso();
  const list = await store.records.case(suiteId(key));
  if (list?.kind !== 'listing') return;
  const facts = { at, programme, siblings: [], listing: list };
  const closed = move(list, 'close', { ...facts, actorRole: 'decider' });
  const reviewed = closed.ok ? move(closed.record, 'start-review', { ...facts, actorRole: 'decider' }) : closed;
  const listing: Listing =
    reviewed.ok && reviewed.record.kind === 'listing' ? reviewed.record : { ...list, status: 'under-review' };
  const bidders = Array.from({ length: count }, (_, index) => bidder(playing, listing, index + 1));
  await store.load.load({
    accounts: bidders.map(({ account }) => account),
    cases: [listing, ...bidders.map(({ bid }) => bid)],
  });
  await engine().refresh();
}

function bidder(playing: Playing, listing: Listing, n: number) {
  const { clock, setting } = playing.scene;
  const at = clock.iso();
  const id = suiteId(`bidder:${n}`);
  const answers = { unit: `示例揭榜单位${n}`, lead: `示例负责人${n}`, money: { yuan: 5_000_000 } };
  const form = setting.programme.tracks[listing.track].applicationForm;
  const seed = { id: suiteId(`bid:${n}`), at, programme: setting.programme };
  const made = newApplication({ account: id, form, formVersion: 1, answers }, listing, null, seed);
  const bid: Application = { ...made, status: 'under-review', turn: 'experts' };
  const account = { id, locale: 'zh', localeChosen: false, name: answers.lead, createdAt: at, source: 'live' } as const;
  return { account, bid };
}
