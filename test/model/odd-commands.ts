/** The steps nobody means well or foresees: old buttons, edits, hostile words, staff, the clock. */

import { expect } from 'vitest';
import type { Reply } from '../../src/ports/channel.ts';
import type { Answers } from '../../src/programme/answer.ts';
import type { StaffAction } from '../../src/programme/lifecycle.ts';
import { ATTACK_TEXTS } from '../support/attack-texts.ts';
import { entry } from '../support/desk-house.ts';
import { seat } from '../support/engine-kit.ts';
import fc from '../support/fast-check.ts';
import { answer, inHand, isClosed, type Model, question } from './model.ts';
import { answerTo } from './small-form.ts';
import { messageId, step, type Weighted } from './step.ts';
import { type Delivery, type Mood, PERSON, type World } from './world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Presses a button of an older message: whatever it does, it answers nothing and hands nothing in. */
const oldButton = step(
  'PressOldButton',
  ({ place }) => ['idle', 'field', 'review', 'handed-in'].includes(place.at),
  async (model, world, { how, n }) => {
    const old = await oldButtons(model, world);
    const button = old[n % Math.max(1, old.length)];
    if (button === undefined) return null;
    const replies = await world.deliver({ chose: { button } }, how);
    seePlace(model, replies);
    return replies;
  },
);

/** Buttons beside questions that are not in hand any more, and submit buttons of a draft that has changed since. */
async function oldButtons(model: Model, world: World): Promise<readonly string[]> {
  const { records, messages } = world.kit.store;
  const account = await records.accountAt(seat(PERSON));
  const drafts = account === null ? [] : await records.drafts(account);
  const found: string[] = [];
  for (const reply of world.told().slice(0, -1)) {
    for (const { id } of reply.buttons) {
      const command = (await messages.commandOf(id))?.command;
      const beside = command && ['set', 'skip', 'keep', 'choose'].includes(command.do);
      const whole =
        model.draft !== 'submitted' || model.form.fields.every((each) => model.answers[each.id] !== undefined);
      if (beside && whole && reply.asks !== undefined && reply.asks !== question(model)) found.push(id);
      if (command?.do !== 'submit') continue;
      const draft = drafts.find((each) => each.id === command.draft);
      if (draft?.version !== command.version) found.push(id);
    }
  }
  return found;
}

/** Where an old button may lead: back to the form's question or its review, or nowhere. */
function seePlace(model: Model, replies: readonly Reply[]): void {
  const asks = replies.findLast((each) => each.notice === undefined)?.asks;
  if (asks === 'confirm') model.place = { at: model.draft === 'submitted' ? 'handed-in' : 'review' };
  else if (asks !== undefined) model.place = { at: 'field', id: asks };
  else if (model.place.at === 'handed-in') model.place = { at: 'idle' };
}

/** Edits the message that filled a field, however often. */
const edit = step(
  'EditOldMessage',
  ({ draft, bid, filledBy, place }) =>
    draft === 'open' && bid === null && filledBy.size > 0 && ['idle', 'field', 'review'].includes(place.at),
  async (model, world, { how, n }) => {
    const filled = [...model.filledBy];
    const [id, { message, at }] = filled[n % filled.length] ?? ['', { message: '', at: 0 }];
    const field = model.form.fields.find((each) => each.id === id);
    if (!field) throw new Error(`no field ${id}`);
    const isLate = model.now - at > 2 * DAY;
    const { said, value } = answerTo(field, n * 2 + 1);
    const replies = await world.deliver({ said, edits: message, messageId: message }, how);
    if (!isLate) {
      answer(model, id, value);
      model.filledBy.set(id, { message, at });
    }
    return replies;
  },
);

const ATTACKS = Object.values(ATTACK_TEXTS);
/** Anything a keyboard or a script can send. */
const NOISE = fc.sample(
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 })),
  { seed: 7, numRuns: 60 },
);
const HOSTILE = [...ATTACKS, ...NOISE];

/** Says anything at all: at most the question in hand takes it as its answer, and the form stays open. */
const hostile = step(
  'SayHostile',
  (model) => inHand(model) !== undefined,
  async (model, world, { how, n }) => {
    const field = inHand(model);
    const message = messageId();
    const replies = await world.deliver({ said: HOSTILE[n % HOSTILE.length] ?? '', messageId: message }, how);
    const taken = field && (await openAnswers(world))[field.id];
    if (field && taken !== undefined && taken !== model.answers[field.id]) {
      expect(typeof taken, `what ${field.label} took`).toBe(field.kind === 'number' ? 'number' : 'string');
      if (typeof taken === 'string' || typeof taken === 'number') answer(model, field.id, taken, message);
    }
    return replies;
  },
);

