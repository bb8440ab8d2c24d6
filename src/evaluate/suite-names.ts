/** What the suite calls things, and what the product calls them: read from `data/evaluate/names.json`. */
import { z } from 'zod';
import { readJson } from '../data-files.ts';

const several = z.record(z.string(), z.array(z.string()));
const single = z.record(z.string(), z.record(z.string(), z.string()));
const namesSchema = z.object({
  fields: single,
  notices: several,
  buttons: several,
  commands: several,
  statuses: single,
});

/** The mapping; fields by form, notices and button meanings by the suite's word for them, statuses by kind of case. */
export type SuiteNames = z.infer<typeof namesSchema>;

/** Reads the mapping. */
export function readSuiteNames(): SuiteNames {
  return namesSchema.parse(readJson('data/evaluate/names.json'));
}

/** The product's field for a field of the suite's form; the same name where none is mapped. */
export function ownField(names: SuiteNames, form: string, field: string): string {
  return names.fields[form]?.[field] ?? field;
}

/** The suite's first name for a field of the product's form. */
export function suiteField(names: SuiteNames, form: string, path: string): string {
  const own = path.split(/[[#.]/)[0] ?? path;
  return Object.entries(names.fields[form] ?? {}).find(([, each]) => each === own)?.[0] ?? own;
}
