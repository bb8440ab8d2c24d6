/** The records of the programme. All times are ISO 8601 in UTC; all money is integer yuan. */
import type { Answers } from './answer.ts';
import type { ConceptCard } from './concept-card.ts';
import type { DraftIntake } from './draft-intake.ts';

/** The language people are answered in; `zh-Hant` is Chinese in traditional script. */
export type Locale = 'zh' | 'zh-Hant' | 'en';

/** The two categories of lists: 关键技术类 and 企业需求类. */
export type Track = 'key-technology' | 'enterprise-demand';

/** What moves through stages. */
export type CaseKind = 'listing' | 'need' | 'interest' | 'application';

/** 需求: posted by an enterprise; a published need lives on as its listing. */
export type NeedStatus =
  | 'posted'
  | 'complete'
  | 'recommended'
  | 'vetted'
  | 'published'
  | 'returned'
  | 'not-selected'
  | 'withdrawn';

/** 榜单 (one item). `preselected` is 拟中榜 (key technology), `shortlisted` the enterprise track's at most three. */
export type ListingStatus =
  | 'drafted'
  | 'vetted'
  | 'published'
  | 'closed'
  | 'under-review'
  | 'shortlisted'
  | 'preselected'
  | 'taken'
  | 'archived'
  | 'withdrawn';

/** 揭榜意向. `grown` became an application. */
export type InterestStatus = 'declared' | 'grown' | 'withdrawn';

/** 申报书. */
export type ApplicationStatus =
  | 'submitted'
  | 'accepted'
  | 'returned'
  | 'under-review'
  | 'shortlisted'
  | 'preselected'
  | 'not-selected'
  | 'withdrawn';

/** Who has to act next. */
export type Party = 'applicant' | 'owner' | 'recommender' | 'staff' | 'experts' | 'nobody';

/** Where a record comes from: typed by people, 示例 data, the archive of real lists, or published team facts. */
export type Source = 'live' | 'sample' | 'archive' | 'public';

/** A unit: joined by its credit code; without one it is only a name. */
export interface OrganisationRef {
  readonly name: string;
  readonly creditCode: string | null;
}

/** One measurable target of a need or a list. `operator` is one of ≥ ≤ = > < 范围 or empty when none was said. */
export interface Indicator {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
  readonly unit: string;
  readonly method: string;
}

interface CaseBase {
  /** 128 random bits, hex; never shown to people. */
  readonly id: string;
  /** The number people see; leaks no counts and cannot be guessed. */
  readonly reference: string;
  /** Counts up with every change; a decision names the version it was taken on. */
  readonly version: number;
  readonly track: Track;
  readonly title: string;
  /** Sector id of the programme file, or null while unknown. */
  readonly sector: string | null;
  readonly statusSince: string;
  readonly createdAt: string;
  /** Account that owns the case; null for archive rows and lists of the authority. */
  readonly owner: string | null;
  readonly organisation: OrganisationRef | null;
  readonly answers: Answers;
  readonly form: string | null;
  readonly formVersion: number;
  /** The programme file's version frozen when the case was submitted. */
  readonly ruleVersion: string;
  readonly submittedAt: string | null;
  /** Counts the submitted versions of the answers: 1 at first submission. */
  readonly submission: number;
  /** Whose turn it is. */
  readonly turn: Party;
  /** The day promised for the next step, ISO date, or null when nothing is promised. */
  readonly promisedOn: string | null;
  /** The reason last given to a refused or returned party, word for word. */
  readonly reason: string | null;
  /** 线下办理: contact-only; no content in notices. */
  readonly offline: boolean;
  /** True once its person deleted the account: the paper stays, nobody is behind it. */
  readonly ownerGone?: boolean;
  /** What a need or list is about in the words of the trade, once somebody confirmed it. Changing it makes no new version: no decision rests on it. */
  readonly card?: ConceptCard;
  readonly source: Source;
}

/** What a list says beyond the case columns. */
export interface ListingDetails {
  readonly goals: string;
  readonly indicators: readonly Indicator[];
  /** Integer yuan; `min === max` for one figure; null when the source gives none. */
  readonly money: { readonly min: number; readonly max: number } | null;
  /** Last day to take the list up, ISO date, closing at 24:00 programme time; null when the source gives none. */
  readonly deadline: string | null;
  readonly termMonths: number | null;
  /** The list's own eligibility, shown before applying, never a ranking factor. */
  readonly eligibility: string | null;
  readonly visibility: 'public' | 'summary' | 'invited';
  readonly batch: string | null;
  readonly province: string | null;
  readonly year: number | null;
  readonly programmeName: string | null;
  readonly takenBy: string | null;
  /** The need this list was made from. */
  readonly need: string | null;
  /** Names of facts that are our reading of the source, e.g. `sector`. */
  readonly ourReading: readonly string[];
  /** Words of the trade for the matcher: other names, materials, processes, devices, standards. */
  readonly terms: readonly string[];
}

