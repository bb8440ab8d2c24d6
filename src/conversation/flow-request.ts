/** 转人工: a wish for a person goes to staff with what somebody was doing, and the answer comes back marked 工作人员. */
import { expectedAnswer, OFFICE_HOURS } from '../programme/office-hours.ts';
import { can } from '../programme/policy.ts';
import { progress } from '../programme/progress.ts';
import type { Draft } from '../programme/records.ts';
import { staffRoles } from '../programme/standing.ts';
import { cut } from '../text/cut.ts';
import { maskPhone } from '../text/mask-phone.ts';
import { redact } from '../text/redact.ts';
import type { Command } from '../understanding/command.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import { actorOf } from './flow-act.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand, openDrafts, park } from './focus.ts';
import { newRequest, type PersonRequest, requestNotice, withWords } from './person-request.ts';
import type { Line, SayButton } from './say.ts';
import { button, derivedId, draftOf, effect, line, mine, note, query, say, type Work, withState } from './work.ts';

/** The most of a message that goes to staff, and of an answer. */
const LONGEST = 2000;
const LONGEST_ANSWER = 4000;
/** How long a wish without words waits for them, or to be taken back, before the office is told. */
const HOLD_SECONDS = 45;

type Handoff = Extract<Command, { do: 'handoff' }>;
type Answer = Extract<Command, { do: 'answer-request' }>;
type Close = Extract<Command, { do: 'close-request' }>;

/** Staff are asked at once, with the words already said or with none yet; further words join the wish they belong to. */
export function handoff(work: Work, { text, request, drop }: Omit<Handoff, 'do'>): Work {
  if (request !== undefined && (text || drop)) {
    const next: Handoff = { do: 'handoff', request, ...(text && { text }), ...(drop && { drop }) };
    return query(work, { type: 'request', by: request, next });
  }
  if (request !== undefined) return askWords(work, request);
  if (!text && staffRoles(actorOf(work)).size > 0)
    return say(work, { lines: [line('handoff.staff')], link: '/desk/requests' });
  const { focus } = work.state;
  const waiting = focus.in === 'handoff' && focus.resume !== undefined ? draftOf(work, focus.resume) : undefined;
  const draft = draftInHand(work) ?? waiting;
  const { account } = mine(work);
  const { at, channel } = work.event;
  const seed = { id: derivedId(work.event, 'request'), at, channel, account };
  const made = newRequest(seed, redact(cut(text ?? '', LONGEST)), {
    doing: doing(work, draft),
    draft: draft?.status === 'open' ? draft.id : null,
  });
  const stored = effect(work, { type: 'handoff', request: made });
  if (!text) return askWords(tellOffice(stored, made, 'handoff', HOLD_SECONDS), made.id, made.reference);
  return passedOn(tellOffice(stored, made, 'handoff'), made, draft);
}

/** What it is about may follow, or not: the form waits, and the office knows of the wish either way. */
function askWords(work: Work, request: string, reference: string | null = null): Work {
  const draft = draftInHand(work);
  const held = withState(park(work), {
    focus: { in: 'handoff', request, ...(draft?.status === 'open' && { resume: draft.id }) },
  });
  const asked = reference === null ? line('handoff.ask') : line('handoff.noted', { reference });
  return say(held, {
    lines: [asked, ...whenAnswered(work)],
    buttons: [
      ...(draft?.status === 'open' ? [button('button.resume', { do: 'resume', draft: draft.id })] : []),
      button('button.never-mind', { do: 'deny' }),
    ],
  });
}

/** What staff read first: the form in hand and how far it is, the list on screen, or nothing in particular. */
function doing(work: Work, draft: Draft | undefined): Line {
  if (draft?.status === 'open') {
    const { done, of } = progress(work.book.form(draft.form), draft.stage, draft.answers, contextOf(work, draft));
    return line('request.doing-draft', { name: draftName(work, draft), done, of });
  }
  const { about } = work.state;
  const listing = about === null ? undefined : work.book.shelf.byId(about);
  if (listing) return line('request.doing-list', { title: listing.title, reference: listing.reference });
  return line(mine(work).cases.length > 0 ? 'request.doing-cases' : 'request.doing-nothing', {
    n: mine(work).cases.length,
  });
}

function passedOn(work: Work, request: PersonRequest, draft: Draft | undefined): Work {
  const told = note(work, line('handoff.sent', { reference: request.reference }), ...whenAnswered(work));
  if (draft?.status === 'open') {
    const { focus, parked } = told.state;
    const inHand = focus.in === 'handoff' ? withState(told, { focus: { in: 'idle' } }) : told;
    return askAgain(withState(inHand, { parked: parked.filter((id) => id !== draft.id) }), draft);
  }
  return say(withState(park(told), { focus: { in: 'idle' } }), { lines: [], buttons: wayBack(work) });
}

