/** Showing hostile words everywhere the product shows words, and looking for what they may not become. */
import { slackBlocks, slackPreview } from '../../channels/slack-blocks.ts';
import { telegramParts } from '../../channels/telegram-parts.ts';
import { html } from '../../channels/web/html.ts';
import { replyView } from '../../channels/web/message-view.ts';
import { makeCatalogue } from '../../conversation/catalogue.ts';
import { readForms, readMessages, readProgramme } from '../../data-files.ts';
import { makeDocuments } from '../../documents/documents.ts';
import type { Reply } from '../../ports/channel.ts';
import { newNeed } from '../../programme/new-case.ts';
import { suiteId } from '../suite-records.ts';

const TELEGRAM_MAX = 4096;
const SLACK_MAX = 3000;
const AT = '2026-11-22T02:00:00.000Z';
const PROGRAMME = readProgramme('jiangxi-2021');
const DOCUMENTS = makeDocuments({
  programme: PROGRAMME,
  forms: readForms(PROGRAMME),
  catalogue: makeCatalogue(readMessages()),
  clock: { now: () => new Date(AT) },
});

/** What is wrong with a message as the three platforms would show it. */
export function shownProblems(reply: Reply): readonly string[] {
  const telegram = telegramParts(reply, 'https://example.org');
  const slack = slackBlocks(reply, 'https://example.org');
  const json = JSON.stringify(slack);
  const web = html`<p>${replyView(reply, AT, null).text}</p>`.markup;
  return [
    ...(telegram.some(({ text }) => text.length > TELEGRAM_MAX) ? ['Telegram: longer than its limit'] : []),
    ...(telegram.some(({ text }) => hasLoneSurrogate(text)) ? ['Telegram: half a character'] : []),
    ...(slack.length > 50 ? ['Slack: more blocks than it takes'] : []),
    ...(longestText(slack) > SLACK_MAX ? ['Slack: a text longer than its limit'] : []),
    ...(/"mrkdwn","text":"(?!<https:\/\/example\.org)/.test(json) ? ['Slack: words as markup'] : []),
    ...(/<(?:!|@|#|https?:)/.test(slackPreview(reply)) ? ['Slack: a preview that mentions or links'] : []),
    ...(/<(?!\/?p>)/.test(web) ? ['web: markup that is not escaped'] : []),
  ];
}

function longestText(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longestText));
}

function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** What is wrong with Word and Excel files that hold the words. */
export async function paperProblems(text: string): Promise<readonly string[]> {
  const words = text.slice(0, 5000);
  const answers = { title: words.slice(0, 60), problem: words, goal: words, unit: words.slice(0, 100), base: words };
  const seed = { id: suiteId('hostile'), at: AT, programme: PROGRAMME };
  const made = newNeed({ account: suiteId('hostile'), form: PROGRAMME.needForm, formVersion: 1, answers }, seed);
  const record = { ...made, organisation: { name: words.slice(0, 100), creditCode: null } };
  const view = { record, siblings: [], listing: null, owner: null, moves: [] };
  const word = await DOCUMENTS.make({ document: 'need', id: record.id }, view, null);
  const table = await DOCUMENTS.queue([{ record, days: 0, overdue: false, count: null }]);
  return [...(word.bytes.byteLength < 1000 ? ['Word: an empty paper'] : []), ...(await sheetProblems(table))];
}

async function sheetProblems(table: Uint8Array): Promise<readonly string[]> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(Uint8Array.from(table).buffer);
  const problems = new Set<string>();
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula) problems.add('Excel: a formula');
        if (typeof cell.value === 'string' && /^\s*[=+\-@＝＋－＠]/u.test(cell.value))
          problems.add('Excel: a cell that begins like a formula');
      }),
    ),
  );
  return [...problems];
}
