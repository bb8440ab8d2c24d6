/** Files: the answer of a file field in hand; papers are read; else which field they are for is asked. */
import { READABLE, WORD } from '../intake/paper.ts';
import type { StoredFile } from '../programme/answer.ts';
import { valueAt } from '../programme/answer-path.ts';
import { visibleFields } from '../programme/form-fields.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { answerValue } from './flow-answer.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand, openDrafts } from './focus.ts';
import type { IntakeQuery } from './intake-types.ts';
import type { Event } from './reducer-types.ts';
import type { SayButton } from './say.ts';
import { button, line, note, query, say, type Work } from './work.ts';

/** Takes files for the field in hand, has a paper read, or asks what they are for; refused ones are named with the reason. */
export function filesArrived(work: Work, event: Extract<Event, { type: 'sent-files' }>): Work {
  const refused = event.refused.map((each) => line(`file.refused.${each.reason}`, { name: each.name }));
  const told = note(work, ...refused);
  const draft = draftInHand(work);
  if (event.files.length === 0) return draft ? askAgain(told, draft) : say(told, { lines: [] });
  const { focus } = work.state;
  const path = draft && 'path' in focus ? focus.path : null;
  const asked = !draft || path === null ? null : fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  const [only] = event.files.length === 1 ? event.files : [];
  if (draft && asked?.field.kind === 'file')
    return only && WORD.has(only.mime)
      ? read(told, { file: only, files: event.files, field: { draft: draft.id, path: asked.path } })
      : answerValue(told, draft, asked.path, joinedFiles(draft, asked.path, event.files));
  const paper = event.files.find((each) => READABLE.has(each.mime));
  return paper ? read(told, { file: paper, files: event.files }) : keepFiles(told, event.files);
}

/** What was refused is told at once: the answer to the query is another step of the same turn. */
function read(told: Work, asked: Omit<IntakeQuery, 'type'>): Work {
  return query(told.notes.length > 0 ? say(told, { lines: [] }) : told, { type: 'paper', ...asked });
}

/** Files that are only files: which field they are for, or that no form is open. */
export function keepFiles(work: Work, files: readonly StoredFile[]): Work {
  const draft = draftInHand(work);
  return draft
    ? askWhereTo(work, draft, files)
    : say(work, { lines: [line('file.no-form')], buttons: elsewhere(work) });
}

function elsewhere(work: Work): readonly SayButton[] {
  const waiting = openDrafts(work).length > 0;
  return [
    waiting ? button('button.resume', { do: 'resume' }) : button('button.open-lists', { do: 'find' }),
    button('button.handoff', { do: 'handoff' }),
  ];
}

/** The files of a field with those that came; the same file again replaces itself. */
export function joinedFiles(draft: Draft, path: string, files: readonly StoredFile[]): readonly StoredFile[] {
  const before = valueAt(draft.answers, path);
  const kept = Array.isArray(before)
    ? before.filter((each): each is StoredFile => typeof each === 'object' && each !== null && 'sha256' in each)
    : [];
  return [...kept.filter((each) => !files.some((file) => file.sha256 === each.sha256)), ...files];
}

function askWhereTo(work: Work, draft: Draft, files: readonly StoredFile[]): Work {
  const form = work.book.form(draft.form);
  const fields = form.stages
    .flatMap((stage) => visibleFields(form, stage.id, draft.answers, contextOf(work, draft)))
    .filter((field) => field.kind === 'file');
  if (fields.length === 0) return askAgain(note(work, line('file.not-wanted')), draft);
  return say(work, {
    lines: [line('file.for-which', { name: files[0]?.name ?? '' })],
    buttons: [
      ...fields.slice(0, 3).map((field) => ({
        label: line('text', { text: { bilingual: field.label } }),
        command: { do: 'set', path: field.id, value: joinedFiles(draft, field.id, files), draft: draft.id } as const,
      })),
      button('button.not-for-form', { do: 'keep' }),
    ],
  });
}
