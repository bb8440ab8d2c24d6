/** Messages as the browser gets them: no ids of records, no keys, no notices. */
import type { Reply } from '../../ports/channel.ts';
import type { TranscriptRow } from '../../ports/store.ts';
import type { Locale } from '../../programme/records.ts';
import { detectLocale } from '../../text/script.ts';

/** One bubble. Text is plain and shown as such. */
export interface MessageView {
  readonly id: string;
  readonly at: string;
  readonly from: 'me' | 'bot';
  readonly text: string;
  readonly locale: Locale | null;
  readonly buttons: Reply['buttons'];
  readonly cards: Reply['cards'];
  readonly files: readonly { readonly name: string; readonly url: string }[];
  readonly link: string | null;
  readonly progress: Reply['progress'] | null;
  /** Id of the bubble this one takes the place of. */
  readonly replaces: string | null;
  /** The last word of a conversation that is deleted: whoever listens hears it, and nothing after it. */
  readonly farewell?: true;
}

/** What the person said, shown in all their browsers. */
export function saidView(id: string, at: string, text: string): MessageView {
  return { ...NOTHING, id, at, from: 'me', text };
}

/** A reply as a bubble; the page has room for every choice of a long question. */
export function replyView(reply: Reply, at: string, replaces: string | null): MessageView {
  return {
    id: reply.id,
    at,
    from: 'bot',
    text: reply.menu?.text ?? reply.text,
    locale: reply.locale ?? detectLocale(reply.text),
    buttons: reply.menu?.buttons ?? reply.buttons,
    cards: reply.cards,
    files: reply.files.map((file) => ({
      name: file.name,
      url: `/files/${file.document}/${encodeURIComponent(file.id)}`,
    })),
    link: reply.link ?? null,
    progress: reply.progress ?? null,
    replaces,
    ...(reply.farewell && { farewell: true }),
  };
}

/** A row of the stored transcript as a bubble; the browser's own id is kept where the store knows it. */
export function rowView(row: TranscriptRow): MessageView {
  return row.reply === null
    ? { ...saidView(row.messageId ?? row.id, row.at, row.text), from: row.direction === 'in' ? 'me' : 'bot' }
    : replyView(row.reply, row.at, null);
}

const NOTHING = {
  locale: null,
  buttons: [],
  cards: [],
  files: [],
  link: null,
  progress: null,
  replaces: null,
} as const;
