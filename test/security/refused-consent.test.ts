/** R41: what somebody said before a consent that they then refuse is nowhere in the database. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keysOf, startCareScene } from '../support/care-scene.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** Every byte the store left behind, after a person said this, and the keys of the last answer. */
async function leftBy(...texts: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'refused-'));
  folders.push(folder);
  const scene = await startCareScene(undefined, `sqlite:${join(folder, 'bot.db')}`);
  const keys = keysOf(await scene.at('lin').says(...texts));
  const requests = await scene.kit.store.requests.waiting();
  await scene.stop();
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('utf8'));
  return { keys, requests, bytes: bytes.join('') };
}

describe('a consent that is refused', () => {
  it.each([
    ['values for a bid', ['我要揭电工钢', '预算765万，联系13912345678，单位是示例江右大学', '不同意']],
    ['a problem', ['我们有个技术难题：示例江右大学的回转窑结圈，联系13912345678', '不同意']],
    ['values, and put off', ['我要揭电工钢', '预算765万，联系13912345678，单位是示例江右大学', '算了']],
  ])('leaves nothing of %s', async (_, texts) => {
    const { bytes, keys } = await leftBy(...texts);
    expect(keys.length).toBeGreaterThan(0);
    expect(bytes).not.toContain('13912345678');
    expect(bytes).not.toContain('示例江右大学');
  });

  it('keeps a wish for a person made before', async () => {
    const { requests } = await leftBy(
      '转人工',
      '想问验收怎么办',
      '我要揭电工钢',
      '单位是示例江右大学，预算765万',
      '不同意',
    );
    expect(requests).toHaveLength(1);
  });
});
