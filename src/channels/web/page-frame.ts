/** The frame every page shares: head, language, style sheets. */
import type { Locale } from '../../programme/records.ts';
import { type Html, html } from './html.ts';
import { LANG_TAGS } from './page-locale.ts';

/** What a page says about itself and which of our files it loads. */
export interface PageFrame {
  readonly locale: Locale;
  readonly title: string;
  readonly description?: string;
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  /** Further elements of the head. */
  readonly head?: Html;
  /** False keeps search engines away. */
  readonly listed?: boolean;
}

/** A whole HTML document as text. */
export function page(frame: PageFrame, body: Html): string {
  const head = html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f4f1ec">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#161514">
<meta name="format-detection" content="telephone=no">
${frame.listed ? null : html`<meta name="robots" content="noindex">`}
<title>${frame.title}</title>
${frame.description ? html`<meta name="description" content="${frame.description}">` : null}
${frame.head}
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${frame.styles.map((file) => html`<link rel="stylesheet" href="/assets/${file}">`)}
${(frame.scripts ?? []).map((file) => html`<script type="module" src="/assets/${file}"></script>`)}`;
  return html`<!doctype html>
<html lang="${LANG_TAGS[frame.locale]}">
<head>
${head}
</head>
${body}
</html>
`.markup;
}
