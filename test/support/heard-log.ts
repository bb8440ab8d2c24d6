import type { ChannelLog } from '../../src/channels/channel-log.ts';

/** A log that keeps its lines. */
export interface HeardLog extends ChannelLog {
  readonly lines: { readonly level: 'info' | 'warn' | 'error'; readonly facts: object; readonly message: string }[];
  /** Everything logged as one string, to search for what must never be there. */
  text(): string;
}

/** Makes an empty log. */
export function makeHeardLog(): HeardLog {
  const lines: HeardLog['lines'] = [];
  return {
    lines,
    text: () => JSON.stringify(lines),
    info: (facts, message) => void lines.push({ level: 'info', facts, message }),
    warn: (facts, message) => void lines.push({ level: 'warn', facts, message }),
    error: (facts, message) => void lines.push({ level: 'error', facts, message }),
  };
}
