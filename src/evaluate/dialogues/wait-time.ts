/** How long a `wait` turn waits. */
import { type DialogueTurn, numberOf, textOf } from './dialogue-rows.ts';

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|秒)/, 1000],
  [/^(?:m|mins?|minutes?|分钟?)$/, 60_000],
  [/^(?:h|hrs?|hours?|小时)/, 3_600_000],
  [/^(?:d|days?|天|日)/, 86_400_000],
  [/^(?:w|weeks?|周)/, 7 * 86_400_000],
];

/** Milliseconds a turn waits from now; null when it does not say in a way known here. */
export function waitMs(turn: DialogueTurn, now: Date): number | null {
  let ms = 0;
  let known = false;
  for (const [key, value] of Object.entries(turn)) {
    const unit = UNITS.find(([name]) => name.test(key) && key !== 'do' && key.length > 1);
    const count = typeof value === 'number' ? value : undefined;
    if (unit === undefined || count === undefined) continue;
    ms += count * unit[1];
    known = true;
  }
  if (known) return ms;
  const until = textOf(turn, 'until', 'to', 'at', 'date', 'now');
  if (until !== undefined && !Number.isNaN(Date.parse(until))) return Date.parse(instant(until)) - now.getTime();
  const length = textOf(turn, 'for', 'time', 'duration', 'text', 'wait') ?? String(numberOf(turn, 'for') ?? '');
  const [, count = '', unit = ''] = /^\+?\s*([\d.]+)\s*(\p{L}+)/u.exec(length) ?? [];
  const found = UNITS.find(([name]) => name.test(unit));
  return found === undefined || count === '' ? null : Number(count) * found[1];
}

/** A plain day or a time without a zone is meant in Shanghai. */
function instant(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T09:00:00+08:00`;
  return /(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}+08:00`;
}
