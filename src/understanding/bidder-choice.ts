/** Bidders chosen by number: 推荐第1、3、4家, 前三家, all but the second; and such a choice changed: 第2家也加上. Pure. */
import { fold } from '../text/fold.ts';
import { readNumeral } from '../text/numeral.ts';

const NUMBER = '(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})';
const NTH = `(?:第|numbers?|nos?\\.?|#)?\\s*(?:${NUMBER}(?:\\s*[家个号位名])?(?:\\s*(?:[、,，;；和与及&+/]|and|还有|\\s)+\\s*(?:第|#)?\\s*${NUMBER})*)\\s*[家个号位名]*(?:单位|企业|团队)?`;
const LEAD =
  '(?:请|那就?|就|我们?|只要?|行吧?|好[的吧]?|嗯|算了|还是|(?:just|only|then|ok|okay|please|well|fine)(?![a-z])|[\\s,，])*';
const TAIL = '(?:都)?(?:推荐|入围)?(?:吧|了|好了|就?行了?|then|please|[\\s。.!！])*$';
const LIST = new RegExp(`^${LEAD}(?:推荐|选|要|入围|shortlist|recommend|pick|choose|take)?\\s*(${NTH})${TAIL}`, 'i');
const ALL = new RegExp(
  `^${LEAD}(?:${NUMBER}家)?(?:全部|全都?|都|所有的?)(?:推荐|要|选|入围)(?:吧|了)?[。.!！]*$|^(?:推荐|选)(?:全部|所有)(?:${NUMBER}家)?$|^${LEAD}(?:shortlist |recommend |take )?all(?: (?:three|four|five|six|\\d+))?(?: of them)?[.!]*$`,
  'i',
);
const FIRST = new RegExp(
  `^${LEAD}(?:推荐|选|要|入围|shortlist|recommend|pick|take)?\\s*(?:前面?的?(?<zh>${NUMBER})[家个位名](?:单位|企业|团队)?|the (?:first|top) (?<en>two|three|four|five|\\d))${TAIL}`,
  'i',
);
const BUT = new RegExp(
  `^${LEAD}(?:除了?|除去|all (?:but|except)(?: the)?(?: number)?|everyone (?:but|except))\\s*(?<but>${NTH}|second|third|fourth|first|last)(?:之外|以外)?[\\s,，]*(?:其他|其余|剩下|别)?(?:的|几家)?${TAIL}`,
  'i',
);
/** Several numbers typed without anything between them. */
const RUN = new RegExp(`^${LEAD}([1-9]{2,5})${TAIL}`, 'i');
const EN: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  two: 2,
  third: 3,
  three: 3,
  fourth: 4,
  four: 4,
  five: 5,
};

/** Which of the numbered bidders are meant, 1-based in the order said, none twice; `all` for every one; null when it is no choice. `shown`: how many are numbered. */
export function readBidders(text: string, shown = 0): readonly number[] | 'all' | null {
  const simple = fold(text.normalize('NFKC').trim());
  if (ALL.test(simple)) return 'all';
  const run = RUN.exec(simple)?.[1];
  if (run !== undefined && Number(run) > shown && [...run].every((one) => Number(one) <= shown))
    return [...new Set([...run].map(Number))];
  const { zh, en } = FIRST.exec(simple)?.groups ?? {};
  const first = numberOf(zh ?? en ?? '');
  if (first !== null) return upTo(first);
  const but = BUT.exec(simple)?.groups?.but;
  if (but !== undefined && shown > 0) {
    const left = but === 'last' ? [shown] : (numbersIn(but) ?? []);
    return left.length === 0 ? null : upTo(shown).filter((n) => !left.includes(n));
  }
  const found = LIST.exec(simple)?.[1];
  return found === undefined ? null : numbersIn(found);
}

const HOLD = '(?:(?:等一?下|等等|慢着|对了|[哦啊嗯]|不对|wait|hold on|sorry)[\\s,，]*)*';
const ADD = new RegExp(
  `^${HOLD}${LEAD}(?:(?:再|还有?|另外|并且?|also|and|plus|add)(?:把|要|加上?|添上?|推荐|选|算上|add)*\\s*(?<a>${NTH})(?:也?(?:加上|加进来?|算上|要|推荐|选上|带上))?|[把将]?(?<b>${NTH})(?:也|一并|同样)(?:要|加上?|加进来?|算上|推荐|选上?|带上|列上|入围)?|(?:加上?|添上?|算上|add|include)\\s*(?<c>${NTH}))(?:too|as well)?${TAIL}`,
  'i',
);
const DROP = new RegExp(
  `^${HOLD}${LEAD}(?:(?:去掉|拿掉|删掉?|剔除|撤掉|不要|不推荐|别推荐?|drop|remove|not|without)\\s*(?<a>${NTH})|[把将]?(?<b>${NTH})(?:去掉|拿掉|删掉?|剔除|撤掉|不要|不推荐|就?算了))(?:了)?${TAIL}`,
  'i',
);
const SWAP = new RegExp(
  `^${HOLD}${LEAD}[把将]?(?<out>${NTH})(?:换成|改成|改为|换作|replaced by|by|with)\\s*(?<in>${NTH})${TAIL}`,
  'i',
);

/** The choice made before, changed as the message says; null where it changes none. Numbers are 1-based. */
export function changedBidders(text: string, chosen: readonly number[]): readonly number[] | null {
  const simple = fold(text.normalize('NFKC').trim());
  const swap = SWAP.exec(simple)?.groups;
  const out = numbersIn(swap?.out ?? '');
  const into = numbersIn(swap?.in ?? '');
  if (out && into) return [...new Set([...chosen.filter((n) => !out.includes(n)), ...into])];
  const drop = DROP.exec(simple)?.groups;
  const gone = numbersIn(drop?.a ?? drop?.b ?? '');
  if (gone) return chosen.filter((n) => !gone.includes(n));
  const add = ADD.exec(simple)?.groups;
  const more = numbersIn(add?.a ?? add?.b ?? add?.c ?? '');
  return more ? [...new Set([...chosen, ...more])] : null;
}

/** 推荐三家, 再加一家 says how many, not which: 第三家 does. */
const COUNT = new RegExp(`^${NUMBER}\\s*[家个](?:单位|企业|团队)?$`);

function numbersIn(text: string): readonly number[] | null {
  const word = EN[text];
  if (COUNT.test(text.trim())) return null;
  if (word !== undefined) return [word];
  const numbers = [...text.matchAll(new RegExp(NUMBER, 'g'))].map(([one]) => numberOf(one));
  const known = numbers.flatMap((each) => (each !== null && each > 0 ? [each] : []));
  return known.length === 0 || known.length < numbers.length ? null : [...new Set(known)];
}

function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  return EN[text] ?? readNumeral(text)?.value ?? null;
}
