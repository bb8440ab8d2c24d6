/** R41: a matter with secrets in it leaves the chat. Only a number to ring up is kept; staff see an offline case. */
import { newInterest, newNeed } from '../programme/new-case.ts';
import type { CaseRecord, Consent, Draft, Listing } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { readValue } from '../understanding/read-value.ts';
import { isGuest, onlyLead } from './flow-colleague.ts';
import { askWhichIsSecret, casesWithWords, forgetTalk, namedCase, ownOffline } from './flow-offline-own.ts';
import { draftInHand, listingOf, localeOf, park, readContext } from './focus.ts';
import { statusLine } from './status-line.ts';
import { tellStaff } from './tell-staff.ts';
import { button, derivedId, draftOf, effect, line, ownCase, say, type Work, withState } from './work.ts';

/** Turns the matter in hand into an offline one: nothing more is asked here but a number. With nothing in hand, something handed in may be meant. */
export function goOffline(work: Work, command: Extract<Command, { do: 'offline' }>): Work {
  const named = namedCase(work, command.case);
  if (named) return ownOffline(work, named, command);
  const draft = command.draft === undefined ? draftInHand(work) : draftOf(work, command.draft);
  if (draft && isGuest(work, draft)) return onlyLead(work, draft);
  const own = draft?.case ? ownCase(work, draft.case.id) : undefined;
  if (draft && own) return ownOffline(work, own, { do: 'offline', draft: draft.id });
  const handedIn = casesWithWords(work);
  if (!draft && command.case !== null && work.state.focus.in !== 'consent' && handedIn.length > 0)
    return askWhichIsSecret(work, handedIn, command.page ?? 0);
  return contactOnly(work, draft);
}

/** What was typed so far is forgotten, the draft with it; a number to ring up is all that is asked. */
function contactOnly(work: Work, draft: Draft | undefined): Work {
  const listing = listingMeant(work, draft);
  const parked = park(work);
  const forgotten = effect(parked, forgetTalk(work, draft ? [draft] : []));
  const purged = draft ? effect(forgotten, { type: 'delete-draft', id: draft.id }) : forgotten;
  const held = withState(purged, {
    focus: { in: 'handoff', offline: { listing: listing?.id ?? null } },
    search: null,
    parked: parked.state.parked.filter((each) => each !== draft?.id),
  });
  return askNumber(held);
}

/** The list a secret interest is about: that of the draft, of the consent just asked, or the one on screen. */
function listingMeant(work: Work, draft: Draft | undefined): Listing | undefined {
  const { focus, about } = work.state;
  if (draft) return listingOf(work, draft);
  if (focus.in === 'consent')
    return focus.next.do === 'apply' && focus.next.listing ? work.book.shelf.byId(focus.next.listing) : undefined;
  return about === null ? undefined : work.book.shelf.byId(about);
}

function askNumber(work: Work): Work {
  return say(work, {
    lines: [
      line('offline.leave-number'),
      line('consent.data'),
      line('offline.how', { contact: { bilingual: work.book.programme.contact } }),
    ],
    buttons: [button('button.never-mind', { do: 'deny' })],
    link: '/privacy',
  });
}

/** Takes the number and nothing else of what was written, and makes the offline case. */
export function leaveNumber(before: Work, text: string, listingId: string | null): Work {
  const work = effect(before, { type: 'forget-talk' });
  const number = numberIn(work, text);
  if (number === null)
    return say(work, { lines: [line('offline.no-number')], buttons: [button('button.never-mind', { do: 'deny' })] });
  const listing = listingId === null ? undefined : work.book.shelf.byId(listingId);
  const record = offlineCase(work, number, listing);
  const idle = withState(work, { focus: { in: 'idle' } });
  const stored = effect(
    idle,
    { type: 'save-consent', consent: dataConsent(work) },
    { type: 'save-case', record, expected: 0, action: 'submit-offline', from: null },
  );
  return say(tellStaff(stored, record, 'offline'), {
    lines: [line('offline.taken', { reference: record.reference }), line('offline.call'), statusLine(work, record)],
    buttons: [button('button.status', { do: 'status', case: record.id })],
  });
}

/** A phone number or a mail address, canonical; the words around it are dropped. */
function numberIn(work: Work, text: string): string | null {
  const base = { id: 'contact', label: { zh: '', en: '' }, question: { zh: '', en: '' }, required: true } as const;
  for (const field of [{ ...base, kind: 'phone', phone: 'any' } as const, { ...base, kind: 'email' } as const]) {
    const reading = readValue(field, text, readContext(work));
    if (reading.outcome !== 'reject' && typeof reading.value === 'string') return reading.value;
  }
  return null;
}

function offlineCase(work: Work, contact: string, listing: Listing | undefined): CaseRecord {
  const { programme } = work.book;
  const seed = { id: derivedId(work.event, 'offline'), at: work.event.at, programme };
  const handedIn = { account: work.book.mine.account.id, form: '', formVersion: 0, answers: { contact } };
  const made = listing ? newInterest(handedIn, listing, seed) : newNeed(handedIn, seed);
  return { ...made, title: made.reference, form: null, offline: true, turn: 'staff' };
}

function dataConsent(work: Work): Consent {
  const text = work.book.consentText('data', localeOf(work));
  return {
    account: work.book.mine.account.id,
    kind: 'data',
    textVersion: text.version,
    textHash: text.hash,
    at: work.event.at,
    channel: work.event.channel,
  };
}
