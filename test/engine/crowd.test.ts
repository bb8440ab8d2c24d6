import { afterEach, describe, expect, it } from 'vitest';
import { type EngineKit, seat, startKit } from '../support/engine-kit.ts';

let kit: EngineKit;
afterEach(() => kit.close());

const numbered = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => `第${i + 1}条`);
const NOTICE = '一条都不会丢';

async function burst(n: number, tuning = { perMinute: 20 }): Promise<void> {
  kit = await startKit({ tuning });
  await kit.hears('lin', ...numbered(n));
  await kit.engine.idle();
}

describe('more than twenty messages at once from one person', () => {
  it('are told of once, then answered slowly, all of them and in order', async () => {
    await burst(90);
    expect(kit.told('lin').filter((text) => text.includes(NOTICE))).toHaveLength(1);
    const early = kit.told('lin').join('\n');
    expect(early).not.toContain('第90条');
    for (let n = 0; n < 10; n += 1) {
      kit.clock.advance(3_000);
      await kit.engine.idle();
    }
    const all = kit.told('lin').join('\n');
    const places = numbered(90).map((text) => all.indexOf(text));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(kit.told('lin').filter((text) => text.includes(NOTICE))).toHaveLength(1);
    expect((await kit.store.turns.pending()).inbox).toBe(0);
  });

  it('do not slow anybody else', async () => {
    await burst(60);
    expect(await kit.says('wang', '你好')).not.toEqual([]);
  });

  it('are forgiven after a quiet minute', async () => {
    await burst(45);
    for (let n = 0; n < 30; n += 1) {
      kit.clock.advance(3_000);
      await kit.engine.idle();
    }
    expect((await kit.says('lin', '还在吗')).join('')).not.toContain(NOTICE);
  });

  it('are survived by a restart with nothing lost', async () => {
    await burst(70);
    const { store, clock, channels } = kit;
    await kit.engine.stop();
    kit = await startKit({ store, clock, channels, tuning: { perMinute: 20 } });
    for (let n = 0; n < 10; n += 1) {
      kit.clock.advance(3_000);
      await kit.engine.idle();
    }
    const all = kit.told('lin').join('\n');
    for (const text of numbered(70)) expect(all).toContain(text);
  });
});

describe('a person who waits for each answer', () => {
  it('may write as much as they like', async () => {
    kit = await startKit({ tuning: { perMinute: 20 } });
    for (const text of numbered(40)) {
      kit.clock.advance(10);
      expect(await kit.says('lin', text)).not.toEqual([]);
    }
    expect(kit.told('lin').join('')).not.toContain(NOTICE);
  });

  it('has a pace of their own in every seat that is theirs', async () => {
    await burst(12);
    expect(kit.told('lin').join('')).not.toContain(NOTICE);
    expect(await kit.store.records.accountAt(seat('lin'))).not.toBeNull();
  });
});
