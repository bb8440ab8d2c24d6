/** `/privacy`: what is kept, why, how long, and how to see or delete it. */
import type { FastifyInstance } from 'fastify';
import { html } from './html.ts';
import { page } from './page-frame.ts';
import { labelIn, pageLocale } from './page-locale.ts';
import type { WebContext } from './web-context.ts';

const SECTIONS = ['kept', 'why', 'shown', 'long', 'rights', 'secrets'] as const;

/** Registers the privacy page. */
export function addPrivacyPage(app: FastifyInstance, context: WebContext): void {
  app.get('/privacy', async (request, reply) => {
    const locale = pageLocale(request);
    const say = (key: string) => context.texts(locale, `web.privacy.${key}`);
    const { name, contact, consentVersion } = context.programme;
    const body = html`<body class="share">
<header><a href="/"><span class="seal" aria-hidden="true">揭榜</span>${labelIn(name, locale)}</a></header>
<main>
<h1>${say('title')}</h1>
${SECTIONS.map((key) => html`<section><h2>${say(`${key}-title`)}</h2><p class="long">${say(key)}</p></section>`)}
<section><h2>${say('contact-title')}</h2><p class="long">${labelIn(contact, locale)}</p></section>
<p class="creed">${say('version')} ${consentVersion}</p>
</main>
<footer><a class="action" href="/">${say('back')}</a></footer>
</body>`;
    return reply
      .type('text/html')
      .send(page({ locale, title: say('title'), styles: ['base.css', 'pages.css'], listed: true }, body));
  });
}
