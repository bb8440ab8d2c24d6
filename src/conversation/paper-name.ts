/** What a document is called, on screen and when it is saved alike. */
import type { Locale } from '../programme/records.ts';
import type { Catalogue } from './catalogue.ts';
import type { DocumentRef } from './say.ts';

/** Signs no file name may hold on some system, and quotation marks. */
const UNFIT = /[“”"\\/:*?<>|]/g;

/** The file name of a document in the reader's language, e.g. `技术需求表-N-7K3M9-2Q4RS.docx`; without a name of its own, its id. */
export function paperName(
  { document, id, called }: Pick<DocumentRef, 'document' | 'id' | 'called'>,
  locale: Locale,
  catalogue: Catalogue,
): string {
  const line = { key: `document.${document}`, vars: { called: called ?? id } };
  return catalogue.text(line, locale).replace(UNFIT, '');
}
