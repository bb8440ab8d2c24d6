/** Lists drafted and edited on the desk: the key-technology track's entrance (R2). */
import type { Answers, AnswerValue } from '../programme/answer.ts';
import { textAnswer } from '../programme/case-answers.ts';
import { checkStage } from '../programme/check-stage.ts';
import type { Field } from '../programme/form.ts';
import { visibleFields } from '../programme/form-fields.ts';
import { readIndicators } from '../programme/indicator.ts';
import { listingDetails } from '../programme/listing-details.ts';
import { newListing } from '../programme/new-case.ts';
import type { CaseRecord, Listing } from '../programme/records.ts';
import { dayIn } from '../programme/working-days.ts';
import type { Command } from '../understanding/command.ts';
import { readValue } from '../understanding/read-value.ts';
import { localeOf } from './focus.ts';
import type { Line } from './say.ts';
import { button, derivedId, effect, line, say, type Work } from './work.ts';

type SaveListing = Extract<Command, { do: 'save-listing' }>;

/** Statuses in which staff may still change what a list says; a published one is only extended or closed. */
const EDITABLE: readonly string[] = ['drafted', 'vetted'];
/** The most problems named at once. */
const SHOWN_PROBLEMS = 12;

/** Makes or changes a list from the desk's fields; what cannot be read is named field by field and nothing is saved. */
export function saveListing(work: Work, command: SaveListing, existing: CaseRecord | null): Work {
  if (existing && existing.kind !== 'listing') return say(work, { lines: [line('case.not-found')] });
  if (existing && !EDITABLE.includes(existing.status))
    return say(work, { lines: [line('listing.fixed', { reference: existing.reference })] });
  if (existing && command.version !== undefined && command.version !== existing.version) {
    return say(work, {
      lines: [
        line('act.changed', { reference: existing.reference, status: { key: `status.listing.${existing.status}` } }),
      ],
    });
  }
  const form = work.book.form(work.book.programme.listingForm);
  const context = { programme: work.book.programme, track: command.track, indicators: [] };
  const stage = form.stages[0]?.id ?? '';
  const read = readFields(work, visibleFields(form, stage, {}, context), command.fields);
  const missing = checkStage(form, stage, read.answers, context).filter((each) => each.severity === 'error');
  const problems = [...read.problems, ...missing.map((each) => line('text', { text: { bilingual: each.message } }))];
  if (problems.length > 0)
    return say(work, {
      lines: [
        line('listing.problems', { n: problems.length }),
        ...problems.slice(0, SHOWN_PROBLEMS),
        ...(problems.length > SHOWN_PROBLEMS
          ? [line('listing.more-problems', { n: problems.length - SHOWN_PROBLEMS })]
          : []),
      ],
    });
  return store(work, command, existing, read.answers, form.version);
}

function readFields(
  work: Work,
  fields: readonly Field[],
  typed: SaveListing['fields'],
): { answers: Answers; problems: readonly Line[] } {
  const answers: Record<string, AnswerValue> = {};
  const problems: Line[] = [];
  for (const field of fields) {
    const text = typed[field.id]?.trim() ?? '';
    if (text === '') continue;
    if (field.kind === 'rows') {
      answers[field.id] = readIndicators(text).map((each) => ({ ...each }));
      answers[`${field.id}#done`] = true;
      continue;
    }
    const reading = readValue(field, text, {
      today: dayIn(work.book.programme.timeZone, work.event.at),
      locale: localeOf(work),
      programme: work.book.programme,
    });
    if (reading.outcome === 'accept') answers[field.id] = reading.value;
    else
      problems.push(
        problemLine(
          field,
          reading.outcome === 'reject'
            ? line(`value.${reading.reason}`, { ...reading.vars, text })
            : line('listing.doubtful', { text }),
        ),
      );
  }
  return { answers, problems };
}

function problemLine(field: Field, message: Line): Line {
  return line('listing.problem', { label: { bilingual: field.label }, message });
}

function store(
  work: Work,
  command: SaveListing,
  existing: Listing | null,
  answers: Answers,
  formVersion: number,
): Work {
  const { programme } = work.book;
  const seed = { id: derivedId(work.event, 'listing'), at: work.event.at, programme };
  const handedIn = { account: work.book.mine.account.id, form: programme.listingForm, formVersion, answers };
  const said = listingDetails(answers, programme, work.event.at);
  const { takenBy = null, need = null } = existing?.details ?? {};
  const details = { ...said, takenBy, need };
  const record: Listing = existing
    ? {
        ...existing,
        title: textAnswer(answers, 'title') ?? existing.title,
        sector: textAnswer(answers, 'sector'),
        answers,
        details,
        version: existing.version + 1,
      }
    : newListing(handedIn, command.track, details, seed);
  return say(
    effect(work, {
      type: 'save-case',
      record,
      expected: existing?.version ?? 0,
      action: existing ? 'edit' : 'draft',
      from: existing?.status ?? null,
    }),
    {
      lines: [
        line(existing ? 'listing.saved' : 'listing.drafted', { reference: record.reference, title: record.title }),
      ],
      buttons: [button('button.open-case', { do: 'open-case', case: record.id }, 'primary')],
    },
  );
}
