import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const FOLDER = 'src/understanding';
const zh = messages('zh');
const en = messages('en');

function messages(locale: string): Readonly<Record<string, string>> {
  const texts: Record<string, string> = JSON.parse(readFileSync(`data/messages/values.${locale}.json`, 'utf8'));
  return texts;
}

const source = readdirSync(FOLDER)
  .filter((name) => name.startsWith('read-'))
  .map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'))
  .join('\n');

function reasons(): readonly string[] {
  return [...source.matchAll(/reject\(([^)]*)\)/g)].flatMap((call) =>
    [...((call[1] ?? '').split(', {')[0]?.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g) ?? [])].map((one) => one[1] ?? ''),
  );
}

describe('every refusal tells how to mend it', () => {
  test.each([...new Set(reasons())])('%s', (reason) => {
    expect(zh[`value.${reason}`], 'Chinese').toBeTypeOf('string');
    expect(en[`value.${reason}`], 'English').toBeTypeOf('string');
    expect(zh[`value.${reason}`]).toMatch(/例如|可以|请|应该|说“/);
  });
});

test('both languages hold the same keys and the same variables', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  const variables = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const key of Object.keys(zh)) expect(variables(en[key] ?? ''), key).toEqual(variables(zh[key] ?? ''));
});

test('every doubt shows the value it asks about', () => {
  const doubts = Object.keys(zh).filter((key) => key.startsWith('value.confirm.'));
  expect(doubts.length).toBeGreaterThan(20);
  for (const key of doubts) expect(zh[key], key).toContain('{value}');
});
