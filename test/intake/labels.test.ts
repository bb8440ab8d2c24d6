import { describe, expect, it } from 'vitest';
import { bareLabel, labelBook } from '../../src/intake/label.ts';
import { realForm } from '../programme/real-forms.ts';
import fc from '../support/fast-check.ts';

const fields = (id: string) => realForm(id).stages.flatMap((stage) => stage.fields);
const books = new Map(['need', 'application-key-technology'].map((id) => [id, labelBook(fields(id))]));
const meaning = (label: string, id = 'need') => books.get(id)?.(label)?.id;

describe('the label of a field', () => {
  it.each([
    ['单位名称', 'unit'],
    ['三、单位名称：', 'unit'],
    ['（1）单位名称', 'unit'],
    ['1.2 单 位 名 称', 'unit'],
    ['③ 单位名称', 'unit'],
    ['★单位名称*', 'unit'],
    ['單位名稱', 'unit'],
    ['【单位名称】', 'unit'],
    ['Ｏｒｇａｎｉｓａｔｉｏｎ', 'unit'],
    ['研发总投入（万元）', 'money'],
    ['項目總投資（萬元）：', 'money'],
    ['联系人及电话', 'contact'],
    ['Total R&D budget', 'money'],
    ['拟解决的主要技术问题（可附页）', 'problems'],
    ['所属领域', 'sector'],
    ['计划预算情况', 'money'],
  ])('is recognised in %s', (label, field) => {
    expect(meaning(label)).toBe(field);
  });

  it.each(['单位（盖章）：', '法定代表人（签字）：', '推荐单位意见', '需求单位承诺', '备注', '第三季度', ''])(
    'is not seen in %s',
    (label) => {
      expect(meaning(label)).toBeUndefined();
    },
  );

  it('that two fields might mean is none, and the unit in its brackets is kept', () => {
    expect(meaning('经费', 'application-key-technology')).not.toBe('ownMoney');
    expect(bareLabel('三、研发总投入（万元）：')).toEqual({ bare: '研发总投入', note: '万元' });
  });

  it('means the same however it is ornamented', () => {
    const known = fields('need').map((field) => field.label.zh);
    const before = fc.constantFrom('', '一、', '（二）', '3.', '★', '  ', '4、');
    const after = fc.constantFrom('', '：', ':', '（必填）', ' *', '　');
    fc.assert(
      fc.property(fc.constantFrom(...known), before, after, (label, head, tail) => {
        expect(meaning(`${head}${label}${tail}`)).toBe(meaning(label));
      }),
    );
  });
});
