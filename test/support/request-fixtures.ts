import { newRequest, type PersonRequest } from '../../src/conversation/person-request.ts';
import { MONDAY } from './case-fixtures.ts';
import { randomId } from './random-id.ts';

/** A wish for a person, just made by `account`. */
export function aRequest(account: string, text: string, more: Partial<PersonRequest> = {}): PersonRequest {
  const who = {
    id: account,
    locale: 'zh',
    localeChosen: false,
    name: null,
    createdAt: MONDAY,
    source: 'live',
  } as const;
  const seed = { id: randomId(), at: MONDAY, channel: 'web', account: who };
  return { ...newRequest(seed, text, { doing: { key: 'request.doing-nothing' }, draft: null }), ...more };
}
