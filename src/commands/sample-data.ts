/** What a first visitor sees: labelled sample lists, teams and cases, and the lists of earlier years for reference. */
import type { Store } from '../ports/store.ts';
import type { Programme } from '../programme/programme.ts';
import { readDemo } from './demo-file.ts';
import { demoRecords } from './demo-records.ts';
import { archiveListings, publicTeams } from './sample-archive.ts';

/** Loads everything into an empty store in one transaction and says in one sentence what it was. */
export async function loadSampleData(store: Store, programme: Programme, now: Date): Promise<string> {
  const demo = demoRecords(readDemo(), { programme, now });
  // Older than every sample: "newest first" begins with what is alive.
  const at = new Date(now.getTime() - ARCHIVE_AGE_MS).toISOString();
  const archive = archiveListings(programme, at);
  const teams = publicTeams(programme, at);
  await store.load.load({ ...demo, cases: [...demo.cases, ...archive], profiles: [...demo.profiles, ...teams] });
  const lists = demo.cases.filter((record) => record.kind === 'listing').length;
  return `${lists} sample lists, ${demo.cases.length - lists} sample cases and ${demo.profiles.length} sample teams (all labelled 示例), ${archive.length} published lists of earlier years and ${teams.length} published teams for reference`;
}

const ARCHIVE_AGE_MS = 400 * 86_400_000;
