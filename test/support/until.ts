import { setTimeout as wait } from 'node:timers/promises';

/** Resolves once `holds` is true; throws after two seconds. */
export async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 200; n += 1) {
    if (holds()) return;
    await wait(10);
  }
  throw new Error('it never came true');
}