async function openAnswers(world: World): Promise<Answers> {
  const account = await world.kit.store.records.accountAt(seat(PERSON));
  const drafts = account === null ? [] : await world.kit.store.records.drafts(account);
  return drafts.find((each) => each.status === 'open')?.answers ?? {};
}

const mood = step(
  'ModelTurns',
  (model) => model.form.withModel,
  async (_model, world, { n }) => {
    world.mind.mood =
      (['silent', 'garbage', 'hostile', 'broken'] as const satisfies readonly Mood[])[n % 4] ?? 'broken';
    return world.pass(1);
  },
  true,
);

const advance = step(
  'AdvanceClock',
  (model) => model.now < model.closes + DAY,
  async (_model, world, { n }) => world.pass((n % 30) * HOUR),
  true,
);

const close = step(
  'CloseDeadline',
  (model) => !isClosed(model),
  async (model, world) => world.pass(model.closes - model.now),
  true,
);

interface Decision {
  readonly action: StaffAction;
  readonly reason?: string;
  readonly from: readonly string[];
}
const DECISIONS: readonly Decision[] = [
  { action: 'accept', from: ['submitted'] },
  { action: 'return', reason: '请补充设备清单', from: ['submitted', 'accepted'] },
  { action: 'ask-more', reason: '请说明产线位置', from: ['submitted', 'accepted'] },
];

/** Ann decides while she may, Bob always, a stranger never; a version that has moved on decides nothing. */
const decide = step(
  'Decide',
  (model) => model.bid !== null,
  async (model, world, { how, n }) => {
    const { bid } = model;
    const record = await bidOf(world);
    if (!bid || !record) throw new Error('there is no bid');
    const who = ['desk:ann', 'desk:bob', 'desk:ann', 'desk:eve'][n % 4] ?? '';
    const { action, reason, from } = DECISIONS[Math.floor(n / 4) % DECISIONS.length] ?? DECISIONS[0] ?? never();
    const version = n % 5 === 0 ? record.version - 1 : record.version;
    const command = { do: 'act', case: record.id, action, version, ...(reason && { reason }) } as const;
    await world.deliver({ chose: { command } }, how, who);
    const may = who === 'desk:bob' || (who === 'desk:ann' && model.annDecides);
    if (may && version === record.version && from.includes(bid.status)) {
      bid.log.push(action);
      bid.asked = action !== 'accept';
      if (action !== 'ask-more') bid.status = action === 'accept' ? 'accepted' : 'returned';
    }
    return world.pass(11_000);
  },
  true,
);

function never(): never {
  throw new Error('there are decisions');
}

async function bidOf({ kit, listing }: World) {
  const account = await kit.store.records.accountAt(seat(PERSON));
  const cases = account === null ? [] : await kit.store.records.cases({ owner: account, listing: listing.id });
  return cases.find((each) => each.status !== 'withdrawn');
}

const revoke = step(
  'RevokeRole',
  ({ annDecides, bid }) => annDecides && bid !== null,
  async (model, world) => {
    const ann = await world.kit.store.records.accountAt(seat('desk:ann'));
    await world.kit.store.staff.revoke(ann ?? '', world.kit.clock.iso(), entry(ann ?? '', 'revoke'));
    model.annDecides = false;
    return world.pass(1);
  },
  true,
);

/** Opens what was handed in for a change of its `n`-th answer. */
const change = step(
  'ChangeSubmitted',
  (model) => model.place.at === 'idle' && model.draft === 'submitted' && !isClosed(model),
  async (model, world, { how, n }) => {
    const nth = n % model.form.fields.length;
    const once: Delivery = { ...how, way: 'once' };
    await world.deliver({ said: `揭榜 ${world.listing.reference}` }, once);
    const offered = world
      .told()
      .at(-1)
      ?.buttons.find((each) => each.label === '改一改');
    await world.deliver({ chose: { button: offered?.id ?? '' } }, once);
    const replies = await world.deliver({ said: `改第${nth + 1}项` }, how);
    model.draft = 'open';
    model.place = { at: 'field', id: model.form.fields[nth]?.id ?? '' };
    return replies;
  },
);

/** What happens beside the straight way. */
export const ODD_STEPS: Weighted = [
  [5, oldButton],
  [5, edit],
  [8, hostile],
  [1, mood],
  [1, advance],
  [0.2, close],
  [14, decide],
  [3, revoke],
  [8, change],
];
