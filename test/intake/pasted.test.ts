import { describe, expect, it } from 'vitest';
import fc from '../support/fast-check.ts';
import { proposed } from './scene.ts';

describe('a notice pasted as lines', () => {
  it('fills the fields its labels name, in its own units', () => {
    const { values, unread } = proposed(
      [
        '一、企业技术需求基本情况',
        '1. 需求单位：示例制药有限公司　　联系人及电话：李工 13900139000',
        '2. 技术领域：生物医药',
        '3. 项目总投资（万元）：1,200',
        '4. 完成期限：两年',
        '二、技术难题描述：',
        '口服固体制剂溶出批间差异大，',
        '同一配方三批溶出曲线相似因子低于 50。',
        '（三）其他',
        '备注：无',
      ].join('\n'),
    );
    expect(unread).toEqual([]);
    expect(values).toMatchObject({
      ...{ unit: '示例制药有限公司', contact: '李工 13900139000', sector: 'biomedicine' },
      ...{ money: { yuan: 12_000_000 }, term: { months: 24 } },
    });
    expect(values.problem).toBe('口服固体制剂溶出批间差异大，\n同一配方三批溶出曲线相似因子低于 50。');
  });

  it('takes placeholders, empty boxes and underlines for what they are: nothing', () => {
    const { entries } = proposed(
      [
        '单位名称：______',
        '研发总投入：（请填写）',
        '单位性质：□国有企业 □民营企业',
        '完成时限：　　',
        '所在设区市：未填',
        '独立法人：[ ]是 [ ]否',
      ].join('\n'),
    );
    expect(entries).toEqual([]);
  });

  it.each([
    ['单位性质：□国有企业 ☑民营企业 □事业单位', 'unitKind', 'private'],
    ['单位性质：国有企业（√） 民营企业（ ）', 'unitKind', 'state'],
    ['独立法人：■是 □否', 'legalPerson', true],
    ['独立法人：[x] 是 [ ] 否', 'legalPerson', true],
    ['独立法人：是□ 否☑', 'legalPerson', false],
    ['獨立法人：是', 'legalPerson', true],
  ])('reads ticked boxes: %s', (line, path, value) => {
    expect(proposed(line).values[path]).toEqual(value);
  });

  it('names what it cannot read, without taking it, and never repeats an identity number', () => {
    const { values, unread } = proposed('研发总投入：看情况再说\n法定代表人：张三 110101199003074514');
    expect(values).toEqual({});
    expect(unread).toMatchObject([
      { path: 'money', text: '看情况再说' },
      { path: 'legalRep', text: '' },
    ]);
  });

  it('shows a value that stands twice and differs as doubtful', () => {
    const { entries } = proposed('单位名称：示例甲公司\n研发总投入：800万元\n需求单位：示例乙公司');
    expect(entries.find((each) => each.path === 'unit')).toMatchObject({ value: '示例乙公司', why: 'paper-differs' });
  });

  it('never throws and proposes only what its form would accept', () => {
    const piece = fc.constantFrom(
      '单位名称',
      '：',
      '\n',
      '\t',
      '|',
      '预算',
      '□是 ☑否',
      '技术指标',
      '序号',
      '指标名称',
      '{"a":1}',
      '=cmd|x',
      '\ud800',
      '①',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (parts) => {
        for (const { path } of proposed(parts.join('')).entries) expect(path).toMatch(/^\w+$/);
      }),
    );
  });
});

describe('a pasted table', () => {
  it('from a spreadsheet becomes rows, by the names of its columns in any order', () => {
    const { values } = proposed(
      '技术指标\n序号\t检测方法\t指标名称\t要求\t数值\t计量单位\n1\tGB/T 1408.1\t击穿强度\t≥\t45\tkV/mm\n2\t\t幅宽\t≥\t1\tm\n\t\t\t\t\t',
    );
    expect(values.indicators).toMatchObject([
      { name: '击穿强度', value: '45', unit: 'kV/mm', method: 'GB/T 1408.1' },
      { name: '幅宽', value: '1', unit: 'm', method: null },
    ]);
  });

  it('of labels and values beside them is read like lines', () => {
    const { values } = proposed('单位名称\t示例机床厂\t完成时限\t18个月\n研发总投入（万元）\t900');
    expect(values).toEqual({ unit: '示例机床厂', term: { months: 18 }, money: { yuan: 9_000_000 } });
  });

  it('in Markdown gives team and milestones', () => {
    const { values } = proposed(
      [
        '| 姓名 | 工作单位 | 承担任务 | 投入比例 |',
        '|---|:--|--|--|',
        '| 李四 | 示例农科院 | 中试 | 50% |',
        '| 王五 | 示例大学 | 机理 | |',
        '',
        '| 完成时间 | 阶段目标 | 验收依据 |',
        '|--|--|--|',
        '| 2027年6月 | 完成小试 | 检测报告 |',
        '| 2028-03-31 | 完成中试 | 用户证明 |',
      ].join('\n'),
      'application-enterprise-demand',
    );
    expect(values.team).toMatchObject([
      { name: '李四', time: 50 },
      { name: '王五', time: null },
    ]);
    expect(values.milestones).toMatchObject([
      { date: { precision: 'month' } },
      { goal: '完成中试', evidence: '用户证明' },
    ]);
  });

  it('leaves a cell nobody can read open, to be asked later', () => {
    const { entries } = proposed(
      '进度安排\n完成日期\t节点目标\t考核依据\n待定\t完成小试\t报告\n2028-01-08\t中试\t报告',
      'application-key-technology',
    );
    expect(entries).toMatchObject([
      { path: 'milestones', why: 'rows', value: [{ goal: '完成小试' }, { goal: '中试' }] },
    ]);
  });

  it('answers each target of the list by its words, whatever the order', () => {
    const { values } = proposed(
      '榜单指标\t响应\t承诺值\n幅宽 ≥ 1 m\t满足\t1.2 m\n击穿强度 ≥ 45 kV/mm（GB/T 1408.1）\t优于\t50 kV/mm',
      'application-key-technology',
    );
    expect(values.response).toMatchObject([{ value: '50 kV/mm' }, { value: '1.2 m' }]);
  });
});
