/** Reading an uploaded file as a paper, in a thread of its own and within a time limit. */
import { Worker } from 'node:worker_threads';
import type { PaperReading } from '../intake/paper.ts';

/** Longest wait for one file, and the memory its thread may use. */
const LONGEST_MS = 15_000;
const MEMORY_MB = 256;

/** Opens a file somebody sent. Never rejects: a file that takes too long or too much is told as such. */
export async function readPaper(bytes: Uint8Array, mime: string): Promise<PaperReading> {
  // Run from source (tests, development) there is no compiled worker; the same reader runs here.
  if (!import.meta.url.endsWith('.js')) return (await import('./open-paper.ts')).openPaper(bytes, mime);
  return inWorker(bytes, mime);
}

function inWorker(bytes: Uint8Array, mime: string): Promise<PaperReading> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./paper-worker.js', import.meta.url), {
      workerData: { bytes, mime },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      env: {},
      stdout: true,
      stderr: true,
    });
    const end = (reading: PaperReading): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(reading);
    };
    const timer = setTimeout(() => end({ ok: false, problem: 'slow' }), LONGEST_MS);
    worker.once('message', (reading: PaperReading) => end(reading));
    worker.once('error', () => end({ ok: false, problem: 'unreadable' }));
    worker.once('exit', () => end({ ok: false, problem: 'unreadable' }));
  });
}
