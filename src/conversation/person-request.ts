/** A wish for a person (转人工): what was asked, what was answered and by whom. */
import { createHash } from 'node:crypto';
import type { Account } from '../programme/records.ts';
import type { Address } from './address.ts';
import type { Line, NoticeInfo } from './say.ts';

/** One thing said: `name` is the staff member's, null for the person who asked. */
export interface RequestWords {
  readonly at: string;
  readonly side: 'person' | 'staff';
  readonly name: string | null;
  readonly text: string;
}

/** A request and its thread. `open` waits for staff; `answered` waits for nobody but may be asked on; `closed` is done. */
export interface PersonRequest {
  readonly id: string;
  /** Short number people see, e.g. `H-7K3M9Q`. */
  readonly reference: string;
  readonly version: number;
  readonly account: string;
  /** What the person calls themselves, null when unknown. */
  readonly name: string | null;
  readonly status: 'open' | 'answered' | 'closed';
  readonly at: string;
  readonly channel: string;
  /** Where the person asked; filled in by the engine. */
  readonly from: Address | null;
  /** What they were doing: the summary staff read. */
  readonly doing: Line;
  /** The draft that waits, to go on with. */
  readonly draft: string | null;
  readonly words: readonly RequestWords[];
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The longest thread kept; the oldest words of a longer one go. */
const MOST_WORDS = 40;

/** The number of a request, made from its random id. */
export function requestReference(id: string): string {
  const bits = createHash('sha256').update(`request:${id}`).digest();
  return `H-${Array.from({ length: 6 }, (_, index) => ALPHABET.charAt(bits.readUInt8(index) & 31)).join('')}`;
}

/** A request just made, with its first words where there are any yet. */
export function newRequest(
  seed: { readonly id: string; readonly at: string; readonly channel: string; readonly account: Account },
  text: string,
  about: Pick<PersonRequest, 'doing' | 'draft'>,
): PersonRequest {
  const { id, at, channel, account } = seed;
  return {
    id,
    reference: requestReference(id),
    version: 1,
    account: account.id,
    name: account.name,
    status: 'open',
    at,
    channel,
    from: null,
    ...about,
    words: text === '' ? [] : [{ at, side: 'person', name: null, text }],
  };
}

/** The request with further words, one version up; the person's open it again, staff's answer it. */
export function withWords(request: PersonRequest, words: RequestWords): PersonRequest {
  const status = words.side === 'person' ? 'open' : 'answered';
  return { ...request, version: request.version + 1, status, words: [...request.words, words].slice(-MOST_WORDS) };
}

/** What a notice about a request carries. */
export function requestNotice(request: PersonRequest, kind: string): NoticeInfo {
  return { kind, case: { kind: 'request', id: request.id, reference: request.reference, sector: null } };
}
