/** Markup made on the server: every value is escaped unless it is markup itself. */

/** A piece of markup that is safe to send. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: text is escaped, nothing is made of null, undefined and false. */
export type HtmlValue = string | number | Html | readonly Html[] | null | undefined | false;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Template tag: `` html`<p>${text}</p>` `` with `text` escaped. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { markup: strings.map((part, n) => part + (n < values.length ? render(values[n]) : '')).join('') };
}

/** Markup from a source that is ours: icons, QR codes. */
export function trusted(markup: string): Html {
  return { markup };
}

/** A JSON data block for our own scripts; nothing in `data` can close the element. */
export function jsonBlock(id: string, data: unknown): Html {
  const json = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return html`<script type="application/json" id="${id}">${trusted(json)}</script>`;
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map((part) => part.markup).join('');
}
