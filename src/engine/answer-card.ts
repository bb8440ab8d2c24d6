/** What a need seems to be about, for the question to its owner. The lexicon failing asks nothing; it never fails a turn. */
import type { Event, EventStamp, Query } from '../conversation/reducer-types.ts';
import type { Running } from './parts.ts';

/** Answers `draft-card`. */
export async function answerCard(
  query: Extract<Query, { type: 'draft-card' }>,
  stamp: EventStamp,
  { draftCard, log }: Pick<Running, 'draftCard' | 'log'>,
): Promise<Event> {
  const draft = await draftCard?.(query.words).catch((error: unknown) => {
    log.warn({ error: String(error) }, 'no concept card could be drafted; its owner is not asked');
    return null;
  });
  return { ...stamp, type: 'card-drafted', query, names: draft?.names ?? null };
}
