import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/programme/form.ts';
import { interpret } from '../../src/understanding/interpret.ts';
import { field, form, reading } from './reading-scene.ts';

const bid = form('application-enterprise-demand');
const ANSWERS = { unit: '赣北大学', lead: '张三', contact: '13800138000', creditCode: '91350100M000100Y43' };

function fieldOf(id: string): Field {
  const found = bid.stages.flatMap((stage) => stage.fields).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no field ${id}`);
  return found;
}

function at(id: string | Field): ReturnType<typeof reading> {
  return reading({
    focus: 'field',
    form: bid,
    stage: 'bid',
    answers: ANSWERS,
    field: typeof id === 'string' ? fieldOf(id) : id,
  });
}

const review = reading({ focus: 'review', form: bid, stage: 'bid', answers: ANSWERS });

describe('steering words are the whole message', () => {
  test.each([
    ['上一步', 'back'],
    ['麻烦回到上一题', 'back'],
    ['go back please', 'back'],
    ['先跳过吧', 'skip'],
    ['这个先空着', 'skip'],
    ['暂时没有', 'skip'],
    ["I don't have one", 'skip'],
    ['我不想填了', 'cancel'],
    ['算了，不报了', 'cancel'],
    ['先存着，我去开会', 'pause'],
    ['明天再填', 'pause'],
    ["I'll finish later", 'pause'],
    ['看看我都填了什么', 'review'],
    ['撤销', 'undo'],
    ['不改了', 'keep'],
    ['转人工', 'handoff'],
    ['给个例子', 'help'],
    ['orcid 是啥', 'help'],
    ['為什麼要這個', 'help'],
    ['換成英文', 'language'],
    ['后补助最多多少？', 'ask'],
  ])('%s is %s', (text, command) => expect(interpret(text, at('orcid')).commands[0]?.do).toBe(command));
});

describe('command words inside a free answer are the answer', () => {
  test.each([
    '跳过传统烧结步骤，直接采用闪烧',
    '取消式连接件改为一体成型',
    '不需要返回上一步重新装夹',
    '提交速度提升三倍',
    '温度应该是380度，压力不对称加载',
    '删除冗余数据，压缩模型，转人工巡检为自动巡检',
    '撤销重做机制',
    'Skip connections reduce vanishing gradients',
    'cancel out the thermal drift with a reference arm',
    '怎么解决？先预处理，再活化，最后成型',
    '我们的基础应该是国内最好的',
    '目标改成了零缺陷，问题不在设备',
  ])('%s', (text) => expect(interpret(text, at('base')).commands).toEqual([{ do: 'answer', text }]));

  test.each(['返回电力设备厂', '跳跃科技有限公司', '帮助者联盟', '继续教育学院'])('%s is a name', (text) => {
    expect(interpret(text, at('unit')).commands).toEqual([{ do: 'answer', text }]);
  });
});

describe('corrections find their field', () => {
  test.each([
    ['负责人应该是李四', { do: 'correct', path: 'lead', text: '李四' }],
    ['不好意思，单位名称写错了，改成赣江大学', { do: 'correct', path: 'unit', text: '赣江大学' }],
    ['牽頭單位改成贛江大學', { do: 'correct', path: 'unit', text: '贛江大學' }],
    ['信用代码填错了', { do: 'change', path: 'creditCode' }],
    ['change the lead to Li Si', { do: 'correct', path: 'lead', text: 'Li Si' }],
    ['不是赣北大学，是赣江大学', { do: 'correct', path: 'unit', text: '赣江大学' }],
    ['返回到填负责人那里', { do: 'change', path: 'lead' }],
    ['刚才写错了', { do: 'change', path: '' }],
  ])('%s', (text, command) => expect(interpret(text, at('orcid')).commands).toEqual([command]));

  test('several at once, and one inside a long answer’s question', () => {
    expect(interpret('负责人改成李四，单位改成赣江大学', at('orcid')).commands).toEqual([
      { do: 'correct', path: 'lead', text: '李四' },
      { do: 'correct', path: 'unit', text: '赣江大学' },
    ]);
    expect(interpret('负责人写错了', at('base')).commands).toEqual([{ do: 'change', path: 'lead' }]);
  });
});

describe('values said out of turn', () => {
  const small = {
    ...bid,
    stages: [
      {
        ...(bid.stages[0] ?? { id: 's', title: { zh: '', en: '' }, submits: 'interest' as const }),
        id: 'bid',
        fields: [
          field('text', { id: 'unit', label: { zh: '单位名称', en: 'Organisation' } }),
          field('money', { id: 'budget', label: { zh: '预算', en: 'Budget' }, unit: { zh: '万元', en: '10k' } }),
          field('number', { id: 'team', label: { zh: '团队人数', en: 'Team size' } }),
          field('email', { id: 'mail', label: { zh: '邮箱', en: 'Email' } }),
        ],
      },
    ],
  };
  const unit = small.stages[0]?.fields[0];
  const asking = reading({ focus: 'field', form: small, stage: 'bid', answers: {}, ...(unit && { field: unit }) });

  test('named values are kept and the question stays', () => {
    expect(interpret('预算 600w，团队人数 9 个人', asking).commands).toEqual([
      { do: 'set', path: 'budget', value: { yuan: 6_000_000 } },
      { do: 'set', path: 'team', value: 9 },
    ]);
  });

  test('what is left answers the question in hand', () => {
    expect(interpret('赣北大学，邮箱是 chen@example.com', asking).commands).toEqual([
      { do: 'set', path: 'mail', value: 'chen@example.com' },
      { do: 'answer', text: '赣北大学' },
    ]);
  });
});

describe('on the review', () => {
  test.each([
    ['提交', 'submit'],
    ['都没问题，提交吧', 'submit'],
    ['发出去', 'submit'],
    ['looks fine, submit it', 'submit'],
    ['好的', 'affirm'],
    ['先不提交', 'deny'],
    ['not yet', 'deny'],
    ['再看一遍', 'review'],
    ['提交后还能改吗？', 'ask'],
    ['可以不填ORCID吗', 'ask'],
    ['这次先不报了', 'cancel'],
    ['明天再说', 'pause'],
  ])('%s is %s', (text, command) => expect(interpret(text, review).commands[0]?.do).toBe(command));

  test('a yes with a but is a correction, never a yes', () => {
    expect(interpret('好的，不过负责人改成李四', review).commands).toEqual([
      { do: 'correct', path: 'lead', text: '李四' },
    ]);
    expect(interpret('其他都对，就单位不对', review).commands).toEqual([{ do: 'change', path: 'unit' }]);
    expect(interpret('改第4项', review).commands).toEqual([{ do: 'change', path: '4' }]);
  });
});

describe('beside an open yes or no', () => {
  test('a doubtful value is confirmed, denied, or said anew', () => {
    const doubt = reading({ focus: 'confirm-value', form: bid, stage: 'bid', answers: ANSWERS, field: field('email') });
    expect(interpret('对', doubt).commands).toEqual([{ do: 'affirm' }]);
    expect(interpret('不是', doubt).commands).toEqual([{ do: 'deny' }]);
    expect(interpret('不是，是 chen@example.com', doubt).commands).toEqual([
      { do: 'answer', text: 'chen@example.com' },
    ]);
  });

  test('a correction that names another question is for that one, whatever doubtful value is shown', () => {
    const doubt = reading({ focus: 'confirm-value', form: bid, stage: 'bid', answers: ANSWERS, field: field('phone') });
    expect(interpret('不对，邮箱改成 chen@example.com', doubt).commands).toEqual([
      { do: 'correct', path: 'contact', text: 'chen@example.com' },
    ]);
  });

  test('a dangerous act needs a plain yes', () => {
    const asked = reading({ focus: 'confirm' });
    expect(interpret('确认删除', asked).commands).toEqual([{ do: 'affirm' }]);
    expect(interpret('算了', asked).commands).toEqual([{ do: 'deny' }]);
    expect(interpret('应该可以吧', asked).commands[0]?.do).not.toBe('affirm');
    expect(interpret('删了会怎样？', asked).commands[0]?.do).toBe('ask');
  });

  test('a yes to a consent may say the wish once more; no other question is answered by it', () => {
    const said = '對，我們想發布這個難題';
    expect(interpret(said, reading({ focus: 'consent' })).commands).toEqual([{ do: 'affirm' }]);
    expect(interpret(said, reading({ focus: 'confirm' })).commands[0]?.do).not.toBe('affirm');
    expect(interpret('对，但是先不发布', reading({ focus: 'consent' })).commands[0]?.do).not.toBe('affirm');
  });

  test('a plain wish to take the list up is not passed on to staff', () => {
    const asked = reading({ focus: 'handoff' });
    expect(interpret('那我要揭', asked).commands).toEqual([{ do: 'apply' }]);
    expect(interpret('我要揭的榜要盖章吗', asked).commands[0]?.do).toBe('answer');
  });

  test('leaving a form: keep, discard or go on', () => {
    const leaving = reading({ focus: 'cancel', form: bid, stage: 'bid', answers: ANSWERS });
    expect(interpret('保留草稿', leaving).commands).toEqual([{ do: 'choose', n: 1 }]);
    expect(interpret('删掉', leaving).commands).toEqual([{ do: 'choose', n: 2 }]);
    expect(interpret('还是继续填', leaving).commands).toEqual([{ do: 'choose', n: 3 }]);
  });

  test('a reason is taken word for word; only a whole steering phrase stops it', () => {
    const reason = reading({ focus: 'reason', isStaff: true });
    expect(interpret('指标没有量化，请取消第二条', reason).commands).toEqual([
      { do: 'answer', text: '指标没有量化，请取消第二条' },
    ]);
    expect(interpret('wait, wrong one. cancel', reason).commands).toEqual([{ do: 'cancel' }]);
  });
});
