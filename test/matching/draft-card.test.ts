import { describe, expect, it } from 'vitest';
import { lazyConcepts, readConceptRows } from '../../src/lexicon-files.ts';
import { makeConceptLexicon } from '../../src/matching/concept-lexicon.ts';
import { draftCard, makeDraftCard, makeIsThin } from '../../src/matching/draft-card.ts';
import { EMPTY_CARD } from '../../src/programme/concept-card.ts';
import { anyone, LISTS, list, matcher, STOP } from '../support/match-scene.ts';

const LEXICON = makeConceptLexicon(readConceptRows());
const draft = (text: string) => draftCard(text, LEXICON, STOP);

describe('the draft of a card', () => {
  it('names the concepts of the text with other names and English, what they are made of, how, and what for', () => {
    const { words, names, thin } = draft('新能源汽车驱动电机用高牌号电工钢，铁损低、磁感高');
    expect(names).toContain('电工钢');
    expect(words.concepts).toEqual(expect.arrayContaining(['硅钢', 'electrical steel']));
    expect(words.methods).toContain('冷轧');
    expect(words.materials).toContain('绝缘涂层');
    expect(words.fields).toContain('变压器');
    expect(thin).toBe(false);
  });

  it('proposes neighbours that the text does not name and that are no kind of what it names', () => {
    const { words, names } = draft('微小非球面玻璃镜片精密模压成型，用于内窥镜');
    expect(words.neighbours.length).toBeGreaterThan(0);
    expect(words.neighbours.filter((each) => names.includes(each))).toEqual([]);
  });

  it('is the same for a text in traditional script', () => {
    expect(draft('高牌號電工鋼').names).toEqual(draft('高牌号电工钢').names);
  });

  it('is thin, and empty rather than wrong, where the lexicon knows nothing', () => {
    expect(draft('关于进一步做好有关工作的通知')).toMatchObject({ thin: true });
    expect(draft('')).toEqual({ words: EMPTY_CARD, names: [], met: 0, thin: true });
  });

  it('says of a text alone whether it is thin, once the lexicon was read for something else', async () => {
    const source = lazyConcepts({ now: () => 0, warn: () => undefined });
    const isThin = makeIsThin(source, STOP);
    expect(isThin('关于进一步做好有关工作的通知')).toBe(false);
    await makeDraftCard(source, STOP)('电工钢');
    expect(isThin('关于进一步做好有关工作的通知')).toBe(true);
    for (const { title } of LISTS) expect(isThin(title), title).toBe(draft(title).thin);
  });

  it('comes from the files as they are', async () => {
    const make = makeDraftCard(lazyConcepts({ now: () => 0, warn: () => undefined }), STOP);
    expect((await make('电工钢薄带')).names).toContain('电工钢');
  });
});

describe('a filled card', () => {
  const card = {
    ...EMPTY_CARD,
    concepts: ['示例阻隔膜', '水汽透过率'],
    neighbours: ['食品包装'],
    by: 'staff',
    at: '',
  } as const;

  it('lets words find a list that does not say them, and is gone with the card', async () => {
    const index = matcher();
    for (const each of LISTS) index.put(each);
    const bare = list('film', '柔性显示用封装薄膜');
    index.put({ ...bare, card });
    expect((await index.lists('水汽透过率测试', anyone, 1))[0]?.id).toBe('film');
    index.put(bare);
    expect((await index.lists('水汽透过率测试', anyone, 5)).map((hit) => hit.id)).not.toContain('film');
  });

  it('does not find by its neighbouring fields', async () => {
    const index = matcher();
    index.put({ ...list('film', '柔性显示用封装薄膜'), card });
    expect(await index.lists('食品包装', anyone, 1)).toEqual([]);
  });
});
