/** Consent, secrets and language: what must be said before the first personal answer, and wishes about the account. */
import { createHash } from 'node:crypto';
import type { Consent, Locale } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { draftInHand, localeOf, park } from './focus.ts';
import { button, derivedId, effect, line, mine, note, say, withState, type Work } from './work.ts';

/** Asks for a consent, with the R41 notice that no state or work secrets belong here; `then` follows after yes. */
export function askConsent(work: Work, kind: Consent['kind'], then: Command): Work {
  const held = withState(work, { focus: { in: 'consent', kind, then } });
  return say(held, {
    lines: [line(`consent.${kind}`), ...(kind === 'data' ? [line('consent.secrets')] : [])],
    buttons: [
      button('button.consent', { do: 'consent', kind, yes: true, then }, 'primary'),
      ...(kind === 'data' ? [button('button.secret', { do: 'offline' })] : []),
      button('button.no-consent', { do: 'consent', kind, yes: false }),
    ],
    link: '/privacy',
  });
}

/** Records a yes with the text's version and hash; a no changes nothing and says what still works. */
export function takeConsent(work: Work, kind: Consent['kind'], yes: boolean): Work {
  if (!yes) {
    const idle = withState(work, { focus: { in: 'idle' } });
    return say(idle, { lines: [line('consent.declined')], buttons: [button('button.open-lists', { do: 'find' })] });
  }
  const text = work.book.consentText(kind, localeOf(work));
  const consent: Consent = {
    account: work.book.mine.account.id,
    kind,
    textVersion: text.version,
    textHash: text.hash,
    at: work.event.at,
    channel: work.event.channel,
  };
  return withState(effect(work, { type: 'save-consent', consent }), { focus: { in: 'idle' } });
}

/** R41: the matter is secret, so nothing more is written here; staff call back. */
export function goOffline(work: Work): Work {
  const draft = draftInHand(work);
  const parked = park(work);
  const purged = draft && draft.case === null ? effect(parked, { type: 'delete-draft', id: draft.id }) : parked;
  const held = withState(purged, { focus: { in: 'handoff' } });
  return say(held, {
    lines: [line('offline.how', { contact: { bilingual: work.book.programme.contact } }), line('offline.leave-number')],
  });
}

/** Changes the language at once; values and the open question stay. */
export function chooseLanguage(work: Work, locale: Locale): Work {
  const { account } = mine(work);
  const changed = effect(work, { type: 'save-account', account: { ...account, locale, localeChosen: true } });
  return note(changed, line('language.changed'));
}

/** A personal return link, said once; the token is only in this message, its hash in the store. */
export function makeReturnLink(work: Work): Work {
  const token = derivedId(work.event, 'return-link');
  const saved = effect(work, { type: 'save-return-link', tokenHash: createHash('sha256').update(token).digest('hex') });
  return say(saved, {
    lines: [line('link.here'), line('link.keep')],
    buttons: [button('button.revoke-link', { do: 'return-link', revoke: true })],
    link: `/r/${token}`,
  });
}

/** Ends every return link of the account. */
export function revokeReturnLinks(work: Work): Work {
  const revoked = effect(work, { type: 'revoke-return-links' });
  return say(revoked, { lines: [line('link.revoked')], buttons: [button('button.return-link', { do: 'return-link' })] });
}
