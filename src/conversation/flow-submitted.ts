/** After handing in: the number, what happens next and by when; staff and, for a need, similar lists are told. */
import type { CaseRecord, Draft } from '../programme/records.ts';
import { goOn } from './case-draft.ts';
import { fieldsText } from './draft-text.ts';
import { lookUpCard } from './flow-card.ts';
import type { SayButton } from './say.ts';
import { whereLine } from './status-line.ts';
import { tellStaff } from './tell-staff.ts';
import { button, line, mine, query, say, type Work } from './work.ts';

/** Tells the person and staff about a stage just handed in. `first` is false for a new version of a known case. */
export function afterHandIn(work: Work, draft: Draft, record: CaseRecord, first: boolean): Work {
  const told = tellStaff(work, record, first ? 'submitted' : 'changed');
  const said = say(told, {
    lines: [
      line(first ? 'submitted.done' : 'submitted.changed', {
        what: { key: `kind.${record.kind}` },
        reference: record.reference,
      }),
      line(nextKey(draft, record)),
      line('submitted.where', { where: whereLine(work, record) }),
    ],
    buttons: nextButtons(told, draft, record),
    files:
      record.kind === 'interest'
        ? []
        : [{ document: record.kind === 'need' ? 'need' : 'application', id: record.id, called: record.reference }],
  });
  if (record.kind !== 'need') return said;
  if (!first) return draft.status === 'open' ? said : lookUpCard(said, draft, record);
  return query(said, { type: 'fits', need: record.id, words: fieldsText(draft) });
}

function nextKey(draft: Draft, record: CaseRecord): string {
  const completed = record.kind === 'need' && draft.status !== 'open';
  return completed ? 'submitted.next.need-complete' : `submitted.next.${record.kind}`;
}

function nextButtons(work: Work, draft: Draft, record: CaseRecord): readonly SayButton[] {
  const isOpen = draft.status === 'open';
  const key = record.kind === 'need' ? 'button.complete-need' : 'button.write-bid';
  return [
    ...(isOpen ? [button(key, goOn(record, draft), 'primary')] : []),
    ...(record.kind === 'need' ? [button('button.preview', { do: 'preview', draft: draft.id })] : []),
    button('button.status', { do: 'status', case: record.id }),
    ...(mine(work).hasReturnLink ? [] : [button('button.return-link', { do: 'return-link' })]),
  ];
}
