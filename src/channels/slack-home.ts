/** App Home: what is open, always read from the database, since Slack itself may drop events. Pure. */
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import type { SlackBlock } from './slack-blocks.ts';

/** What a member of staff sees there; `href` is an absolute address, null where the operator set none. */
export interface SlackHome {
  readonly title: string;
  readonly rows: readonly { readonly text: string; readonly open: string; readonly href: string | null }[];
  /** A last line: how many more there are, or that nothing waits. */
  readonly note: string | null;
}

const ROWS_MAX = 40;
const TEXT_MAX = 1000;

/** The view `views.publish` takes. */
export function homeView(home: SlackHome): Readonly<Record<string, unknown>> {
  const plain = (text: string) => ({ type: 'plain_text', text: cut(clean(text), TEXT_MAX) || '…', emoji: false });
  const rows: readonly SlackBlock[] = home.rows.slice(0, ROWS_MAX).map(({ text, open, href }, index) => ({
    type: 'section',
    text: plain(text),
    ...(href !== null && {
      accessory: { type: 'button', action_id: `open.${index}`, text: plain(open), url: href },
    }),
  }));
  const note = home.note === null ? [] : [{ type: 'context', elements: [plain(home.note)] }];
  return { type: 'home', blocks: [{ type: 'header', text: plain(home.title) }, ...rows, ...note] };
}
