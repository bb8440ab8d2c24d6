/** Who asked for a person, as far as staff may know: their cases, and the number they left to be reached at. */
import type { PersonRequest } from '../conversation/person-request.ts';
import type { Asker } from '../ports/desk.ts';
import { contactAnswers } from '../programme/case-answers.ts';
import { can } from '../programme/policy.ts';
import type { CaseRecord } from '../programme/records.ts';
import { seenBy } from './case-content.ts';
import type { QueueFor } from './queue.ts';
import { readCase } from './read-case.ts';

/** The most cases named beside one wish. */
const MOST = 3;
const ENDED: readonly string[] = ['withdrawn', 'grown'];

/** Null for those who may not answer; contacts only of cases the actor may reach the person about, and while the consent stands. */
export async function askerOf(
  { records, programme, actor }: QueueFor,
  { account, draft: draftId }: PersonRequest,
): Promise<Asker | null> {
  if (!can(actor, 'answer-request', { kind: 'programme' })) return null;
  const [cases, drafts, consents] = await Promise.all([
    records.cases({ owner: account }),
    records.drafts(account),
    records.consents(account),
  ]);
  const inHand = drafts.find((draft) => draft.id === draftId)?.case?.id;
  const living = cases
    .filter((record) => !ENDED.includes(record.status))
    .toSorted((a, b) => Number(b.id === inHand) - Number(a.id === inHand))
    .slice(0, MOST);
  const found = await Promise.all(living.map((record) => readCase(records, programme, actor, record.id)));
  const mayCall = consents.some((each) => each.kind === 'data');
  return found.reduce<Asker>(
    (asker, each) => {
      if (each === null) return asker;
      const { reference, title, offline } = each.view.record;
      const reachable = mayCall && can(actor, 'read-contact', each.object);
      const contact = reachable ? contactOf(seenBy(actor, each.object)) : null;
      return {
        cases: asker.cases.concat({ reference, title: offline ? null : title }),
        contact: asker.contact ?? contact,
      };
    },
    { cases: [], contact: null },
  );
}

function contactOf(record: CaseRecord): string | null {
  const said = Object.values(contactAnswers(record.answers)).filter((value) => typeof value === 'string');
  return said.join('　') || null;
}
