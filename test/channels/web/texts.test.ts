import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { escapeHtml, html, jsonBlock } from '../../../src/channels/web/html.ts';
import { localeOfTag } from '../../../src/channels/web/page-locale.ts';
import { makeRateLimit } from '../../../src/channels/web/rate-limit.ts';
import { REFUSALS } from '../../../src/channels/web/refusal.ts';
import { CHAT_TEXTS } from '../../../src/channels/web/texts.ts';
import { webTexts } from '../../support/web-house.ts';

const CLIENT = new URL('../../../src/channels/web/client/', import.meta.url);
const scripts = readdirSync(CLIENT).filter((name) => name.endsWith('.js') && !name.startsWith('desk'));

describe('the sentences of the web pages', () => {
  test('exist in both languages', () => {
    expect(Object.keys(webTexts('en')).sort()).toEqual(Object.keys(webTexts('zh')).sort());
  });

  test('the browser gets exactly those of the chat', () => {
    const chat = Object.keys(webTexts('zh')).filter((key) => key.startsWith('web.chat.'));
    expect(chat.sort()).toEqual(CHAT_TEXTS.map((key) => `web.chat.${key}`).sort());
  });

  test('each that a script asks for is among them', () => {
    const asked = scripts.flatMap((name) => {
      const text = readFileSync(new URL(name, CLIENT), 'utf8');
      return [...text.matchAll(/\bt\((?:[^'()]*\? )?'([\w-]+)'(?: : '([\w-]+)')?/g)].flatMap((found) => [
        found[1] ?? '',
        found[2] ?? '',
      ]);
    });
    const known = new Set<string>(CHAT_TEXTS);
    expect(asked.filter((key) => key !== '' && key !== 'title' && !known.has(key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(15);
  });

  test('every refusal has its own', () => {
    for (const reason of Object.keys(REFUSALS)) expect(webTexts('zh')).toHaveProperty([`web.error.${reason}`]);
  });
});

describe("the browser's scripts", () => {
  test('put no text into markup, and fetch nothing from elsewhere', () => {
    for (const name of readdirSync(CLIENT).filter((file) => /\.(js|css|svg)$/.test(file))) {
      const text = readFileSync(new URL(name, CLIENT), 'utf8');
      expect(text, name).not.toMatch(
        /(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write|\beval\(|new Function|@import|url\(/,
      );
      expect(text.replaceAll('http://www.w3.org/2000/svg', ''), name).not.toMatch(/https?:\/\/\w/);
    }
  });
});

describe('markup', () => {
  test('text is escaped in content and attributes, markup is not escaped twice', () => {
    const hostile = `<img src=x onerror="alert('1')">&`;
    expect(escapeHtml(hostile)).not.toMatch(/[<>"']/);
    expect(html`<p title="${hostile}">${html`<b>${1}</b>`}${[html`<i></i>`]}${null}${false}</p>`.markup).toBe(
      `<p title="${escapeHtml(hostile)}"><b>1</b><i></i></p>`,
    );
  });

  test('a data block cannot be closed by its data', () => {
    const { markup } = jsonBlock('x', { text: '</script><script>alert(1)</script>\u2028' });
    expect(markup.match(/<\/script>/g)).toHaveLength(1);
    expect(JSON.parse(markup.replace(/^<[^>]*>|<\/script>$/g, '')).text).toContain('</script>');
  });
});

describe('languages', () => {
  test.each([
    ['zh-CN', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh_HK', null],
    ['en-GB', 'en'],
    ['fr', null],
    ['english', null],
    [undefined, null],
  ])('%s is read as %s', (tag, locale) => {
    expect(localeOfTag(tag)).toBe(locale);
  });
});

describe('a rate limit', () => {
  test('lets a burst through, then as much as flows back, each key by itself', () => {
    const take = makeRateLimit(3, 1);
    const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);
    expect([take('a', at(0)), take('a', at(0)), take('a', at(0))]).toEqual([0, 0, 0]);
    expect(take('a', at(0))).toBe(1);
    expect(take('b', at(0))).toBe(0);
    expect(take('a', at(1.5))).toBe(0);
    expect(take('a', at(1.6))).toBe(1);
    expect(take('a', at(600))).toBe(0);
  });

  test('a clock set back neither blocks nor gives away tokens', () => {
    const take = makeRateLimit(1, 1);
    expect(take('a', new Date(1_700_000_000_000))).toBe(0);
    expect(take('a', new Date(1_600_000_000_000))).toBe(1);
  });
});
