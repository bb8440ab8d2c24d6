/** The log: JSON lines on standard error, without anything a person wrote. */
import pino from 'pino';

/** The calls of a logger this product makes. */
export interface Log {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Makes the log at a pino level; tokens and words of people are cut out wherever a field of that name appears. */
export function makeLog(level: string): Log {
  const names = ['token', 'text', 'said', 'url', 'authorization', 'cookie'];
  return pino(
    { level, base: null, redact: { paths: names.flatMap((name) => [name, `*.${name}`]), censor: '[removed]' } },
    pino.destination(2),
  );
}
