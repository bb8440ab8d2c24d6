/** The files of a case, wherever in its answers they lie. */
import type { AnswerValue, StoredFile } from '../programme/answer.ts';
import type { CaseRecord } from '../programme/records.ts';

/** Every file once, in the order of the answers. */
export function filesOf(record: CaseRecord): readonly StoredFile[] {
  const found = new Map<string, StoredFile>();
  for (const value of Object.values(record.answers)) for (const file of filesIn(value)) found.set(file.sha256, file);
  return [...found.values()];
}

function filesIn(value: AnswerValue): readonly StoredFile[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (isFile(each)) return [each];
    if (typeof each !== 'object' || each === null) return [];
    return Object.values(each).flatMap((cell: unknown) => (Array.isArray(cell) ? cell.filter(isFile) : []));
  });
}

function isFile(value: unknown): value is StoredFile {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'mime' in value;
}
