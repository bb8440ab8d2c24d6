/** A store with the sample data loaded, and papers made from it. */
import { sampleId } from '../../src/commands/demo-records.ts';
import { loadSampleData } from '../../src/commands/sample-data.ts';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import type { CaseView } from '../../src/conversation/reducer-types.ts';
import { readForms, readMessages, readProgramme } from '../../src/data-files.ts';
import type { DocumentParts } from '../../src/documents/documents.ts';
import type { Store } from '../../src/ports/store.ts';
import { storeInMemory } from '../store/stores.ts';

/** Monday 23 November 2026, 09:30 in Shanghai. */
export const SAMPLE_NOW = new Date('2026-11-23T01:30:00.000Z');

export const sampleProgramme = readProgramme('jiangxi-2021');

/** What papers are made of, with the real forms and messages. */
export const documentParts: DocumentParts = {
  programme: sampleProgramme,
  forms: readForms(sampleProgramme),
  catalogue: makeCatalogue(readMessages()),
  clock: { now: () => SAMPLE_NOW },
};

/** A fresh store in memory holding the sample data. */
export async function sampleStore(
  now = SAMPLE_NOW,
): Promise<{ readonly store: Store; readonly done: () => Promise<void> }> {
  const made = await storeInMemory();
  await loadSampleData(made.store, sampleProgramme, now);
  return made;
}

/** A sample case as its paper gets it. */
export async function sampleView(store: Store, key: string): Promise<CaseView> {
  const record = await store.records.case(sampleId(key));
  if (record === null) throw new Error(`no sample ${key}`);
  const list = record.kind === 'listing' || record.listing === null ? null : await store.records.case(record.listing);
  return { record, listing: list?.kind === 'listing' ? list : null, siblings: [], owner: null, moves: [] };
}
