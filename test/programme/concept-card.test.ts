import { describe, expect, it } from 'vitest';
import {
  type ConceptCard,
  cardLine,
  cardOf,
  cardText,
  EMPTY_CARD,
  isEmptyCard,
} from '../../src/programme/concept-card.ts';
import { takenOffline } from '../../src/programme/move.ts';
import { publishNeed } from '../../src/programme/publish-need.ts';
import { summaryOf } from '../../src/programme/seen-record.ts';
import { aListing, aNeed, hexId, MONDAY, PROGRAMME } from '../support/case-fixtures.ts';

const CARD: ConceptCard = {
  ...EMPTY_CARD,
  concepts: ['绝缘纸', 'aramid paper'],
  neighbours: ['特种纸'],
  by: 'staff',
  at: MONDAY,
};

describe('a line of a card', () => {
  it('is parted at the signs people use; a blank stands within an English name', () => {
    expect(cardLine('绝缘纸、aramid  paper，芳纶纸;Nomex\n云母纸')).toEqual([
      '绝缘纸',
      'aramid paper',
      '芳纶纸',
      'Nomex',
      '云母纸',
    ]);
  });

  it('holds no word twice, whatever its script or case, and nothing that is no word', () => {
    expect(cardLine('絕緣紙、绝缘纸、PCB、pcb、——、 、‮\u0000')).toEqual(['絕緣紙', 'PCB']);
  });

  it('leaves out what is too long to be a term, and stops at two dozen', () => {
    expect(cardLine('长'.repeat(41))).toEqual([]);
    expect(cardLine(Array.from({ length: 99 }, (_, n) => `词${n}`).join('、'))).toHaveLength(40);
    expect(cardLine('\ud800、🙂、好')).toEqual(['好']);
  });
});

describe('a card', () => {
  it('is empty without a word in any line', () => {
    const lines = { concepts: ' 、', methods: '', materials: '', fields: '', neighbours: '' };
    expect(isEmptyCard(cardOf(lines))).toBe(true);
    expect(isEmptyCard(cardOf({ ...lines, fields: '变压器' }))).toBe(false);
  });

  it('is compared by what the list is about, never by its neighbours', () => {
    expect(cardText(CARD)).toBe('绝缘纸、aramid paper');
  });

  it('goes along when a need becomes a list', () => {
    const list = publishNeed({ ...aNeed(), card: CARD }, { id: hexId(77), at: MONDAY, programme: PROGRAMME });
    expect(list.card).toEqual(CARD);
    expect('card' in publishNeed(aNeed(), { id: hexId(77), at: MONDAY, programme: PROGRAMME })).toBe(false);
  });

  it('is gone once the case is offline, and from a list shown only in summary', () => {
    expect(takenOffline({ ...aListing(), card: CARD }).card).toBeUndefined();
    expect(summaryOf({ ...aListing(), card: CARD }).card).toBeUndefined();
  });
});
