/** Deciding the checks of a turn. */
import { valueAt } from '../../programme/answer-path.ts';
import { fold } from '../../text/fold.ts';
import { ownField, suiteField } from '../suite-names.ts';
import type { SuiteCheck } from './dialogue-rows.ts';
import { newWords } from './new-words.ts';
import type { TurnResult } from './play-turn.ts';
import { drain, type Playing } from './playing.ts';
import { STAFF_ROOM } from './scene.ts';
import { cameTo } from './seats.ts';
import { type Arrived, messageCount, readable } from './simulated-platforms.ts';
import { recordsOf } from './stored-records.ts';
import { thisList } from './this-list.ts';
import { comparable, holdsWanted, wordsOf } from './wanted-value.ts';

/** Whether a check holds, what was found, and the kind of grave error a failure is. */
export interface Verdict {
  readonly ok: boolean;
  readonly got: string;
  readonly grave?: string;
}

type Decide = (playing: Playing, check: SuiteCheck, turn: TurnResult) => Promise<Verdict>;

const verdict = (ok: boolean, got: string, grave?: string): Verdict => ({
  ok,
  got,
  ...(!ok && grave !== undefined && { grave }),
});

/** What comes to the person as an answer, notices apart. */
function answers(turn: TurnResult): readonly Arrived[] {
  const plain = turn.replies.filter(({ reply }) => reply.notice === undefined);
  return plain.length > 0 ? plain : turn.replies;
}

const replyText = (turn: TurnResult): string =>
  fold(
    answers(turn)
      .map(({ reply }) => readable(reply))
      .join('\n'),
  );

const count: Decide = async (playing, check, turn) => {
  const rows = await recordsOf(playing, check.what ?? '', check.where ?? {}, thisList(playing, turn.person));
  const n = rows.length;
  const ok =
    (check.equals === undefined || n === check.equals) &&
    (check.min === undefined || n >= check.min) &&
    (check.max === undefined || n <= check.max);
  return verdict(ok, `${n} ${check.what ?? ''}`, n > Number(check.equals ?? n) ? tooMany(check) : undefined);
};

function tooMany({ what = '', where = {} }: SuiteCheck): string | undefined {
  if (what === 'shortlisted') return Number(where.list !== undefined) > 0 ? 'recommended unmeant' : undefined;
  if (what === 'decision') return 'decided unmeant';
  if (what === 'list') return 'published unmeant';
  if (what === 'need' || what === 'application') return `${String(where.status ?? 'submitted')} unmeant`;
  return undefined;
}

const value: Decide = async (playing, check, turn) => {
  const { names, setting } = playing.scene;
  const rows = await recordsOf(playing, check.what ?? '', check.where ?? {}, thisList(playing, turn.person));
  const row = rows.at(-1);
  const field = check.field ?? '';
  const stored = row && (valueAt(row.answers, ownField(names, row.form, field)) ?? row.answers[field]);
  if (row === undefined) return verdict(false, `no ${check.what ?? ''}`);
  const ok = holdsWanted(field, check.equals, stored, setting.programme);
  return verdict(
    ok,
    JSON.stringify(comparable(field, stored, setting.programme)) ?? 'nothing',
    stored === undefined ? undefined : 'another value stored',
  );
};

const unset: Decide = async (playing, check, turn) => {
  const rows = await recordsOf(playing, check.what ?? '', check.where ?? {}, thisList(playing, turn.person));
  const row = rows.at(-1);
  const stored = row && valueAt(row.answers, ownField(playing.scene.names, row.form, check.field ?? ''));
  const open = stored === undefined || stored === null || (Array.isArray(stored) && stored.length === 0);
  return verdict(open, wordsOf(stored), 'a value stored that nobody said');
};

const contains: Decide = async (playing, check, turn) => {
  const rows = await recordsOf(playing, check.what ?? '', check.where ?? {}, thisList(playing, turn.person));
  const row = rows.at(-1);
  const stored = row && valueAt(row.answers, ownField(playing.scene.names, row.form, check.field ?? ''));
  const wanted = [
    check.contains,
    check.text,
    check.value,
    check.equals,
    ...(check.any ?? []),
    ...(check.all ?? []),
  ].filter((each): each is string => typeof each === 'string');
  const has = (word: string): boolean => fold(wordsOf(stored)).includes(fold(word));
  const ok = check.any !== undefined ? check.any.some(has) : wanted.length > 0 && wanted.every(has);
  return verdict(
    ok,
    wordsOf(stored).slice(0, 200),
    stored === undefined || stored === null ? 'an answer lost' : undefined,
  );
};

