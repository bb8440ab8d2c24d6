/** What the product says, by key, in the words of one language: journeys follow the wording when it is changed. */
import { messageFiles } from './catalogue-files.ts';

/** Looks a sentence without values up; throws for a key the product does not have. */
export type Words = (key: string) => string;

/** The {@link Words} of a language. */
export function wordsOf(language: 'zh' | 'en'): Words {
  const all = new Map(
    messageFiles()
      .filter((file) => file.language === language)
      .flatMap((file) => Object.entries(file.messages)),
  );
  return (key) => {
    const text = all.get(key);
    if (typeof text !== 'string') throw new Error(`no message ${key} in ${language}`);
    return text;
  };
}
