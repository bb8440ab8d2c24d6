/** Word templates: officials edit them, this fills them. Every tag of a template must be known. */
import { botError } from '../errors.ts';
import type { PaperData, PaperRow } from './paper-data.ts';
import { collectTags, inside, type TagTree, tagNames } from './template-tags.ts';

/** Parts and rows for what a template does not name. */
const OTHERS = 'case.others';
const HAS_OTHERS = 'case.hasOthers';

/** Fills the template; `file` is named in errors. Throws BotError `data` naming the file and the tag that is wrong. */
export async function fillTemplate(template: Uint8Array, file: string, data: PaperData): Promise<Uint8Array> {
  const [{ default: PizZip }, { default: Docxtemplater }] = await Promise.all([
    import('pizzip'),
    import('docxtemplater'),
  ]);
  const collector = collectTags();
  try {
    const paper = new Docxtemplater(new PizZip(template), {
      modules: [collector.module],
      paragraphLoop: true,
      linebreaks: true,
      stripInvalidXMLChars: true,
      errorLogging: false,
      parser: (tag) => ({ get: (scope, { meta }) => tagValue(scope, tag, meta.part.module === 'loop') }),
    });
    const tags = collector.tags();
    paper.render(scopeOf(withOthers(data, tags), tags, file));
    return paper.toUint8Array();
  } catch (error) {
    throw problemOf(error, file);
  }
}

/** The root of a paper or one row of a table in it. */
interface Scope {
  readonly texts: PaperRow;
  readonly loops: Readonly<Record<string, boolean | readonly Scope[]>>;
}

function scopeOf(data: PaperData, tags: TagTree, file: string): Scope {
  const loops = { ...data.parts, ...mapValues(data.rows, (rows) => rows.map((texts) => ({ texts, loops: {} }))) };
  const unknown = unknownTags(tags, data, new Set());
  if (unknown.length > 0)
    throw botError(
      'data',
      `${file}: the tag ${unknown.map((tag) => `{${tag}}`).join(', ')} is not known. docs/templates.md lists the tags.`,
    );
  return { texts: data.texts, loops };
}

function tagValue(scope: Scope, tag: string, isLoop: boolean): unknown {
  return isLoop ? scope.loops[tag] : Object.hasOwn(scope.texts, tag) ? scope.texts[tag] : undefined;
}

/** Tags nothing is known of, in the order of the template; `inLoop` are the cells of the table around. */
function unknownTags(tags: TagTree, data: PaperData, inLoop: ReadonlySet<string>): readonly string[] {
  return Object.entries(tags).flatMap(([tag, inner]) => {
    const rows = data.rows[tag];
    const isKnown =
      inLoop.has(tag) || Object.hasOwn(data.texts, tag) || Object.hasOwn(data.parts, tag) || rows !== undefined;
    const cells = rows ? new Set([...inLoop, ...rows.flatMap((row) => Object.keys(row))]) : inLoop;
    return [...(isKnown ? [] : [tag]), ...unknownTags(inner, data, cells)];
  });
}

function withOthers(data: PaperData, tags: TagTree): PaperData {
  // `case.title` says what the field `title` says.
  const named = new Set(tagNames(tags).map((tag) => tag.replace(/^case\./, '')));
  const left = data.answered.filter((field) => !named.has(field.id) && !named.has(field.label.zh));
  const rows = left.map((field) => ({ label: field.label.zh, value: data.texts[field.id] ?? '' }));
  const others = rows.length > 0 ? rows : [{ label: '', value: '' }];
  return { ...data, rows: { ...data.rows, [OTHERS]: others }, parts: { ...data.parts, [HAS_OTHERS]: rows.length > 0 } };
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, make: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}

/** The library's own errors name a tag and explain; a file that is no Word file at all has neither. */
function problemOf(error: unknown, file: string): Error {
  if (error instanceof Error && error.name === 'BotError') return error;
  const found = findings(error).map(({ tag, why }) => (tag ? `{${tag}}: ${why}` : why));
  const what =
    found.length > 0 ? found.join(' ') : `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  return botError('data', `${file}: ${what}`, { cause: error });
}

function findings(error: unknown): readonly { readonly tag: string; readonly why: string }[] {
  const properties = inside(error, 'properties');
  const many = inside(properties, 'errors');
  if (Array.isArray(many)) return many.flatMap(findings);
  const why = inside(properties, 'explanation');
  const tag = inside(properties, 'xtag');
  return typeof why === 'string' ? [{ why, tag: typeof tag === 'string' ? tag : '' }] : [];
}
