import { describe, expect, test } from 'vitest';
import { indicatorGaps, indicatorText, readIndicators } from '../../src/programme/indicator.ts';

/** name | operator | value | unit | method */
function read(text: string): readonly string[] {
  return readIndicators(text).map((i) => [i.name, i.operator, i.value, i.unit, i.method].join('|'));
}

describe('targets are read from Chinese', () => {
  const table: readonly [string, readonly string[]][] = [
    ['击穿强度不低于45kV/mm；幅宽不小于1米。', ['击穿强度|≥|45|kV/mm|', '幅宽|≥|1|米|']],
    ['击穿强度≥45kV/mm，幅宽≥1m', ['击穿强度|≥|45|kV/mm|', '幅宽|≥|1|m|']],
    ['SiO2纯度不低于99.998%，坩埚寿命提升80%。', ['SiO2纯度|≥|99.998|%|', '坩埚寿命提升||80|%|']],
    ['常温存放6个月不结晶', ['常温存放不结晶||6|个月|']],
    ['水溶肥6个月不结晶、不分层；纤维利用率不低于90%。', ['水溶肥不结晶、不分层||6|个月|', '纤维利用率|≥|90|%|']],
    ['常温放置六个月，不结晶，不分层', ['常温放置不结晶，不分层||6|个月|']],
    ['在25℃下，粘度≤50mPa·s', ['在25℃下，粘度|≤|50|mPa·s|']],
    ['-20℃下容量保持率80%', ['-20℃下容量保持率||80|%|']],
    ['能量密度达到400Wh/kg，循环寿命1000次以上', ['能量密度|≥|400|Wh/kg|', '循环寿命|≥|1000|次|']],
    ['成本降低到1.2万元/吨以内', ['成本|≤|1.2万|元/吨|']],
    ['镜片直径Φ0.5-25mm', ['镜片直径Φ|范围|0.5–25|mm|']],
    ['粒径500~800纳米', ['粒径|范围|500–800|纳米|']],
    ['面形精度±0.1μm', ['面形精度||±0.1|μm|']],
    ['击穿强度≥45 kV/mm（GB/T 1408.1-2016）', ['击穿强度|≥|45|kV/mm|GB/T 1408.1-2016']],
    ['抗拉强度不小于600MPa，按GB/T 228.1测试', ['抗拉强度|≥|600|MPa|GB/T 228.1']],
    ['纯度≥99.99%，采用ICP-MS检测', ['纯度|≥|99.99|%|ICP-MS']],
    ['准确率不低于95%，以第三方检测报告为准', ['准确率|≥|95|%|第三方检测报告']],
    ['技术指标：\n1. 铁损 P1.5/50≤2.3W/kg\n2. 磁感B50≥1.68T', ['铁损 P1.5/50|≤|2.3|W/kg|', '磁感B50|≥|1.68|T|']],
    ['（1）噪声≤55dB（A）；（2）寿命＞5000小时', ['噪声|≤|55|dB(A)|', '寿命|>|5000|小时|']],
    ['击穿強度不低於45kV/mm；壽命超過10000小時', ['击穿強度|≥|45|kV/mm|', '壽命|>|10000|小時|']],
    ['年产能100万件以上', ['年产能|≥|100万|件|']],
    ['处理能力≥3,000 t/d，COD去除率>90%', ['处理能力|≥|3,000|t/d|', 'COD去除率|>|90|%|']],
    ['折射率不低于1.85', ['折射率|≥|1.85||']],
    ['2027年底前完成中试，效率提高20个百分点', ['效率提高||20|个百分点|']],
    ['水溶肥放一年都不分层', ['水溶肥放都不分层||1|年|']],
    ['微管密度<0.5个/cm²，位错密度≤3000cm-2', ['微管密度|<|0.5|个/cm²|', '位错密度|≤|3000|cm-2|']],
    ['电池系统-30℃~55℃正常工作', ['电池系统|范围|-30–55|℃|']],
    ['循环1000次后容量保持率≥80%', ['循环1000次后容量保持率|≥|80|%|']],
    ['售价控制在2000元以内，噪音低10分贝', ['售价|≤|2000|元|', '噪音低||10|分贝|']],
    ['转换效率超过26.5%（第三方认证）', ['转换效率|>|26.5|%|第三方认证']],
    ['国际领先', ['国际领先||||']],
    ['明显提高稳定性', ['明显提高稳定性||||']],
    ['通过GB 4943.1认证', ['通过认证||||GB 4943.1']],
    ['我们是一家做肥料的公司', []],
    ['', []],
    ['🌾🌾', []],
  ];
  test.each(table)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('targets are read from English', () => {
  const table: readonly [string, readonly string[]][] = [
    [
      'Breakdown strength of at least 45 kV/mm, width of at least 1 m.',
      ['Breakdown strength|≥|45|kV/mm|', 'width|≥|1|m|'],
    ],
    ['SiO2 purity no less than 99.998%', ['SiO2 purity|≥|99.998|%|']],
    ['Design life 25 years; survival Hs 14 m.', ['Design life||25|years|', 'survival Hs||14|m|']],
    ['tensile strength > 600 MPa measured to ISO 6892-1', ['tensile strength|>|600|MPa|ISO 6892-1']],
    ['noise below 55 dB(A), energy use up to 3 kWh', ['noise|<|55|dB(A)|', 'energy use|≤|3|kWh|']],
    [
      'particle size between 50 and 80 nm, tested by laser diffraction',
      ['particle size|范围|50–80|nm|laser diffraction'],
    ],
    ['no crystals for 6 months', ['no crystals||6|months|']],
    ['1) yield 90% or more\n2) cost no more than 12 yuan/kg', ['yield|≥|90|%|', 'cost|≤|12|yuan/kg|']],
    ['a yield of more than 95% and a cost below 20 yuan/kg', ['yield|>|95|%|', 'cost|<|20|yuan/kg|']],
    [
      'The film withstands 1000 bending cycles (radius 3 mm) without cracks.',
      ['film withstands (radius 3 mm) without cracks||1000|bending cycles|'],
    ],
    ['better stability', ['better stability||||']],
    ['hello there', []],
  ];
  test.each(table)('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what a target lacks', () => {
  const gaps = (text: string) => readIndicators(text).map((each) => indicatorGaps(each));
  test.each([
    ['击穿强度≥45kV/mm（GB/T 1408.1）', [[]]],
    ['击穿强度≥45kV/mm', [['method']]],
    ['击穿强度≥45', [['unit', 'method']]],
    ['提高稳定性', [['value', 'unit', 'method']]],
    ['折射率不低于1.85', [['method']]],
    ['通过GB 4943.1认证', [[]]],
    ['取得医疗器械注册证', [['method']]],
  ])('%s', (text, expected) => {
    expect(gaps(text)).toEqual(expected);
  });
});

test('a target is shown on one line', () => {
  expect(readIndicators('击穿强度≥45kV/mm（GB/T 1408.1）；粒径50-80nm').map(indicatorText)).toEqual([
    '击穿强度 ≥ 45 kV/mm（GB/T 1408.1）',
    '粒径 50–80 nm',
  ]);
});

test('a megabyte of noise is read without harm', () => {
  const noise = ['揭', '9', '，', '1.', '≥', '1,0', '(', '不低于 ', 'GB/T 1', '0-9', '用a测'].map((bit) =>
    bit.repeat(1_000_000 / bit.length),
  );
  for (const text of noise) {
    const started = performance.now();
    expect(readIndicators(text).length).toBeLessThanOrEqual(30);
    expect(performance.now() - started).toBeLessThan(2000);
  }
});
