import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import { readMessages } from '../../src/data-files.ts';
import { slackStaff } from '../../src/slack-staff.ts';
import { aNeed, PROGRAMME } from '../support/case-fixtures.ts';
import { type DeskHouse, entry, openDeskHouse } from '../support/desk-house.ts';
import { makeHeardLog } from '../support/heard-log.ts';

let house: DeskHouse | undefined;
afterEach(async () => {
  await house?.store.close();
  house = undefined;
});

const SEAT = { channel: 'slack', room: 'U7', user: 'T100:U7' } as const;

async function office() {
  const made = await openDeskHouse();
  house = made;
  await made.hire('chen', 'reviewer');
  await made.store.staff.link(SEAT, 'chen', entry('chen', 'link'));
  await made.hold({ cases: [aNeed({ source: 'live' })] });
  const foundation = {
    ...made,
    config: { ...readConfig({}), detail: 'minimal' as const, baseUrl: 'https://bang.example' },
    programme: PROGRAMME,
    catalogue: makeCatalogue(readMessages()),
    log: makeHeardLog(),
  };
  return { made, staff: slackStaff(foundation as unknown as Parameters<typeof slackStaff>[0]) };
}

describe('App Home', () => {
  it('shows the queue of its reader by number, field and age, with links, and no content', async () => {
    const { staff } = await office();
    const home = await staff.home(SEAT);
    expect(home?.rows).toHaveLength(1);
    expect(home?.rows[0]?.text).toMatch(/技术需求 N-.*新材料.*第 1 天/);
    expect(JSON.stringify(home)).not.toContain('芳纶');
    expect(home?.rows[0]?.href).toMatch(/^https:\/\/bang\.example\/desk\/case\/N-/);
  });

  it('is nothing for people who are no staff', async () => {
    const { staff } = await office();
    expect(await staff.home({ channel: 'slack', room: 'U8', user: 'T100:U8' })).toBeNull();
  });
});

describe('a member deactivated in Slack', () => {
  it('is no staff any more at once, and the audit says so', async () => {
    const { made, staff } = await office();
    await staff.left(SEAT);
    expect(await made.desk.me('chen')).toBeNull();
    expect(await staff.home(SEAT)).toBeNull();
    const [row] = await made.store.records.audit('chen', 1);
    expect(row).toMatchObject({ action: 'staff-revoke', actor: 'system' });
  });

  it('who is no staff changes nothing', async () => {
    const { made, staff } = await office();
    await staff.left({ channel: 'slack', room: 'U8', user: 'T100:U8' });
    expect(await made.desk.me('chen')).not.toBeNull();
  });
});
