/** Published lists and teams of earlier years, for reference: never open, nothing added to what the source says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PACKAGE_ROOT } from '../data-files.ts';
import { botError } from '../errors.ts';
import type { Programme } from '../programme/programme.ts';
import type { Listing, Profile } from '../programme/records.ts';
import { reference } from '../programme/reference.ts';

const id = z.string().regex(/^[0-9a-f]{32}$/);
const listLine = z.strictObject({
  id,
  title: z.string().min(1),
  sector: z.string(),
  /** False where the field is our reading of the source. */
  sectorStated: z.boolean(),
  track: z.enum(['key-technology', 'enterprise-demand']).nullable(),
  province: z.string().nullable(),
  year: z.number().int().nullable(),
  programmeName: z.string().nullable(),
  goals: z.string(),
  /** What the source says of the whole batch: shown to nobody who searches, quoted by nobody. */
  note: z.string().nullable(),
  terms: z.array(z.string()),
  yuan: z.number().int().nullable(),
  organisation: z.string().nullable(),
  takenBy: z.string().nullable(),
});
const teamLine = z.strictObject({
  id,
  name: z.string().min(1),
  unit: z.string().nullable(),
  sector: z.string(),
  work: z.string(),
  results: z.string().nullable(),
});

/** The archive's lists as records, entered at an ISO instant. */
export function archiveListings(programme: Programme, at: string): readonly Listing[] {
  return readLines('archive-lists.jsonl', listLine).map((line) => listing(line, programme, at));
}

/** Published teams as profiles without an account: staff find them, nobody is written to. */
export function publicTeams(programme: Programme, at: string): readonly Profile[] {
  return readLines('archive-teams.jsonl', teamLine).map((line) => ({
    id: line.id,
    account: null,
    name: line.name,
    answers: {
      name: line.name,
      ...(line.unit !== null && { unit: line.unit }),
      sectors: [line.sector].filter((sector) => programme.sectors.some((each) => each.id === sector)),
      work: line.work,
      ...(line.results !== null && { results: line.results }),
    },
    formVersion: 1,
    version: 1,
    updatedAt: at,
    discoverable: true,
    source: 'public',
  }));
}

function listing(line: z.infer<typeof listLine>, programme: Programme, at: string): Listing {
  const { title, organisation, yuan, goals, terms, province, year, programmeName, takenBy } = line;
  const known = programme.sectors.some((each) => each.id === line.sector);
  const ourReading = [...(line.sectorStated ? [] : ['sector']), ...(line.track === null ? ['track'] : [])];
  return {
    kind: 'listing',
    id: line.id,
    reference: reference(line.id, 'listing'),
    version: 1,
    status: 'archived',
    track: line.track ?? 'key-technology',
    title,
    sector: known ? line.sector : null,
    statusSince: at,
    createdAt: at,
    owner: null,
    organisation: organisation === null ? null : { name: organisation, creditCode: null },
    answers: line.note === null ? {} : { note: line.note },
    form: null,
    formVersion: 0,
    ruleVersion: programme.version,
    submittedAt: null,
    submission: 0,
    turn: 'nobody',
    promisedOn: null,
    reason: null,
    offline: false,
    source: 'archive',
    details: {
      ...{ goals, terms, province, year, programmeName, takenBy, ourReading },
      indicators: [],
      money: yuan === null ? null : { min: yuan, max: yuan },
      deadline: null,
      termMonths: null,
      eligibility: null,
      visibility: 'public',
      batch: null,
      need: null,
    },
  };
}

function readLines<T>(file: string, schema: z.ZodType<T>): readonly T[] {
  const path = `data/samples/${file}`;
  const lines = readFileSync(join(PACKAGE_ROOT, path), 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${path}:${index + 1}`, schema)]));
}

function readLine<T>(line: string, where: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    throw botError('data', `${where} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
