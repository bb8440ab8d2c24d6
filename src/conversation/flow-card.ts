/** The concept card: its owner is asked once what a need is about, staff edit it when they vet. */
import { type ConceptCard, cardLine, cardOf, EMPTY_CARD } from '../programme/concept-card.ts';
import { can } from '../programme/policy.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { fieldsText } from './draft-text.ts';
import { actorOf, objectOf, refuseAct, refuseUnseen } from './flow-act.ts';
import type { CaseView, Event } from './reducer-types.ts';
import { button, effect, line, ownCase, query, say, type Work, withState } from './work.ts';

/** Concepts named in the question. */
const ASKED = 6;

/** Looks up what a need just completed seems to be about, unless its owner was asked before or others read along. */
export function lookUpCard(work: Work, draft: Draft, record: CaseRecord): Work {
  if (record.kind !== 'need' || record.offline || record.card || work.event.shared) return work;
  return query(work, { type: 'draft-card', need: record.id, words: fieldsText(draft) });
}

/** The one question about it; the answer may be words, numbers, a tap or nothing. */
export function askCard(work: Work, { query: asked, names }: Extract<Event, { type: 'card-drafted' }>): Work {
  if (names === null || work.state.focus.in !== 'idle') return work;
  const shown = names.slice(0, ASKED);
  const focus = { in: 'card', need: asked.need, names: shown } as const;
  const skip = button('card.skip', { do: 'own-card', need: asked.need, words: [] });
  if (shown.length === 0) return say(withState(work, { focus }), { lines: [line('card.ask-open')], buttons: [skip] });
  return say(withState(work, { focus }), {
    lines: [line('card.ask', { names: shown.join('、') })],
    buttons: [button('card.all', { do: 'own-card', need: asked.need, words: shown }), skip],
  });
}

/** Keeps what the owner says; once staff made a card of it, theirs stays. */
export function keepOwnCard(work: Work, { need, words }: Extract<Command, { do: 'own-card' }>): Work {
  const { focus } = work.state;
  const idle = focus.in === 'card' ? withState(work, { focus: { in: 'idle' } }) : work;
  const record = ownCase(work, need);
  if (record?.kind !== 'need' || record.offline) return say(idle, { lines: [line('case.not-found')] });
  const buttons = [button('button.status', { do: 'status', case: record.id })];
  const concepts = cardLine(words.join('、'));
  const said = line(concepts.length > 0 ? 'card.thanks' : 'card.skipped');
  if (record.card?.by === 'staff') return say(idle, { lines: [said], buttons });
  return say(keep(idle, record, { ...EMPTY_CARD, concepts, by: 'owner', at: work.event.at }), {
    lines: [said],
    buttons,
  });
}

/** Saves a card edited on the desk: by those who may vet the case, while suggestions may be looked at; never over a change they have not seen. */
export function saveCard(work: Work, command: Extract<Command, { do: 'save-card' }>, view: CaseView | null): Work {
  const attempt = { case: command.case, action: 'card' };
  if (!view) return refuseUnseen(work, attempt);
  const { record } = view;
  const object = objectOf(work, view);
  const actor = actorOf(work);
  const allowed = can(actor, 'act:vet', object) && can(actor, 'read-candidates', object) && !record.offline;
  if (!allowed) return refuseAct(work, attempt, record);
  const { reference } = record;
  if ((record.card?.at ?? null) !== command.seen) return say(work, { lines: [line('card.changed', { reference })] });
  const card: ConceptCard = { ...cardOf(command.lines), by: 'staff', at: work.event.at };
  return say(keep(work, record, card), {
    lines: [line('card.saved', { reference })],
    buttons: [button('button.open-case', { do: 'open-case', case: record.id })],
  });
}

/** No new version: no decision rests on the card, and buttons already sent to staff go on working. */
function keep(work: Work, record: CaseRecord, card: ConceptCard): Work {
  const from = record.status;
  return effect(work, {
    type: 'save-case',
    record: { ...record, card },
    expected: record.version,
    action: 'card',
    from,
  });
}