/** Office hours, and the day an answer can be expected. */
function whenAnswered(work: Work): readonly Line[] {
  const { programme } = work.book;
  const { isOpen, day } = expectedAnswer(work.event.at, programme);
  const hours = { opens: OFFICE_HOURS.opens, closes: OFFICE_HOURS.closes };
  return [
    line(isOpen ? 'handoff.open' : 'handoff.later', { ...hours, day: { day } }),
    line('handoff.hours', { contact: { bilingual: programme.contact } }),
  ];
}

/** What to do meanwhile: the draft that waits, or the lists. */
function wayBack(work: Work): readonly SayButton[] {
  const lists = button('button.open-lists', { do: 'find' });
  return openDrafts(work).length > 0 ? [button('button.resume', { do: 'resume' }), lists] : [lists];
}

/** The gist for every staff place: who, from where, what they were doing, their words without a telephone number. */
function tellOffice(work: Work, request: PersonRequest, kind: string, delaySeconds?: number): Work {
  const last = request.words.at(-1)?.text ?? '';
  return effect(work, {
    type: 'tell',
    to: { staff: { sector: null } },
    say: {
      lines: [
        line('engine.handoff', {
          who: request.name ?? line('request.somebody'),
          channel: line(`request.channel.${request.channel}`),
          reference: request.reference,
        }),
        request.doing,
        ...(last === '' ? [] : [line('engine.quote', { text: maskPhone(last) })]),
        line('request.how'),
      ],
      buttons: [],
      cards: [],
      files: [],
      link: '/desk/requests',
    },
    notice: requestNotice(request, kind),
    version: request.version,
    ...(delaySeconds !== undefined && { delaySeconds, group: heldNotice(request) }),
  });
}

/** The notice of a wish without words, while it waits. */
function heldNotice({ id }: PersonRequest): string {
  return `handoff.${id}`;
}

/** Staff's commands on a wish, and the person's further words, once it has been read. */
export function requestRead(work: Work, then: Command, request: PersonRequest | null): Work {
  if (!request) return then.do === 'handoff' ? lost(work, then) : unseen(work, then);
  if (then.do === 'handoff') return then.drop ? dropped(work, request) : moreWords(work, then, request);
  if (then.do !== 'answer-request' && then.do !== 'close-request') return work;
  if (!can(actorOf(work), 'answer-request', { kind: 'programme' })) return notTheirs(work, then, request);
  if (then.version !== undefined && then.version !== request.version) return changedMeanwhile(work, request);
  return then.do === 'answer-request' ? answer(work, then, request) : close(work, then, request);
}

/** The wish is gone, or of this very moment: what was said is a wish of its own, and nothing said is nothing wished. */
function lost(work: Work, { text }: Handoff): Work {
  const { focus } = work.state;
  const resume = focus.in === 'handoff' ? focus.resume : undefined;
  if (!text) return goOn(work, resume);
  return handoff(withState(work, { focus: { in: 'handoff', ...(resume !== undefined && { resume }) } }), { text });
}

/** Not there, or not theirs to read: the same words, and an attempt to answer or close it is audited. */
function unseen(work: Work, then: Command): Work {
  const tried = then.do === 'answer-request' || then.do === 'close-request';
  const object = { kind: 'request', id: tried ? then.request : '' };
  const audited = tried
    ? effect(work, { type: 'audit', action: `refused:${then.do}`, object, from: null, to: null })
    : work;
  return say(audited, { lines: [line('request.not-found')] });
}

function moreWords(work: Work, { text }: Handoff, request: PersonRequest): Work {
  if (request.account !== mine(work).account.id) return say(work, { lines: [line('request.not-found')] });
  const words = { at: work.event.at, side: 'person', name: null, text: redact(cut(text ?? '', LONGEST)) } as const;
  const more = withWords(request, words);
  const { focus } = work.state;
  const draft = focus.in === 'handoff' && focus.resume !== undefined ? draftOf(work, focus.resume) : draftInHand(work);
  const isFirst = request.words.length === 0;
  const saved = saveRequest(work, more, request, 'ask-again');
  const told = isFirst ? effect(saved, { type: 'cancel-group', group: heldNotice(request) }) : saved;
  const kind = isFirst && isTold(work, request) ? 'handoff-words' : 'handoff';
  return passedOn(tellOffice(told, more, kind), more, draft);
}

