/** ORCID iDs, checked by ISO 7064 MOD 11-2. */
import type { Field } from '../programme/form.ts';
import { reject, type Said, settle, type ValueReading } from './reading.ts';
import { judgeRest } from './rest.ts';

/** Word processors put an en dash, a minus or a tilde where a hyphen was typed. */
const DASHES = /\s*[\p{Pd}\u2212~_.·]\s*(?=[\dx])/gu;
const RUN = /\d[\dx]{3}[ -]?(?:[\dx]{1,4}[ -]?)*[\dx]/g;

/** True when the last of sixteen characters is the check character. */
function checkHolds(id: string): boolean {
  let total = 0;
  for (const digit of id.slice(0, 15)) total = (total + Number(digit)) * 2;
  return '0123456789X'.charAt((12 - (total % 11)) % 11) === id.charAt(15);
}

/** Reads an ORCID iD, bare or in its address, into 0000-0000-0000-000X. */
export function readOrcid(said: Said, field: Field): ValueReading {
  const text = said.folded.replace(DASHES, '-');
  const run = (text.match(RUN) ?? []).sort((a, b) => b.length - a.length)[0];
  if (run === undefined) return reject('not-an-orcid');
  const id = run.replace(/[ -]/g, '').toUpperCase();
  if (id.length !== 16) return reject('orcid-length', { length: id.length });
  if (!/^\d{15}[\dX]$/.test(id)) return reject('not-an-orcid');
  if (!checkHolds(id)) return reject('orcid-check');
  const beside = text.replace(run, ' ').replace(/https?|(?:www\.)?orcid(?:\.org)?|[:/]/g, ' ');
  const rest = judgeRest(beside, field);
  return settle(
    `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8, 12)}-${id.slice(12)}`,
    rest === 'clear' ? null : 'talk',
  );
}
