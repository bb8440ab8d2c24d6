/** The real programme and small fields for reading tests. Today is Sunday 2026-11-22. */
import { readFileSync } from 'node:fs';
import type { Field, FieldKind, Form } from '../../src/programme/form.ts';
import { loadForm } from '../../src/programme/load-form.ts';
import { loadProgramme } from '../../src/programme/load-programme.ts';
import type { Programme } from '../../src/programme/programme.ts';
import type { InterpretContext } from '../../src/understanding/interpret.ts';
import { type ReadContext, readValue } from '../../src/understanding/read-value.ts';

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export const programme: Programme = loadProgramme(json('data/programme/jiangxi-2021.json'), 'jiangxi-2021.json');

export const TODAY = '2026-11-22';

export const context: ReadContext = { today: TODAY, locale: 'zh', programme };

export function form(id: string): Form {
  return loadForm(json(`data/forms/${id}.json`), `${id}.json`);
}

export function field(kind: FieldKind, more: Partial<Field> = {}): Field {
  const label = { zh: '某一项', en: 'Some item' };
  return { id: 'item', kind, label, question: label, required: true, ...more };
}

export const WAN = { zh: '万元', en: '10,000 yuan' };
export const money = field('money', {
  unit: WAN,
  allowRange: true,
  allowUndecided: true,
  label: { zh: '预算', en: 'Budget' },
});
export const deadline = field('date', { future: true, label: { zh: '截止时间', en: 'Deadline' } });

/** One line for a reading: the value, `? value (why)` for a doubt, `! reason` for a refusal. */
export function shown(of: Field, text: string): string {
  const reading = readValue(of, text, context);
  if (reading.outcome === 'reject') return `! ${reading.reason}`;
  const value = plain(reading.value);
  return reading.outcome === 'accept' ? value : `? ${value} (${reading.why})`;
}

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('yuan' in value || ('min' in value && 'max' in value)) return moneyText(value);
  if ('start' in value && 'end' in value)
    return value.start === value.end ? String(value.start) : `${value.start}…${value.end}`;
  return JSON.stringify(value);
}

function moneyText(value: object): string {
  const { yuan, min, max, approx } = { yuan: undefined, min: undefined, max: undefined, approx: false, ...value };
  const sum = yuan === undefined ? `${min}-${max}` : `${yuan}`;
  return approx ? `~${sum}` : sum;
}

const LISTS = [
  { id: 'glass', title: '超薄柔性玻璃减薄关键技术' },
  { id: 'rice', title: '水稻秸秆低温腐熟技术' },
  { id: 'steel', title: '高强度耐候桥梁钢' },
];

/** What is open while a message is read; lists are found by words of their titles. */
export function reading(more: Partial<InterpretContext> = {}): InterpretContext {
  return {
    ...context,
    focus: 'idle',
    shown: ['glass', 'rice', 'steel'],
    about: 'steel',
    named: (words) => LISTS.filter((list) => words.length > 1 && list.title.includes(words)),
    choices: 0,
    isStaff: false,
    ...more,
  };
}
