/** Notices to the staff who answer for a sector: number, sector and what happened. */
import type { CaseRecord } from '../programme/records.ts';
import type { Line, NoticeInfo, SayButton } from './say.ts';
import { button, effect, line, type Work } from './work.ts';

/** Tells staff about a case; the buttons act on exactly this version. */
export function tellStaff(
  work: Work,
  record: CaseRecord,
  what: 'submitted' | 'changed' | 'withdrawn' | 'offline' | 'secret' | 'owner-gone',
): Work {
  return effect(work, {
    type: 'tell',
    to: { staff: { sector: record.sector } },
    say: {
      lines: [
        line(`notice.${record.kind}.${what}`, {
          reference: record.reference,
          sector: sectorVar(work, record.sector),
          title: record.offline || what === 'secret' ? '' : record.title,
        }),
      ],
      buttons: what === 'submitted' || what === 'changed' ? noticeButtons(record) : [],
      cards: [],
      files: [],
      link: `/desk/case/${record.reference}`,
    },
    notice: noticeInfo(record, `${record.kind}-${what}`),
    version: record.version,
  });
}

function noticeButtons(record: CaseRecord): readonly SayButton[] {
  if (record.kind === 'interest') return [];
  const act = (action: 'accept' | 'return') =>
    ({ do: 'act', case: record.id, action, version: record.version }) as const;
  return [button('act.accept', act('accept'), 'primary'), button('act.return', act('return'))];
}

/** What a notice is about, for tests, statistics and minimal detail. */
export function noticeInfo(record: CaseRecord, kind: string): NoticeInfo {
  return { kind, case: { kind: record.kind, id: record.id, reference: record.reference, sector: record.sector } };
}

/** The sector's name as a value; a dash while it is unknown. */
export function sectorVar(work: Work, sector: string | null): Line | { bilingual: { zh: string; en: string } } {
  const found = work.book.programme.sectors.find((each) => each.id === sector);
  return found ? { bilingual: found.label } : line('listing.no-sector');
}
