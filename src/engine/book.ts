/** The immutable snapshot a turn thinks with. */
import { createHash } from 'node:crypto';
import type { Book, Mine, Shelf } from '../conversation/reducer-types.ts';
import { botError } from '../errors.ts';
import type { Store } from '../ports/store.ts';
import type { Account, CaseKind, Consent, Locale } from '../programme/records.ts';
import type { Running } from './parts.ts';

const CASE_KINDS: readonly CaseKind[] = ['listing', 'need', 'interest', 'application'];

/** Makes books for turns; forms and texts are looked up once. */
export function makeBooks(
  parts: Pick<Running, 'programme' | 'forms' | 'clinic' | 'catalogue' | 'articleFor' | 'guess' | 'model'>,
  shelf: Shelf,
): (mine: Mine) => Book {
  const forms = new Map(parts.forms.map((form) => [form.id, form]));
  const consents = new Map<string, { version: string; hash: string }>();

  function consentText(kind: Consent['kind'], locale: Locale): { version: string; hash: string } {
    const key = `${kind} ${locale}`;
    const known = consents.get(key);
    if (known) return known;
    const hash = createHash('sha256')
      .update(parts.catalogue.text({ key: `consent.${kind}` }, locale))
      .digest('hex');
    const made = { version: parts.programme.consentVersion, hash };
    consents.set(key, made);
    return made;
  }

  return (mine) => ({
    programme: parts.programme,
    form(id) {
      const form = forms.get(id);
      if (!form) throw botError('data', `no form is called ${id}`);
      return form;
    },
    mine,
    shelf,
    text: (line, locale = mine.account.locale) => parts.catalogue.text(line, locale),
    clinic: parts.clinic,
    articleFor: parts.articleFor ?? (() => null),
    ...(parts.guess && { guess: parts.guess }),
    consentText,
    model: parts.model?.provider ?? null,
    caseKinds: CASE_KINDS,
  });
}

/** What the account has now; a new account has nothing yet. */
export async function readMine(
  { records, care }: Pick<Store, 'records' | 'care'>,
  account: Account,
  isNew: boolean,
): Promise<Mine> {
  if (isNew)
    return { account, memberships: [], consents: [], profile: null, drafts: [], cases: [], hasReturnLink: false };
  const { id } = account;
  const [memberships, consents, profile, drafts, cases, hasReturnLink, looked, shared] = await Promise.all([
    records.memberships(id),
    records.consents(id),
    records.profileOf(id),
    records.drafts(id),
    records.cases({ owner: id }),
    records.hasReturnLink(id),
    care.of(id),
    care.sharedDrafts(id),
  ]);
  return {
    account,
    memberships: memberships.filter((each) => each.revokedAt === null),
    consents,
    profile,
    drafts: [...drafts, ...shared],
    cases,
    hasReturnLink,
    care: looked,
  };
}
