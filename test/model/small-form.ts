/** Small forms made at random: what the model knows of a form, and the form file the product is given for it. */

import type { Field, Form } from '../../src/programme/form.ts';
import type { Track } from '../../src/programme/records.ts';
import fc from '../support/fast-check.ts';

/** One question of a small form. Choices are told by their place among {@link OPTIONS}. */
export interface SmallField {
  readonly id: string;
  readonly kind: 'text' | 'number' | 'choice' | 'yes-no';
  readonly label: string;
  readonly required: boolean;
}

/** A whole scene: the form, the track its list belongs to, and whether a language model is switched on. */
export interface SmallForm {
  readonly track: Track;
  readonly fields: readonly SmallField[];
  readonly withModel: boolean;
}

/** What a field may hold; null was passed over. */
export type SmallValue = string | number | boolean | null;

/** Every choice field offers these, so that a button of one would fit another. */
export const OPTIONS = [
  { id: 'rice', label: '水稻秆' },
  { id: 'wheat', label: '小麦秆' },
  { id: 'maize', label: '玉米秆' },
] as const;

const POOL: readonly Omit<SmallField, 'required'>[] = [
  { id: 'device', kind: 'text', label: '设备型号' },
  { id: 'batches', kind: 'number', label: '批次数量' },
  { id: 'straw', kind: 'choice', label: '原料种类' },
  { id: 'site', kind: 'text', label: '试验地点' },
  { id: 'sample', kind: 'yes-no', label: '样品情况' },
  { id: 'helpers', kind: 'number', label: '助手人数' },
  { id: 'filler', kind: 'choice', label: '填料种类' },
];

/** Two to five different questions in any order, at least one of them required. */
export const smallForms: fc.Arbitrary<SmallForm> = fc
  .record({
    track: fc.constantFrom<Track>('key-technology', 'enterprise-demand'),
    order: fc.shuffledSubarray([...POOL], { minLength: 2, maxLength: 5 }),
    needed: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    withModel: fc.boolean(),
  })
  .map(({ track, order, needed, withModel }) => ({
    track,
    withModel,
    fields: order.map((field, n) => ({ ...field, required: n === 0 || needed[n] === true })),
  }));

const both = (text: string) => ({ zh: text, en: text });

function fieldOf({ id, kind, label, required }: SmallField): Field {
  return {
    id,
    kind,
    required,
    label: both(label),
    question: both(`请问${label}？`),
    ...(kind === 'number' && { min: 1, max: 99 }),
    ...(kind === 'choice' && { options: OPTIONS.map((each) => ({ id: each.id, label: both(each.label) })) }),
  };
}

/** The form file of it, under the id the programme knows. */
export function formOf({ fields }: SmallForm, id: string): Form {
  const stage = { id: 'bid', title: both('示例申报'), submits: 'application', fields: fields.map(fieldOf) } as const;
  return { id, version: 1, title: both('示例申报书'), stages: [stage], rules: [] };
}

/** Free texts hold words that steer when they stand alone: within an answer they are only words. */
const TEXTS = [
  '示例一号院',
  '跳过热处理的工艺',
  '提交样品用的旧设备',
  '上一步研发的装置',
  '撤回前的旧址',
  '取消烘干后的产线',
];

/** The `n`-th valid answer to a field: how it is said, and what must be kept. */
export function answerTo({ kind }: SmallField, n: number): { readonly said: string; readonly value: SmallValue } {
  if (kind === 'number') return { said: String(1 + (n % 90)), value: 1 + (n % 90) };
  if (kind === 'yes-no') return n % 2 === 0 ? { said: '是', value: true } : { said: '否', value: false };
  if (kind === 'text') {
    const said = `${TEXTS[n % TEXTS.length]}${n % 50}`;
    return { said, value: said };
  }
  const option = OPTIONS[n % OPTIONS.length] ?? OPTIONS[0];
  return { said: n % 2 === 0 ? option.label : String(1 + (n % OPTIONS.length)), value: option.id };
}

/** Words the field cannot hold. */
export function wrongFor({ kind }: SmallField): string {
  return { text: '……！！', number: '一大堆', choice: '钛合金板材', 'yes-no': '钛合金板材' }[kind];
}
