/** What must hold after every command, whatever it was. */
import { expect } from 'vitest';
import type { Reply } from '../../src/ports/channel.ts';
import type { CaseRecord, Draft } from '../../src/programme/records.ts';
import { seat } from '../support/engine-kit.ts';
import { expectGoodShape } from '../support/message-shape.ts';
import { type Model, question } from './model.ts';
import { PERSON, type World } from './world.ts';

/** Notices staff are owed. */
const OWED = /^application-(submitted|changed|withdrawn)$/;

/** Checks the world against the model; `replies` are what the person was sent for the command. */
export async function expectHolds(model: Model, world: World, replies: readonly Reply[]): Promise<void> {
  model.now = world.kit.clock.now().getTime();
  wellSaid(world, replies);
  rightQuestion(model, replies);
  await rightRecords(model, world);
  onceOnly(model, world);
  expect((await world.kit.store.verifyAudit()).brokenAt, 'the audit chain').toBeNull();
  expect(await world.kit.store.turns.parked(), 'messages put aside').toEqual([]);
}

/** Short, one question at a time, never the same sentence twice running. */
function wellSaid(world: World, replies: readonly Reply[]): void {
  const told = world.told();
  for (let n = told.length - replies.length; n < told.length; n += 1) {
    const reply = told[n];
    if (!reply) continue;
    const text = [reply.text, ...reply.cards.map((card) => card.title)].join('\n');
    // Staff who ask for the same twice are passed on word for word.
    const last = reply.notice ? '' : (told[n - 1]?.text ?? '');
    expectGoodShape({ text, keys: reply.keys, choices: reply.buttons.length }, last);
  }
}

/** The last answer asks what the model has open, and only one of the answers asks. */
function rightQuestion(model: Model, replies: readonly Reply[]): void {
  const answers = replies.filter((each) => each.notice === undefined);
  if (answers.length === 0) return;
  expect(answers.at(-1)?.asks, `the question after “${answers.at(-1)?.text}”`).toBe(question(model));
  expect(answers.filter((each) => each.asks !== undefined).length, 'questions at once').toBeLessThanOrEqual(1);
}

/** Drafts, cases, consents and what moved them are as the model has them. */
async function rightRecords(model: Model, { kit, listing }: World): Promise<void> {
  const { records } = kit.store;
  const account = await records.accountAt(seat(PERSON));
  const drafts = account === null ? [] : (await records.drafts(account)).filter((each) => each.status !== 'discarded');
  expect(drafts.map(draftShown), 'drafts').toEqual(
    model.draft === 'none' ? [] : [{ status: model.draft, answers: model.answers }],
  );
  const consents = account === null ? [] : (await records.consents(account)).map((each) => each.kind);
  expect(consents.toSorted(), 'consents').toEqual([
    ...(model.consented ? ['data'] : []),
    ...(model.handedOver ? ['hand-over'] : []),
  ]);
  const cases = account === null ? [] : await records.cases({ owner: account, listing: listing.id });
  const live = cases.filter((each) => each.status !== 'withdrawn');
  expect(cases.length - live.length, 'bids withdrawn').toBe(model.withdrawn);
  expect(live.map(caseShown), 'bids').toEqual(
    model.bid ? [{ status: model.bid.status, asked: model.bid.asked, submission: hands(model.bid.log) }] : [],
  );
  const [bid] = live;
  if (bid) expect(await movesOf(kit.store.records, bid), 'what moved the bid').toEqual(model.bid?.log);
}

function draftShown({ status, answers }: Draft): unknown {
  return { status, answers };
}

function caseShown({ status, turn, submission }: CaseRecord): unknown {
  return { status, asked: turn === 'applicant', submission };
}

function hands(log: readonly string[]): number {
  return log.filter((each) => each === 'submit' || each === 'resubmit').length;
}

async function movesOf(records: World['kit']['store']['records'], bid: CaseRecord): Promise<readonly string[]> {
  const rows = await records.audit(bid.id, 200);
  return rows
    .map((row) => row.action)
    .filter((action) => !action.startsWith('refused:'))
    .toReversed();
}

/** Each message goes out once, but for those that were with the platform when a process died; staff hear of each hand-in once. */
function onceOnly(model: Model, { kit, deaths }: World): void {
  const fresh = kit.channels.web.sent.filter((each) => each.updates === undefined);
  const ids = new Set(fresh.map((each) => each.reply.id));
  expect(fresh.length - ids.size, 'messages sent twice').toBeLessThanOrEqual(deaths());
  const notices = new Set(
    fresh.filter((each) => OWED.test(each.reply.notice?.kind ?? '')).map((each) => each.reply.id),
  );
  expect(notices.size, 'notices to staff').toBe(model.notices);
}
