/** Several answers in one message: all are taken, each echoed, and one question is asked at the end. */
import type { AnswerValue } from '../programme/answer.ts';
import { checkAnswer } from '../programme/check-answer.ts';
import { type Asked, fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { readValue } from '../understanding/read-value.ts';
import { contextOf } from './draft-change.ts';
import { doubtful, rejection, storeValue } from './flow-answer.ts';
import { mend } from './flow-mend.ts';
import { askNext } from './flow-next.ts';
import { readContext } from './focus.ts';
import { pathNumbered } from './open-for-change.ts';
import type { Line } from './say.ts';
import { line, type Work } from './work.ts';

/** A command that fills a field. */
export type Filling = Extract<Command, { do: 'set' | 'correct' | 'answer' }>;

/** True for commands that only fill fields of the form in hand. */
export function isFilling(command: Command): command is Filling {
  return command.do === 'set' || command.do === 'correct' || command.do === 'answer';
}

interface Doubt {
  readonly path: string;
  readonly value: AnswerValue;
  readonly why: string;
}

/** Stores all that is certain; then shows the first doubtful one, or says how to mend the first refused one, or asks on. */
export function takeMany(start: Work, draft: Draft, inHand: string | null, commands: readonly Filling[]): Work {
  let work = start;
  let now = draft;
  let doubt: Doubt | undefined;
  let refused: { asked: Asked; problem: Line } | undefined;
  for (const command of commands) {
    const path = command.do === 'answer' ? inHand : (pathNumbered(work, now, command.path) ?? null);
    const asked = path === null ? null : fieldAt(work.book.form(now.form), path, contextOf(work, now));
    if (path === null || !asked) continue;
    const reading =
      command.do === 'set'
        ? ({ outcome: 'accept', value: command.value } as const)
        : readValue(asked.field, command.text, readContext(work));
    if (reading.outcome === 'confirm') doubt ??= { path, value: reading.value, why: reading.why };
    else if (reading.outcome === 'reject')
      refused ??= { asked, problem: rejection(reading, 'text' in command ? command.text : '') };
    else {
      const check = checkAnswer(asked.field, reading.value, contextOf(work, now));
      if (!check.ok) refused ??= { asked, problem: line(`value.${check.reason}`, check.vars) };
      const stored = check.ok ? storeValue(work, now, path, reading.value) : null;
      if (!stored?.ok) continue;
      work = stored.work;
      now = stored.draft;
    }
  }
  if (doubt) return doubtful(work, now, doubt.path, doubt.value, doubt.why);
  return refused ? mend(work, now, refused.asked, refused.problem) : askNext(work, now);
}
