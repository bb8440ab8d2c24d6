import { describe, expect, test } from 'vitest';
import { e164 } from '../../src/understanding/read-phone.ts';
import { field, shown } from './reading-scene.ts';

const phone = field('phone', { phone: 'any', label: { zh: '联系电话', en: 'Phone' } });

describe('phones', () => {
  test.each([
    ['136 0013 6000', '13600136000'],
    ['(+86) 136-0013-6000。', '13600136000'],
    ['１３６００１３６０００', '13600136000'],
    ['0797 8888000', '0797-8888000'],
    ['010-66660000转21', '010-66660000转21'],
    ['0791-66660000-21', '0791-66660000转21'],
    ['+1 415 555 2671', '+14155552671'],
    ['136OO136OOO', '? 13600136000 (slip)'],
    ['一三六零零一三六零零零', '? 13600136000 (slip)'],
    ['13600136000或13700137000', '? 13600136000 (several)'],
    ['固话可以吗？0791-66660000', '? 0791-66660000 (talk)'],
    ['1360013600', '! phone-length'],
    ['66660000', '! area-code'],
    ['加微信聊', '! not-a-phone'],
    ['12300000000', '! not-a-phone'],
    ['要电话做什么？', '! is-question'],
  ])('%s gives %s', (text, outcome) => expect(shown(phone, text)).toBe(outcome));

  test('a field for mobiles takes no landline', () => {
    expect(shown(field('phone', { phone: 'mobile' }), '0791-66660000')).toBe('! mobile-only');
  });

  test('stored numbers can be written in E.164', () => {
    expect(e164('13600136000')).toEqual({ number: '+8613600136000', extension: null });
    expect(e164('0791-66660000转21')).toEqual({ number: '+8679166660000', extension: '21' });
  });
});

describe('mail addresses', () => {
  test.each([
    ['我的邮箱：Chen.Jing@Example.com', 'Chen.Jing@example.com'],
    ['chen＠example.com', 'chen@example.com'],
    ['chen@126.con', '? chen@126.com (email-domain)'],
    ['chen@gmali.com', '? chen@gmail.com (email-domain)'],
    ['chen at example dot org', '? chen@example.org (slip)'],
    ['chen@qq。com', '? chen@qq.com (slip)'],
    ['chen@example', '! not-an-email'],
    ['chen@@example.com', '! not-an-email'],
    ['a@example.com b@example.com', '! several-emails'],
  ])('%s gives %s', (text, outcome) => expect(shown(field('email'), text)).toBe(outcome));
});

describe('credit codes by GB 32100', () => {
  test.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['９１３５０１００m０００１００y４３', '91350100M000100Y43'],
    ['代码：9135 0100 M000 100Y 43', '91350100M000100Y43'],
    ['9135O100MOO0100Y43', '? 91350100M000100Y43 (slip)'],
    ['91350100M000100Y4Z', '! credit-code-check'],
    ['91350100M000100Y4', '! credit-code-length'],
    ['还没办下来', '! not-a-credit-code'],
    ['360102199003071234', '! resident-id'],
  ])('%s gives %s', (text, outcome) => expect(shown(field('credit-code'), text)).toBe(outcome));
});

describe('ORCID by ISO 7064, and web addresses', () => {
  test.each([
    ['https://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['0000-0002-1694-23', '! orcid-length'],
    ['0000 0002 1694 233x', '0000-0002-1694-233X'],
    ['0000-0002-1825-0090', '! orcid-check'],
    ['没注册过', '! not-an-orcid'],
  ])('%s gives %s', (text, outcome) => expect(shown(field('orcid'), text)).toBe(outcome));

  test.each([
    ['www.example.com/lab', 'https://www.example.com/lab'],
    ['主页 http://example.com', 'http://example.com/'],
    ['javascript:alert(1)', '! not-a-url'],
    ['暂时没有', '! not-a-url'],
  ])('%s gives %s', (text, outcome) => expect(shown(field('url'), text)).toBe(outcome));
});
