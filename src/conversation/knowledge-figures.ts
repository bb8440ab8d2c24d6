/** The programme's own figures, for answers about its rules: an answer never carries a number of its own. */
import { stateMoney } from '../programme/money-rules.ts';
import type { Programme } from '../programme/programme.ts';
import type { Var } from './say.ts';

/** A contract of 30 million yuan, as an example whose cap binds. */
const EXAMPLE_BASE = 30_000_000;

const yuan = (amount: number): Var => ({ money: { yuan: amount } });

/** What an article of the knowledge base may put in braces. */
export const FIGURE_NAMES = [
  'region',
  'contact',
  'sectors',
  'shortlistMax',
  'shortlistNext',
  'partnersMax',
  'otherBidsMax',
  'longestTermMonths',
  'bidWindowDays',
  'publicNoticeDays',
  'keyMin',
  'keyMax',
  'startUp',
  'percent',
  'cap',
  'exampleBase',
  'exampleSubsidy',
  'exampleTotal',
] as const;

/** The figures of one programme, by the names articles use. */
export function knowledgeFigures(programme: Programme): Readonly<Record<(typeof FIGURE_NAMES)[number], Var>> {
  const { rules, region, sectors, contact } = programme;
  const total = stateMoney(EXAMPLE_BASE, rules).yuan;
  return {
    region: { bilingual: region },
    contact: { bilingual: contact },
    sectors: {
      bilingual: {
        zh: sectors.map((sector) => sector.label.zh).join('、'),
        en: sectors.map((sector) => sector.label.en).join(', '),
      },
    },
    shortlistMax: rules.shortlistMax,
    shortlistNext: rules.shortlistMax + 1,
    partnersMax: rules.partnersMax,
    otherBidsMax: rules.otherBidsMax,
    longestTermMonths: rules.longestTermMonths,
    bidWindowDays: rules.bidWindowDays,
    publicNoticeDays: rules.publicNoticeDays,
    keyMin: yuan(rules.keyTechnologyMoney.min),
    keyMax: yuan(rules.keyTechnologyMoney.max),
    startUp: yuan(rules.startUpGrant),
    percent: rules.postSubsidy.percent,
    cap: yuan(rules.postSubsidy.cap),
    exampleBase: yuan(EXAMPLE_BASE),
    exampleSubsidy: yuan(total - rules.startUpGrant),
    exampleTotal: yuan(total),
  };
}
