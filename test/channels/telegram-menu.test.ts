import { describe, expect, it } from 'vitest';
import { telegramMenus } from '../../src/channels/telegram-menu.ts';
import { makeCatalogue } from '../../src/conversation/catalogue.ts';
import { readMessages } from '../../src/data-files.ts';
import { readSlash } from '../../src/understanding/slash.ts';
import { makeSmallInbox, until } from '../support/small-inbox.ts';
import { telegramBench } from '../support/telegram-bench.ts';
import { textUpdate } from '../support/telegram-updates.ts';

const bench = telegramBench();
const menus = telegramMenus(makeCatalogue(readMessages()));
const offered = () => bench.peer.calls('setMyCommands');

describe('the menu in Telegram', () => {
  it('offers in Chinese and English only commands that are understood, as Telegram wants them written', () => {
    for (const { command, description } of menus.flatMap((menu) => menu.commands)) {
      expect(readSlash(`/${command}`), command).not.toBeNull();
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(description).toMatch(/^[^[]{3,256}$/);
    }
    expect(menus.map(({ commands }) => commands[0]?.description)).toEqual(['看正在征集的榜单', 'Open challenges']);
  });

  it('is set when the channel starts, for everybody and for English apps', async () => {
    await bench.channel({ menus }).start(makeSmallInbox().accept);
    await until(() => offered().length === 2);
    expect(offered().map((call) => call.language_code)).toEqual([undefined, 'en']);
  });

  it('is missed by nobody when Telegram refuses it: messages are received all the same', async () => {
    const inbox = makeSmallInbox();
    bench.peer.fault('setMyCommands', { kind: 'server-error' });
    await bench.channel({ menus }).start(inbox.accept);
    bench.peer.push(textUpdate('你好'));
    expect((await inbox.holds(1)).map((each) => each.said)).toEqual(['你好']);
    await until(() => bench.log.lines.some(({ message }) => message.includes('menu')));
  });
});
