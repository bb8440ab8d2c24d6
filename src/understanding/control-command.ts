/** The command behind a steering phrase. */
import type { Command } from './command.ts';
import type { Service } from './control.ts';
import type { Control } from './control-phrases.ts';

/** Commands of phrases that mean the same everywhere. */
const COMMANDS: Readonly<
  Record<Exclude<Control, 'another-row' | 'no-more-rows' | 'more' | 'delete-data' | 'handoff' | 'queue'>, Command>
> = {
  back: { do: 'back' },
  skip: { do: 'skip' },
  cancel: { do: 'cancel' },
  pause: { do: 'pause' },
  resume: { do: 'resume' },
  review: { do: 'review' },
  preview: { do: 'preview' },
  submit: { do: 'submit' },
  undo: { do: 'undo' },
  keep: { do: 'keep' },
  help: { do: 'help' },
  status: { do: 'status' },
  withdraw: { do: 'withdraw' },
  'my-data': { do: 'my-data' },
  'return-link': { do: 'return-link' },
  'revoke-link': { do: 'return-link', revoke: true },
  start: { do: 'start' },
  thanks: { do: 'thanks' },
  offline: { do: 'offline' },
};

/** The command of a steering phrase; null for phrases whose meaning depends on what is open (another row, more). */
export function controlCommand(control: Control): Command | null {
  switch (control) {
    case 'another-row':
    case 'no-more-rows':
    case 'more':
      return null;
    case 'delete-data':
      return { do: 'delete-data' };
    case 'handoff':
      return { do: 'handoff' };
    case 'queue':
      return { do: 'queue' };
    default:
      return COMMANDS[control];
  }
}

/** The command of a wish to the service. */
export function serviceCommand(service: Service): Command {
  switch (service.is) {
    case 'language':
      return { do: 'language', locale: service.locale };
    case 'delete-data':
      return { do: 'delete-data' };
    case 'handoff':
      return { do: 'handoff' };
  }
}
