/** Words nobody understood, put to the language model: it may propose commands of the closed set. */
import { cut } from '../text/cut.ts';
import { redact } from '../text/redact.ts';
import type { Command } from '../understanding/command.ts';
import type { ModelQuestion } from '../understanding/model-question.ts';
import { type Asking, LANGUAGE_NAMES } from './asking.ts';
import { parseCommands } from './parse-commands.ts';

/** What a model gets to read of one message. */
const LONGEST = 2_000;

/** Proposals for a message; empty when the model has nothing to say. Never throws. */
export async function understand(
  { ask, account, locale }: Asking,
  text: string,
  question: ModelQuestion,
): Promise<readonly Command[]> {
  const vars = { ...question, language: LANGUAGE_NAMES[locale], text: redact(cut(text, LONGEST)) };
  return (await ask(account, 'understand', vars, (raw) => parseCommands(raw, text))) ?? [];
}
