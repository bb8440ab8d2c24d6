/** Papers made from records: Word from the templates officials edit, a workbook of the queue, a person's own data. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paperName } from '../conversation/paper-name.ts';
import type { CaseView } from '../conversation/reducer-types.ts';
import { botError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Documents } from '../ports/desk.ts';
import type { Locale } from '../programme/records.ts';
import { fillTemplate } from './fill-template.ts';
import { type Manner, type PaperParts, paperData } from './paper-data.ts';
import { personFile } from './person-file.ts';
import { queueWorkbook } from './queue-workbook.ts';

/** What papers are made of. */
export interface DocumentParts extends PaperParts {
  readonly clock: Clock;
  /** Folder of the Word templates; the package's own when left out. */
  readonly templates?: string;
}

/** `src/documents` and `dist/documents` lie equally deep. */
const TEMPLATES = join(dirname(fileURLToPath(import.meta.url)), '../../data/templates');
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes the documents. Errors about a template name its file and the tag that is wrong. */
export function makeDocuments(parts: DocumentParts): Documents {
  return {
    async make(ref, view, account, person) {
      if (ref.document === 'my-data') return personFile(parts, account, person ?? null, now(parts));
      if (view === null) throw botError('data', `there is no case for the paper ${ref.document}`);
      return casePaper(parts, view, ref.document === 'draft' ? 'draft' : 'final', account?.locale ?? 'zh');
    },
    queue: (rows) => queueWorkbook(parts, rows, now(parts)),
  };
}

function now({ clock }: DocumentParts): string {
  return clock.now().toISOString();
}

/** The paper itself is official and Chinese; its file is called as its reader was shown it. */
async function casePaper(
  parts: DocumentParts,
  view: CaseView,
  manner: Manner,
  locale: Locale,
): ReturnType<Documents['make']> {
  const { record } = view;
  const name = record.kind === 'need' ? parts.programme.needForm : parts.programme.tracks[record.track].applicationForm;
  const form = parts.forms.find((each) => each.id === (record.form ?? name));
  if (!form) throw botError('data', `there is no form ${record.form ?? name} for the paper of ${record.reference}`);
  const file = `${form.id}.docx`;
  const template = await readTemplate(join(parts.templates ?? TEMPLATES, file), file);
  const bytes = await fillTemplate(
    template,
    `data/templates/${file}`,
    paperData(parts, form, view, now(parts), manner),
  );
  if (record.kind === 'interest' && manner === 'final') {
    const kind = parts.catalogue.text({ key: 'kind.interest' }, locale);
    return { name: `${kind}-${record.reference}.docx`, mime: WORD, bytes };
  }
  const final = record.kind === 'need' ? 'need' : 'application';
  const called = manner === 'draft' ? { bilingual: form.title } : record.reference;
  const ref = { document: manner === 'draft' ? 'draft' : final, id: record.id, called } as const;
  return { name: paperName(ref, locale, parts.catalogue), mime: WORD, bytes };
}

async function readTemplate(path: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw botError(
      'data',
      `data/templates/${file} is missing: every form that becomes a paper needs a Word template of its name`,
      { cause },
    );
  }
}
