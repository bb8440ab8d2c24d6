/** The audit of a turn: who did what to which record, and a hash of why. No text of people. */
import { createHash } from 'node:crypto';
import type { Effect } from '../conversation/reducer-types.ts';
import type { AuditEntry } from '../programme/records.ts';

/** Who acted, when, and the random id of the message that caused it. */
export interface AuditStamp {
  readonly at: string;
  readonly actor: string;
  readonly turn: string;
}

/** One row per effect that changes a record, a consent or an account; suggestions shown are kept as well (R12). */
export function auditRows(effects: readonly Effect[], stamp: AuditStamp): readonly AuditEntry[] {
  return effects.flatMap((effect) => {
    const row = auditRow(effect, stamp.actor);
    return row === null ? [] : [{ from: null, to: null, reasonHash: null, ...stamp, ...row }];
  });
}

type Row = Pick<AuditEntry, 'action' | 'object'> & Partial<Pick<AuditEntry, 'from' | 'to' | 'reasonHash'>>;

function auditRow(effect: Effect, actor: string): Row | null {
  const account = { kind: 'account', id: actor };
  switch (effect.type) {
    case 'save-case': {
      const { record, action, from, reason } = effect;
      const reasonHash = reason === undefined ? null : createHash('sha256').update(reason).digest('hex');
      return { action, object: { kind: record.kind, id: record.id }, from, to: record.status, reasonHash };
    }
    case 'audit':
      return { action: effect.action, object: effect.object, from: effect.from, to: effect.to };
    case 'save-consent':
      return { action: 'consent', object: account, to: effect.consent.kind };
    case 'withdraw-consent':
      return { action: 'withdraw-consent', object: account, from: effect.kind };
    case 'delete-account':
      return { action: 'delete-account', object: account };
    case 'log-suggestion':
      return { action: 'suggest', object: { kind: 'suggestion', id: effect.listings.join(' ') }, to: effect.purpose };
    case 'handoff':
      return { action: 'handoff', object: { kind: 'request', id: effect.request.id }, to: 'open' };
    case 'save-request': {
      const { request, action } = effect;
      return { action, object: { kind: 'request', id: request.id }, to: request.status };
    }
    default:
      return null;
  }
}
