import { describe, expect, it } from 'vitest';
import { readConceptRows } from '../../src/lexicon-files.ts';
import { formUnits, makeConceptLexicon } from '../../src/matching/concept-lexicon.ts';
import { type ConceptRow, parseConcepts } from '../../src/matching/concept-rows.ts';
import { segmentsOf } from '../../src/matching/segment.ts';
import { STOP } from '../support/match-scene.ts';

const keyOf = (form: string): string =>
  formUnits(form)
    .map((unit) => unit.text)
    .join(' ');
const rowsOf = (text: string): readonly ConceptRow[] => parseConcepts(text, 'test', 'test.tsv');
const namedIn = (text: string, rows: readonly ConceptRow[]): readonly string[] =>
  makeConceptLexicon(rows)
    .mentions(segmentsOf(text, STOP))
    .map(({ concept }) => rows[concept]?.forms[0]?.text ?? '');

describe('the concept files', () => {
  const rows = readConceptRows();
  const heads = rows.map((row) => `${row.sector} ${keyOf(row.forms[0]?.text ?? '')}`);

  it('hold every sector of the programme, none thinly', () => {
    const count = (sector: string): number => rows.filter((row) => row.sector === sector).length;
    for (const sector of ['electronics', 'equipment', 'materials', 'energy', 'agriculture', 'biomedicine', 'social'])
      expect(count(sector), sector).toBeGreaterThan(100);
  });

  it('name no concept twice in a sector', () => {
    expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([]);
  });

  it('give no form to two concepts of one sector', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const row of rows)
      for (const { text } of row.forms) {
        const key = `${row.sector} ${keyOf(text)}`;
        const before = seen.get(key);
        if (before !== undefined && before !== row.place) twice.push(`${row.place} ${text} (${before})`);
        seen.set(key, row.place);
      }
    expect(twice).toEqual([]);
  });

  it('relate nothing to itself and write no empty form', () => {
    for (const row of rows) {
      const own = new Set(row.forms.map(({ text }) => keyOf(text)));
      for (const key of own) expect(key, row.place).not.toBe('');
      for (const { to } of row.relations) expect(own.has(keyOf(to)), `${row.place} ${to}`).toBe(false);
    }
  });

  it('mark two-letter abbreviations as doubtful', () => {
    const open = rows.flatMap(({ forms }) => forms).filter((form) => /^[a-z]{2}$/iu.test(form.text) && !form.doubtful);
    expect(
      open.map(({ text }) => text.toLowerCase()).filter((text) => !['ai', 'vr', 'ev', 'pv'].includes(text)),
    ).toEqual([]);
  });
});

describe('reading concepts', () => {
  it('takes the longest name, in any script and language', () => {
    const rows = rowsOf('电池|battery\n燃料电池|fuel cell\tm:质子膜\n');
    expect(namedIn('我们做燃料電池和 Batteries', rows)).toEqual(['燃料电池', '电池']);
    expect(namedIn('Fuel-cell stacks', rows)).toEqual(['燃料电池']);
  });

  it('counts an abbreviation with several meanings only among its own kind', () => {
    const rows = [
      ...parseConcepts('相变材料|PCM?\n石蜡\n', 'materials', 'a'),
      ...parseConcepts('相变存储器|PCM?\n存储芯片\n', 'electronics', 'b'),
    ];
    expect(namedIn('PCM', rows)).toEqual([]);
    expect(namedIn('PCM 与石蜡', rows)).toEqual(['相变材料', '石蜡']);
    expect(namedIn('PCM 存储芯片', rows)).toEqual(['相变存储器', '存储芯片']);
  });

  it('carries what is named whole and what is related in part', () => {
    const rows = rowsOf('芳纶\tu:绝缘纸\n绝缘纸\n');
    const lexicon = makeConceptLexicon(rows);
    const vector = lexicon.expand(lexicon.mentions(segmentsOf('芳纶', STOP)));
    expect(vector.get(0)).toBe(1);
    expect(vector.get(1)).toBeGreaterThan(0.2);
    expect(vector.get(1)).toBeLessThan(1);
  });

  it('names file and line of what it cannot read', () => {
    expect(() => rowsOf('芳纶\n碳纤维\tz:树脂\n')).toThrow(/test\.tsv:2/);
  });
});