const notified: Decide = async (playing, check) => {
  const wanted = check.times ?? 1;
  if (wanted > 0) await drain(playing);
  const { scene } = playing;
  const kinds = scene.names.notices[check.kind ?? ''] ?? [(check.kind ?? '').replaceAll('_', '-')];
  const isTo = (each: Arrived): boolean =>
    check.to === 'staff'
      ? each.to.room === STAFF_ROOM.room && each.to.user === STAFF_ROOM.user
      : cameTo(scene, check.to ?? '', each);
  const kindOf = ({ reply }: Arrived): string => reply.notice?.kind ?? kindByWords(reply.keys);
  const came = scene.platforms.arrived.filter((each) => !each.inPlace && isTo(each) && kindOf(each) !== '');
  const n = came.filter((each) => kinds.includes(kindOf(each))).length;
  return verdict(
    n === wanted,
    `${n} times; came: ${[...new Set(came.map(kindOf))].join(' ') || 'nothing'}`,
    n > wanted ? 'a notice too many' : undefined,
  );
};

/** Kinds of what comes unasked without being about a case. */
function kindByWords(keys: readonly string[]): string {
  if (keys.some((key) => key.startsWith('engine.handoff'))) return 'handoff';
  if (keys.includes('care.remind')) return 'reminder';
  return keys.includes('care.news') ? 'news' : '';
}

const asks: Decide = async (playing, check, turn) => {
  const path = answers(turn).findLast(({ reply }) => reply.asks !== undefined)?.reply.asks;
  const field = path === undefined ? 'nothing' : nameOf(playing, path, check.field ?? '');
  return verdict(field === check.field, `asks ${field}`);
};

/** The suite's name of the open question; several names of one field are tried. */
function nameOf(playing: Playing, path: string, wanted: string): string {
  const { names } = playing.scene;
  if (path === 'confirm') return 'confirm';
  const own = path.split(/[[#.]/)[0] ?? path;
  const hit = Object.values(names.fields).some((form) => form[wanted] === own);
  if (hit) return wanted;
  return suiteField(names, 'apply', path);
}

const notAsks: Decide = async (playing, check, turn) => {
  const now = answers(turn).flatMap(({ reply }) =>
    reply.asks === undefined ? [] : [nameOf(playing, reply.asks, check.field ?? '')],
  );
  const all = [...turn.asked, ...now];
  return verdict(!all.includes(check.field ?? ''), `asked ${all.join(' ')}`);
};

const hasAny: Decide = async (_, check, turn) => {
  const text = newWords(replyText(turn), turn.said);
  return verdict(
    (check.any ?? []).some((word) => text.includes(fold(word))),
    text.slice(0, 300),
  );
};

const hasAll: Decide = async (_, check, turn) => {
  const text = newWords(replyText(turn), turn.said);
  const missing = (check.all ?? []).filter((word) => !text.includes(fold(word)));
  return verdict(missing.length === 0, `without ${missing.join(' / ')}: ${text.slice(0, 300)}`);
};

const hasNone: Decide = async (_, check, turn) => {
  const text = replyText(turn);
  const there = (check.none ?? []).filter((word) => text.includes(fold(word)));
  return verdict(
    there.length === 0,
    `with ${there.join(' / ')}: ${text.slice(0, 300)}`,
    check.grave === true ? 'data shown' : undefined,
  );
};

const replyCount: Decide = async (_, check, turn) => {
  const n = turn.replies
    .filter(({ reply }) => reply.notice === undefined)
    .reduce((sum, each) => sum + messageCount(each), 0);
  const fits = check.equals === undefined || n === check.equals;
  return verdict(fits && n >= (check.min ?? 0) && n <= (check.max ?? Number.POSITIVE_INFINITY), `${n} messages`);
};

const replyLang: Decide = async (_, check, turn) => {
  const locales = [...new Set(answers(turn).map(({ reply }) => reply.locale ?? 'none'))];
  const fits = (locale: string): boolean => locale === check.lang || (check.lang === 'zh' && locale.startsWith('zh'));
  return verdict(locales.length > 0 && locales.every(fits), `in ${locales.join(', ') || 'nothing'}`);
};

const DECIDERS: Readonly<Record<string, Decide>> = {
  count,
  value,
  unset,
  contains,
  notified,
  asks,
  not_asks: notAsks,
  reply_has_any: hasAny,
  reply_has_all: hasAll,
  reply_has_none: hasNone,
  reply_count: replyCount,
  reply_lang: replyLang,
};

/** Decides one check; null for those only a person can judge. Kinds unknown here fail by name. */
export async function decide(playing: Playing, check: SuiteCheck, turn: TurnResult): Promise<Verdict | null> {
  if (check.check === 'judge') return null;
  const how = DECIDERS[check.check];
  return how === undefined ? verdict(false, `the check ${check.check} is not known here`) : how(playing, check, turn);
}
