/** The list a conversation speaks of. */
import { suiteId } from '../suite-records.ts';
import type { Playing } from './playing.ts';
import { cameTo } from './seats.ts';
import { readable } from './simulated-platforms.ts';

/** Id of the only list the newest message about lists named to this person (to anybody when null). */
export function thisList({ scene }: Playing, person: string | null): string | null {
  const seen = scene.platforms.arrived.filter((each) => person === null || cameTo(scene, person, each));
  for (const { reply } of seen.toReversed()) {
    const text = readable(reply);
    const named = scene.fixture.lists.filter((list) => text.includes(list.title));
    const [only] = named;
    if (named.length === 1 && only !== undefined) return suiteId(only.key);
  }
  return null;
}
