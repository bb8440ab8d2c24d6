/** Two drafts of the same form by one person who wrote in two channels: the last writer wins, field by field. Pure. */
import type { Draft } from './records.ts';

/** When the message with this id was sent, ISO; undefined where nobody knows any more. */
export type TimeOf = (turn: string) => string | undefined;

/** The `kept` draft with every field the `other` filled later, or filled alone; it stays open while either is. */
export function joinDrafts(kept: Draft, other: Draft, timeOf: TimeOf): Draft {
  const written = (draft: Draft, field: string): string => {
    const times = Object.entries(draft.filledBy)
      .filter(([path]) => fieldOf(path) === field)
      .map(([, turn]) => timeOf(turn) ?? draft.createdAt);
    return times.toSorted().at(-1) ?? draft.createdAt;
  };
  const later = Object.keys(other.answers).filter((key) => {
    const present = kept.answers[key];
    if (present === undefined || present === null) return true;
    return other.answers[key] !== undefined && written(other, fieldOf(key)) > written(kept, fieldOf(key));
  });
  const fields = new Set(later.map(fieldOf));
  return {
    ...kept,
    answers: { ...kept.answers, ...pick(other.answers, later) },
    filledBy: {
      ...kept.filledBy,
      ...pick(
        other.filledBy,
        Object.keys(other.filledBy).filter((path) => fields.has(fieldOf(path))),
      ),
    },
    undo: [],
    version: Math.max(kept.version, other.version) + 1,
    updatedAt: [kept.updatedAt, other.updatedAt].toSorted().at(-1) ?? kept.updatedAt,
  };
}

/** `team[2].name` and `team#done` belong to the field `team`. */
function fieldOf(path: string): string {
  return path.replace(/[[#.].*$/, '');
}

function pick<Value>(from: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}
