/** The sentences of the product: ICU messages in Chinese and English; traditional Chinese is made from the Chinese ones. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../programme/records.ts';
import { toTraditional } from '../text/script.ts';
import { renderVar } from './render-var.ts';
import type { Line } from './say.ts';

/** One flat file per language: key → ICU message. */
export type CatalogueFiles = Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>;

/** Turns keys and values into text. Never throws. */
export interface Catalogue {
  /** The sentence in the reader's language; a missing or broken one gives its key in brackets. */
  text(line: Line, locale: Locale): string;
  has(key: string): boolean;
}

/** BCP 47 tags the formatter needs for plurals and numbers. */
const TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-Hans', 'zh-Hant': 'zh-Hant', en: 'en' };

/** Makes a catalogue; sentences are parsed when first used and kept. */
export function makeCatalogue(files: CatalogueFiles): Catalogue {
  const parsed: Record<Locale, Map<string, IntlMessageFormat | null>> = {
    zh: new Map(),
    'zh-Hant': new Map(),
    en: new Map(),
  };

  function message(key: string, locale: Locale): IntlMessageFormat | null {
    const known = parsed[locale].get(key);
    if (known !== undefined) return known;
    const made = parse(files, key, locale);
    parsed[locale].set(key, made);
    return made;
  }

  function text(line: Line, locale: Locale): string {
    const found = message(line.key, locale);
    if (found === null) return `[${line.key}]`;
    try {
      return String(found.format(values(line.vars ?? {}, locale)));
    } catch {
      return `[${line.key}]`;
    }
  }

  function values(vars: NonNullable<Line['vars']>, locale: Locale): Record<string, string | number> {
    return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, renderVar(value, locale, text)]));
  }

  return { text, has: (key) => Object.hasOwn(files.zh, key) };
}

function parse(files: CatalogueFiles, key: string, locale: Locale): IntlMessageFormat | null {
  const source = files[locale === 'en' ? 'en' : 'zh'];
  const template = Object.hasOwn(source, key) ? source[key] : undefined;
  if (template === undefined) return null;
  try {
    const written = locale === 'zh-Hant' ? toTraditional(template) : template;
    return new IntlMessageFormat(written, TAGS[locale], undefined, { ignoreTag: true });
  } catch {
    return null;
  }
}
