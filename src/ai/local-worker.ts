/** The thread in which a local model works: the bot answers people meanwhile, and a crash here ends only this thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { type EncoderSettings, loadEncoder } from './local-encoder.ts';

/** A text to embed; answers carry the same id. */
export interface WorkerJob {
  readonly id: number;
  readonly text: string;
}

/** What the thread says: a vector, or why there is none. `fatal` when the model cannot be used at all. */
export type WorkerAnswer =
  | { readonly id: number; readonly vector: Float32Array }
  | { readonly id: number; readonly why: string; readonly fatal: boolean };

const why = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300);

/** Answers one job after the other; the model is loaded with the first. */
function runLocalWorker(settings: EncoderSettings): void {
  const encoder = loadEncoder(settings);
  encoder.catch(() => undefined);
  const answer = async ({ id, text }: WorkerJob): Promise<WorkerAnswer> => {
    try {
      const encode = await encoder;
      return await encode(text).then(
        (vector) => ({ id, vector }),
        (error: unknown) => ({ id, why: why(error), fatal: false }),
      );
    } catch (error) {
      return { id, why: why(error), fatal: true };
    }
  };
  let last = Promise.resolve();
  parentPort?.on('message', (job: WorkerJob) => {
    last = last.then(async () => parentPort?.postMessage(await answer(job)));
  });
}

runLocalWorker(workerData as EncoderSettings);
