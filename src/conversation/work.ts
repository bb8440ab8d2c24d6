/** What a turn has gathered so far: state, effects, queries and the half-lines that go before the next question. */
import { createHash } from 'node:crypto';
import { NO_CARE } from '../programme/care.ts';
import type { CaseRecord, Draft } from '../programme/records.ts';
import type { Command } from '../understanding/command.ts';
import { careAfter, isCareChange } from './care-after.ts';
import type { Book, Effect, Event, Mine, Query, State, Step } from './reducer-types.ts';
import type { Line, Say, SayButton } from './say.ts';

/** An unfinished step. Never changed in place. */
export interface Work {
  readonly state: State;
  readonly event: Event;
  readonly book: Book;
  readonly effects: readonly Effect[];
  readonly queries: readonly Query[];
  /** Echoes and remarks waiting to be said before the next message. */
  readonly notes: readonly Line[];
}

/** What one message needs; everything but the lines may be left out. */
export interface SayParts extends Partial<Omit<Say, 'lines'>> {
  readonly lines: readonly Line[];
}

/** A record id made from the accepted message, so that running the turn again makes the same record. */
export function derivedId(event: Event, purpose: string): string {
  return createHash('sha256').update(`${event.turn}:${purpose}`).digest('hex').slice(0, 32);
}

/** Begins a step. */
export function begin(state: State, event: Event, book: Book): Work {
  return { state, event, book, effects: [], queries: [], notes: [] };
}

/** A catalogue line. */
export function line(key: string, vars?: Line['vars']): Line {
  return vars === undefined ? { key } : { key, vars };
}

/** A button labelled from the catalogue. */
export function button(key: string, command: Command, style?: SayButton['style']): SayButton {
  return { label: line(key), command, ...(style && { style }) };
}

/** Adds effects. */
export function effect(work: Work, ...effects: readonly Effect[]): Work {
  return { ...work, effects: [...work.effects, ...effects] };
}

/** Asks a query; its answer comes back as an event of the same turn. */
export function query(work: Work, asked: Query): Work {
  return { ...work, queries: [...work.queries, asked] };
}

/** Changes parts of the state. */
export function withState(work: Work, change: Partial<State>): Work {
  return { ...work, state: { ...work.state, ...change } };
}

/** Keeps a half-line to be said before the next message. */
export function note(work: Work, ...lines: readonly Line[]): Work {
  return { ...work, notes: [...work.notes, ...lines] };
}

/** Says one message: waiting notes first, then its lines; remembers what it offers to tap. */
export function say(work: Work, parts: SayParts): Work {
  const whole: Say = { buttons: [], cards: [], files: [], ...parts, lines: [...work.notes, ...parts.lines] };
  const { locale } = mine(work).account;
  const text = (each: Line): string => work.book.text(each, locale);
  const fresh = unlikeLast(work, whole, text);
  const offered = [...whole.cards.map((card) => card.button), ...whole.buttons].map((each) => ({
    label: 'text' in each.label ? each.label.text : text(each.label),
    command: kept(each.command),
  }));
  return {
    ...work,
    notes: [],
    state: { ...work.state, lastSaid: fresh.mark, offered },
    effects: [...work.effects, { type: 'reply', say: fresh.say }],
  };
}

/** The longest command a label typed later stands for; the button itself keeps the whole of it. */
const LONGEST_OFFER = 1000;

/** A long value is not kept in the state twice: its label, typed, is a yes to what is open. What is taken back holds no words. */
function kept(command: Command): Command {
  if (command.do === 'take-back') return command;
  return JSON.stringify(command).length > LONGEST_OFFER ? { do: 'affirm' } : command;
}

/** Openings that say the same as "once more" and give way to it. */
const OPENINGS: readonly string[] = ['form.back-to', 'greet.hello', 'greet.again'];

/** Said for politeness alone. */
const KIND_WORDS: readonly string[] = ['talk.welcome', 'talk.welcome-idle', 'talk.at-hand'];

/** Rule 7: a message that reads like the last one gets another opening, so the same text is never sent twice running. */
function unlikeLast(work: Work, whole: Say, textOf: (each: Line) => string): { say: Say; mark: string } {
  const text = [...whole.lines.map(textOf), ...whole.cards.map((card) => card.title)].join('\n');
  const body = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  const [count, before] = work.state.lastSaid.split('|');
  if (before !== body) return { say: whole, mark: `0|${body}` };
  const times = (Number(count) % 3) + 1;
  const rest = whole.lines.filter((each) => !OPENINGS.includes(each.key));
  return { say: { ...whole, lines: onceMore(rest, times) }, mark: `${times}|${body}` };
}

/** Kind words are varied and a failure is regretted: only a question or a fact is called a repetition. */
function onceMore(lines: readonly Line[], times: number): readonly Line[] {
  const first = lines[0]?.key ?? '';
  if (KIND_WORDS.includes(first)) return [line(`again.kind-${times}`), ...lines.slice(1)];
  if (first.startsWith('talk.not-understood')) return [line(`again.sorry-${times}`), ...lines];
  return [line(`again.${times}`), ...lines];
}

/** What the person has, with this step's own effects applied. */
export function mine(work: Work): Mine {
  let now = work.book.mine;
  for (const each of work.effects) {
    if (each.type === 'save-draft') now = { ...now, drafts: upsert(now.drafts, each.draft) };
    if (each.type === 'delete-draft') now = { ...now, drafts: now.drafts.filter((draft) => draft.id !== each.id) };
    if (each.type === 'save-case') now = { ...now, cases: upsert(now.cases, each.record) };
    if (each.type === 'save-consent') now = { ...now, consents: [...now.consents, each.consent] };
    if (each.type === 'save-account') now = { ...now, account: each.account };
    if (each.type === 'save-profile') now = { ...now, profile: each.profile };
    if (each.type === 'save-return-link') now = { ...now, hasReturnLink: true };
    if (each.type === 'revoke-return-links') now = { ...now, hasReturnLink: false };
    if (isCareChange(each)) now = { ...now, care: careAfter(now.care ?? NO_CARE, each) };
    if (each.type === 'delete-account')
      now = { ...now, profile: null, drafts: [], cases: [], consents: [], hasReturnLink: false };
  }
  return now;
}

function upsert<T extends { readonly id: string }>(rows: readonly T[], row: T): readonly T[] {
  return rows.some((each) => each.id === row.id)
    ? rows.map((each) => (each.id === row.id ? row : each))
    : [...rows, row];
}

/** A draft of the person as it stands now; undefined for others' and unknown ones. */
export function draftOf(work: Work, id: string): Draft | undefined {
  return mine(work).drafts.find((draft) => draft.id === id && draft.status !== 'discarded');
}

/** A case of the person as it stands now, by id or reference. */
export function ownCase(work: Work, by: string): CaseRecord | undefined {
  return mine(work).cases.find((each) => each.id === by || each.reference === by);
}

/** Ends a step; notes nobody said become a message of their own, so that nothing is swallowed. */
export function finish(work: Work): Step {
  const spoken = work.notes.length > 0 ? say(work, { lines: [] }) : work;
  return { state: spoken.state, queries: spoken.queries, effects: spoken.effects };
}
