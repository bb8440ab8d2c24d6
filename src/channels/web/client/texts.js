/** The page's own sentences and its language. */

const TAGS = { zh: 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en' };

/** @typedef {'zh' | 'zh-Hant' | 'en'} Locale */

const block = JSON.parse(document.getElementById('texts')?.textContent ?? '{}');
/** @type {Locale} */
let current = block.locale;
/** @type {Map<string, Record<string, string>>} */
const loaded = new Map([[block.locale, block.texts]]);

/**
 * A sentence in the present language, its `{holes}` filled.
 * @param {string} key
 * @param {Record<string, string | number>} [vars]
 * @returns {string}
 */
export function t(key, vars = {}) {
  const text = loaded.get(current)?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (hole, name) => String(vars[name] ?? hole));
}

/** The language tag for `lang` attributes and dates. */
export function langTag() {
  return TAGS[current];
}

/**
 * The language tag of a locale; null stays undetermined.
 * @param {Locale | null} locale
 * @returns {string | null}
 */
export function tagOf(locale) {
  return locale && TAGS[locale];
}

/**
 * Changes the page's language; the page stays as it is when the sentences cannot be fetched.
 * @param {Locale} locale
 * @returns {Promise<void>}
 */
export async function setLocale(locale) {
  if (locale === current || !(locale in TAGS)) return;
  if (!loaded.has(locale)) {
    const answer = await fetch(`/texts/${locale}`).catch(() => null);
    if (!answer?.ok) return;
    loaded.set(locale, await answer.json());
  }
  current = locale;
  document.documentElement.lang = TAGS[locale];
  document.title = t('title');
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is newer than the browsers we serve.
  document.cookie = `lang=${locale}; path=/; max-age=31536000; samesite=lax`;
  relabel();
}

function relabel() {
  /** @type {NodeListOf<HTMLElement>} */
  const labelled = document.querySelectorAll('[data-text], [data-label], [data-hint]');
  for (const one of labelled) {
    const { text, label, hint } = one.dataset;
    if (text) one.textContent = t(text);
    if (label) one.setAttribute('aria-label', t(label));
    if (!hint) continue;
    one.setAttribute('placeholder', t(hint));
    one.setAttribute('aria-label', t(hint));
  }
}
