/** Filters of cases as SQL. */
import type { CaseFilter } from '../ports/store.ts';
import type { SqlValue } from './sqlite-driver.ts';

/** A WHERE clause and what its placeholders hold. */
export interface CaseQuery {
  readonly where: string;
  readonly params: readonly SqlValue[];
}

/** Every filter that is set must hold; an empty list matches nothing. */
export function caseQuery(filter: CaseFilter): CaseQuery {
  const lists: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['kind', filter.kinds],
    ['status', filter.statuses],
    ['sector', filter.sectors],
    ['source', filter.sources],
    ['turn', filter.turns],
    ['owner', filter.owner === undefined ? undefined : [filter.owner]],
    ['listing', filter.listing === undefined ? undefined : [filter.listing]],
  ];
  const conditions = lists.flatMap(([column, values]) =>
    values === undefined
      ? []
      : [{ sql: `${column} IN (SELECT value FROM json_each(?))`, value: JSON.stringify(values) }],
  );
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map((one) => one.sql).join(' AND ')}`;
  return { where, params: conditions.map((one) => one.value) };
}

/** Page and order of a filter; ids break ties, so that pages never overlap. */
export function casePage({ order = 'newest', limit = -1, offset = 0 }: CaseFilter): CaseQuery {
  const by = order === 'waiting' ? 'status_since, id' : 'created_at DESC, id';
  return { where: `ORDER BY ${by} LIMIT ? OFFSET ?`, params: [limit, offset] };
}
