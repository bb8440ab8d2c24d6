/** The commands Telegram offers behind its menu button, in each language it tells apart. */
import type { Catalogue } from '../conversation/catalogue.ts';
import type { Locale } from '../programme/records.ts';

/** What the menu offers, in its order; every one is a slash command the conversation reads. */
export const MENU_COMMANDS = [
  'lists',
  'need',
  'status',
  'resume',
  'profile',
  'subscriptions',
  'settings',
  'link',
  'mydata',
  'staff',
  'lang',
  'help',
] as const;

/** The menu of people whose app speaks one language; a null `language` is everybody else. */
export interface TelegramMenu {
  readonly language: 'en' | null;
  readonly commands: readonly { readonly command: string; readonly description: string }[];
}

/** An English menu for English apps, and a Chinese one for all others. */
export function telegramMenus(catalogue: Pick<Catalogue, 'text'>): readonly TelegramMenu[] {
  const commands = (locale: Locale) =>
    MENU_COMMANDS.map((command) => ({ command, description: catalogue.text({ key: `menu.${command}` }, locale) }));
  return [
    { language: null, commands: commands('zh') },
    { language: 'en', commands: commands('en') },
  ];
}
