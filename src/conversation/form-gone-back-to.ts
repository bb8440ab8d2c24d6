/** An own form that waits, gone back to by its name while no form is open: 算了，先把桥梁钢的填完. */
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { readListReference } from '../understanding/list-reference.ts';
import { goesBackTo } from '../understanding/other-list.ts';
import { openDrafts } from './focus.ts';
import type { Work } from './work.ts';

/** Goes on with the one open form that the words name by its list or its title; undefined for any other message. */
export function formGoneBackTo(work: Work, text: string): Command | undefined {
  const { focus } = work.state;
  if (focus.in !== 'idle' && focus.in !== 'handoff') return undefined;
  for (const words of goesBackTo(fold(text).trim())) {
    const lists = { shown: [], about: null, named: (title: string) => work.book.shelf.named(title) };
    const ids = readListReference(words, lists)?.ids ?? [];
    const [only, more] = openDrafts(work).filter(({ listing, answers }) => {
      const title = typeof answers.title === 'string' ? answers.title : '';
      return listing === null ? fold(title).includes(words) : ids.includes(listing);
    });
    if (only !== undefined && more === undefined) return { do: 'resume', draft: only.id };
  }
  return undefined;
}
