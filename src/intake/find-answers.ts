/** Walks through a paper once and finds what stands behind the labels of a form. */
import type { Form } from '../programme/form.ts';
import { type Findings, type FormBook, formBook, gathering } from './findings.ts';
import { labelledLines } from './line-answers.ts';
import type { Paper } from './paper.ts';
import { tableAnswers } from './table-answers.ts';

/** Forms stay as they were loaded: their label books are made once. */
const books = new WeakMap<Form, FormBook>();

/** Finds what a paper says by the labels of the form; nothing is read into it yet. */
export function findAnswers(paper: Paper, form: Form): Findings {
  const book = books.get(form) ?? formBook(form);
  books.set(form, book);
  const found = gathering();
  let caption = '';
  for (const block of paper.blocks) {
    if (block.kind === 'lines') caption = labelledLines(block.lines, book, found) || caption;
    else {
      tableAnswers(block.rows, caption, book, found);
      caption = '';
    }
  }
  return found.done();
}
