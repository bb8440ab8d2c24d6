/** The thread in which strangers' files are opened: it can be ended from outside, and its memory is bounded. */
import { parentPort, workerData } from 'node:worker_threads';
import { openPaper } from './open-paper.ts';
import { inside } from './template-tags.ts';

/** Answers the one job this thread was made for. */
async function runPaperWorker(): Promise<void> {
  const bytes = inside(workerData, 'bytes');
  const mime = inside(workerData, 'mime');
  if (bytes instanceof Uint8Array && typeof mime === 'string') parentPort?.postMessage(await openPaper(bytes, mime));
}

await runPaperWorker();
