/** Answering what a paper proposes: all of it goes in, one value is said anew, or nothing changes. */
import { isRows } from '../programme/answer-path.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import type { DraftIntake, Proposal } from '../programme/draft-intake.ts';
import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf, saveDraft, setAnswers } from './draft-change.ts';
import { rejection } from './flow-answer.ts';
import { showIntake, withoutIntake } from './flow-intake.ts';
import { askNext } from './flow-next.ts';
import { readContext } from './focus.ts';
import type { DocumentRef } from './say.ts';
import { shownValue } from './show-answer.ts';
import { button, line, note, say, type Work, withState } from './work.ts';

type IntakeCommand = Extract<Command, { do: 'intake' }>;

/** Does what was chosen about the list on screen; a list that is gone is said so. */
export function answerIntake(work: Work, draft: Draft, command: IntakeCommand): Work {
  const { intake } = draft;
  if (intake?.step !== 'list') return askNext(note(work, line('intake.gone')), draft);
  switch (command.act) {
    case 'take':
      return take(work, draft, intake);
    case 'drop':
      return drop(work, draft);
    case 'show':
      return showIntake(work, draft, command.page);
    case 'change':
      return change(work, draft, intake, command);
    case 'leave-out':
      return keepOnly(
        work,
        draft,
        intake,
        intake.entries.filter((_, at) => at + 1 !== command.n),
      );
  }
}

/** Everything certain goes in as one version; doubtful values stay and are asked; the paper is offered back, filled. */
function take(work: Work, draft: Draft, intake: DraftIntake): Work {
  const { certain, doubtful } = sorted(work, draft, intake.entries);
  const rows = certain.filter(({ value }) => isRows(value)).map(({ path }) => ({ path: `${path}#done`, value: true }));
  const left: Draft =
    doubtful.length > 0 ? { ...draft, intake: { ...intake, entries: doubtful, step: 'doubts' } } : withoutIntake(draft);
  const set = setAnswers(work, left, [...certain, ...rows]);
  const told = certain.length > 0 ? note(set.work, line('intake.taken', { n: certain.length })) : set.work;
  const asked = askNext(told, set.draft);
  if (draft.status !== 'open') return asked;
  return withFile(asked, { document: 'draft', id: draft.id, called: { bilingual: work.book.form(draft.form).title } });
}

/** Checked once more: the draft may have changed since the list was made. */
function sorted(work: Work, draft: Draft, entries: readonly Proposal[]): { certain: Proposal[]; doubtful: Proposal[] } {
  const context = contextOf(work, draft);
  const good = entries.filter(({ path, value }) => {
    const asked = fieldAt(work.book.form(draft.form), path, context);
    return asked !== null && (value === null || checkAnswer(asked.field, value, context).ok);
  });
  const isCertain = ({ why }: Proposal) => why === undefined || entries.length === 1;
  return { certain: good.filter(isCertain), doubtful: good.filter((each) => !isCertain(each)) };
}

/** The last message also carries a paper. */
function withFile(work: Work, file: DocumentRef): Work {
  const at = work.effects.findLastIndex((each) => each.type === 'reply');
  return {
    ...work,
    effects: work.effects.map((each, n) =>
      n === at && each.type === 'reply' ? { ...each, say: { ...each.say, files: [...each.say.files, file] } } : each,
    ),
  };
}

function drop(work: Work, draft: Draft): Work {
  const saved = saveDraft(work, withoutIntake(draft));
  return askNext(note(saved.work, line('intake.dropped')), saved.draft);
}

/** Which value, then what it should be; typed words are read like an answer to its question. */
function change(work: Work, draft: Draft, intake: DraftIntake, { n, text }: IntakeCommand): Work {
  const entry = n === undefined ? undefined : intake.entries[n - 1];
  const asked = entry && fieldAt(work.book.form(draft.form), entry.path, contextOf(work, draft));
  if (!entry || !asked || n === undefined) return whichOne(work, draft, intake);
  if (text !== undefined) return sayAnew(work, draft, intake, { entry, n, text });
  return say(withState(work, { focus: { in: 'intake', draft: draft.id, change: entry.path } }), {
    lines: [
      line('intake.change', {
        label: { bilingual: asked.field.label },
        value: shownValue(work, draft, asked.field, entry.value, 60),
      }),
      ...(asked.field.example ? [line('form.example', { example: { bilingual: asked.field.example } })] : []),
    ],
    buttons: [
      button('button.intake-leave-out', { do: 'intake', draft: draft.id, act: 'leave-out', n }),
      button('button.intake-back', { do: 'intake', draft: draft.id, act: 'show' }),
    ],
    asks: 'intake',
  });
}

function whichOne(work: Work, draft: Draft, { entries }: DraftIntake): Work {
  return say(withState(work, { focus: { in: 'intake', draft: draft.id } }), {
    lines: [line('intake.which', { n: entries.length })],
    buttons: [button('button.intake-back', { do: 'intake', draft: draft.id, act: 'show' })],
    asks: 'intake',
  });
}

interface Anew {
  readonly entry: Proposal;
  readonly n: number;
  readonly text: string;
}

function sayAnew(work: Work, draft: Draft, intake: DraftIntake, { entry, n, text }: Anew): Work {
  const context = contextOf(work, draft);
  const asked = fieldAt(work.book.form(draft.form), entry.path, context);
  if (!asked) return showIntake(work, draft);
  const reading = readValue(asked.field, text, readContext(work));
  const check = reading.outcome === 'reject' ? null : checkAnswer(asked.field, reading.value, context);
  const problem =
    reading.outcome === 'reject'
      ? rejection(reading, text)
      : check && !check.ok
        ? line(`value.${check.reason}`, check.vars)
        : null;
  if (problem || reading.outcome === 'reject')
    return say(withState(work, { focus: { in: 'intake', draft: draft.id, change: entry.path } }), {
      lines: problem ? [problem] : [],
      buttons: [
        button('button.intake-leave-out', { do: 'intake', draft: draft.id, act: 'leave-out', n }),
        button('button.intake-back', { do: 'intake', draft: draft.id, act: 'show' }),
      ],
      asks: 'intake',
    });
  const doubt = reading.outcome === 'confirm' && !isRows(reading.value) ? { why: reading.why } : {};
  const anew: Proposal = { path: entry.path, value: reading.value, ...doubt };
  return keepOnly(
    work,
    draft,
    intake,
    intake.entries.map((each) => (each.path === entry.path ? anew : each)),
  );
}

function keepOnly(work: Work, draft: Draft, intake: DraftIntake, entries: readonly Proposal[]): Work {
  if (entries.length === 0) return drop(work, draft);
  const saved = saveDraft(work, { ...draft, intake: { ...intake, entries } });
  return showIntake(saved.work, saved.draft);
}
