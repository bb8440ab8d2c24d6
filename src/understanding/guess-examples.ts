/** Reads example messages: one a line, `place<TAB>intent<TAB>text`; lines that begin with # are remarks. */
import { type Example, GUESS_INTENTS, GUESS_PLACES, type GuessIntent, type GuessPlace } from './guess.ts';

/** The examples of a file, and what is wrong with it in words that name file and line. */
export interface ReadExamples {
  readonly examples: readonly Example[];
  readonly problems: readonly string[];
}

const isPlace = (word: string): word is GuessPlace => GUESS_PLACES.some((each) => each === word);
const isIntent = (word: string): word is GuessIntent => GUESS_INTENTS.some((each) => each === word);

/** Reads the text of a file called `name`. */
export function readExamples(text: string, name: string): ReadExamples {
  const examples: Example[] = [];
  const problems: string[] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const at = `${name}:${i + 1}`;
    const [place = '', intent = '', said = '', ...more] = line.split('\t');
    if (more.length > 0 || said.trim() === '')
      problems.push(`${at} must be place, intent and text with one tab between each.`);
    else if (!isPlace(place)) problems.push(`${at}: “${place}” is no place; it is one of ${GUESS_PLACES.join(', ')}.`);
    else if (!isIntent(intent))
      problems.push(`${at}: “${intent}” is no intent; it is one of ${GUESS_INTENTS.join(', ')}.`);
    else examples.push({ place, intent, text: said });
  }
  return { examples, problems };
}
