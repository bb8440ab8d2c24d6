/** What a person's wishes, quiet hours and colleagues are after an effect. Pure. */
import type { Care } from '../programme/care.ts';
import type { CareEffect } from './care-types.ts';
import type { Effect } from './reducer-types.ts';

/** The effects that change {@link Care}. */
export type CareChange = Extract<
  CareEffect,
  { type: 'save-care' | 'save-subscription' | 'delete-subscriptions' | 'leave-draft' }
>;

const CHANGES: readonly Effect['type'][] = ['save-care', 'save-subscription', 'delete-subscriptions', 'leave-draft'];

/** True for an effect that changes {@link Care}. */
export function isCareChange(effect: Effect): effect is CareChange {
  return CHANGES.includes(effect.type);
}

/** The care with one effect applied. */
export function careAfter(care: Care, change: CareChange): Care {
  switch (change.type) {
    case 'save-care':
      return { ...care, settings: change.settings };
    case 'save-subscription': {
      const others = care.subscriptions.filter((each) => each.id !== change.subscription.id);
      return { ...care, subscriptions: [...others, change.subscription] };
    }
    case 'delete-subscriptions':
      return { ...care, subscriptions: care.subscriptions.filter((each) => !change.ids.includes(each.id)) };
    case 'leave-draft':
      return {
        ...care,
        colleagues: care.colleagues.filter((each) => each.draft !== change.draft || each.account !== change.account),
      };
  }
}
