import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadSampleData } from '../src/commands/sample-data.ts';
import { sampleId } from '../src/commands/demo-records.ts';
import { makeCatalogue } from '../src/conversation/catalogue.ts';
import { readForms, readMessages, readProgramme } from '../src/data-files.ts';
import { makeDocuments } from '../src/documents/documents.ts';
import { daysInStatus, isOverdue } from '../src/programme/days-in-status.ts';
import { storeInMemory } from './store/stores.ts';

it('renders', async () => {
  const { store } = await storeInMemory();
  const programme = readProgramme('jiangxi-2021');
  const forms = readForms(programme);
  const now = new Date('2026-11-23T01:00:00Z');
  console.log(await loadSampleData(store, programme, now));
  const documents = makeDocuments({ programme, forms, catalogue: makeCatalogue(readMessages()), clock: { now: () => now } });
  const out = async (key: string, document: 'application' | 'need', file: string) => {
    const record = await store.records.case(sampleId(key));
    if (!record) throw new Error(key);
    const list = record.kind === 'listing' || record.listing === null ? null : await store.records.case(record.listing);
    const made = await documents.make({ document, id: record.id }, { record, listing: list?.kind === 'listing' ? list : null, siblings: [], owner: null, moves: [] }, null);
    writeFileSync(`/tmp/shots-docs/${file}.docx`, made.bytes);
    console.log(made.name);
  };
  await out('bid-magnet', 'application', 'bid');
  await out('bid-online', 'application', 'bid2');
  await out('need-complete', 'need', 'need');
  await out('need-vague', 'need', 'vague');
  const bid = await store.records.case(sampleId('bid-magnet'));
  const list = await store.records.case(sampleId('rare-earth'));
  if (bid?.kind === 'application' && list?.kind === 'listing') {
    const record = { ...bid, source: 'live', track: 'key-technology', form: 'application-key-technology', title: list.title } as typeof bid;
    const made = await documents.make({ document: 'application', id: bid.id }, { record, listing: list, siblings: [], owner: null, moves: [] }, null);
    writeFileSync(`/tmp/shots-docs/key.docx`, made.bytes);
  }
  const records = await store.records.cases({ sources: ['sample'] });
  const rows = records.map((record) => ({ record, days: daysInStatus(record, now.toISOString(), programme.timeZone), overdue: isOverdue(record, now.toISOString(), programme.timeZone), count: record.kind === 'listing' ? 2 : null }));
  writeFileSync('/tmp/shots-docs/queue.xlsx', await documents.queue(rows));
  const account = await store.records.account(sampleId('magnet'));
  const mine = await documents.make({ document: 'my-data', id: sampleId('magnet') }, null, account, await store.records.person(sampleId('magnet')));
  writeFileSync('/tmp/shots-docs/my-data.json', mine.bytes);
  expect(1).toBe(1);
});
