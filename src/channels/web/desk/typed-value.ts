/** A stored answer as somebody would type it, so that saving a form unchanged changes nothing. */
import type { AnswerValue, MoneyAnswer } from '../../../programme/answer.ts';
import { isRows } from '../../../programme/answer-path.ts';
import { indicatorsOf } from '../../../programme/case-answers.ts';
import { isDateAnswer, isDurationAnswer, isMoneyAnswer } from '../../../programme/check-shape.ts';
import { indicatorText } from '../../../programme/indicator.ts';

/** The text of a form field; empty for what was never answered. */
export function typedValue(value: AnswerValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (isMoneyAnswer(value)) return typedMoney(value);
  if (isDateAnswer(value)) return value.end;
  if (isDurationAnswer(value)) return `${value.months}个月`;
  if (isRows(value)) return indicatorsOf({ indicators: value }).map(indicatorText).join('\n');
  return '';
}

function typedMoney({ yuan, min, max, undecided }: MoneyAnswer): string {
  const wan = (sum: number) => String(Number((sum / 10_000).toFixed(4)));
  if (undecided) return '未定';
  if (yuan !== undefined) return `${wan(yuan)}万元`;
  if (min !== undefined && max !== undefined) return `${wan(min)}-${wan(max)}万元`;
  if (max !== undefined) return `不超过${wan(max)}万元`;
  return min === undefined ? '' : `不少于${wan(min)}万元`;
}
