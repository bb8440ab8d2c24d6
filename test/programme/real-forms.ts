import { readdirSync, readFileSync } from 'node:fs';
import type { Form } from '../../src/programme/form.ts';
import type { FormContext } from '../../src/programme/form-context.ts';
import { loadForm } from '../../src/programme/load-form.ts';
import { loadProgramme } from '../../src/programme/load-programme.ts';
import type { Programme } from '../../src/programme/programme.ts';

/** Parsed JSON of a file under data/. */
export function dataFile(path: string): unknown {
  return JSON.parse(readFileSync(`data/${path}`, 'utf8'));
}

/** Ids of all forms shipped. */
export const FORM_IDS: readonly string[] = readdirSync('data/forms')
  .filter((name) => name.endsWith('.json') && name !== 'form.schema.json')
  .map((name) => name.replace('.json', ''));

/** A shipped form. */
export function realForm(id: string): Form {
  return loadForm(dataFile(`forms/${id}.json`), `data/forms/${id}.json`);
}

/** The reference programme. */
export const jiangxi: Programme = loadProgramme(
  dataFile('programme/jiangxi-2021.json'),
  'data/programme/jiangxi-2021.json',
);

/** A context without a list. */
export const context: FormContext = { programme: jiangxi, track: null, indicators: [], today: '2026-11-22' };

/** A context of a list with two indicators. */
export const listContext: FormContext = {
  ...context,
  track: 'key-technology',
  indicators: [
    { name: '击穿强度', operator: '≥', value: '45', unit: 'kV/mm', method: 'GB/T 1408.1' },
    { name: '幅宽', operator: '≥', value: '1', unit: 'm', method: '' },
  ],
  list: { money: { min: 5_000_000, max: 10_000_000 }, termMonths: 24 },
};
