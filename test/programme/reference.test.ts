import { describe, expect, it } from 'vitest';
import type { CaseKind } from '../../src/programme/records.ts';
import { isReference, readReference, reference } from '../../src/programme/reference.ts';
import { hexId } from '../support/case-fixtures.ts';
import fc from '../support/fast-check.ts';

const kinds: readonly CaseKind[] = ['need', 'listing', 'interest', 'application'];
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a reference', () => {
  it('is derived: the same record has the same number for ever', () => {
    expect(reference(hexId(7), 'application')).toBe(reference(hexId(7), 'application'));
    expect(reference(hexId(7), 'application').slice(1)).not.toBe(reference(hexId(7), 'need').slice(1));
  });

  it('names its kind and holds no letter that looks like a digit', () => {
    const prefixes = kinds.map((kind) => reference(hexId(1), kind).slice(0, 2));
    expect(prefixes).toEqual(['N-', 'L-', 'I-', 'A-']);
    for (let n = 0; n < 500; n += 1)
      expect(reference(hexId(n), 'need')).toMatch(/^N-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('does not count: 20,000 neighbouring ids give 20,000 numbers in no order', () => {
    const made = Array.from({ length: 20_000 }, (_, n) => reference(hexId(n), 'application'));
    expect(new Set(made).size).toBe(20_000);
    const rising = made.filter((each, n) => n > 0 && each > (made[n - 1] ?? '')).length;
    expect(rising).toBeGreaterThan(9_500);
    expect(rising).toBeLessThan(10_500);
  });

  it('is read in lower case, full width, without hyphens and with O and I for 0 and 1', () => {
    for (let n = 0; n < 300; n += 1) {
      for (const kind of kinds) {
        const right = reference(hexId(n), kind);
        const body = right.slice(2);
        expect(readReference(right.toLowerCase())).toBe(right);
        expect(readReference(` ${right.replaceAll('-', ' ')} `)).toBe(right);
        expect(readReference(right.replace('-', '－'))).toBe(right);
        expect(readReference(right.replace(/^[IL]/, '1'))).toBe(right);
        expect(readReference(right.slice(0, 2) + body.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(right);
      }
    }
  });

  it('tells every single slip and every swap of neighbours', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...kinds), fc.nat(9), fc.nat(31), (n, kind, place, letter) => {
        const right = reference(hexId(n), kind);
        const body = [...right.slice(2).replace('-', '')];
        const slip = body.with(place, ALPHABET.charAt(letter)).join('');
        if (slip !== body.join('')) expect(isReference(right.slice(0, 2) + slip)).toBe(false);
        const [here, next] = [body[place], body[(place + 1) % 10]];
        if (place < 9 && here !== undefined && next !== undefined && here !== next) {
          expect(
            isReference(
              right.slice(0, 2) +
                body
                  .with(place, next)
                  .with(place + 1, here)
                  .join(''),
            ),
          ).toBe(false);
        }
      }),
      { numRuns: 2_000, seed: 42 },
    );
  });

  it('is not found in words, dates, phones or rubbish', () => {
    const rubbish = [
      '',
      'N',
      '13800000000',
      '2026-10-07',
      '芳纶绝缘纸',
      'N-00000-0000',
      '\ud800',
      'A-7K3M9-QXP2*',
      'x'.repeat(1_000_000),
    ];
    for (const text of rubbish) expect(readReference(text), text.slice(0, 20)).toBeNull();
  });
});
