/** What the person has after a step: the turn's own effects are seen by its next event. Pure. */
import { careAfter } from '../conversation/care-after.ts';
import type { Effect, Mine } from '../conversation/reducer-types.ts';
import { NO_CARE } from '../programme/care.ts';
import type { Draft } from '../programme/records.ts';

/** The snapshot with the effects applied in order; effects on other people's records leave it as it is. */
export function applyEffects(mine: Mine, effects: readonly Effect[]): Mine {
  return effects.reduce(applyEffect, mine);
}

function applyEffect(mine: Mine, effect: Effect): Mine {
  switch (effect.type) {
    case 'save-draft':
      return isMine(mine, effect.draft) ? { ...mine, drafts: withRow(mine.drafts, effect.draft) } : mine;
    case 'delete-draft':
      return { ...mine, drafts: mine.drafts.filter((draft) => draft.id !== effect.id) };
    case 'save-case':
      return effect.record.owner === mine.account.id ? { ...mine, cases: withRow(mine.cases, effect.record) } : mine;
    case 'save-profile':
      return effect.profile.account === mine.account.id ? { ...mine, profile: effect.profile } : mine;
    case 'save-account':
      return effect.account.id === mine.account.id ? { ...mine, account: effect.account } : mine;
    case 'save-consent':
      return { ...mine, consents: [...mine.consents, effect.consent] };
    case 'withdraw-consent':
      return { ...mine, consents: mine.consents.filter((consent) => consent.kind !== effect.kind) };
    case 'save-return-link':
      return { ...mine, hasReturnLink: true };
    case 'revoke-return-links':
      return { ...mine, hasReturnLink: false };
    case 'delete-account':
      return { ...mine, consents: [], profile: null, drafts: [], cases: [], hasReturnLink: false };
    case 'save-care':
    case 'save-subscription':
    case 'delete-subscriptions':
    case 'leave-draft':
      return { ...mine, care: careAfter(mine.care ?? NO_CARE, effect) };
    case 'handoff':
    case 'save-request':
      return effect.request.account === mine.account.id
        ? { ...mine, asked: withRow(mine.asked ?? [], effect.request) }
        : mine;
    case 'announce':
    case 'save-code':
    case 'count-wrong-code':
    case 'join-account':
    case 'join-draft':
    case 'reply':
    case 'tell':
    case 'cancel-group':
    case 'audit':
    case 'log-suggestion':
    case 'settle-message':
    case 'forget-talk':
      return mine;
  }
}

/** The person's own draft, or one they were invited to. */
function isMine(mine: Mine, draft: Draft): boolean {
  return draft.account === mine.account.id || mine.drafts.some((each) => each.id === draft.id);
}

function withRow<T extends { readonly id: string }>(rows: readonly T[], row: T): readonly T[] {
  const others = rows.filter((each) => each.id !== row.id);
  return others.length === rows.length ? [...rows, row] : rows.map((each) => (each.id === row.id ? row : each));
}
