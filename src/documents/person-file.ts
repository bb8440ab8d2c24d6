/** A person's own data as a file they can keep: everything, in an open format. */
import { paperName } from '../conversation/paper-name.ts';
import { botError } from '../errors.ts';
import type { Documents } from '../ports/desk.ts';
import type { PersonRows } from '../ports/store.ts';
import type { Account } from '../programme/records.ts';
import type { PaperParts } from './paper-data.ts';

const ABOUT = {
  zh: '这是本系统保存的关于您的全部记录，导出为开放的 JSON 格式。文件本身请在对应的办件里下载；要更正或删除，请在对话中发送 /profile 或 /delete。',
  en: 'All records this programme keeps about you, in open JSON. Files themselves are downloaded from their case; send /profile or /delete in the chat to correct or delete.',
};

/** The file at an ISO instant. Throws BotError `data` without an account and its rows. */
export function personFile(
  { programme, catalogue }: PaperParts,
  account: Account | null,
  person: PersonRows | null,
  at: string,
): Awaited<ReturnType<Documents['make']>> {
  if (account === null || person === null)
    throw botError('data', 'a data export needs the person and what is kept of them');
  const counts = Object.fromEntries(Object.entries(person).map(([kind, rows]) => [kind, rows.length]));
  const content = { about: ABOUT, programme: programme.name, exportedAt: at, counts, account, ...person };
  const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  const name = paperName({ document: 'my-data', id: account.id }, account.locale, catalogue);
  return { name, mime: 'application/json', bytes };
}
