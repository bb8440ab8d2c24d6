/** Taking a list up in words: 我要揭这个榜, 揭电工钢, “we would like to bid on offshore mooring”. */
import { clauseOf, withoutAsides } from './clause.ts';
import type { Command } from './command.ts';
import { APPLY, DECLINES, HEARSAY, LETS_START } from './idle-rules.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { type ListReference, readListReference, subjectChunks } from './list-reference.ts';
import { isQuestion } from './question.ts';
import { sectorOf } from './search-words.ts';

/** 柑橘那个榜: a list meant by words, though no title holds them. */
const NAMES_ONE =
  /[^我们个就想要揭报接这]{2,}(?:的)?(?:那|这)个?(?:榜|项目|题目)|the .{3,40} (?:list|challenge|one|project)/;
/** 揭电工钢: the bare verb with what is taken up. */
const BARE =
  /^(?:(?:好的?|那|行|嗯+|我们?|咱们?|就|先|想|要|来|去|直接|决定)[\s,，]*)*(?:报名|申报|申请|参加|竞标|投标|[揭接报](?![榜示露晓穿开牌幕发告表名的了过]))(?:一?下|了)?(.{2,40})$/;
/** Bid on …, apply for …: what follows is the subject. */
const ON_WHAT =
  /(?<![a-z])(?:apply|applying|application|bid|bidding|proposal|compete|sign (?:me|us) up|count (?:me|us) in|enter|join|take (?:on|up)|揭|申报|申请|报名?|接)\s*(?:for|on|to|in)?\s*(.{2,60})$/;
/** 竹材的我们来啃, 帮俺报上竹材的, 竹材那个给我们: whose it shall be stands behind or before the words of a list. */
const OURS = [
  /^(?:那|就|行|好的?|嗯)*[\s,，]*([^,，。我俺咱这那]{2,16}?)(?:的|[这那]个|[这那]项|[这那]块)(?:题|榜)?(?:就|都|由)*(?:交?给|归|留给|派给)?(?:我|俺|咱)/,
  /(?:帮|替|给)(?:我们?|俺们?|咱们?)报(?:上|个名)([^,，。我俺咱这那]{2,16}?)(?:的|[这那]个|[这那]项)?(?:吧|了|呗)?$/,
  /(?:帮|替|给)(?:我们?|俺们?|咱们?)把([^,，。我俺咱这那]{2,16}?)(?:的|[这那]个|[这那]项)?(?:给)?报(?:上|个名|下来)/,
];
const BACKWARDS = /看|说|刚|上面|昨天|试|\d/;

type Reading = Interpretation | null;

function applyTo(reference: ListReference | null): Interpretation {
  const [first, ...others] = reference?.ids ?? [];
  if (first === undefined) return meaning('apply', { do: 'apply' });
  const apply = (listing: string): Command => ({ do: 'apply', listing });
  if (others.length === 0 || reference?.how !== 'words') return meaning('apply:list', apply(first));
  return {
    commands: [apply(first)],
    why: 'apply:several',
    ...(others.length < 4 && { doubt: [first, ...others].map(apply) }),
  };
}

/** The words that stand for a list no title of which holds them; they are looked up, and a single hit is taken up. */
function subjectOf(clause: string): string | null {
  const named = NAMES_ONE.test(clause);
  const after = ON_WHAT.exec(clause)?.[1] ?? '';
  const ours = OURS.map((pattern) => pattern.exec(clause)?.[1]).find((found) => found !== undefined) ?? '';
  const [subject] = subjectChunks(named ? clause : ours === '' ? after : ours);
  if (subject === undefined || BACKWARDS.test(subject)) return null;
  const bare = subject.replace(/^[揭接报]/, '');
  return named || /^[a-z][a-z -]{3,}$|^\p{Script=Han}{2,12}$/u.test(bare) ? bare : null;
}

/** 揭电工钢, 报稻秆: no word of wishing, but a list that exists, or 揭 with a subject. */
function bare(folded: string, context: InterpretContext): Reading {
  if (isQuestion(folded)) return null;
  const subject = BARE.exec(folded)?.[1];
  if (subject === undefined) return null;
  const reference = readListReference(subject, context);
  return reference?.how === 'words' && reference.ids.length > 0 ? applyTo(reference) : null;
}

/** 我想揭新材料的榜: the sector is all that is said of what is wanted. */
function sectorWanted(clause: string, { programme }: InterpretContext): string | null {
  for (const chunk of subjectChunks(clause)) {
    const sector = sectorOf(chunk, programme);
    if (sector?.whole === true) return sector.id;
  }
  return null;
}

/** A wish to take a list up: one named, pointed at or just spoken of, else one to be looked up by its words. Null for anything else. */
export function takeUp({ original, folded: whole }: Message, context: InterpretContext): Reading {
  const folded = withoutAsides(whole);
  if (DECLINES.test(folded)) return null;
  if (
    HEARSAY.test(folded) &&
    !/我们?(?:也|就|都)?(?:想|要|来|打算|准备)|(?<![a-z])(?:i|we)(?:'d| would)? (?:like|want)/.test(folded)
  )
    return null;
  if (!APPLY.test(folded)) return bare(folded.split(/[,，。;；!！\n]+/)[0] ?? '', context);
  const clause =
    folded.split(/[,，。;；!！?？\n]+/).find((part) => APPLY.test(part) && !isQuestion(part)) ??
    clauseOf(folded, APPLY);
  if (isQuestion(clause) && !LETS_START.test(folded) && !/^(?:我|我们)?(?:能|可以)(?:帮|给)/.test(folded)) return null;
  const near = readListReference(clause, context);
  const reference = near !== null && near.ids.length > 0 ? near : readListReference(folded, context);
  if (reference?.unknown) return meaning('apply:unknown', { do: 'apply', listing: reference.words });
  const known = reference !== null && reference.ids.length > 0;
  const sector = known ? null : sectorWanted(clause, context);
  if (sector !== null) return meaning('apply:search', { do: 'find', sector, take: original });
  const subject = reference?.how === 'ordinal' || (known && reference.how === 'words') ? null : subjectOf(clause);
  if (subject !== null) return meaning('apply:search', { do: 'find', words: subject, take: original });
  return applyTo(reference);
}
