import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureSuite } from '../../../src/commands/evaluate-matching.ts';
import { rank } from '../../../src/commands/rank.ts';
import { bootstrap } from '../../../src/evaluate/matching/bootstrap.ts';
import { aucOfBest, measure } from '../../../src/evaluate/matching/measure.ts';
import { loadSet, setsOf } from '../../../src/evaluate/matching/suite.ts';

const jsonl = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** A small judged set: two wishes with a list each, one that nothing fits. */
function aSuite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'suite-'));
  writeFileSync(
    join(folder, 'queries.jsonl'),
    jsonl([
      { id: 'q1', text: '电工钢', kind: 'keywords' },
      { id: 'q2', text: '芳纶', kind: 'keywords' },
      { id: 'q3', text: '钢琴调律', kind: 'none' },
    ]),
  );
  writeFileSync(
    join(folder, 'docs.jsonl'),
    jsonl([
      { id: 'a', text: '高牌号电工钢' },
      { id: 'b', text: '芳纶绝缘纸' },
      { id: 'c', text: '茶树育种' },
    ]),
  );
  writeFileSync(
    join(folder, 'qrels.jsonl'),
    jsonl([
      { query: 'q1', doc: 'a', grade: 2 },
      { query: 'q2', doc: 'b', grade: 2 },
      { query: 'q2', doc: 'c', grade: 1 },
    ]),
  );
  return folder;
}

describe('measuring a ranking', () => {
  const set = loadSet(aSuite());
  const rows = [
    { query: 'q1', doc: 'c', score: 2 },
    { query: 'q1', doc: 'a', score: 1 },
    { query: 'q2', doc: 'b', score: 3 },
    { query: 'q2', doc: 'c', score: 2 },
    { query: 'q3', doc: 'a', score: 1 },
  ];

  it('gives nDCG, recall and reciprocal rank by hand', () => {
    const [first, second] = measure(set, rows);
    expect(first?.ndcg).toBeCloseTo(1 / Math.log2(3), 9);
    expect(first?.mrr).toBe(0.5);
    expect(first?.recall).toBe(1);
    expect(second?.ndcg).toBeCloseTo(1, 9);
  });

  it('tells how well the best score knows that nothing fits', () => {
    expect(aucOfBest(set, rows)).toBe(1);
    expect(aucOfBest(set, [...rows, { query: 'q3', doc: 'b', score: 9 }])).toBe(0);
  });

  it('leaves out what is to be ignored', () => {
    const ignoring = { ...set, ignored: new Map([['q1', new Set(['c'])]]) };
    expect(measure(ignoring, rows)[0]?.ndcg).toBe(1);
  });

  it('draws the same interval every time, around the mean', () => {
    const values = [0, 1, 0.5, 0.25, 1];
    const interval = bootstrap(values);
    expect(interval).toEqual(bootstrap(values));
    expect(interval.mean).toBeCloseTo(0.55, 9);
    expect(interval.low).toBeLessThan(interval.mean);
    expect(interval.high).toBeGreaterThan(interval.mean);
  });

  it('names what is missing or wrong', () => {
    expect(() => setsOf(mkdtempSync(join(tmpdir(), 'empty-')))).toThrow(/qrels/);
    const folder = aSuite();
    writeFileSync(join(folder, 'docs.jsonl'), '{"id":"a","text":"x"}\n{"id":"b"}\n');
    expect(() => loadSet(folder)).toThrow(/docs\.jsonl:2/);
  });
});

describe('the commands', () => {
  it('rank writes a run that evaluate compares with', () => {
    const folder = aSuite();
    const out = join(folder, 'run.jsonl');
    rank({ docs: join(folder, 'docs.jsonl'), queries: join(folder, 'queries.jsonl'), out });
    const [result] = measureSuite({ suite: folder, compare: out, json: false });
    expect(result?.ndcg.mean).toBeGreaterThan(0.9);
    expect(result?.auc).toBe(1);
    expect(result?.against?.mean).toBe(0);
  });

  it('rank can rank people by what they wrote', () => {
    const folder = aSuite();
    const people = join(folder, 'people.jsonl');
    const out = join(folder, 'run.jsonl');
    writeFileSync(
      people,
      jsonl([
        { id: '示例甲', docs: ['b'] },
        { id: '示例乙', docs: ['a'], items: ['无取向硅钢铁损'] },
      ]),
    );
    rank({ docs: join(folder, 'docs.jsonl'), queries: join(folder, 'queries.jsonl'), out, people });
    const best = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter((row) => row.query === 'q1')
      .toSorted((a, b) => b.score - a.score);
    expect(best[0]?.doc).toBe('示例乙');
    writeFileSync(people, jsonl([{ id: '示例甲', docs: ['z'] }]));
    expect(() =>
      rank({ docs: join(folder, 'docs.jsonl'), queries: join(folder, 'queries.jsonl'), out, people }),
    ).toThrow(/document z/);
  });
});
