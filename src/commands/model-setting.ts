/** Changing one line of a settings file; everything else in it stays as it is. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The file's text with `key` set to `value`; an empty value takes the line out. */
export function withSetting(text: string, key: string, value: string): string {
  const lines = text.split('\n').filter((line) => !new RegExp(`^\\s*(?:export\\s+)?${key}\\s*=`).test(line));
  while (lines.at(-1) === '') lines.pop();
  if (value !== '') lines.push(`${key}=${value}`);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** Sets a key in a `.env` file, which is made when there is none. */
export function writeSetting(file: string, key: string, value: string): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  writeFileSync(file, withSetting(text, key, value), { mode: 0o600 });
}
