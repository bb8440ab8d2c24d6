/** A reply → Block Kit blocks within Slack's limits. People's words only ever as `plain_text`. Pure. */
import type { Button, Reply } from '../ports/channel.ts';
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { absoluteLink, cardText } from './reply-text.ts';
import { escapedText } from './slack-text.ts';
import { splitText } from './split-text.ts';

const SECTION_MAX = 2900;
const LABEL_MAX = 75;
const SECTIONS_MAX = 35;
const CARDS_MAX = 10;
const BUTTONS_MAX = 10;
/** A notice carries two buttons; what else can be done is behind its link. */
const NOTICE_BUTTONS = 2;
const PREVIEW_MAX = 150;

/** How the buttons are called that open the form for a reason. */
export const REASON_PREFIX = 'reason:';

/** A block as the Web API takes it. */
export type SlackBlock = Readonly<Record<string, unknown>>;

/** The blocks of a reply, at most fifty. */
export function slackBlocks(reply: Reply, publicUrl: string | null): readonly SlackBlock[] {
  const progress = reply.progress ? `${reply.progress.done}/${reply.progress.of}\n` : '';
  const text = clean(`${progress}${reply.text}`).trim();
  const sections = splitText(text, SECTION_MAX)
    .slice(0, SECTIONS_MAX)
    .map((part) => ({ type: 'section', text: plain(part) }));
  const several = reply.cards.length > 1;
  const cards = reply.cards.slice(0, CARDS_MAX).map((card, index) => ({
    type: 'section',
    text: plain(cut(clean(cardText(card, several ? index + 1 : null)), SECTION_MAX)),
    accessory: buttonElement(card.button),
  }));
  const buttons = reply.buttons.slice(0, reply.notice ? NOTICE_BUTTONS : BUTTONS_MAX).map(buttonElement);
  const actions = buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
  return [...sections, ...cards, ...actions, ...linkBlock(absoluteLink(reply.link, publicUrl))];
}

/** The line of a notification preview: for a notice its reference only, so that nothing of a bid shows on a locked screen. Escaped. */
export function slackPreview(reply: Reply): string {
  const line = reply.notice?.case.reference ?? clean(reply.text).trim().split('\n')[0] ?? '';
  return escapedText(cut(line, PREVIEW_MAX)) || '…';
}

function plain(text: string): SlackBlock {
  return { type: 'plain_text', text: text === '' ? '…' : text, emoji: false };
}

function buttonElement(button: Button): SlackBlock {
  const label = cut(clean(button.label), LABEL_MAX);
  const action_id = button.asks === 'reason' ? `${REASON_PREFIX}${button.id}` : button.id;
  const element = { type: 'button', action_id, value: button.id, text: plain(label) };
  return button.style === undefined ? element : { ...element, style: button.style };
}

function linkBlock(link: string | null): readonly SlackBlock[] {
  if (link === null) return [];
  const target = escapedText(link).replace(/\|/g, '%7C');
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text: `<${target}>`, verbatim: true }] }];
}
