import { describe, expect, test } from 'vitest';
import { looksRight } from '../support/journey-look.ts';
import { shownText } from '../support/journey-person.ts';
import { journeyScene } from '../support/journey-scene.ts';
import { wordsOf } from '../support/journey-words.ts';

const TIME = { timeout: 90_000 };
const scene = journeyScene();

const SPEAKERS = {
  zh: {
    locale: 'zh-CN',
    field: '我做电解铜箔，重点是添加剂和翘曲控制',
    title: '铜箔',
    money: '1200万元',
    reason: '铜箔',
    unit: '示例理工大学',
    lead: '张三',
    contact: '13800138000',
    why: '我们有中试线，边部翘曲已经做到 7 毫米',
    partners: '没有',
    team: '李四，示例理工大学，中试，50%',
  },
  en: {
    locale: 'en-GB',
    field: 'I work on NdFeB permanent magnets',
    title: '钕铁硼',
    money: '5,000,000–8,000,000',
    reason: 'NdFeB',
    unit: 'Sample University of Technology',
    lead: 'Zhang San',
    contact: 'zhang@example.com',
    why: 'Three years of work on grain boundary diffusion and a pilot furnace.',
    partners: 'none',
    team: 'Li Si, Sample University of Technology, pilot line, 50%',
  },
} as const;

const arrive = (language: 'zh' | 'en', width: number, path = '/') =>
  scene.arrive({ locale: SPEAKERS[language].locale, width, path });

describe('a researcher', () => {
  test.each([
    ['zh', 360],
    ['zh', 1280],
    ['en', 360],
    ['en', 1280],
  ] as const)(
    'in %s at %i px finds a list that fits in two messages and hands an interest in within eight',
    TIME,
    async (language, width) => {
      const me = SPEAKERS[language];
      const words = wordsOf(language);
      const name = `researcher-${language}-${width}`;
      const person = await arrive(language, width);
      if (!person) return;
      await looksRight(person.page, `${name}-1-greeting`);

      await person.say(me.field);
      const card = person.page.locator('.message.bot').last().locator('.card').first();
      const shown = await shownText(card);
      expect(shown).toContain(me.title);
      expect(shown).toContain(me.money);
      expect(shown).toMatch(/20\d\d-\d\d-\d\d/);
      expect(await shownText(card.locator('.because'))).toContain(me.reason);
      expect(await person.sent()).toBeLessThanOrEqual(2);
      await looksRight(person.page, `${name}-2-found`);

      await person.openCard();
      await looksRight(person.page, `${name}-3-detail`);
      await person.press(words('button.consent-apply'));
      for (const answer of [me.unit, me.lead, me.contact, me.why]) await person.say(answer);
      await looksRight(person.page, `${name}-4-review`);
      const receipt = await person.press(words('button.submit'));
      const reference = /I-[0-9A-Z-]+/.exec(receipt)?.[0] ?? 'none';
      const messages = await person.sent();
      console.log(`researcher ${language} ${width}px: interest submitted in ${messages} messages`);
      expect(messages).toBeLessThanOrEqual(8);
      const status = await person.press(words('button.status'));
      expect(status).toContain(reference);
      expect(status).toContain(words('status.interest.declared'));
      await looksRight(person.page, `${name}-5-status`);
    },
  );

  test.each(['zh', 'en'] as const)(
    'in %s begins the bid, leaves, and goes on in another browser, also after a restart',
    TIME,
    async (language) => {
      const me = SPEAKERS[language];
      const words = wordsOf(language);
      const person = await arrive(language, 360);
      if (!person) return;
      await person.say(me.field);
      await person.openCard();
      await person.press(words('button.consent-apply'));
      for (const answer of [me.unit, me.lead, me.contact, me.why]) await person.say(answer);
      await person.press(words('button.submit'));
      await person.press(words('button.return-link'));
      const link = await shownText(person.page.locator('.address').last());
      await looksRight(person.page, `bid-${language}-1-link`);
      await person.press(words('button.write-bid'));
      await person.say('91350100M000100Y43');
      const asked = await person.say(me.partners);
      expect(await person.page.locator('#progress').getAttribute('aria-valuenow')).toBe('2');
      const question = /3\/\d+[^\n]*/.exec(asked)?.[0] ?? 'no third question';
      await person.leave();

      const elsewhere = await arrive(language, 1280, new URL(link).pathname);
      if (!elsewhere) return;
      expect(elsewhere.page.url()).toBe(`${scene.app().url}/`);
      expect(await elsewhere.page.locator('.mine .bubble').allInnerTexts()).toContain('91350100M000100Y43');
      const resumed = await elsewhere.say(words('button.resume'));
      expect(resumed).toContain(question);
      await looksRight(elsewhere.page, `bid-${language}-2-elsewhere`);

      await scene.app().restart();
      const after = await elsewhere.say(me.team);
      expect(after).toContain(me.team.slice(0, 2));
      await elsewhere.press(words('button.right'));
      expect(await elsewhere.press(words('button.rows-done'))).toMatch(/4\/\d+/);
      expect(await elsewhere.page.locator('#progress').getAttribute('aria-valuenow')).toBe('3');
    },
  );
});
