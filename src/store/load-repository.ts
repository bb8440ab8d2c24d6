/** Bulk writes of samples and imports. */
import type { LoadRepository } from '../ports/store.ts';
import { appendAudit } from './audit-chain.ts';
import type { Database } from './database.ts';
import { saveAccounts, saveBatches, saveCases, saveDrafts, saveProfiles } from './record-rows.ts';

/** Makes the loader: rows of the same id are replaced; one transaction per call. */
export function loadRepository(database: Database): LoadRepository {
  return {
    load: (rows) =>
      database.write(async (sql) => {
        await saveAccounts(sql, rows.accounts ?? []);
        await saveBatches(sql, rows.batches ?? []);
        await saveCases(sql, rows.cases ?? []);
        await saveProfiles(sql, rows.profiles ?? []);
        await saveDrafts(sql, rows.drafts ?? []);
        await appendAudit(sql, rows.audit ?? []);
      }),
  };
}
