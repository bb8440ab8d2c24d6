/** A programme file: what another province edits instead of code. */
import type { Bilingual } from './form.ts';
import type { Track } from './records.ts';

/** An industrial field of the controlled vocabulary, with the division that answers for it. */
export interface Sector {
  readonly id: string;
  readonly label: Bilingual;
  readonly aliases: readonly string[];
  readonly division: string;
}

/** An office of the authority; `slackChannel` comes from configuration. */
export interface Division {
  readonly id: string;
  readonly label: Bilingual;
}

/** One stage of a track as people see it, for "第几步". */
export interface TrackStage {
  readonly id: string;
  readonly label: Bilingual;
  /** Statuses, as `kind:status`, during which a case is in this stage. */
  readonly statuses: readonly string[];
}

/** What a track is and which forms it uses. */
export interface TrackSettings {
  readonly label: Bilingual;
  readonly stages: readonly TrackStage[];
  readonly applicationForm: string;
}

/** Limits and money rules; sums in integer yuan. The doubtful ones carry the assumption they rest on. */
export interface Rules {
  readonly shortlistMax: number;
  readonly partnersMax: number;
  readonly otherBidsMax: number;
  readonly longestTermMonths: number;
  readonly bidWindowDays: number;
  readonly publicNoticeDays: number;
  readonly keyTechnologyMoney: { readonly min: number; readonly max: number };
  readonly startUpGrant: number;
  readonly postSubsidy: {
    readonly percent: number;
    readonly cap: number;
    readonly base: 'agreement' | 'actual' | 'listing';
    readonly startUpIncluded: boolean;
  };
  readonly undoSeconds: number;
}

/** One programme file after loading. */
export interface Programme {
  readonly id: string;
  readonly version: string;
  readonly name: Bilingual;
  readonly region: Bilingual;
  /** IANA zone in which deadlines close and days are counted. */
  readonly timeZone: string;
  readonly sectors: readonly Sector[];
  readonly divisions: readonly Division[];
  readonly cities: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly recommenders: readonly { readonly id: string; readonly label: Bilingual }[];
  readonly tracks: Readonly<Record<Track, TrackSettings>>;
  readonly needForm: string;
  readonly profileForm: string;
  readonly listingForm: string;
  readonly rules: Rules;
  /** Promised working days after `kind:status`. */
  readonly promises: Readonly<Record<string, number>>;
  /** ISO dates that are no working days beside weekends, and weekend days that are. */
  readonly holidays: readonly string[];
  readonly workingWeekends: readonly string[];
  /** Rules of other regions, all off unless set. */
  readonly switches: Readonly<Record<string, boolean | number>>;
  readonly contact: Bilingual;
  readonly consentVersion: string;
}
