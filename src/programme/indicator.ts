/** Reading measurable targets out of what people write (R36): name, comparison, value, unit, test method. */
import { findMethod } from './indicator-method.ts';
import { splitGoals } from './indicator-parts.ts';
import { findValue } from './indicator-value.ts';
import type { Indicator } from './records.ts';

/** What an indicator may lack. */
export type IndicatorGap = 'value' | 'unit' | 'method';

/** At most this many targets are read from one text. */
const MOST = 30;
/** Words that make a phrase without a figure a target all the same, if a vague one. */
const VAGUE =
  /[率度性量]|寿命|壽命|强度|強度|成本|能耗|时间|時間|噪|产能|稳定|穩定|提高|提升|降低|减少|減少|缩短|达到|達到|优于|不[结結分堵漏变變开開断斷裂]|国产化|替代|领先|先进|国标|行标|标准|通过|取得|认证|\b(?:less|more|better|higher|lower|faster|longer|improve|reduc|increas|stab|durab|lifetime|strength|purity|efficien|cost|no|without|certif)/i;
/** Targets that are met or not met and need no figure. */
const YES_OR_NO = /通过|通過|取得|获得|獲得|认证|認證|备案|注册证|\b(?:pass|certif|approv|comply|compliant)/i;
/** Quantities whose figure has no unit. */
const NO_UNIT =
  /\bpH\b|折射率|介电常数|系数|係數|比值|指数|阿贝数|等级|級別|成熟度|TRL|F1|AUC|\b(?:index|ratio|coefficient|factor|number|level)\b/i;

/** The targets a text names, in its order; vague phrases come without value, plain talk is left out. */
export function readIndicators(text: string): readonly Indicator[] {
  return splitGoals(text)
    .map(readOne)
    .filter((each) => each.value !== '' || each.method !== '' || isTarget(each.name))
    .slice(0, MOST);
}

/** What is missing, in the order it is worth asking for. Pass-or-fail targets lack nothing but a way to tell. */
export function indicatorGaps(indicator: Indicator): readonly IndicatorGap[] {
  const method: readonly IndicatorGap[] = indicator.method.trim() === '' ? ['method'] : [];
  const value = indicator.value.trim();
  if (value === '') return YES_OR_NO.test(indicator.name) ? method : ['value', 'unit', ...method];
  return indicator.unit.trim() === '' && !NO_UNIT.test(indicator.name) ? ['unit', ...method] : method;
}

/** One line: `击穿强度 ≥ 45 kV/mm（GB/T 1408.1）`. */
export function indicatorText({ name, operator, value, unit, method }: Indicator): string {
  const sign = operator === '范围' ? '' : operator;
  const figure = [name, sign, value, unit].filter((part) => part !== '').join(' ');
  return method === '' ? figure : `${figure}（${method}）`;
}

function isTarget(name: string): boolean {
  return name.length <= 60 && VAGUE.test(name);
}

function readOne(piece: string): Indicator {
  const { method, rest } = findMethod(piece);
  const found = findValue(rest);
  if (!found) return { name: tidy(rest), operator: '', value: '', unit: '', method };
  const head = tidy(rest.slice(0, found.start));
  const tail = rest.slice(found.end);
  return { name: nameOf(head, tail), operator: found.operator, value: found.value, unit: found.unit, method };
}

/** The name stands before the figure; what follows belongs to it when it says what holds that long, or there is no other. */
function nameOf(head: string, tail: string): string {
  const after = tidy(tail);
  if (Array.from(head).length < 2) return `${head}${after}`;
  if (
    after === '' ||
    !/^[\s，后內内期间都也均]*(?:不|无|無|未|没有|沒有|且|并|仍|[((]|without\b|no\b|in\b|at\b|under\b|for\b|of\b)/i.test(
      tail,
    )
  )
    return head;
  return /[A-Za-z)]$/.test(head) ? `${head} ${after}` : `${head}${after}`;
}

function tidy(text: string): string {
  return text
    .replace(/^(?:[\s，,、:：的]|(?:an?|the|and)\s)+/i, '')
    .replace(
      /(?:[\s，,、:：]|应|應|需要|能够|能夠|须|須|为|為|是|达|達|的|\b(?:is|are|of|to|be|must|should|shall|an?|the|for|stays?|keeps?|from)\b)+$/i,
      '',
    )
    .trim();
}
