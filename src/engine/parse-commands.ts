/** What a language model proposes, read into the closed set of commands. Nothing else comes through. */
import { z } from 'zod';
import { botError } from '../errors.ts';
import type { Command } from '../understanding/command.ts';

const WORDS = z.string().trim().min(1).max(2000);
const SHORT = z.string().trim().min(1).max(120);

const bare = <Name extends Command['do']>(name: Name) => z.object({ do: z.literal(name) });

/** One shape per command that a model may propose; staff acts, consents and values already read are not among them. */
const COMMAND = z.discriminatedUnion('do', [
  z.object({ do: z.literal('find'), words: SHORT.optional(), sector: SHORT.optional() }),
  z.object({ do: z.literal('detail'), listing: SHORT }),
  z.object({ do: z.literal('apply'), listing: SHORT.optional() }),
  bare('post-need'),
  bare('profile'),
  z.object({ do: z.literal('answer'), text: WORDS }),
  z.object({ do: z.literal('correct'), path: SHORT, text: WORDS }),
  z.object({ do: z.literal('change'), path: SHORT }),
  bare('keep'),
  bare('affirm'),
  bare('deny'),
  bare('back'),
  bare('skip'),
  bare('undo'),
  bare('cancel'),
  bare('pause'),
  bare('resume'),
  bare('review'),
  bare('submit'),
  bare('status'),
  bare('withdraw'),
  bare('my-data'),
  bare('delete-data'),
  z.object({ do: z.literal('language'), locale: z.enum(['zh', 'zh-Hant', 'en']) }),
  z.object({ do: z.literal('ask'), question: WORDS }),
  bare('help'),
  bare('handoff'),
  bare('thanks'),
  bare('queue'),
  z.object({ do: z.literal('none') }),
]);

const ANSWER = z.object({ commands: z.array(COMMAND).min(1).max(4) });

/** Reads `{"commands": [...]}`; throws BotError `model` with a complaint the model can act on. `text` is what `none` keeps. */
export function parseCommands(raw: unknown, text: string): readonly Command[] {
  const read = ANSWER.safeParse(raw);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw botError('model', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a command'}`);
  }
  return read.data.commands.map((each): Command => {
    if (each.do === 'none') return { do: 'none', text };
    // Optional parts a model left out are left out here too.
    return Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as Command;
  });
}
