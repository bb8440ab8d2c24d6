/** Where the conversation stands, in the words of the examples. */
import type { GuessPlace } from './guess.ts';
import type { InterpretContext } from './interpretation.ts';

/** The place of a context; null where words are taken as they are typed. */
export function placeOf({ focus, field, form }: InterpretContext): GuessPlace | null {
  switch (focus) {
    case 'idle':
      return 'idle';
    case 'choose':
      return form === undefined ? 'idle' : fieldPlace(field);
    case 'field':
      return fieldPlace(field);
    case 'review':
    case 'intake':
      return 'review';
    case 'confirm-value':
    case 'cancel':
    case 'consent':
    case 'confirm':
      return 'confirm';
    case 'reason':
    case 'handoff':
      return null;
  }
}

function fieldPlace(field: InterpretContext['field']): GuessPlace {
  if (field?.id.endsWith('#more') === true) return 'rows';
  switch (field?.kind) {
    case 'text':
    case 'long-text':
    case 'rows':
      return 'text';
    case 'choice':
    case 'multi-choice':
    case 'yes-no':
      return 'choice';
    default:
      return 'typed';
  }
}
