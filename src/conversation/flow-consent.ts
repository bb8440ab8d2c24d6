/** Consent, secrets and language: what must be said before the first personal answer, and wishes about the account. */
import { createHash } from 'node:crypto';
import type { Consent, Locale } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { hasConsent, localeOf } from './focus.ts';
import type { Line } from './say.ts';
import { button, derivedId, draftOf, effect, line, mine, note, say, type Work, withState } from './work.ts';

/** Asks for a consent, with the R41 notice that no state or work secrets belong here; `then` is done after yes. */
export function askConsent(work: Work, kind: Consent['kind'], then: Command): Work {
  const { model } = work.book;
  const held = withState(work, { focus: { in: 'consent', kind, next: then } });
  const told = justTold(work, kind);
  return say(held, {
    lines: [
      ...(told ? [] : listMeant(work, then)),
      ...(told ? [line('consent.as-told')] : [line(`consent.${kind}`)]),
      ...(kind === 'data' && !told ? [line('consent.secrets')] : []),
      ...(kind === 'data' && model !== null && !told ? [line('model.notice', { model })] : []),
      ...(then.do === 'post-need' && !then.words ? [line('consent.or-write')] : []),
    ],
    buttons: [
      button('button.consent', { do: 'consent', kind, yes: true, next: then }, 'primary'),
      ...(kind === 'data' ? [button('button.secret', { do: 'offline' })] : []),
      button('button.no-consent', { do: 'consent', kind, yes: false }),
    ],
    link: '/privacy',
  });
}

/** Which list is about to be taken up, so that nobody agrees to another than they meant. */
function listMeant({ book }: Work, then: Command): readonly Line[] {
  const listing = then.do === 'apply' && then.listing !== undefined ? book.shelf.byId(then.listing) : undefined;
  return listing ? [line('consent.for-list', { title: listing.title })] : [];
}

/** True while the last message showed this very text beside a button that agrees to it. */
function justTold({ state }: Work, kind: Consent['kind']): boolean {
  return state.offered.some(({ command }) => command.do === 'consent' && command.kind === kind && command.yes);
}

/** Records a yes with the text's version and hash; a no changes nothing and says what still works. */
export function takeConsent(work: Work, kind: Consent['kind'], yes: boolean, next?: Command): Work {
  if (!yes) {
    const told = kind === 'data' && toldBefore(work) ? effect(work, { type: 'forget-talk', messages: true }) : work;
    const idle = withState(told, { focus: { in: 'idle' } });
    const key = kind === 'data' ? 'consent.declined' : 'consent.declined-other';
    return say(idle, {
      lines: [line(key)],
      buttons: [button('button.open-lists', { do: 'find' }), button('button.handoff', { do: 'handoff' })],
    });
  }
  const idle = withState(work, { focus: { in: 'idle' } });
  const object = kind === 'hand-over' ? bidOn(work, next) : undefined;
  if (hasConsent(work, kind, object)) return idle;
  const text = work.book.consentText(kind, localeOf(work));
  const consent: Consent = {
    account: work.book.mine.account.id,
    kind,
    ...(object !== undefined && { object }),
    textVersion: text.version,
    textHash: text.hash,
    at: work.event.at,
    channel: work.event.channel,
  };
  return effect(idle, { type: 'save-consent', consent });
}

/** True where words came before the consent that is now refused: “nothing was stored” must hold for them too. */
function toldBefore(work: Work): boolean {
  const { focus } = work.state;
  return focus.in === 'consent' && 'words' in focus.next && !!focus.next.words && !hasConsent(work, 'data');
}

/** The list whose bid is about to be handed in: the enterprise sees that bid and no other. */
function bidOn(work: Work, next: Command | undefined): string | undefined {
  const draft = next?.do === 'submit' && next.draft !== undefined ? draftOf(work, next.draft) : undefined;
  return draft?.listing ?? undefined;
}

const LOCALES: readonly Locale[] = ['zh', 'zh-Hant', 'en'];

/** Asks in which of the three languages to go on; each is named in its own. */
export function askLanguage(work: Work): Work {
  return say(work, {
    lines: [line('language.which')],
    buttons: LOCALES.map((locale) => button(`language.name-${locale}`, { do: 'language', locale })),
  });
}

/** Changes the language at once; values and the open question stay. */
export function chooseLanguage(work: Work, locale: Locale): Work {
  const { account } = mine(work);
  if (account.localeChosen && account.locale === locale) return note(work, line('language.same'));
  const changed = effect(work, { type: 'save-account', account: { ...account, locale, localeChosen: true } });
  return note(changed, line(`language.${locale}`));
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
  return say(revoked, {
    lines: [line('link.revoked')],
    buttons: [button('button.return-link', { do: 'return-link' })],
  });
}
