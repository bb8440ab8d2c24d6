/** What helps with one field: its own words and example, else what its kind wants. */
import type { Asked } from '../programme/next-field.ts';
import type { Line } from './say.ts';
import { line } from './work.ts';

/** Meaning and example of the field; never empty. */
export function fieldHelpLines({ field, of }: Pick<Asked, 'field' | 'of'>): readonly Line[] {
  const text = field.help ?? of?.help;
  const example = field.example ? [line('form.example', { example: { bilingual: field.example } })] : [];
  if (text) return [line('form.help-line', { help: { bilingual: text } }), ...example];
  return [line(`help.kind.${field.kind}`), ...example];
}
