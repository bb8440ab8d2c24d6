/** Rows that are right, as records: the same row gives the same record, however often it is imported. */
import { createHash } from 'node:crypto';
import { textAnswer } from '../programme/case-answers.ts';
import { listingDetails } from '../programme/listing-details.ts';
import { move } from '../programme/move.ts';
import { newListing, newNeed } from '../programme/new-case.ts';
import type { Programme } from '../programme/programme.ts';
import type { Listing, ListingDetails, Need, Profile, Track } from '../programme/records.ts';
import { fold } from '../text/fold.ts';
import type { ReadRow } from './import-row.ts';

/** Where and when rows become records. */
export interface ImportSetting {
  readonly programme: Programme;
  /** ISO instant of the import. */
  readonly at: string;
  readonly formVersion: number;
}

/** A list drafted for staff to vet, or with `archived` one of earlier years, for reference only. */
export function listingOf(row: ReadRow, track: Track, archived: boolean, setting: ImportSetting): Listing {
  const { programme, at, formVersion } = setting;
  const { answers, extras } = row;
  const details = detailsOf(row, archived, setting);
  const id = idOf('listing', extras.id ?? [textAnswer(answers, 'title'), details.year, details.programmeName]);
  const handedIn = { account: '', form: programme.listingForm, formVersion, answers };
  const made = newListing(handedIn, track, details, { id, at, programme, source: archived ? 'archive' : 'live' });
  const owner = textAnswer(answers, 'owner');
  const listing: Listing = { ...made, organisation: owner === null ? null : { name: owner, creditCode: null } };
  return archived ? { ...listing, status: 'archived', turn: 'nobody', promisedOn: null, submittedAt: null } : listing;
}

function detailsOf({ answers, extras }: ReadRow, archived: boolean, { programme, at }: ImportSetting): ListingDetails {
  const said = listingDetails(answers, programme, at);
  const place = archived ? { province: null, year: null, programmeName: null } : said;
  return {
    ...said,
    province: extras.province ?? place.province,
    year: yearOf(extras.year) ?? place.year,
    programmeName: extras.programme ?? place.programmeName,
    takenBy: extras.takenBy ?? null,
  };
}

/** The year a cell names, e.g. `2021年度`; undefined when it names none. */
export function yearOf(text: string | undefined): number | undefined {
  const found = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(text?.normalize('NFKC') ?? '')?.[0];
  return found === undefined ? undefined : Number(found);
}

/** A need of an enterprise that has no account yet; a complete one waits for its recommender. */
export function needOf(row: ReadRow, isComplete: boolean, setting: ImportSetting): Need {
  const { programme, at, formVersion } = setting;
  const { answers, extras } = row;
  const words = [textAnswer(answers, 'unit'), textAnswer(answers, 'title') ?? textAnswer(answers, 'problem')];
  const seed = { id: idOf('need', extras.id ?? words), at, programme };
  const posted: Need = {
    ...newNeed({ account: '', form: programme.needForm, formVersion, answers }, seed),
    owner: null,
  };
  if (!isComplete) return posted;
  const facts = { at, programme, actorRole: 'owner', siblings: [], listing: null } as const;
  const moved = move(posted, 'complete', facts);
  return moved.ok && moved.record.kind === 'need' ? { ...moved.record, version: 1, submission: 1 } : posted;
}

/** A team nobody has registered: staff find it, nobody is written to, so ways to reach it are not kept. */
export function profileOf(row: ReadRow, { at, formVersion }: ImportSetting): Profile {
  const { contact: _contact, email: _email, discoverable: _discoverable, ...answers } = row.answers;
  const name = textAnswer(answers, 'name') ?? '';
  return {
    id: idOf('profile', row.extras.id ?? [name, textAnswer(answers, 'unit')]),
    account: null,
    name,
    answers,
    formVersion,
    version: 1,
    updatedAt: at,
    discoverable: true,
    source: 'public',
  };
}

function idOf(kind: string, from: string | readonly (string | number | null)[]): string {
  const words = typeof from === 'string' ? ['id', from] : from.map((each) => String(each ?? ''));
  const key = words.map((word) => fold(word).replace(/\s/g, '')).join('\u001f');
  return createHash('sha256').update(`jiebang-import:${kind}:${key}`).digest('hex').slice(0, 32);
}
