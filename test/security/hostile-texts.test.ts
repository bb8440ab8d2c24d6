import { setTimeout as wait } from 'node:timers/promises';
import Excel from 'exceljs';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttackHouse, startAttackHouse, type Talker } from '../support/attack-house.ts';
import { ATTACK_TEXTS, isUnclean } from '../support/attack-texts.ts';
import { type PlatformPeers, startPlatformPeers } from '../support/platform-peers.ts';
import type { SlackPeer } from '../support/slack-peer.ts';
import { messageEvent } from '../support/slack-requests.ts';
import type { TelegramPeer } from '../support/telegram-peer.ts';
import { person, textUpdate } from '../support/telegram-updates.ts';
import type { Visitor } from '../support/web-visitor.ts';

const HONEST = [
  '铁损偏高，批次不稳',
  '合格率做到九成',
  '新材料',
  '300万元',
  '24个月',
  '示例特钢有限公司',
  '示例王工 13711112222',
];
const KINDS = Object.entries(ATTACK_TEXTS);

let peers: PlatformPeers;
let telegram: TelegramPeer;
let slack: SlackPeer;
let house: AttackHouse;
let decider: Visitor;

beforeAll(async () => {
  peers = await startPlatformPeers();
  ({ telegram, slack } = peers);
  house = await startAttackHouse({
    ...peers.settings,
    NOTICE_DETAIL: 'full',
  });
  peers.aim(house.url);
  decider = await house.enter(await house.hire('处长', 'decider'));
});
afterAll(async () => {
  await house.stop();
  await peers.close();
});

/** Says the text at every question once, then something honest; hands the need in and gives its number. */
async function fillWith(talk: Talker, text: string): Promise<string> {
  await talk.tell('我要发布需求');
  await talk.press('同意');
  const tried = new Set<number>();
  let n = 1;
  for (let step = 0; step < 40; step += 1) {
    const said = (await talk.seen())
      .slice(-2)
      .map((each) => each.text)
      .join('\n');
    const reference = /编号 (N-\w{5}-\w{5})/.exec(said)?.[1];
    if (reference) return reference;
    n = Number(/（(\d)\/7）/.exec(said)?.[1] ?? n);
    if (said.includes('请核对')) await talk.press('提交');
    else if (tried.has(n)) await talk.tell(HONEST[n - 1] ?? '');
    else {
      tried.add(n);
      await talk.tell(text);
    }
  }
  throw new Error(`the form was not finished: ${(await talk.seen()).at(-1)?.text}`);
}

describe.each(KINDS)('%s', (_kind, text) => {
  it('is only text in the chat, at the desk, in the workbook and in Word, and the next honest word is answered', {
    timeout: 60_000,
  }, async () => {
    const talk = await house.talker();
    const idle = await talk.tell(text);
    expect(idle.length).toBeGreaterThan(0);
    const reference = await fillWith(talk, text);
    expect(JSON.stringify(await talk.tell('有哪些榜单？'))).not.toMatch(/engine\.sorry|出了点问题/);
    const pages = await Promise.all(
      ['/desk', '/desk?tab=all', `/desk/case/${reference}`].map(async (path) => (await decider.get(path)).text()),
    );
    for (const page of pages) {
      expect(page).toContain(reference);
      expect(isUnclean(page)).toBe(false);
      expect(page).not.toMatch(/<script>alert|<svg\/onload|<a href=java|<b>x<\/b>|<img|<\/input>/);
    }
    await checkWorkbook(decider);
    await checkPaper(decider, reference);
    expect(await house.app.store.turns.parked()).toEqual([]);
  });

  it('goes through Telegram and Slack as plain text', { timeout: 30_000 }, async () => {
    const id = 9000 + KINDS.findIndex(([kind]) => kind === _kind);
    const mark = slack.world.messages.length;
    telegram.push(textUpdate('转人工', person(id)));
    await answered(() => telegram.texts(id).length >= 1);
    telegram.push(textUpdate(text, person(id)));
    await answered(() => telegram.texts(id).length >= 2);
    telegram.push(textUpdate('有哪些榜单？', person(id)));
    await answered(() => telegram.texts(id).length >= 3);
    expect((await slack.sendEvent(messageEvent(text, { channel: `D${id}`, user: `U${id}` }))).status).toBe(200);
    await answered(() => slack.world.messages.some((each) => each.channel === `D${id}`));
    await house.app.engine.idle();
    for (const call of telegram.calls('sendMessage').filter((each) => String(each.chat_id) === String(id))) {
      expect(call).not.toHaveProperty('parse_mode');
      expect(isUnclean(String(call.text))).toBe(false);
    }
    for (const message of slack.world.messages.slice(mark)) checkSlack(message.args);
  });
});

async function answered(isThere: () => boolean): Promise<void> {
  for (let n = 0; n < 200 && !isThere(); n += 1) await wait(50);
  expect(isThere()).toBe(true);
}

/** People's words are plain text; what Slack reads as markup is ours, or escaped. */
function checkSlack(args: Readonly<Record<string, unknown>>): void {
  expect(String(args.text ?? '')).not.toMatch(/<[!@#]|<https?:\/\/evil/);
  const marked = JSON.stringify(args.blocks ?? []).match(/\{"type":"mrkdwn"[^}]*\}/g) ?? [];
  for (const block of marked) expect(block).not.toMatch(/<[!@#]|evil|铁|DROP|忘掉/);
}

async function checkWorkbook(staff: Visitor): Promise<void> {
  const book = new Excel.Workbook();
  await book.xlsx.load(await (await staff.get('/desk/queue.xlsx?tab=all')).arrayBuffer());
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.formula ?? null).toBeNull();
        if (typeof cell.value === 'string') expect(cell.value).not.toMatch(/^[\s\uFEFF]*[=+@\t＝＋＠-]/);
      }),
    ),
  );
}

async function checkPaper(staff: Visitor, reference: string): Promise<void> {
  const answer = await staff.get(`/desk/document/need/${reference}`);
  expect(answer.status).toBe(200);
  const xml = new PizZip(await answer.arrayBuffer()).file('word/document.xml')?.asText() ?? '';
  expect(xml).not.toMatch(/<script|<svg|<a href|HYPERLINK "/);
  expect(isUnclean(xml)).toBe(false);
  expect(xml.match(/<w:p[ >]/g)?.length).toBe(xml.match(/<\/w:p>/g)?.length);
}
