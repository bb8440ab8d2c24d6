/** `jiebang staff …`: the operator makes, lists, ties and revokes named accounts of staff. */
import { createHash, randomBytes } from 'node:crypto';
import { readConfig } from '../config.ts';
import { readProgramme } from '../data-files.ts';
import { botError } from '../errors.ts';
import { SYSTEM_CLOCK, visitStore } from '../main.ts';
import type { Store } from '../ports/store.ts';
import type { Account, AuditEntry, Role } from '../programme/records.ts';
import { randomId } from '../random-id.ts';

/** How long a one-time link can be used. */
const LINK_HOURS = 48;
const ROLES: readonly Role[] = ['viewer', 'reviewer', 'decider', 'admin'];

/** Makes an account with a role and prints its one-time link. */
export async function addStaff(
  name: string,
  options: { readonly role: string; readonly division?: string },
): Promise<void> {
  const role = ROLES.find((each) => each === options.role);
  if (!role) throw botError('config', `--role ${options.role}: it must be one of ${ROLES.join(', ')}.`);
  const { divisions } = readProgramme(readConfig().programme);
  if (options.division !== undefined && !divisions.some((each) => each.id === options.division)) {
    throw botError(
      'config',
      `--division ${options.division}: the programme has ${divisions.map((each) => each.id).join(', ')}.`,
    );
  }
  await withStore(async (store) => {
    if (await findStaff(store, name)) throw botError('config', `there is already an account called ${name}`);
    const id = await addAccount(store, name, role, options.division ?? null, 'live');
    print(`${name} (${role}) added.`);
    await printLink(store, id);
  });
}

/** Prints who has an account and with which roles. */
export async function listStaff(): Promise<void> {
  await withStore(async (store) => {
    const rows = await store.records.staff();
    for (const { account, memberships } of rows) {
      const roles = memberships.map(
        (each) => `${each.role}${each.division ? `@${each.division}` : ''}${each.revokedAt ? ' (revoked)' : ''}`,
      );
      print(`${account.name ?? account.id}\t${roles.join(', ')}`);
    }
    if (rows.length === 0) print('No staff yet: npx jiebang staff add NAME --role decider');
  });
}

/** Prints a new one-time link. */
export async function linkStaff(name: string): Promise<void> {
  await withStore(async (store) => printLink(store, await staffId(store, name)));
}

/** Ties a Slack user to the account: what they press in Slack then counts as theirs. */
export async function tieSlack(name: string, team: string, user: string): Promise<void> {
  if (!/^[TE]\w+$/.test(team) || !/^[UW]\w+$/.test(user)) {
    throw botError('config', 'Slack ids look like T0123 and U0123: in Slack, open the profile → ⋮ → Copy member ID.');
  }
  await withStore(async (store) => {
    const account = await staffId(store, name);
    const seat = `${team}:${user}`;
    await store.staff.link(
      { channel: 'slack', room: user, user: seat },
      account,
      audit('staff-link', account, null, seat),
    );
    print(`${name} now acts in Slack as ${seat}.`);
  });
}

/** Ends an account at once. */
export async function revokeStaff(name: string): Promise<void> {
  await withStore(async (store) => {
    const account = await staffId(store, name);
    await store.staff.revoke(
      account,
      SYSTEM_CLOCK.now().toISOString(),
      audit('staff-revoke', account, 'active', 'revoked'),
    );
    print(`${name} is revoked: no role, no session, no link is left.`);
  });
}

/** The labelled account that lets whoever tries the sample data act as staff; made once. */
export async function sampleStaff(store: Store): Promise<string> {
  const name = '示例工作人员';
  const known = await findStaff(store, name);
  return known ? known.id : addAccount(store, name, 'decider', null, 'sample');
}

async function addAccount(
  store: Store,
  name: string,
  role: Role,
  division: string | null,
  source: Account['source'],
): Promise<string> {
  const at = SYSTEM_CLOCK.now().toISOString();
  const account: Account = { id: randomId(), locale: 'zh', localeChosen: false, name, createdAt: at, source };
  const membership = {
    id: randomId(),
    account: account.id,
    role,
    organisation: null,
    division,
    grantedAt: at,
    revokedAt: null,
  };
  await store.staff.add(account, membership, audit('staff-add', account.id, null, role));
  return account.id;
}

/** Makes a one-time sign-in link and returns its path. */
export async function ownerLink(store: Store, account: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const until = new Date(SYSTEM_CLOCK.now().getTime() + LINK_HOURS * 3_600_000);
  await store.sessions.addOwnerLink(createHash('sha256').update(token).digest('hex'), account, until);
  return `/desk/enter/${token}`;
}

async function printLink(store: Store, account: string): Promise<void> {
  const { baseUrl, port } = readConfig();
  const path = await ownerLink(store, account);
  print(
    `One-time link, valid ${LINK_HOURS} hours: ${(baseUrl ?? `http://localhost:${port}`).replace(/\/$/, '')}${path}`,
  );
}

async function findStaff(store: Store, name: string): Promise<Account | undefined> {
  return (await store.records.staff()).find(({ account }) => account.name === name || account.id === name)?.account;
}

async function staffId(store: Store, name: string): Promise<string> {
  const found = await findStaff(store, name);
  if (!found) throw botError('config', `no staff account is called ${name}: npx jiebang staff list`);
  return found.id;
}

function audit(action: string, id: string, from: string | null, to: string | null): AuditEntry {
  return {
    at: SYSTEM_CLOCK.now().toISOString(),
    actor: 'system',
    action,
    object: { kind: 'account', id },
    from,
    to,
    reasonHash: null,
    turn: randomId(),
  };
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await visitStore(readConfig());
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
