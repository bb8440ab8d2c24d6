/** `/l/:reference`: a list that can be passed on, readable without an account or a script. */
import type { FastifyInstance } from 'fastify';
import type { Locale } from '../../programme/records.ts';
import { type Html, html } from './html.ts';
import { type ListingView, publicListing, viewListing } from './listing-view.ts';
import { page } from './page-frame.ts';
import { labelIn, pageLocale } from './page-locale.ts';
import { refusal } from './refusal.ts';
import { originOf, type WebContext } from './web-context.ts';

/** Registers the share page. */
export function addSharePage(app: FastifyInstance, context: WebContext): void {
  app.get<{ Params: { reference: string } }>('/l/:reference', async (request, reply) => {
    const listing = publicListing(context, request.params.reference);
    if (!listing) throw refusal('not-found');
    const locale = pageLocale(request);
    const view = viewListing(context, listing, locale);
    return reply.type('text/html').send(sharePage(context, view, locale, originOf(context, request)));
  });
}

function sharePage(context: WebContext, view: ListingView, locale: Locale, origin: string): string {
  const say = (key: string) => context.texts(locale, `web.list.${key}`);
  const name = labelIn(context.programme.name, locale);
  const head = html`<meta property="og:type" content="article">
<meta property="og:site_name" content="${name}">
<meta property="og:title" content="${view.title}">
<meta property="og:description" content="${view.summary}">
<meta property="og:url" content="${origin}/l/${view.reference}">
<link rel="canonical" href="${origin}/l/${view.reference}">`;
  const ask = view.state === 'open' ? say('apply') : say('ask');
  const body = html`<body class="share">
<header><a href="/"><span class="seal" aria-hidden="true">揭榜</span>${name}</a></header>
<main>
<p class="tags"><b class="state ${view.state}">${view.stateText}</b>${view.label ? html`<b class="label">${view.label}</b>` : null}<span>${say('number')} ${view.reference}</span></p>
<h1>${view.title}</h1>
<dl class="facts">${view.facts.map((fact) => html`<div><dt>${fact.name}</dt><dd>${fact.value}</dd></div>`)}</dl>
${view.goals ? html`<section><h2>${say('goals')}</h2><p class="long">${view.goals}</p></section>` : null}
${indicators(view, say)}
${view.eligibility ? html`<section><h2>${say('eligibility')}</h2><p class="long">${view.eligibility}</p></section>` : null}
<p class="creed">${say('creed')}</p>
</main>
<footer><a class="action" href="/?list=${view.reference}">${ask}</a><a class="quiet" href="/l/${view.reference}/poster">${say('poster')}</a></footer>
</body>`;
  const frame = {
    locale,
    title: `${view.title} · ${name}`,
    description: view.summary,
    styles: ['base.css', 'pages.css'],
    head,
    listed: true,
  };
  return page(frame, body);
}

function indicators(view: ListingView, say: (key: string) => string): Html | null {
  if (view.indicators.length === 0) return null;
  const rows = view.indicators.map(
    (one) => html`<tr><th scope="row">${one.name}</th><td>${one.target}</td><td>${one.method || '–'}</td></tr>`,
  );
  return html`<section><h2>${say('indicators')}</h2><div class="scroll" tabindex="0" role="region" aria-label="${say('indicators')}"><table>
<thead><tr><th scope="col">${say('indicator')}</th><th scope="col">${say('target')}</th><th scope="col">${say('method')}</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>`;
}
