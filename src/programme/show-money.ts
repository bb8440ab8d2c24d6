/** Money as people read it: 万元 and the full sum behind it, so that a slip of four zeros is seen. */
import type { MoneyAnswer } from './answer.ts';
import type { Locale } from './records.ts';

/** `3000万元（¥30,000,000）` / `¥30,000,000 (30 million)`; bounds and 未定 in words. Traditional script is left to the caller. */
export function showMoney(m: MoneyAnswer, locale: Locale): string {
  const english = locale === 'en';
  if (m.undecided) return english ? 'not yet decided' : '未定';
  const about = m.approx ? (english ? 'about ' : '约') : '';
  if (m.yuan !== undefined) return about + (english ? sumInEnglish(m.yuan, m.yuan) : sumInChinese(m.yuan, m.yuan));
  const { min, max } = m;
  if (min !== undefined && max !== undefined)
    return about + (english ? sumInEnglish(min, max) : sumInChinese(min, max));
  if (max !== undefined)
    return about + (english ? `up to ${sumInEnglish(max, max)}` : `不超过${sumInChinese(max, max)}`);
  if (min !== undefined)
    return about + (english ? `at least ${sumInEnglish(min, min)}` : `不少于${sumInChinese(min, min)}`);
  return english ? 'not filled in' : '未填';
}

function sumInChinese(min: number, max: number): string {
  return `${span(min, max, wan)}万元（¥${span(min, max, grouped)}）`;
}

function sumInEnglish(min: number, max: number): string {
  const whole = `¥${span(min, max, grouped)}`;
  return min < 1_000_000 ? whole : `${whole} (${span(min, max, million)} million)`;
}

function span(min: number, max: number, show: (yuan: number) => string): string {
  return min === max ? show(min) : `${show(min)}–${show(max)}`;
}

function grouped(yuan: number): string {
  return String(yuan).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Exact: a yuan is the fourth digit behind the point of 万元. */
function wan(yuan: number): string {
  return String(Number((yuan / 10_000).toFixed(4)));
}

function million(yuan: number): string {
  return String(Number((yuan / 1_000_000).toFixed(6)));
}
