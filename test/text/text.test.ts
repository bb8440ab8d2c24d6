import { describe, expect, test } from 'vitest';
import { clean } from '../../src/text/clean.ts';
import { cut } from '../../src/text/cut.ts';
import { fold, unfold } from '../../src/text/fold.ts';
import { hasResidentId, isResidentId, redact } from '../../src/text/redact.ts';
import { detectLocale, toTraditional } from '../../src/text/script.ts';
import fc from '../support/fast-check.ts';

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('fold makes what people mean comparable', () => {
  test.each([
    ['揭榜掛帥', '揭榜挂帅'],
    ['後補助', '后补助'],
    ['ＡＢＣ１２３，', 'abc123,'],
    ['KPI', 'kpi'],
    ['稻稈', '稻秆'],
  ])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded));

  test('the same in either script', () => {
    const text = '我们想发布技术需求，预算三千万，请转人工';
    expect(fold(toTraditional(text))).toBe(fold(text));
  });

  test('a found part is given back in the person’s own spelling', () => {
    const said = '單位改成 Jiangyou 大學';
    const folded = fold(said);
    const start = folded.indexOf('jiangyou');
    expect(unfold(said, folded, start, folded.length)).toBe('Jiangyou 大學');
  });
});

describe('the language of a message', () => {
  test.each([
    ['我们研究锂电池', 'zh'],
    ['我們研究鋰電池', 'zh-Hant'],
    ['we work on batteries', 'en'],
    ['我要 apply 电工钢那个 list', 'zh'],
    ['please show me 电工钢', 'en'],
    ['我搞 Silicon Carbide', null],
    ['我們做 Silicon Carbide', 'zh-Hant'],
    ['I work on 电工钢', 'en'],
    ['RMB', null],
    ['13800138000', null],
    ['li.min@example.com', null],
    ['你好', null],
    ['', null],
  ])('%s is %s', (text, locale) => expect(detectLocale(text)).toBe(locale));
});

describe('clean takes out what nobody typed', () => {
  test('control characters, colours, turned writing and lone surrogates go; newlines and emoji stay', () => {
    expect(clean('a\u0000b\u0001\u001b[31mred\u001b[0m')).toBe('abred');
    expect(clean('一\r\n二\u202e三\ud83d')).toBe('一\n二三');
    expect(clean('👩‍👩‍👧‍👦')).toBe('👩‍👩‍👧‍👦');
  });

  test('stacked marks are thinned out', () => expect(clean(`Z${'\u0300'.repeat(500)}`)).toBe(`Z${'\u0300'.repeat(4)}`));

  test('cleaning twice changes nothing more', () => {
    fc.assert(fc.property(anything, (text) => clean(clean(text)) === clean(text)));
  });
});

describe('cut', () => {
  test('never inside a grapheme, at most as long as asked', () => {
    expect(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toBe('👩‍👩‍👧‍👦…');
    expect(cut('揭榜挂帅', 3)).toBe('揭榜…');
    expect(cut('揭榜', 3)).toBe('揭榜');
    fc.assert(
      fc.property(anything, fc.nat(40), (text, max) => {
        const short = cut(text, max);
        return short.length <= max && cut(short, max) === short;
      }),
    );
  });
});

describe('redact masks what must not be kept', () => {
  test.each([
    ['我的号 360102199003071234。', '我的号 36**************34。'],
    ['3601 0219 9003 0712 34', '36******************34'],
    ['３６０１０２１９９００３０７１２３Ｘ', '３６**************３Ｘ'],
    ['卡 6222020200112233445', '卡 62***************45'],
  ])('%s', (text, masked) => expect(redact(text)).toBe(masked));

  test('credit codes, ORCID iDs and phones are left alone', () => {
    for (const text of ['91350100M000100Y43', '0000-0002-1825-0097', '13800138000', '2027-03-31', 'L-2021-07']) {
      expect(redact(text)).toBe(text);
    }
    expect(isResidentId('360102199003071234')).toBe(true);
    expect(isResidentId('360102199013071234')).toBe(false);
    expect(hasResidentId('编号 2026112200000001')).toBe(false);
  });
});
