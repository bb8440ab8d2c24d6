/** Labels of papers matched to the fields of a form, by rule: numbering, width, script, brackets and colons do not count. */
import type { Field } from '../programme/form.ts';
import { fold } from '../text/fold.ts';

/** A label without its ornaments, and the note in its brackets: 三、研发总投入（万元）： → 研发总投入 and 万元. */
export interface BareLabel {
  readonly bare: string;
  readonly note: string;
}

/** Which field a label means; null for none, or for one that could be several. */
export type LabelBook = (label: string) => Field | null;

const LONGEST_LABEL = 40;
const CIRCLED = /^[\u2460-\u2473\u2474-\u2487\u2776-\u277f]\s*/u;
const ORNAMENTS = /^[\s*★☆※■▲●◆◇·•>#-]+/u;
const NUMBERING =
  /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)[、.:]?|[一二三四五六七八九十]{1,3}[、.:]|第[一二三四五六七八九十]{1,3}(?:项|部分|条)[、.:]?|\d{1,2}(?:\.\d{1,2}){0,2}[、.)](?!\d)|\d{1,2}(?:\.\d{1,2}){1,2}(?=[^\d.]))\s*/u;
const NOTE = /[([【〔](?<note>[^()[\]【】〔〕]*)[)\]】〕]$/u;
/** A label that only holds a known name must consist of it for the most part. */
const COVERED = 0.6;
const SHORTEST_PART = 3;
/** Places for stamp and signature are no labels, and what an office declares is no answer. */
const FOR_INK = /盖章|公章|签字|签章|签名|seal|signature|signed/u;
const OF_OFFICE = /承诺|声明|意见|审核|审查|盖章|签字/u;

/** What forms put around an everyday name: 所属领域, 拟解决的问题, 问题描述. Whose it is (企业名称) is never cut off. */
const BEFORE_NAME =
  /^(?:所属|所在|拟|需要?|主要|总|预计|计划|研发|攻关|完成|实施|执行|(?<=拟|需要?)(?:解决|攻克|投入|达到|完成)|的)+/u;
const AFTER_NAME = /(?:情况|描述|概述|说明|简述)+$/u;

/** Takes the ornaments off a label. */
export function bareLabel(label: string): BareLabel {
  let rest = fold(label.replace(ORNAMENTS, '').replace(CIRCLED, '')).trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(ORNAMENTS, '').replace(NUMBERING, '').trim();
  }
  rest = rest.replace(/^[【[](.+)[】\]]$/u, '$1').replace(/[\s:=*]+$/u, '');
  const note = NOTE.exec(rest)?.groups?.note ?? '';
  if (note !== '') rest = rest.replace(NOTE, '').replace(/[\s:]+$/u, '');
  return { bare: rest.replace(/[\s_/]+/gu, ''), note };
}

/** Makes the book of a form's fields, or of the cells of its rows. A label comes before a paper's name, that before an everyday name. */
export function labelBook(fields: readonly Field[]): LabelBook {
  const exact = new Map<string, Field | null>();
  const add = (names: (field: Field) => readonly string[], shared: 'first' | 'none'): void => {
    const fresh = new Map<string, Field | null>();
    for (const field of fields)
      for (const name of names(field).map((each) => bareLabel(each).bare)) {
        if (name.length < 2 || exact.has(name)) continue;
        const other = fresh.get(name);
        if (other === undefined) fresh.set(name, field);
        else if (other !== field && shared === 'none') fresh.set(name, null);
      }
    for (const [name, field] of fresh) exact.set(name, field);
  };
  add(({ label }) => [label.zh, label.en], 'first');
  add(({ onPaper = [] }) => onPaper, 'first');
  add(({ aliases = [] }) => aliases, 'none');
  const firm = new Map([...exact].filter(([name, field]) => field !== null && isFirm(name, field)));
  return (label) => {
    if (label.length > LONGEST_LABEL) return null;
    const { bare, note } = bareLabel(label);
    return bare === '' || FOR_INK.test(note)
      ? null
      : (exact.get(bare) ?? (exact.has(bare) ? null : (partly(bare, firm) ?? everyday(bare, exact))));
  };
}

/** Everyday names are too loose to be looked for inside a longer label. */
function isFirm(name: string, field: Field): boolean {
  const own = [field.label.zh, field.label.en, ...(field.onPaper ?? [])].map((each) => bareLabel(each).bare);
  return name.length >= SHORTEST_PART && own.includes(name);
}

/** 项目负责人姓名 holds 项目负责人; several fields inside one label are none. */
function partly(bare: string, firm: ReadonlyMap<string, Field | null>): Field | null {
  if (OF_OFFICE.test(bare)) return null;
  const inside = [...firm].filter(([name]) => bare.includes(name) && name.length / bare.length >= COVERED);
  const longest = Math.max(0, ...inside.map(([name]) => name.length));
  const found = new Set(inside.filter(([name]) => name.length === longest).map(([, field]) => field));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** An everyday name with what forms put around it. */
function everyday(bare: string, exact: ReadonlyMap<string, Field | null>): Field | null {
  if (OF_OFFICE.test(bare)) return null;
  const plain = bare.replace(BEFORE_NAME, '').replace(AFTER_NAME, '');
  return plain === bare || plain.length < 2 ? null : (exact.get(plain) ?? null);
}

/** True for a field's full name. Standing alone, everyday words such as 要求 may as well be an answer. */
export function isOwnName(text: string, { label, onPaper = [] }: Field): boolean {
  const { bare } = bareLabel(text);
  return [label.zh, label.en, ...onPaper].some((name) => bareLabel(name).bare === bare);
}
