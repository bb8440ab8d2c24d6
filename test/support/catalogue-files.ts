/** The message files as they lie on disk, area by area. */
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

const FOLDER = 'data/messages';

/** One area in one language, as parsed from its file. */
export interface MessageFile {
  readonly file: string;
  readonly area: string;
  readonly language: 'zh' | 'en';
  readonly messages: Readonly<Record<string, unknown>>;
}

/** All message files, in order of their names. */
export function messageFiles(): readonly MessageFile[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const [area = '', language] = file.split('.');
      const messages: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
      return { file, area, language: language === 'en' ? 'en' : 'zh', messages };
    });
}

/** The names of the values a message takes, sorted; throws when the message is not in ICU syntax. */
export function valueNames(message: string, language: 'zh' | 'en'): readonly string[] {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each);
    else if (typeof node === 'object' && node !== null) {
      // Literals (0) and the # of a plural (7) are no values.
      if ('type' in node && 'value' in node && node.type !== 0 && node.type !== 7) names.add(String(node.value));
      for (const child of Object.values(node)) if (typeof child === 'object') walk(child);
    }
  };
  walk(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}
