/** What the later stage of a need can propose from the earlier one; proposals are shown, never taken silently. */
import { cut } from '../text/cut.ts';
import { toSimplified } from '../text/script.ts';
import type { Answers, AnswerValue, RowAnswer } from './answer.ts';
import { readIndicators } from './indicator.ts';
import { indicatorRows } from './indicator-clinic.ts';

const LEAST_TITLE = 5;
const MOST_TITLE = 60;
const MOST_PROBLEMS = 10;
/** Beginnings that say who complains and not of what. */
const LEAD_IN =
  /^(?:目前|现在|當前|当前|(?:我们?|我們|本|咱们?)(?:工?厂里?|公司|单位|企业|车间|团队|这边|这里)|我们|我們|我司|本公司|公司|企业|国内|的|主要|问题是|希望|想要|解决|有(?:一?[个個])(?:问题|問題|难题|難題)(?:就是|是)?|[说說](?!明)|就是|就|老是|(?:we|our|at present|currently|the problem is)\b)+[\s，,:：]*/i;
/** Clauses about people, money and wishes name no problem. */
const NO_TITLE =
  /^(?:是|叫|来自|來自|做|搞|我们是|我們是).{1,30}(?:的|公司|企业|企業|厂|廠|单位|單位|院|所)$|客户|客戶|投诉|投訴|领导|領導|老板|老闆|自己|[想要求]找|希望|预算|預算|联系|聯繫|电话|電話|万|萬|谢谢|謝謝|(?<![a-z])(?:customers?|complain|looking for|hope|budget|contact|hello|hi|thanks)(?![a-z])/iu;

/** The proposed value of a field that has none yet, by field id: `title`, `problems`, `indicators`. */
export function proposalFor(field: string, answers: Answers): AnswerValue | null {
  const problem = textOf(answers.problem);
  const goal = textOf(answers.goal);
  if (field === 'title') return proposeTitle(problem || goal);
  if (field === 'problems') return nonEmpty(proposeProblems(problem));
  if (field === 'indicators') return nonEmpty(indicatorRows(readIndicators(goal)));
  return null;
}

/** A title of 5 to 60 characters from the first clauses of a text; null when the text is too short. */
export function proposeTitle(text: string): string | null {
  const clauses = text
    .split(/[，,。；;！!？?\n]|\.\s/u)
    .map((clause) => clause.trim().replace(LEAD_IN, '').trim())
    .filter((clause) => clause !== '');
  const telling = clauses.filter((clause) => !NO_TITLE.test(clause));
  const [first = '', second = ''] = telling.length > 0 ? telling : clauses;
  const clause = Array.from(first).length < LEAST_TITLE && second !== '' ? `${first}${second}` : first;
  const room = MOST_TITLE - '问题攻关'.length;
  const title = cut(clause.replace(/(?:(?<![不得])了|的|啊|吧)$/u, ''), room).replace(/(?<=[A-Za-z])\s\S*…$|…$/, '');
  if (Array.from(title).length < LEAST_TITLE) return null;
  if (!/[\p{Script=Han}]/u.test(title) || /(?:技术|技術|问题|問題|攻关|攻關|研究|研发|研發)$/u.test(title))
    return title;
  return `${title}${toSimplified(title) === title ? '问题攻关' : '問題攻關'}`;
}

/** The problems told in one text, one row each, at most ten. */
export function proposeProblems(text: string): readonly RowAnswer[] {
  return text
    .split(/[。；;！!\n]+|(?<=[^\d])\.\s+/u)
    .map((sentence) => cut(sentence.replace(/^\s*(?:[（(]?\d{1,2}[)）.、]|[①-⑳•\-*])\s*/u, '').trim(), 300))
    .filter((sentence) => Array.from(sentence).length > 1)
    .slice(0, MOST_PROBLEMS)
    .map((sentence) => ({ text: sentence }));
}

function textOf(value: AnswerValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}

function nonEmpty(rows: readonly RowAnswer[]): readonly RowAnswer[] | null {
  return rows.length > 0 ? rows : null;
}
