/** People as the documents they wrote. */
import { z } from 'zod';
import { botError } from '../../errors.ts';
import { itemsOf, type TextRow } from './suite.ts';

/** A person: ids of documents, or texts of their own, each scored for itself. */
export const PERSON_ROW = z.object({
  id: z.string(),
  docs: z.array(z.string()).default([]),
  items: z.array(z.string()).default([]),
});

/** Each person's items: the texts of their documents, then their own. Throws BotError `data` for an unknown document. */
export function gathered(people: readonly z.infer<typeof PERSON_ROW>[], docs: readonly TextRow[]): readonly TextRow[] {
  const known = new Map(docs.map((doc) => [doc.id, itemsOf(doc)]));
  return people.map(({ id, docs: own, items }) => ({
    id,
    items: [
      ...own.flatMap((each) => {
        const texts = known.get(each);
        if (!texts) throw botError('data', `person ${id} names document ${each}, which is not there`);
        return texts;
      }),
      ...items,
    ],
  }));
}
