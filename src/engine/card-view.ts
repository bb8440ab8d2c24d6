/** The concept card of a list or need, as staff see it beside what the lexicon proposes. */
import type { CardView } from '../ports/desk.ts';
import { type CardDraft, isEmptyCard } from '../programme/concept-card.ts';
import { type Actor, can } from '../programme/policy.ts';
import type { CaseRecord } from '../programme/records.ts';
import { subjectOf } from './candidates.ts';
import type { DeskParts } from './desk-parts.ts';
import { readCase } from './read-case.ts';

/** The card by id or reference; null for those who may not look at candidates, and for bids. */
export async function readCard(parts: DeskParts, actor: Actor, by: string): Promise<CardView | null> {
  const found = await readCase(parts.store.records, parts.programme, actor, by);
  if (!found || !can(actor, 'read-candidates', found.object)) return null;
  const { record } = found.object;
  if (record.kind !== 'listing' && record.kind !== 'need') return null;
  const mayEdit = can(actor, 'act:vet', found.object) && !record.offline;
  const card = record.card && !isEmptyCard(record.card) ? record.card : null;
  return { record, card, draft: record.offline ? null : await draftOf(parts, record), mayEdit };
}

/** What the lexicon proposes for a case; null where it cannot be read. */
export async function draftOf({ draftCard }: DeskParts, record: CaseRecord): Promise<CardDraft | null> {
  return (await draftCard?.(subjectOf(record)).catch(() => null)) ?? null;
}
