/** A person who fills the interest form list after list, and a ledger of what they said and were told. */
import type { Listing } from '../../src/programme/records.ts';

/** One conversation as its person sees it, whatever happens to the server. */
export interface Talk {
  /** Says it, again and again until the platform has taken it. */
  say(text: string): Promise<void>;
  /** Presses the newest button of that label. */
  press(label: string): Promise<void>;
  /** Waits for a message not yet heard that matches; gives its text. Throws after a long silence. */
  hear(pattern: RegExp): Promise<string>;
}

/** One form handed in, as its person knows it. */
export interface LedgerEntry {
  readonly person: number;
  readonly listing: string;
  readonly answers: Readonly<Record<'unit' | 'lead' | 'contact' | 'why', string>>;
  /** The reference told at the end. */
  reference: string | null;
}

/** What person `p` answers for list `n`; no two answers of a test are alike. */
export function answersOf(p: number, n: number): LedgerEntry['answers'] {
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    unit: `示例大学P${p}L${n}`,
    lead: `示例负责人P${p}L${n}`,
    contact: `1380000${two(p)}${two(n)}`,
    why: `我们做过P${p}L${n}中试，有设备有样品`,
  };
}

/** Takes up the lists one after the other while `goOn`, at least one, each person beginning at another; never stops in the middle of a form. */
export async function walkForms(
  person: number,
  talk: Talk,
  lists: readonly Listing[],
  goOn: () => boolean,
  ledger: LedgerEntry[],
): Promise<void> {
  const first = person % lists.length;
  for (const [n, listing] of [...lists.slice(first), ...lists.slice(0, first)].entries()) {
    if (n > 0 && !goOn()) return;
    const entry: LedgerEntry = { person, listing: listing.id, answers: answersOf(person, n), reference: null };
    ledger.push(entry);
    await talk.say(`揭榜 ${listing.reference}`);
    if (n === 0) {
      await talk.hear(/填表前/);
      await talk.press('同意');
    }
    await walkOne(talk, entry);
  }
}

async function walkOne(talk: Talk, entry: LedgerEntry): Promise<void> {
  const { unit, lead, contact, why } = entry.answers;
  await talk.hear(/（1\/4）/);
  await talk.say(unit);
  await talk.hear(/（2\/4）/);
  await talk.say(lead);
  await talk.hear(/（3\/4）/);
  await talk.say(contact);
  await talk.hear(/（4\/4）/);
  await talk.say(why);
  await talk.hear(/请核对/);
  await talk.press('提交');
  const told = await talk.hear(/编号 I-/);
  entry.reference = /I-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(told)?.[0] ?? null;
}
