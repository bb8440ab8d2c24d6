/** Articles of the knowledge base: what officials write in Markdown, checked when it is read. */
import { z } from 'zod';
import { botError } from '../errors.ts';
import type { Bilingual } from './form.ts';

const TEXT = z.string().trim().min(1);
const BILINGUAL = z.object({ zh: TEXT, en: TEXT });
const ARTICLE = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: BILINGUAL,
  /** Where the answer comes from, as people are told. */
  source: BILINGUAL,
  /** ICU messages of at most four lines; figures of the programme stand in braces. */
  answer: BILINGUAL,
  /** How people ask for it, in any language. */
  asked: z.array(TEXT).min(3),
  /** What such questions are about: any of these speaks for the article. */
  words: z.array(TEXT).min(1),
});

/** One answer about the programme, with its source and the ways people ask for it. */
export type Article = z.infer<typeof ARTICLE>;

const MOST_LINES = 4;
const PLACEHOLDER = /\{([^{}]+)\}/g;

/** `中文 / English`; a text without the stroke has no English and is refused later. */
function bilingual(text: string): Bilingual {
  const at = text.indexOf(' / ');
  return at < 0 ? { zh: text.trim(), en: '' } : { zh: text.slice(0, at).trim(), en: text.slice(at + 3).trim() };
}

function withoutLabel({ zh, en }: Bilingual): Bilingual {
  return { zh: zh.replace(/^依据[:：]\s*/, ''), en: en.replace(/^Source:\s*/i, '') };
}

/** The lines under `## heading`, without blank ones. */
function section(text: string, heading: RegExp): readonly string[] {
  const body = text.split(/^## /m).find((part) => heading.test(part.split('\n', 1)[0] ?? ''));
  return (body ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

const listItem = (line: string): string => line.replace(/^-\s*/, '');

function firstLine(text: string, mark: string): string {
  const line = text.split('\n').find((each) => each.startsWith(mark));
  return line === undefined ? '' : line.slice(mark.length);
}

function check(article: Article, figures: ReadonlySet<string>, file: string): void {
  for (const locale of ['zh', 'en'] as const) {
    if (article.answer[locale].split('\n').length > MOST_LINES)
      throw botError('data', `${file}: answer.${locale}: more than ${MOST_LINES} lines`);
    for (const part of ['title', 'source', 'answer'] as const)
      for (const [, name = ''] of article[part][locale].matchAll(PLACEHOLDER))
        if (!figures.has(name)) throw botError('data', `${file}: ${part}.${locale}: there is no figure {${name}}`);
  }
}

/**
 * Reads one file: `# 标题 / Title`, `> 依据：… / Source: …`, `## 答`, `## Answer`, `## 问法 / Asked as` and `## 词 / Words` with lists.
 * Throws BotError `data` naming the file and the part.
 */
export function loadArticle(text: string, id: string, file: string, figures: ReadonlySet<string>): Article {
  const read = ARTICLE.safeParse({
    id,
    title: bilingual(firstLine(text, '# ')),
    source: withoutLabel(bilingual(firstLine(text, '> '))),
    answer: { zh: section(text, /^答/).join('\n'), en: section(text, /^Answer/i).join('\n') },
    asked: section(text, /^问法/).map(listItem),
    words: section(text, /^词/).flatMap((line) => listItem(line).split('、')),
  });
  if (!read.success) {
    const [issue] = read.error.issues;
    throw botError('data', `${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  check(read.data, figures, file);
  return read.data;
}
