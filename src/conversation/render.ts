/** A message for one reader: sentences in the reader's language, buttons with opaque ids, the commands kept apart. */
import { LIFECYCLES } from '../programme/lifecycle.ts';
import type { Locale } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import type { Catalogue } from './catalogue.ts';
import { paperName } from './paper-name.ts';
import type { DocumentRef, NoticeInfo, Say, SayButton, SayCard } from './say.ts';

/** One button as a reader sees it; `id` is `messageId.n`. */
export interface RenderedButton {
  readonly id: string;
  readonly label: string;
  readonly style?: 'primary' | 'danger';
  readonly asks?: 'reason';
}

/** A rendered message; the same shape as the channels' `Reply`. */
export interface Rendered {
  readonly id: string;
  readonly text: string;
  readonly locale: Locale;
  readonly buttons: readonly RenderedButton[];
  readonly cards: readonly {
    readonly title: string;
    readonly label?: string;
    readonly facts: readonly string[];
    readonly because: readonly string[];
    readonly button: RenderedButton;
  }[];
  /** For channels with room for a long row of choices: what to show instead of `text` and `buttons`. */
  readonly menu?: { readonly text: string; readonly buttons: readonly RenderedButton[] };
  readonly files: readonly (DocumentRef & { readonly name: string })[];
  readonly link?: string;
  readonly progress?: { readonly done: number; readonly of: number };
  readonly asks?: string;
  readonly farewell?: true;
  readonly keys: readonly string[];
  readonly notice?: NoticeInfo;
}

/** What a rendered message is called, and the notice it carries. */
export interface RenderIds {
  /** 26 characters; the button ids begin with it. */
  readonly message: string;
  readonly notice?: NoticeInfo;
}

/** Acts that tell somebody no, wherever they stand: a sentence is owed with them. */
const OWES_REASON: ReadonlySet<string> = new Set(
  Object.values(LIFECYCLES).flatMap((steps) => steps.flatMap((step) => (step.needsReason ? [step.action] : []))),
);

function owesReason(command: Command): boolean {
  return command.do === 'act' && command.reason === undefined && OWES_REASON.has(command.action);
}

/** Renders one message; `commands` holds what each button does, by button id. */
export function renderSay(
  say: Say,
  locale: Locale,
  catalogue: Catalogue,
  ids: RenderIds,
): { readonly reply: Rendered; readonly commands: Readonly<Record<string, Command>> } {
  const commands: Record<string, Command> = {};
  const text = (line: Say['lines'][number]): string => catalogue.text(line, locale);
  const button = (each: SayButton): RenderedButton => {
    const id = `${ids.message}.${Object.keys(commands).length}`;
    commands[id] = each.command;
    const label = 'text' in each.label ? each.label.text : text(each.label);
    return { id, label, ...(each.style && { style: each.style }), ...(owesReason(each.command) && { asks: 'reason' }) };
  };
  const card = (each: SayCard): Rendered['cards'][number] => ({
    title: each.title,
    ...(each.label && { label: text(each.label) }),
    facts: each.facts.map(text).filter(Boolean),
    because: each.because.map(text),
    button: button(each.button),
  });
  const textOf = (lines: Say['lines']): string => lines.map(text).filter(Boolean).join('\n');
  const menu = ({ insteadOf, buttons }: NonNullable<Say['menu']>): NonNullable<Rendered['menu']> => ({
    text: textOf(say.lines.filter((line) => line.key !== insteadOf)),
    buttons: buttons.map(button),
  });
  const reply: Rendered = {
    id: ids.message,
    text: textOf(say.lines),
    locale,
    buttons: say.buttons.map(button),
    cards: say.cards.map(card),
    ...(say.menu && { menu: menu(say.menu) }),
    files: say.files.map((file) => ({ ...file, name: paperName(file, locale, catalogue) })),
    ...(say.link !== undefined && { link: say.link }),
    ...(say.progress && { progress: say.progress }),
    ...(say.asks !== undefined && { asks: say.asks }),
    ...(say.farewell && { farewell: true }),
    keys: say.lines.map((line) => line.key),
    ...(ids.notice && { notice: ids.notice }),
  };
  return { reply, commands };
}
