/** What a person handed in, stage by stage as the form asked it. */
import type { AnswerValue, RowAnswer } from '../../../programme/answer.ts';
import { isRows } from '../../../programme/answer-path.ts';
import { indicatorsOf } from '../../../programme/case-answers.ts';
import { isFiles } from '../../../programme/check-shape.ts';
import type { Field, Stage } from '../../../programme/form.ts';
import type { FormContext } from '../../../programme/form-context.ts';
import { visibleFields } from '../../../programme/form-fields.ts';
import type { CaseRecord, Indicator, Listing } from '../../../programme/records.ts';
import { showValue } from '../../../programme/show-value.ts';
import { type Html, html } from '../html.ts';
import { labelIn } from '../page-locale.ts';
import type { DeskContext } from './desk-context.ts';
import { type DeskTable, deskTable } from './desk-table.ts';
import { inScript, type StaffMember } from './staff-member.ts';

interface Shown {
  readonly record: CaseRecord;
  readonly form: FormContext;
  readonly staff: StaffMember;
}

/** One section per stage that holds anything; none when the reader may not see the content. */
export function caseFields(
  context: DeskContext,
  record: CaseRecord,
  listing: Listing | null,
  staff: StaffMember,
): readonly Html[] {
  const form = context.forms.find((each) => each.id === record.form);
  if (!form) return [];
  const list = record.kind === 'listing' ? null : listing;
  const formContext: FormContext = {
    programme: context.programme,
    track: record.track,
    indicators: list?.details.indicators ?? [],
  };
  const shown: Shown = { record, form: formContext, staff };
  return form.stages.flatMap((stage) => {
    const fields = visibleFields(form, stage.id, record.answers, formContext);
    return stageSection(stage, fields, shown) ?? [];
  });
}

function stageSection(stage: Stage, fields: readonly Field[], shown: Shown): Html | null {
  const { staff, record } = shown;
  const isFilled = (field: Field) => !isEmpty(record.answers[field.id]);
  const filled = fields.filter(isFilled);
  if (filled.length === 0) return null;
  const open = fields.filter((field) => !isFilled(field)).map((field) => labelIn(field.label, staff.locale));
  const separator = staff.locale === 'en' ? ', ' : '、';
  return html`<section class="panel"><h2>${labelIn(stage.title, staff.locale)}</h2>
<dl class="fields">${filled.map((field) => fieldRow(field, shown))}</dl>
${open.length > 0 ? html`<p class="soft open">${staff.say('desk.unanswered', { names: open.join(separator) })}</p>` : null}</section>`;
}

function isEmpty(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === null) return true;
  return (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
}

function fieldRow(field: Field, shown: Shown): Html {
  const isWide = field.kind === 'long-text' || field.kind === 'rows';
  const label = labelIn(field.label, shown.staff.locale);
  return html`<div class="${isWide ? 'wide' : ''}"><dt>${label}</dt><dd>${fieldValue(field, label, shown)}</dd></div>`;
}

function fieldValue(field: Field, label: string, shown: Shown): Html {
  const value = shown.record.answers[field.id] ?? null;
  if (field.kind === 'rows' && isRows(value)) return rowsTable(field, label, value, shown);
  if (isFiles(value) && value.length > 0) {
    const links = value.map(
      (file) => html`<li><a href="/desk/file/${shown.record.reference}/${file.sha256}">${file.name}</a></li>`,
    );
    return html`<ul class="files">${links}</ul>`;
  }
  return html`<span class="long">${text(field, value, shown)}</span>`;
}

/** People's own words stay as they are; only words of the form follow the reader's script. */
function text(field: Field, value: AnswerValue, { form, staff }: Shown): string {
  const shown = showValue(field, value, staff.locale, form);
  return typeof value === 'string' && field.kind !== 'choice' ? shown : inScript(shown, staff.locale);
}

function rowsTable(field: Field, label: string, rows: readonly RowAnswer[], shown: Shown): Html {
  const { staff, form, record } = shown;
  if (field.cells?.some((cell) => cell.id === 'operator'))
    return indicatorTable(indicatorsOf({ indicators: rows }), label, staff);
  const cells = (field.cells ?? []).filter((cell) => rows.some((row) => !isEmpty(row[cell.id])));
  const perList = field.rowPer === 'list-indicator';
  const table: DeskTable = {
    name: label,
    heads: [
      ...(perList ? [staff.say('desk.indicator')] : []),
      ...cells.map((cell) => labelIn(cell.label, staff.locale)),
    ],
    rows: rows.map((row, n) => [
      ...(perList ? [form.indicators[n]?.name ?? String(n + 1)] : []),
      ...cells.map((cell) => (isEmpty(row[cell.id]) ? '–' : text(cell, row[cell.id] ?? null, { ...shown, record }))),
    ]),
  };
  return deskTable(table);
}

/** Measurable targets as name, target and method. */
export function indicatorTable(
  indicators: readonly Indicator[],
  name: string,
  { say }: Pick<StaffMember, 'say'>,
): Html {
  const rows = indicators.map(({ name: what, operator, value, unit, method }) => [
    what,
    [operator === '范围' ? '' : operator, value, unit].filter(Boolean).join(' ') || '–',
    method || '–',
  ]);
  return deskTable({ name, heads: [say('desk.indicator'), say('desk.target'), say('desk.method')], rows });
}
