import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lazyKnowledge, readKnowledge } from '../../src/data-files.ts';
import fc from '../support/fast-check.ts';

const find = lazyKnowledge();
/** question TAB article, several by |, - for none. */
const QUESTIONS = readFileSync(new URL('./knowledge-questions.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [question = '', wanted = ''] = line.split('\t');
    return { question, wanted: wanted.split('|') };
  });

describe('questions about the programme', () => {
  const wrong = QUESTIONS.filter(({ question, wanted }) => !wanted.includes(find(question) ?? '-'));

  it('find their article, or none where none answers them', () => {
    console.log(`questions answered rightly: ${QUESTIONS.length - wrong.length} of ${QUESTIONS.length}`);
    expect(QUESTIONS.length).toBeGreaterThan(150);
    expect(wrong.length / QUESTIONS.length).toBeLessThan(0.05);
  });

  it('find every article by its own title and by every known way to ask', () => {
    const lost = readKnowledge().flatMap(({ id, title, asked }) =>
      [title.zh, title.en, ...asked].filter((words) => find(words) !== id).map((words) => `${id}: ${words}`),
    );
    expect(lost).toEqual([]);
  });

  it('in traditional characters and full width find the same', () => {
    expect(find('賽馬機制是怎樣的？')).toBe('race');
    expect(find('後補助怎麼算')).toBe('money-enterprise');
    expect(find('ＯＲＣＩＤ是什么')).toBe('orcid');
  });

  it('have no answer when empty, long or about something else', () => {
    expect(find('')).toBeNull();
    expect(find('😀😀')).toBeNull();
    expect(find(`赛马是什么${'，说来话长'.repeat(60)}`)).toBeNull();
    expect(find('南昌到九江的高铁几点开')).toBeNull();
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => find(text) === null || find(text) !== ''));
  });
});
