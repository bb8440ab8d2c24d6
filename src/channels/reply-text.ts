import type { Card, Reply } from '../ports/channel.ts';

/** The absolute address of a reply's link, or null when there is none or a rooted one meets no public address. */
export function absoluteLink(link: string | undefined, publicUrl: string | null): string | null {
  if (link === undefined) return null;
  if (!link.startsWith('/')) return URL.canParse(link) ? new URL(link).href : null;
  return publicUrl === null ? null : new URL(link, publicUrl).href;
}

/** A card as plain lines. Several cards on one message are numbered from 1, so that a person can type the number. */
export function cardText(card: Card, number: number | null): string {
  const title = `${number === null ? '' : `${number}. `}${card.title}${card.label ? `【${card.label}】` : ''}`;
  const facts = card.facts.length > 0 ? [card.facts.join(' · ')] : [];
  return [title, ...facts, ...card.because].join('\n');
}

/** A reply as one plain text: progress, words, cards, link. For channels that show nothing but text. */
export function replyText(reply: Reply, publicUrl: string | null): string {
  const progress = reply.progress ? `${reply.progress.done}/${reply.progress.of}` : '';
  const cards = reply.cards.map((card, index) => cardText(card, reply.cards.length > 1 ? index + 1 : null));
  const link = absoluteLink(reply.link, publicUrl) ?? '';
  return [progress, reply.text.trim(), ...cards, link].filter((block) => block !== '').join('\n\n');
}
