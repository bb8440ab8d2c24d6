const TOKEN = /<([^<>]*)>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** What a person typed, out of Slack's own markup: links become their words, mentions of the bot go, other mentions stay readable. */
export function typedText(slackText: string, bot: string): string {
  return slackText
    .replace(TOKEN, (_, inner: string) => readable(inner, bot))
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

function readable(inner: string, bot: string): string {
  const bar = inner.indexOf('|');
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? '' : inner.slice(bar + 1);
  if (target === `@${bot}`) return '';
  if (/^[@#!]/.test(target))
    return label === ''
      ? target.replace(/^!/, '@')
      : `${target.charAt(0).replace('!', '@')}${label.replace(/^[@#]/, '')}`;
  return label === '' ? target.replace(/^(?:mailto|tel):/, '') : label;
}

/** Text that Slack shows letter for letter where it reads markup. */
export function escapedText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
