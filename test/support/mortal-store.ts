import type { Store } from '../../src/ports/store.ts';

/** A store whose process can die: from then on nothing it is asked is ever answered. */
export interface MortalStore {
  readonly store: Store;
  readonly die: () => void;
  readonly isDead: () => boolean;
}

/** Wraps a real store; `close` goes on working, for the test. */
export function makeMortal(real: Store): MortalStore {
  let dead = false;
  const mortal = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name);
        if (typeof value === 'function') {
          return (...given: unknown[]) => (dead ? new Promise(() => undefined) : Reflect.apply(value, of, given));
        }
        return typeof value === 'object' && value !== null ? mortal(value) : value;
      },
    });
  return {
    store: { ...mortal({ ...real }), close: () => real.close() },
    die: () => {
      dead = true;
    },
    isDead: () => dead,
  };
}
