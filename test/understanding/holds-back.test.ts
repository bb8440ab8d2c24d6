import { describe, expect, it } from 'vitest';
import { holdsBack } from '../../src/understanding/holds-back.ts';

describe('a reason is asked for', () => {
  it.each([
    '等一下，先别退',
    '算了不退回了',
    '我再核实一下',
    '先缓一缓，回头再说',
    '看错编号了',
    '手滑，不是这条',
    'not yet, let me check again',
    'on second thought, leave it',
  ])('%s holds back', (said) => {
    expect(holdsBack(said)).toBe(true);
  });

  it.each([
    '缺检测报告',
    '先补章再交',
    '再核实一下第3项指标的单位',
    '等级评定材料不全',
    '不属于本批支持范围',
    '预算写错了，改好再报',
    'the budget is missing',
  ])('%s is a reason', (said) => {
    expect(holdsBack(said)).toBe(false);
  });
});
