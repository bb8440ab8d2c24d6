/** The frame of every desk page: who is signed in, where else to go, and what our scripts need. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { can } from '../../../programme/policy.ts';
import type { Locale, Track } from '../../../programme/records.ts';
import { type Html, html, jsonBlock } from '../html.ts';
import { notePage } from '../note-page.ts';
import { page } from '../page-frame.ts';
import { labelIn } from '../page-locale.ts';
import type { DeskContext } from './desk-context.ts';
import { deskLocale, type StaffMember, staffMember } from './staff-member.ts';

/** The tracks, in the order menus name them. */
export const TRACKS: readonly Track[] = ['key-technology', 'enterprise-demand'];

/** Sentences the browser fills in itself; `{…}` stay in place. */
const CLIENT_TEXTS = [
  'bad',
  'busy',
  'close',
  'confirm-offline',
  'date-extend',
  'date-publish',
  'failed',
  'kept',
  'late',
  'need-answer',
  'need-date',
  'need-reason',
  'offline',
  'reconnecting',
  'refreshed',
  'seconds',
  'signed-out',
  'slow-down',
] as const;

/** One page of the desk before it has its frame. */
export interface DeskPage {
  readonly title: string;
  readonly main: Html;
  /** Path of the page without its language, for the language links. */
  readonly here: string;
}

/** Makes a page for a signed-in member of staff; null is "not there or not yours". */
export type MakePage = (staff: StaffMember, request: FastifyRequest, reply: FastifyReply) => Promise<DeskPage | null>;

/** Registers a page of the desk: signed out and not there get their own calm sentences. */
export function addDeskPage(app: FastifyInstance, context: DeskContext, path: string, make: MakePage): void {
  app.get(path, async (request, reply) => {
    const staff = await staffMember(context, request);
    reply.type('text/html');
    if (staff === null) return reply.code(401).send(signedOutPage(context, deskLocale(request) ?? 'zh'));
    keepLanguage(request, reply);
    const made = await make(staff, request, reply);
    if (made !== null) return framed(context, staff, made);
    const text = staff.say('desk.not-found');
    const action = html`<p><a class="action" href="/desk">${staff.say('desk.back')}</a></p>`;
    const note = { title: staff.say('desk.not-found-title'), text, action };
    return reply.code(404).send(notePage(context, staff.locale, note));
  });
}

/** What somebody without a session reads, whatever the reason. */
export function signedOutPage(context: DeskContext, locale: Locale): string {
  const title = context.texts(locale, 'desk.out-title');
  const text = context.texts(locale, 'desk.out');
  return notePage(context, locale, { title, text, action: html`` });
}

function keepLanguage(request: FastifyRequest, reply: FastifyReply): void {
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang');
  const locale = deskLocale(request);
  if (asked !== null && locale !== null)
    reply.setCookie('lang', locale, { path: '/', maxAge: 31_536_000, sameSite: 'lax' });
}

function framed(context: DeskContext, staff: StaffMember, made: DeskPage): string {
  const { say, locale } = staff;
  const hole = (name: string) => `{${name}}`;
  const holes = { n: hole('n') };
  const texts = Object.fromEntries(CLIENT_TEXTS.map((key) => [key, say(`desk.js.${key}`, holes)]));
  const body = html`<body class="desk">
<a class="skip" href="#main">${say('desk.skip')}</a>
${header(context, staff, made.here)}
<p id="reach" class="reach" role="status" hidden></p>
<div id="toasts" class="toasts" role="region" aria-label="${say('desk.toasts')}" aria-live="polite"></div>
<main id="main" tabindex="-1">${made.main}</main>
<p id="announce" class="unseen" role="status" aria-live="polite"></p>
</body>`;
  const title = `${made.title} · ${say('desk.name')}`;
  const head = jsonBlock('texts', { locale, texts });
  const styles = ['base.css', 'desk.css', 'desk-top.css', 'desk-queue.css', 'desk-case.css', 'desk-toast.css'];
  return page({ locale, title, styles, scripts: ['desk.js'], head }, body);
}

function header(context: DeskContext, staff: StaffMember, here: string): Html {
  const { say, locale, account } = staff;
  const other =
    locale === 'en' ? { tag: 'zh', lang: 'zh-CN', label: '中文' } : { tag: 'en', lang: 'en', label: 'English' };
  const mayWrite = can(staff.actor, 'save-listing', { kind: 'programme' });
  const create = TRACKS.map(
    (track) =>
      html`<li><a href="/desk/listings/new?track=${track}">${labelIn(context.programme.tracks[track].label, locale)}</a></li>`,
  );
  const separator = here.includes('?') ? '&' : '?';
  return html`<header class="top">
<a class="home" href="/desk"><span class="seal" aria-hidden="true">揭榜</span><span><strong>${say('desk.name')}</strong><small>${labelIn(context.programme.name, locale)}</small></span></a>
<nav aria-label="${say('desk.nav')}">
${mayWrite ? html`<details class="drop"><summary class="push">${say('desk.new-listing')}</summary><ul>${create}</ul></details>` : null}
<details class="drop"><summary class="who">${account.name ?? say('desk.staff')}</summary><ul>
<li class="role">${rolesOf(staff)}</li>
<li><a href="${here}${separator}lang=${other.tag}" lang="${other.lang}">${other.label}</a></li>
<li><form method="post" action="/desk/leave"><button type="submit">${say('desk.leave')}</button></form></li>
</ul></details>
</nav>
</header>`;
}

function rolesOf({ memberships, say, locale }: StaffMember): string {
  const roles = memberships.filter((each) => each.revokedAt === null).map((each) => say(`desk.role.${each.role}`));
  return [...new Set(roles)].join(locale === 'en' ? ', ' : '、');
}
