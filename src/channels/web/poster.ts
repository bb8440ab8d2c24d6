/** `/l/:reference/poster`: a list on one sheet with a QR code, for a wall (A4) or a phone. */
import type { FastifyInstance } from 'fastify';
import type { Locale } from '../../programme/records.ts';
import { type Html, html, trusted } from './html.ts';
import { type ListingView, publicListing, viewListing } from './listing-view.ts';
import { page } from './page-frame.ts';
import { labelIn, pageLocale } from './page-locale.ts';
import { qrSvg } from './qr-code.ts';
import { refusal } from './refusal.ts';
import { originOf, type WebContext } from './web-context.ts';

const FACTS_SHOWN = 5;

/** Registers the poster. */
export function addPoster(app: FastifyInstance, context: WebContext): void {
  app.get<{ Params: { reference: string } }>('/l/:reference/poster', async (request, reply) => {
    const listing = publicListing(context, request.params.reference);
    if (!listing) throw refusal('not-found');
    const locale = pageLocale(request);
    const view = viewListing(context, listing, locale);
    const code = trusted(await qrSvg(`${originOf(context, request)}/l/${view.reference}`));
    return reply.type('text/html').send(poster(context, view, locale, code));
  });
}

function poster(context: WebContext, view: ListingView, locale: Locale, code: Html): string {
  const say = (key: string) => context.texts(locale, `web.list.${key}`);
  const name = labelIn(context.programme.name, locale);
  const body = html`<body class="poster">
<main>
<header><span class="seal" aria-hidden="true">揭榜</span><p>${name}</p></header>
<p class="call">${say('call')}</p>
<h1>${view.title}</h1>
${view.label ? html`<p class="tags"><b class="label">${view.label}</b></p>` : null}
<dl class="facts">${view.facts.slice(0, FACTS_SHOWN).map((fact) => html`<div><dt>${fact.name}</dt><dd>${fact.value}</dd></div>`)}</dl>
<section class="scan"><div class="code" role="img" aria-label="${say('scan')}">${code}</div><div><h2>${say('scan')}</h2><p>${say('creed')}</p><p class="number">${say('number')} ${view.reference}</p></div></section>
</main>
<p class="tools"><button id="print" class="action" type="button" hidden>${say('print')}</button><a class="quiet" href="/l/${view.reference}">${say('back')}</a></p>
</body>`;
  return page(
    {
      locale,
      title: `${view.title} · ${name}`,
      styles: ['base.css', 'pages.css', 'poster.css'],
      scripts: ['poster.js'],
    },
    body,
  );
}
