import { describe, expect, test } from 'vitest';
import { afterPause, stopsForReason } from '../../src/understanding/leaving.ts';
import { nthField } from '../../src/understanding/nth-field.ts';
import { personName } from '../../src/understanding/person-name.ts';

describe('stopping for a reason', () => {
  test.each([
    ['这个我要问一下领导,先存着', 'pause'],
    ['手头没有资料,跳过', 'skip'],
    ['i need to ask my boss, save it for later', 'pause'],
    ['第一年小试,先存着', null],
    ['采用两段退火,跳过传统工序', null],
  ])('%s', (text, wish) => expect(stopsForReason(text)).toBe(wish));

  test('what follows a pause is what is wanted now', () => {
    expect(afterPause('先停一下,我要发布一个技术需求')).toBe('我要发布一个技术需求');
    expect(afterPause('先做小试,再做中试')).toBeNull();
  });
});

describe('an answer meant by its number', () => {
  test.each([
    ['改第3项', { do: 'change', path: '3' }],
    ['第三项改成李四', { do: 'correct', path: '3', text: '李四' }],
    ['change item 2 to Example University', { do: 'correct', path: '2', text: 'Example University' }],
    ['改性材料三项', null],
    ['第三方检测', null],
  ])('%s', (text, command) =>
    expect(nthField(text, text.toLowerCase(), true)).toEqual(
      command === null ? null : expect.objectContaining({ do: command.do, path: command.path }),
    ),
  );
});

test('a name is one only when it shows', () => {
  expect(personName('李小敏', '李小敏')).toBe('李小敏');
  expect(personName('王主任', '王主任')).toBeNull();
  expect(personName('待定', '待定')).toBeNull();
});
