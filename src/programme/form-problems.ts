/** What is wrong with a form beyond its shape: ids, bounds, conditions and rules that point nowhere. */
import type { Field, Form, FormRule } from './form.ts';
import type { LoadProblem } from './load-problem.ts';

/** All problems in the order of the file; empty for a sound form. */
export function formProblems(form: Form): readonly LoadProblem[] {
  const fields = form.stages.flatMap((stage, s) =>
    stage.fields.map((field, f) => ({ field, path: `stages[${s}].fields[${f}]` })),
  );
  const known = new Map(fields.map(({ field }) => [field.id, field]));
  return [
    ...repeated(form.stages.map((stage) => stage.id)).map((at) => ({
      path: `stages[${at}].id`,
      what: `the stage ${JSON.stringify(form.stages[at]?.id)} is there twice`,
    })),
    ...repeated(fields.map(({ field }) => field.id)).map((at) => ({
      path: `${fields[at]?.path}.id`,
      what: `the field ${JSON.stringify(fields[at]?.field.id)} is there twice`,
    })),
    ...fields.flatMap(({ field, path }, index) =>
      ofField(field, path, new Set(fields.slice(0, index).map((each) => each.field.id))),
    ),
    ...form.rules.flatMap((rule, index) => ofRule(rule, `rules[${index}]`, known)),
  ];
}

function ofField(field: Field, path: string, earlier: ReadonlySet<string>): readonly LoadProblem[] {
  const problems: LoadProblem[] = [];
  const add = (property: string, what: string) => problems.push({ path: `${path}.${property}`, what });
  const chooses = field.kind === 'choice' || field.kind === 'multi-choice';
  if (chooses && !field.options && !field.optionsFrom) add('options', 'a choice needs options or optionsFrom');
  if (!chooses && (field.options || field.optionsFrom)) add('options', `a field of kind ${field.kind} has no options`);
  for (const at of repeated((field.options ?? []).map((option) => option.id))) {
    add(`options[${at}].id`, `the option ${JSON.stringify(field.options?.[at]?.id)} is there twice`);
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) add('min', 'min is above max');
  for (const [at, condition] of (field.showIf ?? []).entries()) {
    if (!isKnown(condition.field, earlier)) {
      add(`showIf[${at}].field`, `${JSON.stringify(condition.field)} is no earlier field of the form`);
    }
  }
  return [...problems, ...ofCells(field, path, earlier)];
}

function ofCells(field: Field, path: string, earlier: ReadonlySet<string>): readonly LoadProblem[] {
  const cells = field.cells ?? [];
  if (field.kind !== 'rows') {
    return cells.length > 0 ? [{ path: `${path}.cells`, what: `a field of kind ${field.kind} has no cells` }] : [];
  }
  if (cells.length === 0) return [{ path: `${path}.cells`, what: 'a rows field needs cells' }];
  return [
    ...repeated(cells.map((cell) => cell.id)).map((at) => ({
      path: `${path}.cells[${at}].id`,
      what: `the cell ${JSON.stringify(cells[at]?.id)} is there twice`,
    })),
    ...cells.flatMap((cell, at) =>
      cell.kind === 'rows'
        ? [{ path: `${path}.cells[${at}].kind`, what: 'a cell cannot hold rows itself' }]
        : ofField(cell, `${path}.cells[${at}]`, new Set([...earlier, ...cells.slice(0, at).map((each) => each.id)])),
    ),
  ];
}

function isKnown(path: string, earlier: ReadonlySet<string>): boolean {
  return earlier.has(path) || path === 'case.track' || /^switch\.\w+$/.test(path);
}

function ofRule(rule: FormRule, path: string, known: ReadonlyMap<string, Field>): readonly LoadProblem[] {
  const named = (property: string, id: string): readonly LoadProblem[] =>
    known.has(id) ? [] : [{ path: `${path}.${property}`, what: `the form has no field ${JSON.stringify(id)}` }];
  switch (rule.kind) {
    case 'at-most-field':
      return [...named('field', rule.field), ...(rule.limit === 'list.money' ? [] : named('limit', rule.limit))];
    case 'warn-terms':
      return named('field', rule.field);
    case 'sums-to':
      return [...ofCell(rule, path, known), ...(typeof rule.total === 'string' ? named('total', rule.total) : [])];
    case 'ordered-dates':
    case 'within-term':
      return ofCell(rule, path, known, 'date');
    default:
      return rule satisfies never;
  }
}

function ofCell(
  rule: { readonly rows: string; readonly cell: string },
  path: string,
  known: ReadonlyMap<string, Field>,
  kind?: Field['kind'],
): readonly LoadProblem[] {
  const rows = known.get(rule.rows);
  if (rows?.kind !== 'rows')
    return [{ path: `${path}.rows`, what: `the form has no rows field ${JSON.stringify(rule.rows)}` }];
  const cell = rows.cells?.find((each) => each.id === rule.cell);
  if (!cell)
    return [
      { path: `${path}.cell`, what: `the rows ${JSON.stringify(rule.rows)} have no cell ${JSON.stringify(rule.cell)}` },
    ];
  return kind && cell.kind !== kind ? [{ path: `${path}.cell`, what: `the cell must be of kind ${kind}` }] : [];
}

/** Positions of values that stood there before. */
function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
}
