/** Short words about a case that several pages of the desk share. */
import type { Programme } from '../../../programme/programme.ts';
import type { CaseRecord } from '../../../programme/records.ts';
import { showDay } from '../../../programme/show-date.ts';
import { type Html, html } from '../html.ts';
import { labelIn } from '../page-locale.ts';
import { inScript, type StaffMember } from './staff-member.ts';

/** What the title of a case is on screen: the words, or only the number where nothing may be said. */
export function titleOf(record: CaseRecord, { say }: Pick<StaffMember, 'say'>): string {
  if (record.offline) return say('desk.offline-title', { reference: record.reference });
  return record.title.trim() || record.reference;
}

/** 示例, 参考 and 线下 as small labels. */
export function labelsOf(record: CaseRecord, { say }: Pick<StaffMember, 'say'>): readonly Html[] {
  const names = [
    record.source === 'sample' ? say('web.list.sample') : null,
    record.source === 'archive' ? say('web.list.archive') : null,
    record.offline ? say('desk.offline') : null,
    record.ownerGone ? say('desk.owner-gone') : null,
  ];
  return names.flatMap((name) => (name === null ? [] : [html`<b class="label">${name}</b>`]));
}

/** `技术需求 · 企业需求类`. */
export function kindOf(record: CaseRecord, programme: Programme, { say, locale }: StaffMember): string {
  return `${say(`kind.${record.kind}`)} · ${labelIn(programme.tracks[record.track].label, locale)}`;
}

/** The sector's name; a dash while it is unknown. */
export function sectorOf(record: CaseRecord, programme: Programme, { locale }: StaffMember): string {
  const sector = programme.sectors.find((each) => each.id === record.sector);
  return sector ? labelIn(sector.label, locale) : '–';
}

/** The status as one coloured word. */
export function statusChip(record: CaseRecord, { say }: Pick<StaffMember, 'say'>): Html {
  return html`<span class="chip ${toneOf(record)}">${say(`status.${record.kind}.${record.status}`)}</span>`;
}

/** An ISO day in the reader's script. */
export function dayOf(day: string, { locale }: Pick<StaffMember, 'locale'>): string {
  return inScript(showDay(day, locale), locale);
}

/** An ISO instant as `2026-09-07 10:00` in the programme's zone. */
export function clockOf(at: string, zone: string): string {
  const parts: Intl.DateTimeFormatOptions = {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  };
  return new Intl.DateTimeFormat('sv-SE', parts).format(new Date(at));
}

function toneOf({ status, turn }: CaseRecord): string {
  if (['returned', 'not-selected', 'withdrawn'].includes(status)) return 'low';
  if (turn === 'nobody') return 'still';
  return turn === 'owner' || turn === 'applicant' ? 'away' : 'ours';
}
