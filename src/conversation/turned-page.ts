/** 更多, 下一页: the next page of what is being checked, while there is one. */
import { fold } from '../text/fold.ts';
import type { Command } from '../understanding/command.ts';
import { wholeControl } from '../understanding/control.ts';
import type { Focus } from './state.ts';

/** The page these words turn to; undefined where nothing is being paged through or they say something else. */
export function turnedPage(focus: Focus, text: string): Command | undefined {
  if ((focus.in !== 'review' && focus.in !== 'intake') || focus.next === undefined) return undefined;
  if (wholeControl(fold(text)) !== 'more') return undefined;
  const about = { draft: focus.draft, page: focus.next };
  return focus.in === 'review' ? { do: 'review', ...about } : { do: 'intake', act: 'show', ...about };
}
