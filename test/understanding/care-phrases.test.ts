import { describe, expect, it } from 'vitest';
import { readProgramme } from '../../src/data-files.ts';
import { fold } from '../../src/text/fold.ts';
import { readCare } from '../../src/understanding/care-phrases.ts';
import fc from '../support/fast-check.ts';

const PROGRAMME = readProgramme('jiangxi-2021');
const read = (text: string, idle = true) => readCare(fold(text), idle, PROGRAMME);

describe('wishes about wishes', () => {
  it.each([
    ['换个渠道', { do: 'join-code' }],
    ['我想在别的渠道继续', { do: 'join-code' }],
    ['換個渠道', { do: 'join-code' }],
    ['code', { do: 'join-code' }],
    ['384 921', { do: 'join-code', code: '384921' }],
    ['接续码：384921', { do: 'join-code', code: '384921' }],
    ['有合适的就告诉我', { do: 'subscribe' }],
    ['以后有新的榜单请通知我', { do: 'subscribe' }],
    ['tell me when something fits', { do: 'subscribe' }],
    ['订阅新材料', { do: 'subscribe', sector: 'materials' }],
    ['订阅 固态电解质', { do: 'subscribe', words: '固态电解质' }],
    ['我的订阅', { do: 'subscriptions' }],
    ['取消第2个订阅', { do: 'unsubscribe', id: '#2' }],
    ['退订', { do: 'unsubscribe' }],
    ['不要再给我推送了', { do: 'unsubscribe' }],
    ['unsubscribe', { do: 'unsubscribe' }],
    ['每周一次', { do: 'care', rhythm: 'weekly' }],
    ['免打扰 22点到8点', { do: 'care', quiet: [22, 8] }],
    ['quiet hours 22 to 8', { do: 'care', quiet: [22, 8] }],
    ['暂停提醒', { do: 'snooze' }],
    ['暂停提醒三天', { do: 'snooze', days: 3 }],
    ['snooze reminders for 2 weeks', { do: 'snooze', days: 14 }],
    ['恢复提醒', { do: 'snooze', days: 0 }],
    ['邀请同事一起填', { do: 'invite' }],
    ['invite a colleague', { do: 'invite' }],
    ['想拉两个学生进来一起填，怎么操作', { do: 'invite' }],
    ['可以多人一起填吗', { do: 'invite' }],
    ['我想请张小敏一起填这份表', { do: 'invite' }],
    ['could my assistant help fill it in', { do: 'invite' }],
    ['邀请码 7K2M-Q9XZ', { do: 'join-code', code: '7k2m-q9xz' }],
  ])('%s', (text, command) => {
    expect(read(text)).toEqual(command);
  });

  it.each(['384921', '每天一次', '订阅 固态电解质', 'code'])('%s is an answer while a question is open', (text) => {
    expect(read(text, false)).toBeNull();
  });

  it.each([
    '我们研究锂电池回收',
    '合同编号 1234-5678',
    '系统要能提醒操作工停机，并通知中控室',
    '与同事一起开发过中试线，年产百吨',
    '0795-1234567',
    '暂停',
    '停',
  ])('%s is none of them', (text) => {
    expect(read(text)).toBeNull();
  });

  it('reads anything without a word of complaint', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, idle) => void readCare(text, idle, PROGRAMME)),
    );
  });
});
