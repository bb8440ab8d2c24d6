/** Made-up text for the benchmark: the same on every machine. */

/** A repeatable stream of whole numbers below `n`. */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Writes texts of about the given length from 20,000 invented words of two to four characters, few of them very common. */
export function makeWriter(roll: (n: number) => number): (length: number) => string {
  const character = (): string => String.fromCodePoint(0x4e00 + Math.floor((roll(1_000) * roll(1_000)) / 400));
  const words = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + roll(3) }, character).join(''));
  const word = (): string => words[Math.floor(words.length ** (roll(1_000_000) / 1_000_000)) - 1] ?? '';
  return (length) => {
    let text = '';
    while (text.length < length) text += word() + (roll(6) === 0 ? '，' : '');
    return text;
  };
}

/** Writes texts about one subject each: its words among invented ones. */
export function makeSubjectWriter(
  roll: (n: number) => number,
  subjects: readonly (readonly string[])[],
): (length: number) => string {
  const filler = makeWriter(roll);
  return (length) => {
    const words = subjects[roll(subjects.length)] ?? [];
    let text = '';
    while (text.length < length) text += `${words[roll(words.length)] ?? ''}${filler(2 + roll(8))}`;
    return text;
  };
}
