/** Reading pasted text against a real form. */
import { findAnswers } from '../../src/intake/find-answers.ts';
import { propose } from '../../src/intake/propose.ts';
import { textPaper } from '../../src/intake/text-blocks.ts';
import type { Answers } from '../../src/programme/answer.ts';
import type { Proposals } from '../../src/programme/draft-intake.ts';
import { context, jiangxi, listContext, realForm } from '../programme/real-forms.ts';

/** What a text proposes for a form; values by path, and what could not be read. */
export function proposed(text: string, id = 'need', answers: Answers = {}): Proposals & { readonly values: Answers } {
  const form = realForm(id);
  const read = { today: '2026-11-22', locale: 'zh', programme: jiangxi } as const;
  const found = findAnswers(textPaper(text), form);
  const made = propose(found, form, answers, { read, form: id.startsWith('application') ? listContext : context });
  return { ...made, values: Object.fromEntries(made.entries.map(({ path, value }) => [path, value])) };
}
