import { describe, expect, test } from 'vitest';
import { looksRight } from '../support/journey-look.ts';
import { openTab, type Person } from '../support/journey-person.ts';
import { journeyScene } from '../support/journey-scene.ts';
import { wordsOf } from '../support/journey-words.ts';

const TIME = { timeout: 90_000 };
const scene = journeyScene();
const zh = wordsOf('zh');
const en = wordsOf('en');

const mine = (person: Person) => person.page.locator('.mine .bubble').allInnerTexts();
const times = (all: readonly string[], text: string) => all.filter((each) => each === text).length;
const focused = 'document.activeElement';

/** Presses Tab until the thing wanted has the focus; every stop on the way must show it. */
async function tabTo(person: Person, wanted: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    const isThere = await person.page.evaluate(`${focused}.matches(${JSON.stringify(wanted)})`);
    if (isThere && n > 0) return;
    await person.page.keyboard.press(key);
    const looks = await person.page.evaluate(`(() => { const one = ${focused}; if (one === document.body) return 'page';
      const style = getComputedStyle(one); const around = getComputedStyle(one.closest('.row') || one);
      return one.matches(':focus-visible') && (style.outlineStyle !== 'none' || style.boxShadow !== 'none' || around.outlineStyle !== 'none') ? 'seen' : one.outerHTML; })()`);
    expect(['page', 'seen'], 'focus must be visible').toContain(looks);
  }
  throw new Error(`${wanted} cannot be reached with ${key}`);
}

/** Types a text and Enter, and waits for the answer. */
async function type(person: Person, text: string): Promise<void> {
  const bot = person.page.locator('.message.bot:not(.typing)');
  const before = await bot.count();
  await person.page.keyboard.type(text);
  await person.page.keyboard.press('Enter');
  await bot.nth(before).waitFor();
}

/** Presses Enter on what has the focus, and waits for the answer. */
const enter = (person: Person) => type(person, '');

describe('whoever talks to the bot', () => {
  test('needs no mouse: a researcher hands an interest in with Tab and Enter alone', TIME, async () => {
    const person = await scene.arrive({ width: 1280 });
    if (!person) return;
    expect(await person.page.evaluate(`${focused}.id`)).toBe('text');
    await type(person, '我做电解铜箔');
    await tabTo(person, '.message:last-child .card:first-child button', 'Shift+Tab');
    await enter(person);
    await tabTo(person, '.message:last-child .choice.primary', 'Tab');
    await enter(person);
    await tabTo(person, '#text', 'Tab');
    for (const answer of ['示例理工大学', '张三', '13800138000', '我们有中试线']) await type(person, answer);
    await tabTo(person, '.message:last-child .choice.primary', 'Shift+Tab');
    await enter(person);
    expect(await person.heard()).toMatch(/I-[0-9A-Z]+-[0-9A-Z]+/);
  });

  test('is answered in the script they write, and may change the language in the middle of a form', TIME, async () => {
    const person = await scene.arrive({ locale: 'zh-TW' });
    if (!person) return;
    const found = await person.say('我做電解銅箔');
    expect(found).toContain('榜單');
    expect(found).not.toContain('榜单');
    await looksRight(person.page, 'hant-1-found');
    expect(await person.openCard()).toContain('揭榜條件');
    await person.page.locator('.message:last-child .choice.primary').click();
    await expect.poll(person.heard).toContain('1/4');
    await person.say('示例理工大學');
    await person.page.click('#menu-button');
    await looksRight(person.page, 'hant-2-menu');
    await person.page.locator('.languages button', { hasText: 'English' }).click();
    await expect.poll(person.heard).toContain('(2/4)');
    await person.say('Zhang San');
    await person.say('13800138000');
    const review = await person.say('We have a pilot line.');
    expect(review).toContain('示例理工大學');
    expect(review).toContain(en('button.submit'));
    expect(await person.page.locator('#text').getAttribute('placeholder')).toBe(en('web.chat.composer'));
    await looksRight(person.page, 'hant-3-english');
  });

  test('sees the receipt when everything of theirs is deleted, and may begin anew', TIME, async () => {
    const person = await scene.arrive({});
    if (!person) return;
    await person.say('我做电解铜箔');
    await person.say(zh('button.delete-data'));
    expect(await person.press(zh('button.delete-yes'))).toContain('回执号');
    await looksRight(person.page, 'deleted-1-receipt');
    await person.page.locator('#log .choice').getByText(zh('button.start'), { exact: true }).click();
    await expect.poll(() => person.page.locator('.message.mine').count()).toBe(0);
    await expect.poll(person.heard).toContain('揭榜挂帅');
  });

  test('may write at length and with emoji', TIME, async () => {
    const person = await scene.arrive({});
    if (!person) return;
    const long = `${'我们在生箔机上连续做了三年试验，翘曲与断带的关系已经摸清。'.repeat(40)}👨‍👩‍👧‍👦🔬✅ ${'A'.repeat(120)}`;
    await person.say('我做电解铜箔');
    await person.openCard();
    await person.press(zh('button.consent-apply'));
    for (const answer of ['示例理工大学🏫', '张三', '13800138000']) await person.say(answer);
    const review = await person.say(long);
    expect((await mine(person)).at(-1)).toBe(long);
    expect(review).toContain('示例理工大学🏫');
    expect(review).toContain(zh('button.submit'));
    await looksRight(person.page, 'long-1-review');
    await person.say('😀😀😀');
    await looksRight(person.page, 'long-2-emoji');
  });

  test('loses nothing and says nothing twice when the line is away for some seconds, in both tabs', TIME, async () => {
    const person = await scene.arrive({});
    if (!person) return;
    await person.say('我做电解铜箔');
    await person.openCard();
    const second = await openTab(person.context, scene.app().url);
    await person.press(zh('button.consent-apply'));
    await expect.poll(second.heard).toContain('1/4');
    await person.context.setOffline(true);
    await person.page.fill('#text', '示例理工大学');
    await person.page.press('#text', 'Enter');
    await person.page.locator('.mine.pending').waitFor();
    await person.page.locator('#banner:not([hidden])').waitFor();
    await looksRight(person.page, 'offline-1-waiting');
    await person.context.setOffline(false);
    await expect.poll(person.heard, { timeout: 20_000 }).toContain('2/4');
    await expect.poll(second.heard, { timeout: 20_000 }).toContain('2/4');
    await expect.poll(() => person.page.locator('.mine.pending').count()).toBe(0);
    for (const tab of [person, second]) expect(times(await mine(tab), '示例理工大学')).toBe(1);
    await second.say('张三');
    await expect.poll(person.heard).toContain('3/4');
    for (const tab of [person, second]) expect(times(await mine(tab), '张三')).toBe(1);
    await person.page.reload();
    await person.page.locator('.mine').first().waitFor();
    expect(times(await mine(person), '示例理工大学')).toBe(1);
    expect(second.complaints).toEqual([]);
  });
});
