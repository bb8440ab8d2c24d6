/** Unified social credit codes (GB 32100-2015). A valid code proves form, not existence. */
import type { Field } from '../programme/form.ts';
import { isCreditCode } from '../text/credit-code-check.ts';
import { confirm, reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

const RUN = /[0-9a-z](?:[ -]?[0-9a-z]){7,}/g;
/** Letters the standard leaves out because they are mistaken for figures. */
const CONFUSED: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5' };

/** Reads a credit code; letters mistaken for figures are put right only with a yes. */
export function readCreditCode(said: Said, field: Field): ValueReading {
  const runs = (said.folded.match(RUN) ?? []).filter(
    (run) => /\d/.test(run) && run.replace(/[^\da-z]/g, '').length >= 8,
  );
  const run = runs.find((one) => isCreditCode(one.replace(/[ -]/g, '').toUpperCase())) ?? runs[0];
  if (run === undefined) return reject('not-a-credit-code');
  const code = run.replace(/[ -]/g, '').toUpperCase();
  if (code.length !== 18) return reject('credit-code-length', { length: code.length });
  if (isCreditCode(code)) {
    const rest = judgeRest(said.folded.replace(run, ' ').replace(/营业执照|税号|机构|号/g, ' '), field);
    return settle(code, runs.length > 1 ? 'several' : null, rest === 'clear' ? null : 'talk');
  }
  const mended = code.replace(/[OIZS]/g, (letter) => CONFUSED[letter] ?? letter);
  return mended !== code && isCreditCode(mended) ? confirm(mended, 'slip') : reject('credit-code-check');
}
