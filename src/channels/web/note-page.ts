/** A page that says one thing: an error, a question, a link that no longer opens. */
import type { Locale } from '../../programme/records.ts';
import { type Html, html } from './html.ts';
import { page } from './page-frame.ts';
import { labelIn } from './page-locale.ts';
import type { WebContext } from './web-context.ts';

/** Title, one sentence and what can be done next. */
export interface Note {
  readonly title: string;
  readonly text: string;
  readonly action: Html;
}

/** The page of a {@link Note}. */
export function notePage(context: Pick<WebContext, 'programme'>, locale: Locale, note: Note): string {
  const name = labelIn(context.programme.name, locale);
  const body = html`<body class="note">
<main>
<p class="seal" aria-hidden="true">揭榜</p>
<h1>${note.title}</h1>
<p>${note.text}</p>
${note.action}
</main>
</body>`;
  return page({ locale, title: `${note.title} · ${name}`, styles: ['base.css', 'pages.css'] }, body);
}
