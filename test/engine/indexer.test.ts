import { describe, expect, it } from 'vitest';
import { makeIndexer } from '../../src/engine/indexer.ts';
import { makeShelf } from '../../src/engine/shelf.ts';
import { aListing, hexId, PROGRAMME } from '../support/case-fixtures.ts';
import { startKit } from '../support/engine-kit.ts';

const LISTS = Array.from({ length: 120 }, (_, n) =>
  aListing({ id: hexId(100 + n), reference: `L-${n}`, title: `示例榜单第${n}项` }),
);

describe('filling the index', () => {
  it('lets others go first now and then, and what they save meanwhile stays as they saved it', async () => {
    const kit = await startKit({ programme: PROGRAMME });
    await kit.store.load.load({ cases: LISTS });
    const put: string[] = [];
    const removed: string[] = [];
    const shelf = makeShelf(PROGRAMME.timeZone);
    const matching = {
      ...kit.match,
      put: (r: { id: string }) => put.push(r.id),
      remove: (id: string) => removed.push(id),
    };
    const indexer = makeIndexer(kit.store.records, shelf, matching);
    const last = LISTS.at(-1) ?? aListing();
    const loading = indexer.load();
    while (put.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(put.length).toBeLessThan(LISTS.length);
    const record = { ...last, offline: true as const, version: last.version + 1 };
    const effect = { type: 'save-case', record, expected: last.version, action: 'offline', from: null } as const;
    indexer.committed({ effects: [effect] });
    await loading;
    expect(put).toHaveLength(LISTS.length - 1);
    expect(put).not.toContain(last.id);
    await kit.close();
  });
});
