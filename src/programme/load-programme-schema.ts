/** The shape of a programme file. */
import { z } from 'zod';
import { isDay } from './check-shape.ts';
import { bilingualSchema } from './form-schema.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be small letters, digits and -');
const text = z.string().min(1, 'must not be empty');
const days = z.array(z.string().refine(isDay, 'must be a day like 2027-01-08'));
const yuan = z.int().min(0);
const place = z.strictObject({ id, label: bilingualSchema, aliases: z.array(text).optional() });

const stage = z.strictObject({
  id,
  label: bilingualSchema,
  statuses: z.array(z.string().regex(/^(listing|need|interest|application):[a-z-]+$/, 'must be like "need:posted"')),
});

const track = z.strictObject({ label: bilingualSchema, stages: z.array(stage).min(1), applicationForm: id });

const rules = z.strictObject({
  shortlistMax: z.int().min(1),
  partnersMax: z.int().min(0),
  otherBidsMax: z.int().min(0),
  longestTermMonths: z.int().min(1),
  bidWindowDays: z.int().min(1),
  publicNoticeDays: z.int().min(0),
  keyTechnologyMoney: z.strictObject({ min: yuan, max: yuan }),
  startUpGrant: yuan,
  postSubsidy: z.strictObject({
    percent: z.number().min(0).max(100),
    cap: yuan,
    base: z.enum(['agreement', 'actual', 'listing']),
    startUpIncluded: z.boolean(),
  }),
  undoSeconds: z.int().min(0),
});

/** A whole programme file; `comments` are notes of the editors (sources, doubts) and dropped. */
export const programmeSchema = z.strictObject({
  comments: z.record(z.string(), z.string()).optional(),
  id,
  version: text,
  name: bilingualSchema,
  region: bilingualSchema,
  timeZone: z.string().refine(isZone, 'must be a time zone like Asia/Shanghai'),
  sectors: z.array(z.strictObject({ id, label: bilingualSchema, aliases: z.array(text), division: id })).min(1),
  divisions: z.array(z.strictObject({ id, label: bilingualSchema })).min(1),
  cities: z.array(place).min(1),
  recommenders: z.array(place).min(1),
  tracks: z.strictObject({ 'key-technology': track, 'enterprise-demand': track }),
  needForm: id,
  profileForm: id,
  listingForm: id,
  rules,
  promises: z.record(z.string().regex(/^[a-z]+:[a-z-]+$/, 'must be like "need:posted"'), z.int().min(1).max(120)),
  holidays: days,
  workingWeekends: days,
  switches: z.record(z.string().regex(/^\w+$/), z.union([z.boolean(), z.number()])),
  contact: bilingualSchema,
  consentVersion: text,
});

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}
