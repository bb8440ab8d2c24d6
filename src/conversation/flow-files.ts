/** Files: the answer of a file field in hand; sent elsewhere, which field they are for is asked. */
import type { StoredFile } from '../programme/answer.ts';
import { valueAt } from '../programme/answer-path.ts';
import { visibleFields } from '../programme/form-fields.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { answerValue } from './flow-answer.ts';
import { askAgain } from './flow-next.ts';
import { draftInHand, openDrafts } from './focus.ts';
import type { Event } from './reducer-types.ts';
import type { SayButton } from './say.ts';
import { button, line, note, say, type Work } from './work.ts';

/** Takes files for the field in hand, or asks what they are for; refused ones are named with the reason. */
export function filesArrived(work: Work, event: Extract<Event, { type: 'sent-files' }>): Work {
  const refused = event.refused.map((each) => line(`file.refused.${each.reason}`, { name: each.name }));
  const told = note(work, ...refused);
  const draft = draftInHand(work);
  if (event.files.length === 0) return draft ? askAgain(told, draft) : say(told, { lines: [] });
  if (!draft) return say(told, { lines: [line('file.no-form')], buttons: elsewhere(work) });
  const { focus } = work.state;
  const path = 'path' in focus ? focus.path : null;
  const asked = path === null ? null : fieldAt(work.book.form(draft.form), path, contextOf(work, draft));
  if (asked?.field.kind === 'file') return answerValue(told, draft, asked.path, joined(draft, asked.path, event.files));
  return askWhereTo(told, draft, event.files);
}

function elsewhere(work: Work): readonly SayButton[] {
  const waiting = openDrafts(work).length > 0;
  return [
    waiting ? button('button.resume', { do: 'resume' }) : button('button.open-lists', { do: 'find' }),
    button('button.handoff', { do: 'handoff' }),
  ];
}

function joined(draft: Draft, path: string, files: readonly StoredFile[]): readonly StoredFile[] {
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
        command: { do: 'set', path: field.id, value: joined(draft, field.id, files), draft: draft.id } as const,
      })),
      button('button.not-for-form', { do: 'keep' }),
    ],
  });
}
