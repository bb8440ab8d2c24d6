import { describe, expect, it } from 'vitest';
import { makeBridge } from '../../src/matching/bridge.ts';
import { parseGlosses } from '../../src/matching/glosses.ts';
import type { TextLanguage } from '../../src/matching/language.ts';
import { segmentsOf } from '../../src/matching/segment.ts';
import { drain } from '../../src/matching/steps.ts';
import { STOP } from '../support/match-scene.ts';

const GLOSSES = parseGlosses('陶瓷 ceram\n铜箔 copper foil\n涂层 coat');

function scene(texts: readonly string[]) {
  const items = new Map(texts.map((text, slot) => [slot, { text, language: 'zh' as TextLanguage }]));
  const bridge = makeBridge(items, () => GLOSSES, STOP);
  for (const [slot, item] of items) bridge.put(slot, item);
  const scores = (words: string): readonly number[] => {
    const found = new Float64Array(8);
    bridge.cross(segmentsOf(words, STOP), 'en', found);
    return [...found];
  };
  return { items, bridge, scores };
}

describe('the bridge, built in steps', () => {
  it('pauses after every item and compares what is there by then', () => {
    const { bridge, scores } = scene(['陶瓷', '铜箔', '涂层']);
    expect(bridge.isReady('en')).toBe(false);
    expect(scores('copper foil')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    const steps = bridge.steps('en');
    steps.next();
    expect(scores('ceramic')[0]).toBeGreaterThan(0);
    expect(scores('copper foil')[1]).toBe(0);
    drain(steps);
    expect(bridge.isReady('en')).toBe(true);
    expect(scores('copper foil')[1]).toBeGreaterThan(0);
  });

  it('takes in what comes, and leaves out what goes, while it is being built', () => {
    const { items, bridge, scores } = scene(['陶瓷', '铜箔']);
    const one = bridge.steps('en');
    const other = bridge.steps('en');
    one.next();
    other.next();
    const gone = items.get(0);
    if (gone) bridge.remove(0, gone);
    bridge.put(5, { text: '涂层', language: 'zh' });
    drain(one);
    drain(other);
    expect(bridge.isReady('en')).toBe(true);
    expect(scores('ceramic')[0]).toBe(0);
    expect(scores('copper foil')[1]).toBeGreaterThan(0);
    expect(scores('coating')[5]).toBeGreaterThan(0);
  });

  it('has nothing to do where all is in one language', () => {
    const { bridge } = scene(['陶瓷']);
    expect(bridge.isReady('zh')).toBe(true);
    expect(bridge.cross(segmentsOf('陶瓷', STOP), 'zh', new Float64Array(1))).toBe(false);
  });
});
