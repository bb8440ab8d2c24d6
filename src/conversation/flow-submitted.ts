/** After handing in: the number, what happens next and by when; staff and, for a need, similar lists are told. */
import type { CaseRecord, Draft } from '../programme/records.ts';
import { fieldsText } from './draft-text.ts';
import { statusLine } from './flow-status.ts';
import type { Line, NoticeInfo, SayButton } from './say.ts';
import { button, effect, line, mine, query, say, type Work } from './work.ts';

/** Tells the person and staff about a stage just handed in. `first` is false for a new version of a known case. */
export function afterHandIn(work: Work, draft: Draft, record: CaseRecord, first: boolean): Work {
  const told = tellStaff(work, record, first ? 'submitted' : 'changed');
  const lines: Line[] = [
    line(first ? 'submitted.done' : 'submitted.changed', {
      what: { key: `kind.${record.kind}` },
      reference: record.reference,
    }),
    line(`submitted.next.${record.kind}`),
    statusLine(work, record),
  ];
  const said = say(told, {
    lines,
    buttons: nextButtons(told, draft, record),
    files: record.kind === 'interest' ? [] : [{ document: record.kind === 'need' ? 'need' : 'application', id: record.id }],
  });
  if (record.kind !== 'need' || !first) return said;
  return query(said, { type: 'fits', need: record.id, words: fieldsText(draft) });
}

function nextButtons(work: Work, draft: Draft, record: CaseRecord): readonly SayButton[] {
  const goOn = draft.status === 'open';
  const key = record.kind === 'need' ? 'button.complete-need' : 'button.write-bid';
  return [
    ...(goOn ? [button(key, { do: 'resume', draft: draft.id }, 'primary')] : []),
    ...(record.kind === 'need' ? [button('button.preview', { do: 'preview', draft: draft.id })] : []),
    ...(mine(work).hasReturnLink ? [] : [button('button.return-link', { do: 'return-link' })]),
    button('button.status', { do: 'status', case: record.id }),
  ];
}

/** A notice to the staff who answer for the sector: number, sector and what happened; buttons act on this version. */
export function tellStaff(work: Work, record: CaseRecord, what: 'submitted' | 'changed' | 'withdrawn'): Work {
  return effect(work, {
    type: 'tell',
    to: { staff: { sector: record.sector } },
    say: {
      lines: [
        line(`notice.${record.kind}.${what}`, {
          reference: record.reference,
          sector: sectorVar(work, record.sector),
          title: record.offline ? '' : record.title,
        }),
      ],
      buttons: what === 'withdrawn' ? [] : noticeButtons(record),
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
