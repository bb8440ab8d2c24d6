import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lazyConcepts, lazyGlosses } from '../../src/lexicon-files.ts';
import { glossBag, glossTable, parseGlosses } from '../../src/matching/glosses.ts';
import { segmentsOf } from '../../src/matching/segment.ts';
import { anyone, list, matcher, STOP } from '../support/match-scene.ts';

describe('the operator’s own words', () => {
  it('count within seconds of being saved, for lists already there; a broken line changes nothing', async () => {
    const own = join(mkdtempSync(join(tmpdir(), 'own-')), 'own.tsv');
    const heard: string[] = [];
    let now = 0;
    const concepts = lazyConcepts({ now: () => now, warn: (why) => heard.push(why), own });
    const index = matcher({ concepts });
    index.put(list('a', '示例玄铁'));
    index.put(list('b', '茶树育种'));
    const best = async (): Promise<string | undefined> => {
      await index.settled();
      return (await index.lists('乌金石', anyone, 1))[0]?.id;
    };
    expect(await best()).toBeUndefined();
    writeFileSync(own, '乌金石|玄铁\n');
    now += 3_000;
    expect(await best()).toBe('a');
    writeFileSync(own, '乌金石|玄铁\tq:坏\n');
    now += 3_000;
    expect(await best()).toBe('a');
    expect(heard.join()).toMatch(/own\.tsv:1/);
  });
});

describe('the bridge between Chinese and English', () => {
  it('keeps the first meanings as stems, without grammar and remarks', () => {
    const glosses = parseGlosses(
      glossTable([
        { word: '陶瓷', meanings: ['pottery and porcelain', 'ceramics (material)'] },
        { word: '锂', meanings: ['lithium (chemistry)'] },
        { word: '行', meanings: ['to walk', 'row'] },
      ]),
    );
    expect(glosses.stemsOf('陶瓷')).toEqual(['potteri', 'porcelain', 'ceram']);
    expect(glosses.stemsOf('锂')).toEqual(['lithium']);
    expect(glosses.has('行')).toBe(false);
  });

  it('makes a Chinese text and its English translation share their terms', () => {
    const glosses = lazyGlosses()();
    const bag = (text: string) => new Set(glossBag(segmentsOf(text, STOP), glosses, STOP).keys());
    const shared = [...bag('陶瓷材料的力学性能')].filter((stem) =>
      bag('Mechanical performance of ceramic materials').has(stem),
    );
    expect(shared.length).toBeGreaterThanOrEqual(3);
  });
});
