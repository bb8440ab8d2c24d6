/** Reading a programme file: its shape, and that what it names is there. */

import { type LoadProblem, loadError, zodProblems } from './load-problem.ts';
import { programmeSchema } from './load-programme-schema.ts';
import type { Programme } from './programme.ts';

/** The programme held by parsed JSON. Throws `data` naming the file, the path in it and what is wrong. */
export function loadProgramme(json: unknown, file: string): Programme {
  const parsed = programmeSchema.safeParse(json);
  if (!parsed.success) throw loadError(file, zodProblems(parsed.error, json));
  const { comments: _comments, ...programme } = parsed.data;
  const problems = programmeProblems(programme);
  if (problems.length > 0) throw loadError(file, problems);
  return programme;
}

function programmeProblems(programme: Programme): readonly LoadProblem[] {
  const { sectors, divisions, rules, holidays, workingWeekends } = programme;
  const offices = new Set(divisions.map((division) => division.id));
  const money = rules.keyTechnologyMoney;
  return [
    ...sectors.flatMap((sector, at) =>
      offices.has(sector.division)
        ? []
        : [{ path: `sectors[${at}].division`, what: `there is no division ${JSON.stringify(sector.division)}` }],
    ),
    ...(['sectors', 'divisions', 'cities', 'recommenders'] as const).flatMap((of) => twice(of, programme[of])),
    ...(money.min > money.max ? [{ path: 'rules.keyTechnologyMoney', what: 'min is above max' }] : []),
    ...workingWeekends.flatMap((day, at) =>
      holidays.includes(day) ? [{ path: `workingWeekends[${at}]`, what: `${day} is a holiday as well` }] : [],
    ),
  ];
}

function twice(of: string, entries: readonly { readonly id: string }[]): readonly LoadProblem[] {
  return entries.flatMap((entry, at) =>
    entries.findIndex((each) => each.id === entry.id) < at
      ? [{ path: `${of}[${at}].id`, what: `${JSON.stringify(entry.id)} is there twice` }]
      : [],
  );
}
