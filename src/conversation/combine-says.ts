/** One answer to a burst: what several messages brought about, said in as few messages as possible. Pure. */
import type { Line, Say } from './say.ts';

/** Lines that only matter while their question is open. */
const QUESTION =
  /^(form\.(ask|back-to|row|present|known|example|choices|help-line|third-miss|cannot-skip)|value\.|review\.|again\.)/;

/** The messages for one address: `steps` holds what each event of the burst said, in order. */
export function combineSays(steps: readonly (readonly Say[])[]): readonly Say[] {
  const spoken = steps.filter((says) => says.length > 0);
  const last = spoken.at(-1);
  if (!last || spoken.length === 1) return last ?? [];
  const asksLast = last.findLast((say) => say.asks !== undefined)?.asks;
  const earlier = spoken
    .slice(0, -1)
    .flat()
    .map((say) => (isQuestion(say) ? answered(say) : say))
    .filter((say) => say.lines.length > 0 || isRich(say));
  const [first, ...rest] = last;
  if (!first) return earlier;
  return [...mergeForward(earlier, first, asksLast), ...rest];
}

/** A question, or a review to be confirmed: the reducer puts it again when it is still open. */
function isQuestion(say: Say): boolean {
  return say.asks !== undefined || say.lines.some((line) => line.key.startsWith('review.'));
}

/** An earlier question was answered by a later message of the burst: only what it acknowledged is left. */
function answered(say: Say): Say {
  const { asks: _, progress: __, menu: ___, ...rest } = say;
  return { ...rest, lines: say.lines.filter((line) => !QUESTION.test(line.key)), buttons: [] };
}

/** Plain earlier messages become lines of the next one; those with cards, files or a link stay messages. */
function mergeForward(earlier: readonly Say[], last: Say, asksLast: string | undefined): readonly Say[] {
  const whole: Say[] = [];
  let waiting: Say | null = null;
  for (const say of earlier) {
    const joined: Say = waiting ? join(waiting, say) : say;
    if (isRich(joined)) {
      whole.push(joined);
      waiting = null;
    } else {
      waiting = joined;
    }
  }
  const end = waiting ? join(waiting, last) : last;
  return [...whole, asksLast !== undefined && waiting ? { ...end, buttons: last.buttons } : end];
}

function isRich(say: Say): boolean {
  return say.cards.length > 0 || say.files.length > 0 || say.link !== undefined;
}

function join(first: Say, second: Say): Say {
  return {
    ...first,
    ...second,
    lines: withoutRepeats([...first.lines, ...second.lines]),
    buttons: bothButtons(first, second),
  };
}

function bothButtons(first: Say, second: Say): Say['buttons'] {
  const commands = new Set(second.buttons.map((button) => JSON.stringify(button.command)));
  const more = first.buttons.filter((button) => !commands.has(JSON.stringify(button.command)));
  return [...second.buttons, ...more].slice(0, 4);
}

function withoutRepeats(lines: readonly Line[]): readonly Line[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const mark = JSON.stringify(line);
    return !seen.has(mark) && seen.add(mark);
  });
}
