/** Where one case stands, in one sentence (R22). */
import { daysInStatus, isOverdue } from '../programme/days-in-status.ts';
import type { CaseRecord } from '../programme/records.ts';
import { stageOf } from '../programme/stage-of.ts';
import type { Line } from './say.ts';
import { line, type Work } from './work.ts';

const OWN_TURN: readonly string[] = ['applicant', 'owner'];

/** Who reads the sentence: the case's own person is told "您". */
export type StatusReader = 'own' | 'staff';

/** True while the case waits for its own person. */
export function isOwnTurn(record: CaseRecord): boolean {
  return record.kind !== 'listing' && OWN_TURN.includes(record.turn);
}

/** "N-…：专家论证（第 2/5 步），第12天，轮到专家，11月30日前答复". */
export function statusLine(work: Work, record: CaseRecord, reader: StatusReader = readerOf(work, record)): Line {
  const where = whereLine(work, record, reader);
  return line('status.line', {
    reference: record.reference,
    where: record.ownerGone ? line('status.owner-gone', { where }) : where,
  });
}

/** The same without the number, where it has just been said. */
export function whereLine(work: Work, record: CaseRecord, reader: StatusReader = readerOf(work, record)): Line {
  const { programme } = work.book;
  const place = stageOf(programme, record);
  const late = isOverdue(record, work.event.at, programme.timeZone);
  const promise: Line = record.promisedOn
    ? line(late ? 'status.promise-late' : 'status.promise', { day: { day: record.promisedOn } })
    : line('status.no-promise');
  const yours = reader === 'own' && isOwnTurn(record);
  return line(record.turn === 'nobody' ? 'status.where-ended' : place ? 'status.where' : 'status.where-off-track', {
    status: { key: `status.${record.kind}.${record.status}` },
    stage: place ? { bilingual: place.label } : '',
    index: place?.index ?? 0,
    of: place?.of ?? 0,
    day: daysInStatus(record, work.event.at, programme.timeZone) + 1,
    turn: { key: yours ? 'party.you' : `party.${record.turn}` },
    promise,
  });
}

function readerOf(work: Work, record: CaseRecord): StatusReader {
  return record.owner === work.book.mine.account.id ? 'own' : 'staff';
}
