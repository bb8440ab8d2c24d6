/** Programme and records for rule tests: 示例 people and units, made here and nowhere else. */
import type { CaseSeed } from '../../src/programme/new-case.ts';
import { newApplication, newInterest, newNeed } from '../../src/programme/new-case.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { publishNeed } from '../../src/programme/publish-need.ts';
import type {
  Application,
  Interest,
  Listing,
  Membership,
  Need,
  OrganisationRef,
  Role,
  Track,
} from '../../src/programme/records.ts';

/** Monday 7 September 2026, 10:00 in Shanghai. */
export const MONDAY = '2026-09-07T02:00:00.000Z';

const both = (text: string) => ({ zh: text, en: text });
const stage = (id: string, ...statuses: string[]) => ({ id, label: both(id), statuses });

/** A programme with the reference numbers, two sectors and a promise for every waiting status. */
export const PROGRAMME: Programme = {
  id: 'sample',
  version: '2026-1',
  name: both('示例计划'),
  region: both('示例省'),
  timeZone: 'Asia/Shanghai',
  sectors: [
    { id: 'materials', label: both('新材料'), aliases: [], division: 'high-tech' },
    { id: 'farming', label: both('现代农业'), aliases: [], division: 'rural' },
  ],
  divisions: [
    { id: 'high-tech', label: both('高新处') },
    { id: 'rural', label: both('农村处') },
  ],
  cities: [],
  recommenders: [{ id: 'city-a', label: both('示例市') }],
  tracks: {
    'key-technology': {
      label: both('关键技术类'),
      applicationForm: 'application-key-technology',
      stages: [
        stage('榜单凝练论证', 'listing:drafted', 'listing:vetted'),
        stage('公开张榜招贤', 'listing:published', 'interest:declared', 'application:submitted'),
        stage(
          '论证揭榜方案',
          'listing:closed',
          'listing:under-review',
          'application:accepted',
          'application:under-review',
        ),
        stage('确定揭榜单位', 'listing:preselected', 'application:preselected'),
      ],
    },
    'enterprise-demand': {
      label: both('企业需求类'),
      applicationForm: 'application-enterprise-demand',
      stages: [
        stage('征集需求', 'need:posted', 'need:complete', 'need:returned', 'need:recommended', 'need:vetted'),
        stage('发布榜单', 'need:published', 'listing:published'),
        stage('对接揭榜', 'interest:declared', 'application:submitted'),
        stage(
          '组织评榜',
          'listing:closed',
          'listing:under-review',
          'application:under-review',
          'application:shortlisted',
        ),
        stage('签约立项', 'listing:taken'),
      ],
    },
  },
  needForm: 'need',
  profileForm: 'profile',
  listingForm: 'listing',
  rules: {
    shortlistMax: 3,
    partnersMax: 4,
    otherBidsMax: 3,
    longestTermMonths: 36,
    bidWindowDays: 30,
    publicNoticeDays: 7,
    keyTechnologyMoney: { min: 5_000_000, max: 10_000_000 },
    startUpGrant: 1_000_000,
    postSubsidy: { percent: 20, cap: 5_000_000, base: 'agreement', startUpIncluded: false },
    undoSeconds: 10,
  },
  promises: {
    'need:posted': 3,
    'need:complete': 5,
    'need:recommended': 15,
    'application:submitted': 5,
    'application:accepted': 10,
    'application:under-review': 20,
  },
  // National Day 2026, with the Saturday that is worked for it.
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workingWeekends: ['2026-10-10'],
  switches: {},
  contact: both('示例电话'),
  consentVersion: '1',
};

/** A seed with a readable id. */
export function seed(id: string, at: string = MONDAY): CaseSeed {
  return { id, at, programme: PROGRAMME };
}

/** 32 hex digits made from a small number. */
export function hexId(n: number): string {
  return n.toString(16).padStart(32, '0');
}

/** A need posted by account `enterprise`. */
export function aNeed(changes: Partial<Need> = {}): Need {
  const answers = {
    title: '示例：芳纶绝缘纸耐温提升',
    problem: '耐温只到180度',
    goal: '耐温到220度以上',
    sector: 'materials',
    money: { yuan: 30_000_000 },
    term: { months: 24 },
    unit: '示例材料有限公司',
    contact: '示例联系人 13800000000',
    recommender: 'city-a',
    visibility: 'public',
    indicators: [{ name: '耐温', operator: '≥', value: '220', unit: '℃', method: 'GB/T 示例' }],
  };
  return { ...newNeed({ account: 'enterprise', form: 'need', formVersion: 1, answers }, seed(hexId(1))), ...changes };
}

/** An enterprise list of account `enterprise`, open until 7 October 2026. */
export function aListing(changes: Partial<Listing> = {}, track: Track = 'enterprise-demand'): Listing {
  return { ...publishNeed(aNeed({ track }), seed(hexId(2))), ...changes };
}

/** An interest of account `bidder`. */
export function anInterest(changes: Partial<Interest> = {}): Interest {
  return { ...newInterest(bidDraft('bidder', '示例大学'), aListing(), seed(hexId(3))), ...changes };
}

/** A bid of account `bidder` number `n` for the list. */
export function aBid(n: number, changes: Partial<Application> = {}, listing: Listing = aListing()): Application {
  const draft = bidDraft(n === 0 ? 'bidder' : `bidder-${n}`, `示例大学${n}`);
  return { ...newApplication(draft, listing, null, seed(hexId(100 + n))), ...changes };
}

function bidDraft(account: string, organisation: string) {
  return {
    account,
    form: 'application',
    formVersion: 1,
    answers: { unit: organisation, lead: '示例张三', contact: '13900000000' },
  };
}

/** A membership in force. */
export function membership(
  account: string,
  role: Role,
  more: { division?: string | null; organisation?: OrganisationRef | null; revokedAt?: string | null } = {},
): Membership {
  return {
    id: `${account}-${role}`,
    account,
    role,
    organisation: more.organisation ?? null,
    division: more.division ?? null,
    grantedAt: MONDAY,
    revokedAt: more.revokedAt ?? null,
  };
}
