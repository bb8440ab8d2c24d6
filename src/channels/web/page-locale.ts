/** Which language a page is made in. */
import type { FastifyRequest } from 'fastify';
import type { Bilingual } from '../../programme/form.ts';
import type { Locale } from '../../programme/records.ts';
import { toTraditional } from '../../text/script.ts';

/** The `lang` attribute of each language. */
export const LANG_TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en' };

/** A label of the programme in the reader's language and script. */
export function labelIn(label: Bilingual, locale: Locale): string {
  if (locale === 'en') return label.en;
  return locale === 'zh-Hant' ? toTraditional(label.zh) : label.zh;
}

/** The language named by `?lang=`, the `lang` cookie of our page or the browser, in that order; Chinese when none is known. */
export function pageLocale(request: FastifyRequest): Locale {
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '').get('lang');
  return (
    localeOfTag(asked) ?? localeOfTag(request.cookies.lang) ?? fromHeader(request.headers['accept-language']) ?? 'zh'
  );
}

/** The language of a tag like `en-GB` or `zh-HK`; null when it is none of ours. */
export function localeOfTag(tag: string | null | undefined): Locale | null {
  const lower = tag?.trim().toLowerCase() ?? '';
  if (/^zh-(hant|tw|hk|mo)\b/.test(lower)) return 'zh-Hant';
  if (/^zh\b/.test(lower)) return 'zh';
  return /^en\b/.test(lower) ? 'en' : null;
}

function fromHeader(header: string | undefined): Locale | null {
  const wishes = (header ?? '').slice(0, 500).split(',');
  const weight = (wish: string) => Number(/;\s*q=([\d.]+)/.exec(wish)?.[1] ?? 1);
  for (const wish of [...wishes].sort((a, b) => weight(b) - weight(a))) {
    const locale = localeOfTag(wish.split(';')[0]);
    if (locale !== null) return locale;
  }
  return null;
}
