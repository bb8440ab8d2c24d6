/** What counts when a language model was asked about words the rules were unsure of. */
import type { Command } from '../understanding/command.ts';
import { kindOf, sameKind } from '../understanding/guess-command.ts';
import type { Interpretation } from '../understanding/interpretation.ts';
import { modestCommands } from './modest-command.ts';
import type { Focus } from './state.ts';

/** The commands to obey instead of the rules' reading; empty where that stands: where the model agrees with it, whose details the rules read more exactly, or proposes what it may not. */
export function secondOpinion(
  byRules: Interpretation,
  proposed: readonly Command[],
  text: string,
  focus: Focus['in'],
): readonly Command[] {
  const own = kindOf(byRules.commands[0]);
  const [first] = proposed.map(kindOf);
  if (proposed.length === 1 && own !== 'none' && first && sameKind(own, first)) return [];
  return modestCommands(proposed, text, focus);
}
