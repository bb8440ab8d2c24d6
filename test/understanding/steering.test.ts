import { describe, expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import { steering } from '../../src/understanding/steering.ts';
import { coverTags, vocabulary } from '../../src/understanding/word-cover.ts';
import fc from '../support/fast-check.ts';
import { field, form, reading } from './reading-scene.ts';

const toy = vocabulary<'stop' | 'go'>({ stop: 'halt|停|停下', go: 'go|走', '': '请|now|了' });

describe('a message is covered by words', () => {
  test.each([
    ['请停下了', ['stop']],
    ['go now!', ['go']],
    ['走，停 🙂', ['go', 'stop']],
  ])('%s by all of them', (text, tags) => expect(coverTags(text, toy)).toEqual(tags));

  test.each(['停车场', 'go home', 'gonow', 'halting'])('%s is not, since something is left', (text) =>
    expect(coverTags(text, toy)).toBeNull(),
  );
});

describe('steering that nobody listed', () => {
  test.each([
    ['这一栏我想跳过，以后补上', 'skip'],
    ['这题先略过哈', 'skip'],
    ['材料下周再补', 'skip'],
    ['我得先去开个会，回头弄', 'pause'],
    ['问问我们导师再写', 'pause'],
    ['让师弟来填', 'pause'],
    ['手头没有数据，先空着', 'skip'],
    ['我还在路上，先保存', 'pause'],
    ['先存起来后天再交', 'pause'],
    ['I need to talk to my supervisor first', 'pause'],
    ['算了不想弄了', 'cancel'],
    ['整个表单都删掉吧', 'cancel'],
    ['退回去看前面那题', 'back'],
    ['刚才那一步撤销', 'undo'],
    ['把填的内容都列出来', 'review'],
    ['现在还不要提交', 'not-yet'],
    ['现在就递交上去吧', 'submit'],
    ['咋填啊', 'help'],
    ['continue with the draft', 'resume'],
  ])('%s: %s', (text, meant) => expect(steering(fold(text))).toBe(meant));

  test.each([
    '跳过烧结直接压制',
    '提交系统采用双机热备',
    '返回料占三成',
    '保存期不少于两年',
    '取消酸洗，改用激光清洗',
    '继续教育中心',
    '撤销险种',
    '我们明天投产',
    'skip-tooth gear',
    'Pause Robotics Ltd',
  ])('%s is no steering', (text) => expect(steering(fold(text))).toBeNull());
});

describe('in a form', () => {
  const apply = form('application-key-technology');
  const route = field('long-text', { id: 'route' });
  const said = (text: string, of = route) =>
    interpret(text, reading({ focus: 'field', form: apply, stage: 'bid', field: of, answers: {} }));

  test('a steering word inside a longer answer never steers', () => {
    const control = fc.constantFrom('跳过', '取消', '上一步', '提交', '保存', '继续', '撤销', '转人工', '预览');
    const noun = fc.constantFrom('炉温曲线', '涂布工序', '轧制油膜', '菌种培养基', '叶片型面', '阀芯间隙');
    const verb = fc.constantFrom('以后用红外测量', '时记录压差', '由双冗余回路完成', '的误差低于千分之一');
    fc.assert(
      fc.property(control, noun, verb, (word, thing, does) => {
        for (const text of [`${thing}${word}${does}`, `${word}${thing}${does}`]) {
          expect(said(text).commands, text).toEqual([{ do: 'answer', text }]);
        }
      }),
    );
  });

  test('a day that sounds like putting off is a day where a day is asked', () => {
    const day = field('date', { id: 'start' });
    expect(said('明天', day).commands).toEqual([{ do: 'answer', text: '明天' }]);
    expect(said('后天', day).why).toBe('answer');
  });

  test('the name of the field in hand does not hide the wish to leave it', () => {
    const email = field('email', { id: 'email', label: { zh: '电子邮箱', en: 'E-mail' }, aliases: ['邮箱'] });
    expect(said('邮箱这个先不填', email).commands).toEqual([{ do: 'skip' }]);
    expect(said('邮箱以后再补', email).commands).toEqual([{ do: 'skip' }]);
  });

  test('traditional writers put away with 著 as well', () =>
    expect(said('先存著，晚點再寫').commands).toEqual([{ do: 'pause' }]));
});
