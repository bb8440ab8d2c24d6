import { describe, expect, it } from 'vitest';
import { knowledge } from '../../src/evaluate/matching/knowledge.ts';
import fc from '../support/fast-check.ts';
import { matcher, person } from '../support/match-scene.ts';

const WORKS = [
  '碳化硅单晶生长与缺陷控制',
  '茶树品种选育，绿茶加工',
  '双特异性抗体工程',
  '海上风电防腐涂层',
  'Aramid paper for insulation',
];
const RANKS = ['教授', '院士', '长江学者', '讲师', '博士生导师', '杰青', '高级工程师', 'Professor'];
const HOUSES = ['示例大学', '示例省科学院', '中国科学院示例研究所', '示例有限公司'];
const KNOWLEDGE = knowledge();

describe('不论资质', () => {
  it('two people who differ only in rank, house and age rank alike for any list', async () => {
    const index = matcher(KNOWLEDGE);
    WORKS.forEach((work, i) => {
      index.put(person(`other${i}`, { work: [...work].toReversed().join('') }));
    });
    await index.settled();
    const profile = fc.record({
      rank: fc.constantFrom(...RANKS),
      house: fc.constantFrom(...HOUSES),
      age: fc.integer({ min: 24, max: 80 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...WORKS), profile, profile, async (work, one, two) => {
        for (const [id, { rank, house, age }] of [['a', one] as const, ['b', two] as const])
          index.put(
            person(
              id,
              { work: `${rank}，${age}岁\n${work}`, organisation: house, title: rank },
              { name: `示例${rank}` },
            ),
          );
        await index.settled();
        const hits = await index.people(work, (id) => id === 'a' || id === 'b', 5);
        expect(hits).toHaveLength(2);
        expect(hits[0]?.score).toBeCloseTo(hits[1]?.score ?? 0, 9);
      }),
      { numRuns: 25 },
    );
  });
});
