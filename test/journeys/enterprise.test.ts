import { describe, expect, test } from 'vitest';
import { looksRight } from '../support/journey-look.ts';
import { type Person, shownText } from '../support/journey-person.ts';
import { journeyScene } from '../support/journey-scene.ts';
import { wordsOf } from '../support/journey-words.ts';

const TIME = { timeout: 90_000 };
const scene = journeyScene();

const SPEAKERS = {
  zh: {
    locale: 'zh-CN',
    problem: '我们想发布一个技术难题：电解铜箔减薄到4.5微米后翘曲大、老断带，添加剂消耗没有在线监测',
    answers: ['边部翘曲不高于5mm，抗拉强度明显提高', '新材料', '八百万', '18个月', '示例赣东铜箔有限公司'],
    contact: '张三 13800138000',
    method: '10 片取平均',
    amount: '不低于450MPa',
    shownAmount: '450 MPa',
    similar: '铜箔',
    teams: '已有 1 个',
  },
  en: {
    locale: 'en-GB',
    problem:
      'We want to post a need: our coated separator holds over 1200 ppm of water and cells give off gas after filling',
    answers: [
      'Thermal shrinkage at 150 C of at most 2%, moisture clearly lower',
      'New energy',
      '8 million yuan',
      '18 months',
      'Sample Battery Co Ltd',
    ],
    contact: 'Zhang San 13800138000',
    method: 'oven test, mean of 5 samples',
    amount: 'at most 600 ppm',
    shownAmount: '600 ppm',
    similar: '隔膜',
    teams: wordsOf('en')('fits.no-teams'),
  },
} as const;

async function tellNeed(person: Person, language: 'zh' | 'en'): Promise<string> {
  const me = SPEAKERS[language];
  await person.say(me.problem);
  await person.press(wordsOf(language)('button.consent'));
  for (const answer of me.answers) await person.say(answer);
  return person.say(me.contact);
}

describe('an enterprise', () => {
  test.each(['zh', 'en'] as const)(
    'in %s posts a need within nine messages, sees similar lists, teams and where it stands',
    TIME,
    async (language) => {
      const words = wordsOf(language);
      const person = await scene.arrive({ locale: SPEAKERS[language].locale });
      if (!person) return;
      const review = await tellNeed(person, language);
      expect(review).toContain(SPEAKERS[language].contact);
      await looksRight(person.page, `enterprise-${language}-1-review`);
      await person.press(words('button.submit'));
      const messages = await person.sent();
      console.log(`enterprise ${language} 360px: need posted in ${messages} messages`);
      expect(messages).toBeLessThanOrEqual(9);
      const all = person.page.locator('#log');
      await expect.poll(() => shownText(all)).toContain(words('fits.similar'));
      expect(await person.heard()).toContain(SPEAKERS[language].similar);
      expect(await person.heard()).toContain(SPEAKERS[language].teams);
      expect(await person.heard()).toContain(words('fits.outreach-only'));
      await looksRight(person.page, `enterprise-${language}-2-posted`);
      const reference = /N-[0-9A-Z]+-[0-9A-Z]+/.exec(await shownText(all))?.[0] ?? 'none';
      const status = await person.say(words('button.status'));
      expect(status).toContain(reference);
      expect(status).toContain(words('status.need.posted'));
      await looksRight(person.page, `enterprise-${language}-3-status`);
    },
  );

  test.each(['zh', 'en'] as const)(
    'in %s is asked for what an indicator lacks and sees the list as it would be published',
    TIME,
    async (language) => {
      const words = wordsOf(language);
      const me = SPEAKERS[language];
      const person = await scene.arrive({ locale: me.locale });
      if (!person) return;
      await tellNeed(person, language);
      const first = await person.press(words('button.clinic'));
      expect(first).toContain('1/2');
      await looksRight(person.page, `clinic-${language}-1-question`);
      expect(await person.say(me.method)).toContain('2/2');
      expect(await person.say(me.amount)).toContain(me.shownAmount);
      const preview = await person.say(me.method);
      expect(preview).toContain(words('clinic.done'));
      expect(preview).toContain(words('preview.head').split('{')[0] ?? '');
      expect(preview).toContain(me.shownAmount);
      await looksRight(person.page, `clinic-${language}-2-preview`);
      await person.press(words('button.back-to-form'));
      await person.press(words('button.submit'));
      expect(await shownText(person.page.locator('#log'))).toMatch(/N-[0-9A-Z]+-[0-9A-Z]+/);
    },
  );
});
