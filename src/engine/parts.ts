/** What the engine is made of; main hands it over. */

import type { ChannelName } from '../conversation/address.ts';
import type { Catalogue } from '../conversation/catalogue.ts';
import type { Reduce } from '../conversation/reducer-types.ts';
import type { PaperReading } from '../intake/paper.ts';
import type { Channel } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { ChangeFeed, StaffTargets } from '../ports/desk.ts';
import type { DraftCard, MatchIndex } from '../ports/match.ts';
import type { ChatModel } from '../ports/model.ts';
import type { Store } from '../ports/store.ts';
import type { Form } from '../programme/form.ts';
import type { IndicatorKinds } from '../programme/load-indicator-kinds.ts';
import type { Programme } from '../programme/programme.ts';
import type { Locale } from '../programme/records.ts';
import type { GuessIntents } from '../understanding/guess.ts';

/** The few calls of a logger the engine makes; pino fits. Fields never hold what a person wrote. */
export interface EngineLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Several photos of one paper as one PDF; the images are JPEG or PNG bytes in order. */
export type Album = (images: readonly { readonly bytes: Uint8Array; readonly mime: string }[]) => Promise<Uint8Array>;

/** Takes a file apart by its bytes and media type. Never rejects. */
export type ReadPaper = (bytes: Uint8Array, mime: string) => Promise<PaperReading>;

/** All an explanation may speak of. */
export interface ExplainFacts {
  readonly title: string;
  /** What met and where it stands, one reason each. */
  readonly matched: readonly string[];
  /** Targets of the list nothing is said about. */
  readonly missing: readonly string[];
  readonly money: string | null;
  readonly deadline: string | null;
  /** How it stands when it takes no bids any more; null while it does. */
  readonly standing: string | null;
}

/** Numbers an operator or a test may set; milliseconds unless said otherwise. */
export interface Tuning {
  /** Turns side by side. */
  readonly turns: number;
  /** Most messages one turn answers together; the rest wait for the next turn. */
  readonly burst: number;
  /** A claimed message comes free again when its holder stops renewing it for this long. */
  readonly leaseMs: number;
  /** How long after a start messages that were in hand at several deaths wait, ms: everybody else is answered first. */
  readonly suspectMs: number;
  /** How often the loops look without being woken. */
  readonly pollMs: number;
  /** First wait after a failed turn; doubles per attempt. */
  readonly retryMs: number;
  /** First and longest wait while a channel or the store is out. */
  readonly outageMs: number;
  readonly outageMaxMs: number;
  /** A send that has not answered after this long counts as an outage. */
  readonly sendMs: number;
  /** Addresses of one channel sent to at the same time. */
  readonly sendsPerChannel: number;
  /** Least time between two messages to the same room. */
  readonly paceMs: Readonly<Partial<Record<ChannelName, number>>>;
  /** More staff notices than this waiting for one room after an outage get a digest first. */
  readonly digestOver: number;
  /** Longest wait for the language model. */
  readonly modelMs: number;
  /** Most questions to the language model a day (UTC): for one person, and for all together. */
  readonly modelPerPerson: number;
  readonly modelPerDay: number;
  /** Longest graceful stop. */
  readonly stopMs: number;
  /** Largest file, bytes, and most files of one message. */
  readonly fileBytes: number;
  readonly fileCount: number;
  /** How often lists changed by other processes (imports) are read again. */
  readonly shelfMs: number;
  /** How often reminders and new lists are looked for. */
  readonly careMs: number;
  /** Messages of one person in a minute before they are answered more slowly; 0 means any number. */
  readonly perMinute: number;
}

/** What holds unless said otherwise. */
export const TUNING: Tuning = {
  turns: 32,
  burst: 50,
  leaseMs: 2_000,
  suspectMs: 5_000,
  pollMs: 1_000,
  retryMs: 500,
  outageMs: 1_000,
  outageMaxMs: 60_000,
  sendMs: 30_000,
  sendsPerChannel: 8,
  paceMs: { slack: 1_000, webhook: 3_000 },
  digestOver: 20,
  modelMs: 4_000,
  modelPerPerson: 100,
  modelPerDay: 5_000,
  stopMs: 9_000,
  fileBytes: 20 * 1024 * 1024,
  fileCount: 9,
  shelfMs: 300_000,
  careMs: 60_000,
  perMinute: 0,
};

/** Everything the engine needs. */
export interface EngineParts {
  readonly store: Store;
  /** The configured channels; rows for others are parked with that reason. */
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly reduce: Reduce;
  readonly programme: Programme;
  readonly forms: readonly Form[];
  /** Questions of the need clinic. */
  readonly clinic: IndicatorKinds;
  readonly catalogue: Catalogue;
  /** Finds the article of the knowledge base that answers a question; without it every question goes to a person. */
  readonly articleFor?: (question: string) => string | null;
  /** The second reader of typed messages; left out, the rules read alone. */
  readonly guess?: GuessIntents;
  readonly matching: MatchIndex;
  /** Proposes what a need is about; left out, its owner is not asked. */
  readonly draftCard?: DraftCard;
  readonly model: ChatModel | null;
  readonly staffTargets: StaffTargets;
  /** How much news about their own case people get on channels abroad (R42); minimal unless told. */
  readonly newsDetail?: 'minimal' | 'full';
  /** The language of shared staff rooms. */
  readonly staffLocale: Locale;
  readonly album: Album;
  /** Takes an uploaded paper apart, within limits; left out, no paper is read. */
  readonly readPaper?: ReadPaper;
  /** A friendlier wording of why a list fits, from given facts alone; left out without a model. */
  readonly explain?: (facts: ExplainFacts, locale: Locale) => Promise<string | null>;
  readonly feed: ChangeFeed;
  readonly log: EngineLog;
  /** For fault tests: called with a name at every await of the commit path; may throw or end the process. */
  readonly crash?: (point: string) => void;
  readonly tuning?: Partial<Tuning>;
}

/** The parts with all numbers filled in. */
export type Running = Omit<EngineParts, 'crash' | 'tuning'> & {
  readonly crash: (point: string) => void;
  readonly tuning: Tuning;
};

/** Fills in what was left out. */
export function running(parts: EngineParts): Running {
  return { ...parts, crash: parts.crash ?? (() => undefined), tuning: { ...TUNING, ...parts.tuning } };
}
