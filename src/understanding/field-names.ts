/** Which fields of a form a message names. */
import type { Field, FieldKind, Form } from '../programme/form.ts';
import { fold } from '../text/fold.ts';

/** A field named at a place of the folded text. */
export interface NamedField {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/** Everyday names of a kind, used where the form has one field of that kind. */
const KIND_WORDS: Partial<Readonly<Record<FieldKind, readonly string[]>>> = {
  phone: [
    '电话号码',
    '手机号码',
    '联系电话',
    '联系方式',
    '手机号',
    '电话',
    '手机',
    '号码',
    'phone number',
    'mobile number',
    'phone',
    'mobile',
    'tel',
    'telephone',
    'cell',
  ],
  email: ['电子邮箱', '电子邮件', '邮箱', '邮件', 'e-mail', 'email', 'mail'],
  money: ['预算', '经费', '金额', '资金', '投入', '报价', 'budget', 'money', 'amount', 'cost', 'price', 'funding'],
  date: ['截止时间', '截止日期', '完成时间', '日期', '截止', 'deadline', 'due date', 'date'],
  duration: ['完成时限', '期限', '时限', '工期', '周期', 'duration', 'term', 'period'],
  'credit-code': ['统一社会信用代码', '信用代码', '社会信用代码', '税号', 'credit code', 'uscc'],
  orcid: ['orcid'],
  percent: ['比例', '自筹', '占比', 'share', 'percentage'],
  file: ['附件', '材料', '文件', 'attachments', 'attachment', 'files', 'file'],
};

/** Everyday names of what a label speaks of. */
const SUBJECTS: readonly { readonly label: RegExp; readonly words: readonly string[] }[] = [
  {
    label: /单位|机构|公司|企业名|organi[sz]ation|institution|(?<![a-z])(?:org|unit)(?![a-z])/,
    words: [
      '单位名称',
      '单位名字',
      '公司名称',
      '企业名称',
      '学校名称',
      '机构名称',
      '单位',
      '公司',
      '学校',
      '机构',
      'organisation name',
      'organization name',
      'company name',
      'org name',
      'organisation',
      'organization',
      'institution',
      'company',
      'org',
    ],
  },
  {
    label:
      /负责人|牵头人|带头人|姓名|(?<![a-z])(?:lead|leader|pi)(?![a-z])(?! (?:unit|organi|institution|partner|company))/,
    words: ['项目负责人', '负责人', '带头人', '名字', '姓名', 'project lead', 'leader', 'lead', 'pi'],
  },
  {
    label: /联系方式|联系人|手机|电话|contact|phone/,
    words: [
      '联系电话',
      '联系方式',
      '手机号码',
      '手机号',
      '电话',
      '手机',
      '号码',
      'phone number',
      'phone',
      'mobile',
      'contact',
    ],
  },
  {
    label: /人数|团队规模|team size|headcount/,
    words: ['团队人数', '人数', '团队', 'team size', 'team', 'people', 'headcount'],
  },
  { label: /领域|行业|sector|industry/, words: ['产业领域', '领域', '行业', 'sector', 'industry', 'field'] },
  { label: /指标|indicator|target/, words: ['技术指标', '考核指标', '指标', 'kpi', 'indicators', 'targets'] },
  { label: /题目|名称|标题|title/, words: ['题目', '标题', 'title'] },
];

/** Forms stay as they were loaded, so what is worked out of them once is kept as long as they are. */
function kept<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? work(key);
    known.set(key, found);
    return found;
  };
}

const own = kept((field: Field): readonly string[] => {
  const id = field.id.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');
  return [field.label.zh, field.label.en, ...(field.aliases ?? []), id].map((name) => fold(name).trim());
});

const byStage = kept((_: Form) => new Map<string | undefined, readonly Field[]>());

/** All fields of the form, those of the stage in hand first. */
export function formFields(form: Form, stage: string | undefined): readonly Field[] {
  const known = byStage(form).get(stage);
  if (known !== undefined) return known;
  const sorted = [...form.stages].sort((a, b) => Number(b.id === stage) - Number(a.id === stage));
  const fields = sorted.flatMap((one) => one.fields);
  byStage(form).set(stage, fields);
  return fields;
}

/** Every name with its field; a name shared by several fields belongs to the first that carries it itself. */
function nameTable(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const table = new Map<string, Field>();
  const add = (name: string, field: Field): void => {
    if (name.length > 1 && !table.has(name)) table.set(name, field);
  };
  for (const field of fields) for (const name of own(field)) add(name, field);
  for (const { label, words } of SUBJECTS) {
    const about = fields.filter((field) => label.test(own(field).join(' ')));
    const [first] = about.filter((field) => label.test(fold(`${field.label.zh} ${field.label.en}`))).concat(about);
    if (first !== undefined) for (const word of words) add(word, first);
  }
  for (const field of fields) {
    const alone = fields.filter((other) => other.kind === field.kind).length === 1;
    if (alone) for (const word of KIND_WORDS[field.kind] ?? []) add(word, field);
  }
  return table;
}

const longestFirst = kept((fields: readonly Field[]) => [...nameTable(fields)].sort(([a], [b]) => b.length - a.length));

/** Fields named in the folded text, longest names first where they overlap, in order of place. */
export function namedFields(folded: string, fields: readonly Field[]): readonly NamedField[] {
  const found: NamedField[] = [];
  for (const [name, field] of longestFirst(fields)) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const end = at + name.length;
      const latin = /^[a-z]/.test(name);
      if (latin && (/[a-z@._]/.test(folded.charAt(at - 1)) || /[a-z]/.test(folded.charAt(end)))) continue;
      if (found.every((one) => end <= one.start || at >= one.end)) found.push({ field, start: at, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
