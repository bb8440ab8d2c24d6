/** Cross-validates the second reader: every example is guessed by what was learnt from four fifths without it. */
import { learnGuess, readGuessExamples } from '../../guess-files.ts';
import { exampleContexts, ruledExamples } from '../../ruled-examples.ts';
import { fold } from '../../text/fold.ts';
import { kindOf, sameKind } from '../../understanding/guess-command.ts';
import { makeGuess } from '../../understanding/guess-score.ts';
import { type Interpretation, interpret } from '../../understanding/interpret.ts';
import type { Checked, SuiteOutcome } from '../outcome.ts';
import type { SuitePlay } from '../suite-play.ts';

const FOLDS = 5;

/** Plays the examples of a folder of `.tsv` files; the numbers tell what rules, guess and both together got right. */
export async function playGuesses({ folder, progress }: SuitePlay): Promise<SuiteOutcome> {
  const examples = readGuessExamples(folder);
  const ruled = ruledExamples(examples);
  const contexts = exampleContexts(examples);
  const checked: Checked[] = [];
  const right = { rules: 0, both: 0, kept: 0, answers: 0 };
  for (let part = 0; part < FOLDS; part++) {
    const guess = makeGuess(learnGuess(ruled.filter((_, i) => i % FOLDS !== part)));
    for (const [i, { place, intent, text, ruled: rule }] of ruled.entries()) {
      const context = contexts[i];
      if (i % FOLDS !== part || context === undefined) continue;
      const [top] = guess(fold(text).trim(), place, rule);
      const both = kindRead(interpret(text, { ...context, guess }));
      if (sameKind(kindRead(interpret(text, context)), intent)) right.rules += 1;
      if (sameKind(both, intent)) right.both += 1;
      if (place === 'text' && intent === 'answer') {
        right.answers += 1;
        if (sameKind(both, intent)) right.kept += 1;
      }
      checked.push({
        id: `${i + 1}`,
        ok: top !== undefined && sameKind(top.intent, intent),
        groups: [`place ${place}`, `intent ${intent}`],
        say: intent,
        got: `${top?.intent} ${Math.round((top?.p ?? 0) * 100)}%; with the rules ${both}`,
        at: `${place} «${text}»`,
      });
      progress(checked.length, ruled.length);
    }
  }
  return {
    suite: 'guesses',
    checked,
    grave: [],
    judge: [],
    numbers: {
      'right by rules alone': right.rules,
      'right by both': right.both,
      'free-text answers': right.answers,
      'free-text answers kept': right.kept,
    },
    notes: ['The fields of examples are made up, so rules and both together score lower here than in a suite.'],
    transcripts: {},
  };
}

/** The kind of wish a whole reading is; what the rule's name says goes before its command. */
function kindRead({ why, commands }: Interpretation) {
  if (/^(?:guess:)?detail/.test(why)) return 'detail';
  if (/^(?:guess:)?apply/.test(why)) return 'apply';
  if (/^(?:answer:yes|guess:affirm)$/.test(why)) return 'affirm';
  if (/^(?:answer:no|guess:deny)$/.test(why)) return 'deny';
  return why === 'go-to' ? 'back' : kindOf(commands[0]);
}
