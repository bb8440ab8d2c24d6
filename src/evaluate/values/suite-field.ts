/** The field a typed answer of the suite is read for. */
import type { Field, FieldKind } from '../../programme/form.ts';
import type { Programme } from '../../programme/programme.ts';

const KINDS: Readonly<Record<string, FieldKind>> = {
  money: 'money',
  date: 'date',
  phone: 'phone',
  credit_code: 'credit-code',
  orcid: 'orcid',
  email: 'email',
  duration: 'duration',
  percent: 'percent',
  count: 'number',
  number: 'number',
  yesno: 'yes-no',
  industry: 'choice',
  url: 'url',
};

/** The field for a type of the suite and what is said of its setting; null for types that are no field. */
export function suiteValueField(type: string, context: string, programme: Programme): Field | null {
  const kind = KINDS[type];
  if (kind === undefined) return null;
  const label = { zh: type, en: type };
  const base = { id: type, kind, label, question: label, required: true };
  switch (kind) {
    case 'money':
      return { ...base, min: 1, unit: { zh: '万元', en: '10,000 yuan' }, allowRange: true };
    case 'date':
      return { ...base, future: /future|deadline/.test(context) };
    case 'phone':
      return { ...base, phone: 'any' };
    case 'percent':
      return { ...base, ...(/share/.test(context) && { min: 0, max: 100 }) };
    case 'number':
      return { ...base, min: 1, decimals: 0 };
    case 'choice':
      return {
        ...base,
        optionsFrom: 'sectors',
        options: programme.sectors.map(({ id, label: name, aliases }) => ({ id, label: name, aliases })),
      };
    default:
      return base;
  }
}
