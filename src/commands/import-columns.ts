/** Which column of a table holds which field: by id, Chinese or English name or alias, in simplified or traditional script. */
import type { Field, Form } from '../programme/form.ts';
import { fold } from '../text/fold.ts';

/** What can be imported. */
export type ImportKind = 'lists' | 'needs' | 'profiles';

/** Columns beside those of the form. */
export type ExtraColumn = 'id' | 'track' | 'year' | 'province' | 'programme' | 'takenBy' | 'status';

/** A column of the table: a field or an extra, and the unit its heading names, as in 资金（万元）. */
export interface Column {
  readonly heading: string;
  readonly unit: string;
  readonly field?: Field;
  readonly extra?: ExtraColumn;
}

/** The columns found, and headings nothing is known of. */
export interface Columns {
  readonly known: readonly Column[];
  readonly unknown: readonly string[];
}

const EXTRAS: Readonly<Record<ImportKind, Partial<Record<ExtraColumn, readonly string[]>>>> = {
  lists: {
    id: ['id', '编号', '榜单编号', 'number'],
    track: ['track', '类别', '轨道', '榜单类别', 'category'],
    year: ['year', '年度', '年份'],
    province: ['province', '省份', '地区'],
    programme: ['programme', 'program', '计划', '计划名称', '项目名称'],
    takenBy: ['takenBy', '揭榜单位', '中榜单位', 'taken by'],
    status: ['status', '状态'],
  },
  needs: { id: ['id', '编号', '需求编号', 'number'] },
  profiles: { id: ['id', '编号', 'number'] },
};
const UNIT = /[（(［[]([^（()）\]]*)[)）\]］]\s*\*?$/u;

/** Finds the columns; a heading met twice counts once. */
export function matchColumns(headings: readonly string[], form: Form, kind: ImportKind): Columns {
  const names = namesOf(form, kind);
  const taken = new Set<string>();
  const known: Column[] = [];
  const unknown: string[] = [];
  for (const heading of headings) {
    const found = names.get(keyOf(heading)) ?? names.get(keyOf(heading.replace(UNIT, '')));
    const id = found?.field?.id ?? found?.extra;
    if (!found || id === undefined || taken.has(id)) {
      unknown.push(heading);
      continue;
    }
    taken.add(id);
    known.push({ heading, unit: UNIT.exec(heading)?.[1]?.trim() ?? '', ...found });
  }
  return { known, unknown };
}

function namesOf(form: Form, kind: ImportKind): ReadonlyMap<string, Pick<Column, 'field' | 'extra'>> {
  const fields = form.stages.flatMap((stage) => stage.fields);
  const pairs: (readonly [string, Pick<Column, 'field' | 'extra'>])[] = [
    ...fields.flatMap((field) => (field.aliases ?? []).map((name) => [keyOf(name), { field }] as const)),
    ...extrasOf(kind),
    ...fields.flatMap((field) =>
      [field.label.en, field.label.zh, field.id].map((name) => [keyOf(name), { field }] as const),
    ),
  ];
  return new Map(pairs);
}

function extrasOf(kind: ImportKind): readonly (readonly [string, { readonly extra: ExtraColumn }])[] {
  const wanted: readonly ExtraColumn[] = ['id', 'track', 'year', 'province', 'programme', 'takenBy', 'status'];
  return wanted.flatMap((extra) => (EXTRAS[kind][extra] ?? []).map((name) => [keyOf(name), { extra }] as const));
}

function keyOf(name: string): string {
  return fold(name).replace(/[\s*＊:：_"“”·.-]/gu, '');
}
