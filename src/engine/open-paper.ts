/** A stored file taken apart for the reducer: at most a few at a time, and never a throw. */
import type { PaperReading } from '../intake/paper.ts';
import type { StoredFile } from '../programme/answer.ts';
import type { Running } from './parts.ts';

/** Reads a file of the store; without a reader, or without the file, that is the answer. */
export type OpenPaper = (file: StoredFile) => Promise<PaperReading>;

/** Papers opened side by side; more wait, so that a flood of uploads takes no more than its share. */
const AT_ONCE = 2;

/** Makes the opener of one engine. */
export function makeOpenPaper({ store, readPaper, log }: Pick<Running, 'store' | 'readPaper' | 'log'>): OpenPaper {
  const open = new Set<Promise<PaperReading>>();
  const read = async ({ sha256, mime }: StoredFile): Promise<PaperReading> => {
    const bytes = readPaper ? await store.files.get(sha256) : null;
    if (!readPaper) return { ok: false, problem: 'no-reader' };
    return bytes === null ? { ok: false, problem: 'unreadable' } : readPaper(bytes, mime);
  };
  return async (file) => {
    while (open.size >= AT_ONCE) await Promise.race(open);
    const reading = read(file).catch((error: unknown): PaperReading => {
      log.warn({ error: String(error) }, 'a file could not be opened as a paper');
      return { ok: false, problem: 'unreadable' };
    });
    open.add(reading);
    const done = await reading;
    open.delete(reading);
    return done;
  };
}
