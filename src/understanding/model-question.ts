/** What a language model is told of the conversation when words are put to it: the place, never the person's answers. */
import type { InterpretContext } from './interpretation.ts';

/** The variables of prompts/understand.md, but for the words themselves and the language. */
export interface ModelQuestion {
  /** Where the conversation stands, in one line. */
  readonly place: string;
  /** `path = label` of every field that can be answered or corrected, one a line. */
  readonly fields: string;
  /** `reference title` of the lists last shown, one a line. */
  readonly lists: string;
  /** `id = label` of the sectors, one a line. */
  readonly sectors: string;
}

/** Makes the question's surroundings; `listed` tells reference and title of a list by id. */
export function modelQuestion(
  context: InterpretContext,
  listed: (id: string) => { readonly reference: string; readonly title: string } | undefined,
): ModelQuestion {
  const { programme, shown, locale, form, stage, field, focus } = context;
  const language = locale === 'en' ? 'en' : 'zh';
  const fields = form?.stages.find((each) => each.id === stage)?.fields ?? [];
  const open = field ? `; the open question is about ${field.id} (${field.label[language]}, ${field.kind})` : '';
  return {
    place: form ? `filling in the form ${form.id}; open: ${focus}${open}` : `no form is open; open: ${focus}`,
    fields: fields.map((each) => `${each.id} = ${each.label[language]}`).join('\n'),
    lists: shown
      .flatMap((id) => listed(id) ?? [])
      .map(({ reference, title }) => `${reference} ${title}`)
      .join('\n'),
    sectors: programme.sectors.map((sector) => `${sector.id} = ${sector.label[language]}`).join('\n'),
  };
}
