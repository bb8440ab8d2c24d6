/** The concept files as checked rows: one concept a line, its forms, then its relations. */
import { z } from 'zod';
import { botError } from '../errors.ts';

/** Broader, narrower, material or part, process or method, use, property or problem. */
export const RELATIONS = ['b', 'n', 'm', 'p', 'u', 'x'] as const;
/** One of {@link RELATIONS}. */
export type Relation = (typeof RELATIONS)[number];

const FORM = z.string().min(1).max(60);
const ROW = z.object({
  /** The sector whose file it stands in, or `own`. */
  sector: z.string(),
  /** `file:line`. */
  place: z.string(),
  /** Chinese and English names, trade and colloquial ones, abbreviations; the first one names the concept. */
  forms: z.array(z.object({ text: FORM, doubtful: z.boolean() })).min(1),
  relations: z.array(z.object({ type: z.enum(RELATIONS), to: FORM })),
});

/** A concept as written. A doubtful form (`PCM?`) means other things too and counts only in fitting company. */
export type ConceptRow = z.infer<typeof ROW>;

function formOf(text: string): { text: string; doubtful: boolean } {
  return text.endsWith('?') ? { text: text.slice(0, -1).trim(), doubtful: true } : { text, doubtful: false };
}

function relationsOf(text: string): readonly { type: string; to: string }[] {
  return text.split('|').flatMap((group) => {
    const at = group.indexOf(':');
    const type = group.slice(0, Math.max(0, at)).trim();
    return parts(group.slice(at + 1), ';').map((to) => ({ type, to }));
  });
}

function parts(text: string, sign: string): readonly string[] {
  return text
    .split(sign)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Reads `forms<TAB>relations`: forms parted by `|`, relations `m:铜箔;树脂|u:电子产品`; `#` begins a comment. Throws BotError `data` with the place (`firstLine` is the number of the first). */
export function parseConcepts(text: string, sector: string, file: string, firstLine = 1): readonly ConceptRow[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [forms = '', relations = ''] = line.split('\t');
    const place = `${file}:${firstLine + i}`;
    const row = { sector, place, forms: parts(forms, '|').map(formOf), relations: relationsOf(relations) };
    const read = ROW.safeParse(row);
    if (read.success) return [read.data];
    const issue = read.error.issues[0];
    throw botError('data', `${place}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
  });
}