/** True once the notice of a wish without words has gone out. */
function isTold({ event }: Work, { at }: PersonRequest): boolean {
  return Date.parse(event.at) - Date.parse(at) >= HOLD_SECONDS * 1000;
}

/** Nobody is needed after all: a wish that never had words is closed, and where it was told, so is that. */
function dropped(work: Work, request: PersonRequest): Work {
  const { focus } = work.state;
  const left = focus.in === 'handoff' ? focus.resume : undefined;
  const back = goOn(work, left);
  if (request.account !== mine(work).account.id || request.words.length > 0 || request.status !== 'open') return back;
  const next: PersonRequest = { ...request, version: request.version + 1, status: 'closed' };
  const saved = effect(saveRequest(back, next, request, 'close-request'), {
    type: 'cancel-group',
    group: heldNotice(request),
  });
  return isTold(work, request) ? tellDone(saved, next, request.version, 'notice.acted-request-closed') : saved;
}

/** Back to the question that was open, or to nothing in particular. */
function goOn(work: Work, resume: string | undefined): Work {
  const draft = resume === undefined ? undefined : draftOf(work, resume);
  const told = note(withState(work, { focus: { in: 'idle' } }), line('talk.left'));
  if (draft?.status !== 'open') return say(told, { lines: [], buttons: wayBack(work) });
  const { parked } = told.state;
  return askAgain(withState(told, { parked: parked.filter((id) => id !== draft.id) }), draft);
}

function saveRequest(work: Work, next: PersonRequest, before: PersonRequest, action: string): Work {
  return effect(work, { type: 'save-request', request: next, expected: before.version, action });
}

function notTheirs(work: Work, then: Answer | Close, request: PersonRequest): Work {
  const object = { kind: 'request', id: request.id };
  const audited = effect(work, { type: 'audit', action: `refused:${then.do}`, object, from: request.status, to: null });
  return say(audited, { lines: [line('act.not-yours')] });
}

/** A colleague was quicker, or the person wrote on: nothing is sent unread. */
function changedMeanwhile(work: Work, request: PersonRequest): Work {
  const last = request.words.at(-1);
  const { reference } = request;
  const who = last?.name ?? line('act.somebody');
  const key = request.status === 'closed' ? 'closed' : last?.side === 'person' ? 'written-on' : 'answered-by';
  return say(work, { lines: [line(`request.${key}`, { reference, who })], link: '/desk/requests' });
}

function answer(work: Work, { text }: Answer, request: PersonRequest): Work {
  const said = cut(text.trim(), LONGEST_ANSWER);
  if (!/[\p{L}\p{N}]/u.test(said)) return say(work, { lines: [line('request.no-words')] });
  const name = mine(work).account.name;
  const next = withWords(request, { at: work.event.at, side: 'staff', name, text: said });
  const who = name ?? line('act.somebody');
  const { reference } = request;
  const relayed = effect(saveRequest(work, next, request, 'answer-request'), {
    type: 'tell',
    to: { account: request.account, ...(request.from && { at: request.from }) },
    say: {
      lines: [line('request.answer', { who, reference }), line('text', { text: said })],
      buttons: [
        ...(request.draft === null ? [] : [button('button.resume', { do: 'resume', draft: request.draft }, 'primary')]),
        button('request.say-more', { do: 'handoff', request: request.id }),
      ],
      cards: [],
      files: [],
    },
    notice: requestNotice(request, 'request-answered'),
  });
  const seen = tellDone(relayed, next, request.version, 'notice.acted-request-answered');
  return say(withState(seen, { focus: { in: 'idle' } }), { lines: [line('request.relayed', { reference })] });
}

function close(work: Work, _: Close, request: PersonRequest): Work {
  if (request.status === 'closed') return changedMeanwhile(work, request);
  const next: PersonRequest = { ...request, version: request.version + 1, status: 'closed' };
  const saved = saveRequest(work, next, request, 'close-request');
  const seen = tellDone(saved, next, request.version, 'notice.acted-request-closed');
  return say(withState(seen, { focus: { in: 'idle' } }), {
    lines: [line('request.closed-now', { reference: request.reference })],
  });
}

/** The notice that asked is replaced in place: colleagues see who took it. */
function tellDone(work: Work, next: PersonRequest, replaces: number, key: string): Work {
  const who = mine(work).account.name ?? line('act.somebody');
  return effect(work, {
    type: 'tell',
    to: { staff: { sector: null } },
    say: {
      lines: [line(key, { reference: next.reference, who })],
      buttons: [],
      cards: [],
      files: [],
      link: '/desk/requests',
    },
    notice: requestNotice(next, 'request-acted'),
    version: next.version,
    replaces,
  });
}
