import { describe, expect, it } from 'vitest';
import { makeDocuments } from '../../src/documents/documents.ts';
import { openPaper } from '../../src/documents/open-paper.ts';
import { draftView } from '../../src/engine/draft-view.ts';
import { findAnswers } from '../../src/intake/find-answers.ts';
import { isSame, propose } from '../../src/intake/propose.ts';
import type { Answers } from '../../src/programme/answer.ts';
import type { Form } from '../../src/programme/form.ts';
import type { FormContext } from '../../src/programme/form-context.ts';
import type { Draft, Listing } from '../../src/programme/records.ts';
import type { ReadContext } from '../../src/understanding/read-value.ts';
import { context, jiangxi, listContext, realForm } from '../programme/real-forms.ts';
import fc from '../support/fast-check.ts';
import { sampleAnswers } from '../support/sample-answers.ts';
import { documentParts } from '../support/sample-store.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const READ: ReadContext = { today: '2026-11-22', locale: 'zh', programme: jiangxi };
const documents = makeDocuments(documentParts);

const LISTING = {
  ...{
    id: 'l1',
    reference: 'L-TEST0-00001',
    kind: 'listing',
    title: '示例榜',
    track: 'key-technology',
    organisation: null,
    sector: null,
  },
  details: { indicators: listContext.indicators, money: null, deadline: null, batch: null, termMonths: 24 },
} as unknown as Listing;

function draftOf(form: Form, answers: Answers): Draft {
  const purpose = form.id === 'need' ? 'need' : form.id === 'profile' ? 'profile' : 'application';
  return {
    ...{
      id: 'a'.repeat(32),
      account: 'somebody',
      purpose,
      listing: purpose === 'application' ? 'l1' : null,
      case: null,
    },
    ...{ form: form.id, formVersion: form.version, stage: form.stages[0]?.id ?? '', answers, filledBy: {}, undo: [] },
    ...{ status: 'open', version: 1, createdAt: '2026-11-22T00:00:00Z', updatedAt: '2026-11-22T00:00:00Z' },
  } as Draft;
}

/** Issues the form of a draft as Word and reads the file back against an empty draft. */
async function throughWord(form: Form, answers: Answers, ctx: FormContext) {
  const listing = form.id.startsWith('application') ? LISTING : null;
  const view = draftView(draftOf(form, answers), listing, { at: '2026-11-22T00:00:00Z', programme: jiangxi });
  const paper = await documents.make({ document: 'draft', id: 'a'.repeat(32) }, view, null);
  const reading = await openPaper(paper.bytes, WORD);
  if (!reading.ok) throw new Error(reading.problem);
  return propose(findAnswers(reading.paper, form), form, {}, { read: READ, form: ctx });
}

/** Answers a paper can carry: those left open, a bare "no" to a pledge aside. */
function wanted(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null && value !== undefined));
}

describe('a form filled in the chat, issued as Word and sent back', () => {
  for (const id of ['need', 'application-enterprise-demand', 'application-key-technology', 'profile']) {
    it(`says the same answers: ${id}`, async () => {
      const form = realForm(id);
      const ctx = id.startsWith('application') ? listContext : context;
      await fc.assert(
        fc.asyncProperty(sampleAnswers(form, READ, ctx), async (answers) => {
          const { entries, unread } = await throughWord(form, answers, ctx);
          const back = Object.fromEntries(entries.map(({ path, value }) => [path, value]));
          const expected = wanted(answers);
          const differ = [...new Set([...Object.keys(expected), ...Object.keys(back)])].filter(
            (path) =>
              !isSame(back[path], expected[path]) && !(path === 'indicators' && expected.indicators === undefined),
          );
          expect(differ.map((path) => [path, back[path], expected[path]])).toEqual([]);
          expect(unread).toEqual([]);
        }),
        { numRuns: 25 },
      );
    }, 60_000);
  }

  it('asks for nothing when the form comes back as it was issued, empty', async () => {
    const form = realForm('need');
    expect(await throughWord(form, {}, context)).toEqual({ entries: [], unread: [], same: 0 });
  });
});
