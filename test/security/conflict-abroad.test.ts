import { expect, it } from 'vitest';
import { randomId } from '../../src/random-id.ts';
import { aBid, PROGRAMME } from '../support/case-fixtures.ts';
import { sampleLists } from '../support/dialogue.ts';
import { hire, officeTests, orders } from '../support/office.ts';

const office = officeTests();
const CODE = '91350100M000100Y43';

it('who is related to whom, and by what, is told on the desk; Slack hears only what kind of relation it is (R42)', async () => {
  const [, straw] = sampleLists();
  if (!straw) throw new Error('no list');
  const organisation = { name: '示例特钢有限公司', creditCode: CODE };
  const contact = '王建国 13800138000';
  const list = { ...straw, organisation, status: 'under-review', owner: null, answers: { contact } } as const;
  const kit = await office.open('minimal', { programme: { ...PROGRAMME, switches: {} } }, [list]);
  const answers = { lead: '王建国', related: true, relatedNote: '金丝雀是其董事长' };
  const bidder = { name: '示例甲大学', creditCode: CODE };
  const bid = { ...aBid(1, { status: 'under-review', organisation: bidder }, list), answers };
  await kit.store.load.load({ cases: [bid] });
  await hire(kit, '示例陈');

  const address = { channel: 'slack', room: '示例陈', user: 'T1:示例陈' } as const;
  const heard = async (what: object): Promise<string> => {
    const message = { keys: [randomId()], address, receivedAt: kit.clock.iso(), sequence: 0, ...what };
    await kit.engine.accept([message]);
    await kit.engine.idle();
    kit.clock.advance(3_000);
    return kit.channels.slack.sent.at(-1)?.reply.text ?? '';
  };
  await heard({ said: bid.reference });
  const button = kit.channels.slack.sent.at(-1)?.reply.buttons.find(({ label }) => label.startsWith('推荐'));
  const told = await heard({ chose: { button: button?.id } });
  expect(told).toContain('仍要推荐');
  expect(told).toContain('利益关系');
  for (const secret of [CODE, '王建国', '金丝雀']) expect(told).not.toContain(secret);

  const order = { do: 'act', case: bid.id, action: 'shortlist', version: bid.version } as const;
  expect((await orders(kit, '示例陈', order)).join('\n')).toContain(CODE);
});
