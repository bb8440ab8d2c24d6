import { expect, test } from 'vitest';
import { aListing } from '../support/case-fixtures.ts';
import { realKit } from '../support/dialogue.ts';

const WAN = 10_000;

/** An open list that pays up to so many 万元. */
function paying(n: number, most: number) {
  const list = aListing({ title: `示例：第${n}号课题`, sector: 'materials' }, 'key-technology');
  const details = { ...list.details, money: { min: 100 * WAN, max: most * WAN }, deadline: `2026-10-2${n}` };
  return { ...list, id: String(n).repeat(32), reference: `L-PAYS-0000${n}`, details };
}

test('further lists are held to the money that was named, like the first ones', async () => {
  const kit = await realKit([1, 2, 3, 4, 5, 6].map((n) => paying(n, n % 3 === 0 ? 200 : 900)));
  try {
    const titles = () => kit.channels.web.sent.at(-1)?.reply.cards.map(({ title }) => title);
    await kit.says('li', '五百万以上的榜有哪些');
    expect(titles()).toEqual(['示例：第1号课题', '示例：第2号课题', '示例：第4号课题']);
    await kit.says('li', '更多');
    expect(titles()).toEqual(['示例：第5号课题']);
  } finally {
    await kit.close();
  }
});
