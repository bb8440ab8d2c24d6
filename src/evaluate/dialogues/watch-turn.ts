/** Grave errors no check asks for: silence, crashes, leaks, doubles. */
import type { DialogueTurn } from './dialogue-rows.ts';
import type { TurnResult } from './play-turn.ts';
import type { Playing } from './playing.ts';
import { readable } from './simulated-platforms.ts';

/** A grave error of a turn. */
export interface Found {
  readonly grave: string;
  readonly got: string;
}

/** Signs of the machine in words for people: a stack, an error's name, a key, an unfilled value. */
export const MACHINE_WORDS =
  /\n\s+at .+:\d+|(?<![A-Za-z])(?:Type|Range|Reference|Syntax)?Error:|\[object Object\]|(?<![\w])(?:undefined|NaN)(?![\w])|sk-[A-Za-z0-9]{16}|xox[abp]-|\{[a-z]+, plural/;

/** What went gravely wrong in a turn. */
export async function watchTurn(playing: Playing, turn: DialogueTurn, result: TurnResult): Promise<readonly Found[]> {
  const found: Found[] = [];
  if (result.wantsAnswer && result.problem === null && result.replies.length === 0)
    found.push({ grave: 'silence', got: turn.text ?? turn.button ?? turn.do });
  for (const { reply } of result.replies) {
    const text = readable(reply);
    const machine = MACHINE_WORDS.exec(text);
    if (machine !== null) found.push({ grave: 'stack trace or key', got: text.slice(0, 200) });
    if (reply.keys.some((key) => key.startsWith('apology.')))
      found.push({ grave: 'the turn crashed', got: (await parkedReasons(playing)).slice(0, 300) });
  }
  return found;
}

async function parkedReasons({ scene }: Playing): Promise<string> {
  return (await scene.store.turns.parked()).map(({ reason }) => reason).join('; ');
}

/** What is wrong with the records at the end: two of one thing, more than three recommended. */
export async function watchEnd(playing: Playing): Promise<readonly Found[]> {
  const { records } = playing.scene.store;
  const cases = (await records.cases({})).filter(({ status }) => status !== 'withdrawn');
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const record of cases) {
    if (record.kind === 'listing' || record.owner === null) continue;
    const key = `${record.kind}:${record.owner}:${record.kind === 'need' ? record.title : record.listing}`;
    if (seen.has(key)) found.push({ grave: 'double record', got: key });
    seen.add(key);
  }
  for (const listing of cases.filter(({ kind }) => kind === 'listing')) {
    const n = cases.filter(
      (each) => each.kind === 'application' && each.listing === listing.id && each.status === 'shortlisted',
    ).length;
    if (n > 3) found.push({ grave: 'more than three recommended', got: `${n} on ${listing.title}` });
  }
  return found;
}
