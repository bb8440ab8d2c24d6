import { describe, expect, it } from 'vitest';
import { isSameName } from '../../src/programme/person-key.ts';
import { compareUnits } from '../../src/programme/unit-name.ts';

describe('two names of units', () => {
  it.each([
    ['示例铜业股份有限公司', '示例铜业有限公司', 'same'],
    ['示例铜业股份有限公司贵溪分公司', '示例铜业股份有限公司', 'same'],
    ['Sample Copper Co., Ltd.', 'SAMPLE COPPER LIMITED', 'same'],
    ['南昌示例大学', '南昌示例大学第一附属医院', 'alike'],
    ['示例大学1', '示例大学2', 'other'],
    ['示例有限公司', '示例铝业有限公司', 'other'],
    ['江西示例铜业', '浙江示例纺织', 'other'],
    ['公司', '', 'other'],
  ])('%s and %s are %s', (one, other, wanted) => {
    expect(compareUnits(one, other)).toBe(wanted);
    expect(compareUnits(other, one)).toBe(wanted);
  });
});

describe('two names of people', () => {
  it.each([
    ['张伟', '張 偉', true],
    ['张伟教授', '张伟', true],
    ['Wei Zhang', 'ZHANG W.', true],
    ['Zhang, Wei-Min', 'Weimin Zhang', true],
    ['Wei Min Zhang', 'Zhang Weimin', true],
    ['W. M. Zhang', 'Wei Min Zhang', true],
    ['Wei Zhang', 'Wei Li', false],
    ['W Z', 'Wei Zhang', false],
    ['张伟', '张伟民', false],
    ['', '张伟', false],
    ['张伟', 'Zhang Wei', null],
  ])('%s and %s: %s', (one, other, wanted) => {
    expect(isSameName(one, other)).toBe(wanted);
    expect(isSameName(other, one)).toBe(wanted);
  });
});
