/** The thread of a local model seen from outside: started with the first text, ended when it hangs, started again after a crash. */
import { Worker } from 'node:worker_threads';
import type { BotError } from '../errors.ts';
import type { WorkerAnswer, WorkerJob } from './local-worker.ts';

/** What a thread is made of. */
export interface LocalThreadParts {
  /** The thread's program and what it is told at its start. */
  readonly program: URL;
  readonly data: unknown;
  /** Most milliseconds for one text. */
  readonly timeoutMs: number;
  /** How long it is left alone after it died. */
  readonly restMs: number;
  /** Throws when it need not even be tried. */
  readonly check: () => void;
  readonly outage: (what: string) => BotError;
}

/** Has one text embedded; rejects with an outage when the thread cannot. */
export type AskThread = (text: string) => Promise<Float32Array>;

interface Waiting {
  resolve(vector: Float32Array): void;
  reject(error: BotError): void;
  readonly timer: NodeJS.Timeout;
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** Takes a thread down; whoever waits for it is told why. */
function end({ worker, waiting }: Thread, error: BotError): void {
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(error);
  }
  waiting.clear();
  void worker.terminate();
}

/** Makes the thread; nothing is started yet. It keeps the process alive only while somebody waits for a vector. */
export function makeLocalThread({ program, data, timeoutMs, restMs, check, outage }: LocalThreadParts): AskThread {
  let thread: Thread | null = null;
  let restUntil = 0;
  let next = 0;

  const fell = (of: Thread, what: string): void => {
    if (thread === of) {
      thread = null;
      restUntil = performance.now() + restMs;
    }
    end(of, outage(what));
  };
  const answered = (of: Thread, answer: WorkerAnswer): void => {
    const job = of.waiting.get(answer.id);
    if (!job) return;
    of.waiting.delete(answer.id);
    clearTimeout(job.timer);
    if (of.waiting.size === 0) of.worker.unref();
    if ('why' in answer) job.reject(outage(answer.why));
    else if (answer.vector.every(Number.isFinite)) job.resolve(answer.vector);
    else job.reject(outage('a vector holds no number or no direction'));
    if ('why' in answer && answer.fatal) fell(of, answer.why);
  };
  const start = (): Thread => {
    if (performance.now() < restUntil) throw outage('is left alone after it failed');
    check();
    const worker = new Worker(program, { workerData: data, env: {}, stdout: true, stderr: true });
    const made: Thread = { worker, waiting: new Map() };
    worker.on('message', (answer: WorkerAnswer) => answered(made, answer));
    worker.once('error', (error) => fell(made, `the thread failed: ${error.message}`));
    worker.once('exit', () => fell(made, 'the thread ended'));
    return made;
  };
  return (text) =>
    new Promise((resolve, reject) => {
      thread ??= start();
      const of = thread;
      next += 1;
      const timer = setTimeout(() => fell(of, `no vector within ${timeoutMs} ms`), timeoutMs);
      of.waiting.set(next, { resolve, reject, timer });
      of.worker.ref();
      const job: WorkerJob = { id: next, text };
      of.worker.postMessage(job);
    });
}
