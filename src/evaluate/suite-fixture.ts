/** The suite's world: lists, people and answer sheets. */
import { z } from 'zod';
import { readSuiteFile } from './read-suite.ts';

const listSchema = z.looseObject({
  key: z.string(),
  title: z.string(),
  field: z.string(),
  kind: z.string(),
  amount: z.number().optional(),
  amount_min: z.number().optional(),
  amount_max: z.number().optional(),
  deadline: z.string(),
  status: z.string(),
  owner: z.string().optional(),
});
const personSchema = z.looseObject({
  name: z.string(),
  role: z.string(),
  lang: z.string().optional(),
  org: z.string().optional(),
  channels: z.array(z.string()).min(1),
});
const fixtureSchema = z.looseObject({
  today: z.string(),
  lists: z.array(listSchema),
  people: z.record(z.string(), personSchema),
  sheets: z.record(z.string(), z.record(z.string(), z.string())),
});

/** A list of the suite; sums in 万元. */
export type SuiteList = z.infer<typeof listSchema>;
/** Somebody of the suite. */
export type SuitePerson = z.infer<typeof personSchema>;
/** The whole world of a suite. */
export type SuiteFixture = z.infer<typeof fixtureSchema>;

/** Reads `fixture.json`. */
export function readSuiteFixture(folder: string): SuiteFixture {
  return readSuiteFile(folder, 'fixture.json', fixtureSchema);
}
