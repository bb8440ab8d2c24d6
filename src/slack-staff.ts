/** What Slack asks about staff beside their messages: the words of its forms, the home tab, and members who left. */
import type { SlackHome } from './channels/slack-home.ts';
import type { ReasonWords } from './channels/slack-reason.ts';
import type { Address } from './conversation/address.ts';
import type { Foundation } from './foundation.ts';
import type { QueueRow } from './ports/desk.ts';
import type { Locale } from './programme/records.ts';
import { randomId } from './random-id.ts';

const ROWS = 20;

/** The options of the Slack channel that rest on the desk. */
export function slackStaff(foundation: Foundation): {
  readonly reason: ReasonWords;
  home(reader: Address): Promise<SlackHome | null>;
  left(member: Address): Promise<void>;
} {
  const { catalogue, config } = foundation;
  const word = (key: string) => catalogue.text({ key: `slack.reason-${key}` }, config.staffLocale);
  return {
    reason: {
      label: word('label'),
      hint: word('hint'),
      send: word('send'),
      cancel: word('cancel'),
      needed: word('needed'),
    },
    home: (reader) => homeOf(foundation, reader),
    left: (member) => revokeMember(foundation, member),
  };
}

/** The queue of a member of staff, as minimal as any other notice abroad; null for everybody else. */
async function homeOf(foundation: Foundation, reader: Address): Promise<SlackHome | null> {
  const { store, desk, catalogue } = foundation;
  const id = await store.records.accountAt(reader);
  const me = id === null ? null : await desk.me(id);
  if (!me) return null;
  const { locale } = me.account;
  const { rows, total } = await desk.queue(me.account.id, { limit: ROWS });
  const text = (key: string, vars: Record<string, number> = {}) =>
    catalogue.text({ key: `slack.${key}`, vars }, locale);
  const open = text('home-open');
  const more = total > rows.length ? text('home-more', { n: total - rows.length }) : null;
  return {
    title: text('home-title', { n: total }),
    rows: rows.map((row) => ({ text: rowText(foundation, row, locale), open, href: hrefOf(foundation, row) })),
    note: total === 0 ? text('home-empty') : more,
  };
}

function rowText(
  { catalogue, config, programme }: Foundation,
  { record, days, overdue }: QueueRow,
  locale: Locale,
): string {
  const sector = programme.sectors.find((each) => each.id === record.sector)?.label;
  const full = config.detail === 'full' && !record.offline;
  return catalogue.text(
    {
      key: full ? 'slack.home-row-full' : 'slack.home-row',
      vars: {
        reference: record.reference,
        kind: { key: `engine.kind.${record.kind}` },
        sector: sector ? { bilingual: sector } : { key: 'engine.no-sector' },
        day: days + 1,
        late: overdue ? 1 : 0,
        title: full ? record.title : '',
        status: { key: `status.${record.kind}.${record.status}` },
      },
    },
    locale,
  );
}

function hrefOf({ config }: Foundation, { record }: QueueRow): string | null {
  return config.baseUrl === null ? null : new URL(`/desk/case/${record.reference}`, config.baseUrl).href;
}

/** Somebody deactivated in the workspace loses their staff account at once: roles, sessions, links and seats. */
async function revokeMember({ store, clock, log }: Foundation, member: Address): Promise<void> {
  const account = await store.records.accountAt(member);
  const staff = account === null ? [] : await store.records.staff();
  if (account === null || !staff.some((each) => each.account.id === account)) return;
  const at = clock.now().toISOString();
  const object = { kind: 'account', id: account };
  const audit = {
    at,
    actor: 'system',
    action: 'staff-revoke',
    object,
    from: 'active',
    to: 'revoked',
    reasonHash: null,
  };
  await store.staff.revoke(account, at, { ...audit, turn: randomId() });
  log.warn({ account }, 'Slack: a member was deactivated, the staff account is revoked');
}