export interface Listing extends CaseBase {
  readonly kind: 'listing';
  readonly status: ListingStatus;
  readonly details: ListingDetails;
}

export interface Need extends CaseBase {
  readonly kind: 'need';
  readonly status: NeedStatus;
  /** The list it became, once published. */
  readonly listing: string | null;
}

export interface Interest extends CaseBase {
  readonly kind: 'interest';
  readonly status: InterestStatus;
  readonly listing: string;
}

export interface Application extends CaseBase {
  readonly kind: 'application';
  readonly status: ApplicationStatus;
  readonly listing: string;
  /** The interest it grew from, when there was one. */
  readonly interest: string | null;
  /** 待盖章件: whether the stamped scan has arrived. */
  readonly stampedCopy: boolean;
}

/** Any record that moves through stages. */
export type CaseRecord = Listing | Need | Interest | Application;

/** Any status of any case. */
export type CaseStatus = CaseRecord['status'];

/** A published batch of lists; `announced` is what the authority said, beside what is held here. */
export interface Batch {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly announced: { readonly lists: number | null; readonly yuan: number | null; readonly note: string | null };
  readonly source: Source;
}

/** A person. Identity is the linked addresses; a name is only what the person told us. */
export interface Account {
  readonly id: string;
  readonly locale: Locale;
  /** True once the person wished a language in words or by button. */
  readonly localeChosen: boolean;
  readonly name: string | null;
  readonly createdAt: string;
  readonly source: Source;
}

/** What a membership lets a person do. The staff roles are viewer, reviewer, decider and admin. */
export type Role = 'lead' | 'colleague' | 'need-owner' | 'recommender' | 'viewer' | 'reviewer' | 'decider' | 'admin';

/** A revocable role of an account, in an organisation or (staff) in a division. */
export interface Membership {
  readonly id: string;
  readonly account: string;
  readonly role: Role;
  readonly organisation: OrganisationRef | null;
  /** Division id for staff and recommender's body for recommenders; null means all divisions. */
  readonly division: string | null;
  readonly grantedAt: string;
  readonly revokedAt: string | null;
}

/** A researcher's or team's profile: answers of the profile form. */
export interface Profile {
  readonly id: string;
  /** Null for published teams nobody has registered (公开资料·未注册). */
  readonly account: string | null;
  readonly name: string;
  readonly answers: Answers;
  readonly formVersion: number;
  readonly version: number;
  readonly updatedAt: string;
  /** True when the person agreed to be suggested to need owners and staff. */
  readonly discoverable: boolean;
  readonly source: Source;
}

/** A consent somebody gave: which text (version and hash), when and in which channel. */
export interface Consent {
  readonly account: string;
  readonly kind: 'data' | 'matching' | 'hand-over' | 'transfer';
  /** What it is for, where it is not for everything: hand-over is given for the bid on one list (its id). */
  readonly object?: string;
  readonly textVersion: string;
  readonly textHash: string;
  readonly at: string;
  readonly channel: string;
}

/** What a draft is for. */
export type DraftPurpose = 'need' | 'application' | 'profile' | 'listing';

/** A form being filled: one per account and purpose, per list for applications. The chat is only a view of it. */
export interface Draft {
  readonly id: string;
  readonly account: string;
  readonly purpose: DraftPurpose;
  /** The list being taken up. */
  readonly listing: string | null;
  /** The case an earlier stage already became; later stages update or grow from it. */
  readonly case: { readonly kind: CaseKind; readonly id: string } | null;
  readonly form: string;
  readonly formVersion: number;
  /** Id of the stage in hand. */
  readonly stage: string;
  readonly answers: Answers;
  /** Path → inbox id of the message that filled it, so that a later edit of that message is a correction. */
  readonly filledBy: Readonly<Record<string, string>>;
  /** The last ten changes, newest last, for 撤销. */
  readonly undo: readonly { readonly path: string; readonly before: Answers[string] | undefined }[];
  /** What a paper proposes for it, until the person has looked at it. */
  readonly intake?: DraftIntake;
  readonly status: 'open' | 'submitted' | 'discarded';
  /** Paths put off: asked after all other open questions of the stage. */
  readonly later?: readonly string[];
  /** True once the person wished no reminder of this draft. */
  readonly noReminder?: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One line of the append-only audit: who, when, what, on what, why (as a hash: the text stays with the case). */
export interface AuditEntry {
  readonly at: string;
  /** Account id, or `system`. */
  readonly actor: string;
  readonly action: string;
  readonly object: { readonly kind: string; readonly id: string };
  readonly from: string | null;
  readonly to: string | null;
  readonly reasonHash: string | null;
  /** Random id of the inbox row that caused it. */
  readonly turn: string;
}
