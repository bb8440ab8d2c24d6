/** One draft, several views: what changed in another channel, or by a colleague, is told at the next message here. */

import { fieldAt } from '../programme/next-field.ts';
import type { Draft } from '../programme/records.ts';
import { contextOf } from './draft-change.ts';
import { draftName } from './draft-name.ts';
import type { Event } from './reducer-types.ts';
import { line, mine, note, type Work, withState } from './work.ts';

/** Events a person made; the product's own clock and answers to questions are none. */
const BY_PERSON: readonly Event['type'][] = ['opened', 'said', 'chose', 'stale-button', 'sent-files', 'edited'];
/** Changed fields that are named. */
const NAMED = 3;

/** Before a message is answered: what happened to open drafts since this channel last saw them, and that the talk was joined. */
export function tellElsewhere(work: Work): Work {
  if (!BY_PERSON.includes(work.event.type)) return work;
  const seen = work.state.views?.[work.event.channel] ?? {};
  const changed = openOnes(work).filter((draft) => (seen[draft.id] ?? draft.version) < draft.version);
  return changed.reduce((told, draft) => note(told, changeLine(told, draft, seen[draft.id] ?? 0)), tellJoined(work));
}

function tellJoined(work: Work): Work {
  const { joinedFrom } = work.state;
  if (!joinedFrom || joinedFrom === work.event.channel) return work;
  const where = line('care.joined-elsewhere', { channel: { key: `care.channel.${joinedFrom}` } });
  return note(withState(work, { joinedFrom: null }), where);
}

function openOnes(work: Work): readonly Draft[] {
  return mine(work).drafts.filter((draft) => draft.status === 'open');
}

/** The last changes are in the draft's own list of steps to take back; older ones are only counted. */
function changeLine(work: Work, draft: Draft, seen: number) {
  const form = work.book.form(draft.form);
  const paths = draft.undo.slice(-(draft.version - seen)).map((step) => step.path.replace(/[[#].*$/, ''));
  const labels = [...new Set(paths)].flatMap((path) => fieldAt(form, path, contextOf(work, draft))?.field.label ?? []);
  const name = draftName(work, draft);
  if (labels.length === 0) return line('care.changed-elsewhere', { name });
  const named = labels.slice(-NAMED);
  const fields = {
    bilingual: { zh: named.map((each) => each.zh).join('、'), en: named.map((each) => each.en).join(', ') },
  };
  return line('care.changed-elsewhere-fields', { name, fields, more: labels.length > NAMED ? 'yes' : 'no' });
}

/** After every step: this channel has seen the open drafts as they stand. */
export function sawAll(work: Work): Work {
  if (work.event.type === 'timer') return work;
  const { channel } = work.event;
  const now = Object.fromEntries(openOnes(work).map((draft) => [draft.id, draft.version]));
  const before = work.state.views ?? {};
  if (Object.keys(now).length === 0 && before[channel] === undefined) return work;
  return withState(work, { views: { ...before, [channel]: now } });
}
