/** The chat page: its frame comes from here, its messages from the browser's scripts. */
import type { FastifyInstance } from 'fastify';
import type { Locale } from '../../programme/records.ts';
import { type Html, html, jsonBlock, trusted } from './html.ts';
import { icon, iconSheet } from './icons.ts';
import { page } from './page-frame.ts';
import { labelIn, localeOfTag, pageLocale } from './page-locale.ts';
import { refusal } from './refusal.ts';
import { chatTexts } from './texts.ts';
import type { WebContext } from './web-context.ts';

const MENU_ENTRIES = ['find', 'need', 'status', 'link', 'handoff'] as const;
const LANGUAGES = [
  ['zh', '简体中文'],
  ['zh-Hant', '繁體中文'],
  ['en', 'English'],
] as const;

/** Registers `/` and `/texts/:locale.json`. */
export function addChatPage(app: FastifyInstance, context: WebContext): void {
  app.get('/', async (request, reply) => reply.type('text/html').send(chatPage(context, pageLocale(request))));
  app.get<{ Params: { tag: string } }>('/texts/:tag', async (request) => {
    const locale = localeOfTag(request.params.tag);
    if (locale === null) throw refusal('not-found');
    return browserTexts(context, locale);
  });
}

/** The sentences of the chat and, as `title`, the programme's name. */
function browserTexts(
  { texts, programme }: Pick<WebContext, 'programme' | 'texts'>,
  locale: Locale,
): Readonly<Record<string, string>> & { readonly title: string } {
  return { ...chatTexts(texts, locale), title: labelIn(programme.name, locale) };
}

/** The chat page in one language, without any message. */
export function chatPage(context: Pick<WebContext, 'programme' | 'texts'>, locale: Locale): string {
  const { texts } = context;
  const own = browserTexts(context, locale);
  const name = own.title;
  const say = labels(own);
  const head = html`${jsonBlock('texts', { locale, texts: own })}
<meta property="og:title" content="${name}">
<meta property="og:description" content="${texts(locale, 'web.page.description')}">`;
  const body = html`<body class="app">
${iconSheet()}
${menu(say)}
<div id="shade" hidden></div>
<div class="chat">
<header>
<button id="menu-button" class="round" type="button" aria-controls="menu" aria-expanded="false" ${say.label('menu')}>${icon('menu')}</button>
<div class="who">${say.text('h1', 'title')}${say.text('p', 'bot')}</div>
</header>
<div id="progress" class="progress" role="progressbar" aria-valuemin="0" aria-labelledby="progress-text" hidden><span id="progress-text"></span><i><b id="progress-bar"></b></i></div>
<p id="banner" class="banner" role="status" hidden></p>
<main id="scroll" tabindex="0" ${say.label('log')}>
<button id="earlier" class="earlier" type="button" hidden>${say.text('span', 'earlier')}</button>
<noscript><p class="noscript">${texts(locale, 'web.page.noscript')}</p></noscript>
<div id="log" role="log" aria-live="off" aria-relevant="additions" ${say.label('log')}></div>
</main>
<button id="jump" class="jump" type="button" hidden>${icon('down')}${say.text('span', 'jump')}</button>
${composer(say)}
</div>
</body>`;
  const frame = {
    locale,
    title: name,
    description: texts(locale, 'web.page.description'),
    styles: ['base.css', 'chat.css', 'menu.css', 'message.css'],
    scripts: ['chat.js'],
    head,
    listed: true,
  };
  return page(frame, body);
}

interface Labels {
  /** An element `tag` with the sentence in it. */
  text(tag: string, key: string): Html;
  label(key: string): Html;
  hint(key: string): Html;
}

/** Attributes that carry a sentence now and its key, so that the browser can change the language later. */
function labels(own: Readonly<Record<string, string>>): Labels {
  const get = (key: string) => own[key] ?? key;
  return {
    text: (tag, key) => html`<${trusted(tag)} data-text="${key}">${get(key)}</${trusted(tag)}>`,
    label: (key) => html`data-label="${key}" aria-label="${get(key)}"`,
    hint: (key) => html`data-hint="${key}" placeholder="${get(key)}" aria-label="${get(key)}"`,
  };
}

function menu(say: Labels): Html {
  return html`<nav id="menu" class="menu" ${say.label('menu')}>
<div class="brand"><span class="seal" aria-hidden="true">揭榜</span>${say.text('strong', 'title')}
<button id="menu-close" class="round" type="button" ${say.label('close-menu')}>${icon('close')}</button></div>
<ul>
${MENU_ENTRIES.map((entry) => html`<li><button type="button" data-menu="${entry}">${icon(entry)}${say.text('span', `menu-${entry}`)}</button></li>`)}
<li><a href="/privacy" target="_blank" rel="noopener">${icon('privacy')}${say.text('span', 'menu-privacy')}</a></li>
</ul>
<div class="languages">${icon('language')}${LANGUAGES.map(([tag, own]) => html`<button type="button" data-menu="${tag}" lang="${tag}">${own}</button>`)}</div>
</nav>`;
}

function composer(say: Labels): Html {
  return html`<form id="composer" class="composer">
<ul id="chosen" class="chosen" hidden></ul>
<div class="row">
<input id="file" type="file" multiple hidden accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.rtf,.odt,.ods,.txt,.csv,.tsv,.md,.bib,.ris,.enw">
<button id="attach" class="round" type="button" ${say.label('attach')}>${icon('attach')}</button>
<textarea id="text" rows="1" maxlength="100000" enterkeyhint="send" autocomplete="off" ${say.hint('composer')}></textarea>
<button id="send" class="round send" type="submit" ${say.label('send')}>${icon('send')}</button>
</div>
</form>`;
}
