/** Who sits at the desk: the signed-in account with its roles, read afresh for every request. */
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../programme/policy.ts';
import type { Account, Locale, Membership } from '../../../programme/records.ts';
import { toTraditional } from '../../../text/script.ts';
import { localeOfTag } from '../page-locale.ts';
import { refusal } from '../refusal.ts';
import type { DeskContext } from './desk-context.ts';

/** Fills in a sentence of the desk in the reader's language; keys are whole catalogue keys. */
export type Say = (key: string, vars?: Readonly<Record<string, string | number>>) => string;

/** A signed-in member of staff. */
export interface StaffMember {
  readonly account: Account;
  readonly memberships: readonly Membership[];
  /** The same, as the policy asks for it. */
  readonly actor: Actor;
  /** Where answers to this person's acts arrive. */
  readonly room: string;
  readonly locale: Locale;
  readonly say: Say;
}

/** The room of an account's desk. */
export function deskRoom(account: string): string {
  return `desk:${account}`;
}

/** The member of staff behind a request; null without a session, and at once after a revocation. */
export async function staffMember(context: DeskContext, request: FastifyRequest): Promise<StaffMember | null> {
  const session = await context.seats.read(request);
  if (session === null || session.staff === null || session.room !== deskRoom(session.staff)) return null;
  const me = await context.desk.me(session.staff);
  if (me === null) return null;
  const locale = deskLocale(request) ?? me.account.locale;
  return {
    ...me,
    actor: { account: me.account.id, memberships: me.memberships },
    room: session.room,
    locale,
    say: (key, vars) => context.texts(locale, key, vars),
  };
}

/** As {@link staffMember}, for calls of our scripts; throws the refusal `no-session`. */
export async function requireStaff(context: DeskContext, request: FastifyRequest): Promise<StaffMember> {
  const staff = await staffMember(context, request);
  if (staff === null) throw refusal('no-session');
  return staff;
}

/** The language asked for by `?lang=` or kept by our pages; null leaves it to the account. */
export function deskLocale(request: FastifyRequest): Locale | null {
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang');
  return localeOfTag(asked) ?? localeOfTag(request.cookies.lang);
}

/** Words of our own in the reader's script; people's words are never converted. */
export function inScript(text: string, locale: Locale): string {
  return locale === 'zh-Hant' ? toTraditional(text) : text;
}
