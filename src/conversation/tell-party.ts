/** The party of a case is told what staff did: what happened, why, and what comes next. */
import type { CaseRecord } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { isOwnTurn, statusLine } from './status-line.ts';
import { noticeInfo, sectorVar } from './tell-staff.ts';
import { button, effect, line, type Work } from './work.ts';

type Act = Extract<Command, { do: 'act' }>;

/** The person concerned is told what happened, why, and what comes next; the notice waits until it can no longer be taken back. */
export function tellParty(work: Work, command: Pick<Act, 'action' | 'reason'>, next: CaseRecord, group: string): Work {
  const { owner } = next;
  if (owner === null || next.source !== 'live' || owner === work.book.mine.account.id) return work;
  return effect(work, {
    type: 'tell',
    to: { account: owner },
    say: {
      lines: [
        line(`told.${next.kind}.${command.action}`, {
          reference: next.reference,
          title: next.title,
          sector: sectorVar(work, next.sector),
        }),
        ...(command.reason ? [line('told.reason', { reason: command.reason })] : []),
        statusLine(work, next, 'own'),
      ],
      buttons: [
        isOwnTurn(next)
          ? button('button.go-mend', { do: 'resume', case: next.id }, 'primary')
          : button('button.status', { do: 'status', case: next.id }),
      ],
      cards: [],
      files: [],
    },
    notice: noticeInfo(next, `${next.kind}-${command.action}`),
    group,
    delaySeconds: work.book.programme.rules.undoSeconds,
  });
}
