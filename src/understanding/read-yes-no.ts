/** Yes-no answers; hedges are asked back, questions are none. */

import type { Field } from '../programme/form.ts';
import { fold } from '../text/fold.ts';
import { matterYesNo } from './matter-words.ts';
import { accept, confirm, reject, type Said, type ValueReading } from './reading.ts';
import { fieldNames } from './rest.ts';
import { yesNo } from './yes-no.ts';

/** A clause that agrees or refuses in a whole sentence: 我们同意公开, I do not agree to that. */
const NO_SENTENCE =
  /不(?:愿意?|同意|承诺|公开|接受|可以|希望|想|能|属于|存在|涉及)|没有|无(?:关联|此)|(?<![a-z])(?:not|don't|do not|won't|cannot|can't|no)(?![a-z])/;
const YES_SENTENCE =
  /同意|愿意|承诺|接受|可以|公开|存在|有|(?<![a-z])(?:agree|accept|yes|confirm|happy to|willing)(?![a-z])/;
/** Two noes are no plain answer. */
const TWICE_NO = /(?:不|没有?|并非).{0,3}不/;

/** A yes or no beside which other words stand: the leaning, to be asked. */
function sentence(text: string): boolean | null {
  if (NO_SENTENCE.test(text)) return false;
  return YES_SENTENCE.test(text) ? true : null;
}

/** Reads yes or no. Options of the field, when it has two, name yes and no in its own words. */
export function readYesNo(said: Said, field: Field): ValueReading {
  const [yes, no] = field.options ?? [];
  const named = [yes, no].map((option) =>
    option === undefined ? [] : [option.label.zh, option.label.en, ...(option.aliases ?? [])].map(fold),
  );
  if (named[0]?.includes(said.folded) === true) return accept(true);
  if (named[1]?.includes(said.folded) === true) return accept(false);
  const answer = yesNo(withoutLabel(said.folded, field));
  const ofMatter = matterYesNo(said.folded, field);
  if (ofMatter !== null && ofMatter !== answer) return confirm(ofMatter, 'yes-no');
  if (typeof answer === 'boolean') return accept(answer);
  if (answer === 'question') return reject('is-question');
  if (answer === 'unclear') return reject('not-yes-no');
  if (answer === 'rather-yes' || answer === 'rather-no') return confirm(answer === 'rather-yes', 'yes-no');
  const leaning = said.folded.length <= 40 && !TWICE_NO.test(said.folded) ? sentence(said.folded) : null;
  return leaning === null ? reject('not-yes-no') : confirm(leaning, 'yes-no');
}

function withoutLabel(text: string, field: Field): string {
  for (const name of fieldNames(field)) {
    if (text.startsWith(`${name}:`) || text.startsWith(`${name}：`)) return text.slice(name.length + 1);
  }
  return text;
}
