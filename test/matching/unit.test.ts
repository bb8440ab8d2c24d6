import { describe, expect, it } from 'vitest';
import { bagOf } from '../../src/matching/bag.ts';
import { unitsOf } from '../../src/matching/unit.ts';
import { fold } from '../../src/text/fold.ts';
import { STOP } from '../support/match-scene.ts';

const termsOf = (text: string): readonly string[] => [...bagOf(unitsOf(fold(text)), STOP).keys()];

describe('from text to terms', () => {
  it('counts Chinese characters and neighbouring pairs', () => {
    expect(termsOf('芳纶纸')).toEqual(['芳', '芳纶', '纶', '纶纸', '纸']);
  });

  it('pairs nothing over a comma or a blank', () => {
    expect(termsOf('芳，纶 纸')).toEqual(['芳', '纶', '纸']);
  });

  it('reads traditional, full-width and capital letters as the plain ones', () => {
    expect(termsOf('電工鋼ＩＧＢＴ')).toEqual(termsOf('电工钢igbt'));
  });

  it('counts stems and pairs of stems of Latin words, without the small words', () => {
    expect(termsOf('the coatings of wind turbines')).toEqual(['coat', 'wind', 'wind turbin', 'turbin']);
    expect(termsOf('multi-agent')).toContain('multi agent');
  });

  it('keeps a number with its unit and drops a bare one', () => {
    expect(termsOf('500kV 2027 25.5mm')).toEqual(['500kv', '25.5mm']);
    expect(termsOf('8英寸')).toEqual(['英', '英寸', '寸']);
  });

  it('keeps names with digits', () => {
    expect(termsOf('T1100 4H-SiC')).toContain('t1100');
  });

  it('finds nothing in signs, blanks and emoji', () => {
    expect(termsOf(' 。…😀\u0000 ')).toEqual([]);
  });

  it('counts a repeated term once more', () => {
    expect(bagOf(unitsOf('茶茶'), STOP).get('茶')).toBe(2);
  });
});
