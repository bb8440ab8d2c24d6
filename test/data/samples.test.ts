import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDemo } from '../../src/commands/demo-file.ts';
import { sampleId } from '../../src/commands/demo-records.ts';
import { loadSampleData } from '../../src/commands/sample-data.ts';
import { sampleStaff } from '../../src/commands/staff.ts';
import { readStopList } from '../../src/data-files.ts';
import { makeHashedEmbedder } from '../../src/matching/hashed-embedder.ts';
import { makeMatchIndex } from '../../src/matching/match-index.ts';
import { matchText } from '../../src/matching/profile-text.ts';
import type { Store } from '../../src/ports/store.ts';
import { indicatorsOf } from '../../src/programme/case-answers.ts';
import { checkStage } from '../../src/programme/check-stage.ts';
import type { Form } from '../../src/programme/form.ts';
import { indicatorGaps } from '../../src/programme/indicator.ts';
import { move } from '../../src/programme/move.ts';
import { isOpen } from '../../src/programme/open.ts';
import { can, caseObject } from '../../src/programme/policy.ts';
import type { CaseRecord, Listing } from '../../src/programme/records.ts';
import { isReference } from '../../src/programme/reference.ts';
import { storeInMemory } from '../store/stores.ts';
import { documentParts, sampleProgramme as programme, SAMPLE_NOW, sampleStore } from '../support/sample-store.ts';

let store: Store;
let done: () => Promise<void>;
let cases: readonly CaseRecord[];
let listings: readonly Listing[];

beforeAll(async () => {
  ({ store, done } = await sampleStore());
  cases = await store.records.cases({});
  listings = cases.flatMap((record) => (record.kind === 'listing' ? [record] : []));
});
afterAll(() => done());

const at = SAMPLE_NOW.toISOString();
const formOf = (id: string | null): Form => {
  const form = documentParts.forms.find((each) => each.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
};
const listOf = (record: CaseRecord) =>
  listings.find((list) => list.id === ('listing' in record ? record.listing : null)) ?? null;
const of = (source: string) => cases.filter((record) => record.source === source);

/** The stages a case has answered. */
function stagesOf(record: CaseRecord): readonly string[] {
  if (record.kind === 'listing') return ['listing'];
  if (record.kind === 'need') return record.status === 'posted' ? ['post'] : ['post', 'complete'];
  return record.kind === 'interest' ? ['interest'] : ['interest', 'bid'];
}

describe('sample data', () => {
  it('says in a sentence what was loaded', async () => {
    const made = await storeInMemory();
    expect(await loadSampleData(made.store, programme, SAMPLE_NOW)).toBe(
      '9 sample lists, 6 sample cases and 5 sample teams (all labelled 示例), 82 published lists of earlier years and 12 published teams for reference',
    );
    expect((await made.store.verifyAudit()).brokenAt).toBeNull();
    await made.done();
  });

  it('answers every stage of its forms as a person would have had to', () => {
    for (const record of of('sample')) {
      const list = listOf(record);
      const ctx = {
        programme,
        track: record.track,
        indicators: list?.details.indicators ?? [],
        today: at.slice(0, 10),
        list: list && { money: list.details.money, termMonths: list.details.termMonths },
      };
      const form = formOf(record.form);
      const context = { ...ctx, list: ctx.list ?? undefined };
      const isPast = record.kind === 'listing' && record.status !== 'published';
      const problems = stagesOf(record)
        .flatMap((stage) =>
          checkStage(form, stage, record.answers, { ...context, today: isPast ? '2026-01-01' : context.today }),
        )
        .map(({ path, reason }) => `${record.title}: ${path} ${reason}`);
      expect(problems).toEqual([]);
    }
  });

  it('knows no field that its form does not ask', () => {
    for (const record of of('sample')) {
      const ids = formOf(record.form)
        .stages.flatMap((stage) => stage.fields)
        .map((field) => field.id);
      expect(
        Object.keys(record.answers).filter((id) => !ids.includes(id)),
        record.title,
      ).toEqual([]);
    }
  });

  it('has eight open lists over both tracks and every sector, with measurable targets', () => {
    const open = of('sample').flatMap((record) =>
      record.kind === 'listing' && isOpen(record, at, programme.timeZone) ? [record] : [],
    );
    expect(open).toHaveLength(8);
    expect(new Set(open.map(({ track }) => track)).size).toBe(2);
    expect(new Set(open.map(({ sector }) => sector))).toEqual(new Set(programme.sectors.map(({ id }) => id)));
    for (const { details, title } of open) {
      expect(details.indicators.length, title).toBeGreaterThanOrEqual(4);
      expect(
        details.indicators.filter((each) => indicatorGaps(each).length > 0),
        title,
      ).toEqual([]);
      expect(details.terms.length, title).toBeGreaterThan(8);
      expect(details.eligibility, title).not.toMatch(/职称|教授|年龄|学历/);
    }
  });

  it('announces a batch whose totals are its lists’', async () => {
    const [batch] = await store.records.batches();
    expect(batch?.source).toBe('sample');
    expect(batch?.announced.lists).toBe(8);
    expect(batch?.announced.yuan).toBe(68_000_000);
  });

  it('names nobody real: units and people are labelled, nobody can be written to', async () => {
    const demo = readDemo();
    for (const { name } of demo.people.accounts) expect(name).toMatch(/^示例/);
    const text = ['lists', 'people', 'cases']
      .map((name) => readFileSync(`data/samples/demo-${name}.json`, 'utf8'))
      .join('');
    const names = of('sample').flatMap((record) => [
      record.organisation?.name,
      record.answers.lead,
      record.answers.legalRep,
    ]);
    expect(names.filter((name) => typeof name === 'string' && !name.startsWith('示例'))).toEqual([]);
    expect(text.match(/1[3-9]\d{9}/g)).toBeNull();
    expect(text.match(/@(?!example\.com)/g)).toBeNull();
    for (const { key } of demo.people.accounts) expect(await store.records.addresses(sampleId(key))).toEqual([]);
  });

  it('stands at the steps a tour needs, each with its history', async () => {
    const status = async (key: string) => {
      const record = await store.records.case(sampleId(key));
      return [record?.status, record?.turn];
    };
    expect(await status('need-vague')).toEqual(['posted', 'staff']);
    expect(await status('need-returned')).toEqual(['returned', 'owner']);
    expect(await status('need-complete')).toEqual(['complete', 'recommender']);
    expect(await status('lithium-carbonate')).toEqual(['under-review', 'experts']);
    expect(await status('interest-foil')).toEqual(['declared', 'applicant']);
    const returned = await store.records.case(sampleId('need-returned'));
    expect(returned?.reason).toContain('损失率');
    const vague = await store.records.case(sampleId('need-vague'));
    expect(indicatorsOf(vague?.answers ?? {})).toEqual([]);
    const actions = (await store.records.audit(sampleId('bid-magnet'), 10)).map(({ action }) => action);
    expect(actions).toEqual(['start-review', 'accept', 'submit']);
  });

  it('lets a sample colleague shortlist both bids at once', async () => {
    const staff = await sampleStaff(store);
    const memberships = await store.records.memberships(staff);
    for (const key of ['bid-magnet', 'bid-online']) {
      const record = await store.records.case(sampleId(key));
      const listing = await store.records.case(sampleId('lithium-carbonate'));
      if (!record || listing?.kind !== 'listing') throw new Error('missing');
      const object = caseObject(programme, record, { listing, siblings: [] });
      expect(can({ account: staff, memberships }, 'act:shortlist', object)).toBe(true);
      expect(move(record, 'shortlist', { at, programme, actorRole: 'decider', siblings: [], listing }).ok).toBe(true);
    }
  });

  it('is dated from the first start, in whatever year that is', async () => {
    const made = await storeInMemory();
    await loadSampleData(made.store, programme, new Date('2031-02-28T20:00:00.000Z'));
    const lists = await made.store.records.cases({ kinds: ['listing'], sources: ['sample'], statuses: ['published'] });
    const open = lists.filter(
      (record) => record.kind === 'listing' && isOpen(record, '2031-02-28T20:00:00.000Z', programme.timeZone),
    );
    expect(open).toHaveLength(8);
    expect(lists.every(({ statusSince }) => statusSince.startsWith('2031-02-'))).toBe(true);
    await made.done();
  });

  it('has teams that are found for the list they know', async () => {
    const stop = readStopList();
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    const matching = makeMatchIndex({
      embedder: makeHashedEmbedder(stop),
      vectors: store.vectors,
      log,
      stop,
      weights: { vector: 0 },
    });
    for (const profile of await store.records.profiles()) matching.put(profile);
    const best = async (words: string) => (await matching.people(words, () => true, 3)).map(({ id }) => id);
    expect(await best('电解铜箔 添加剂 翘曲')).toContain(sampleId('team-foil'));
    expect(await best('黄龙病 田间 检测')).toContain(sampleId('team-citrus'));
  });
});

describe('the archive of published lists', () => {
  it('is for reference: never open, nobody’s, not to be moved', () => {
    const archive = of('archive');
    expect(archive).toHaveLength(82);
    for (const record of archive) {
      expect([record.status, record.turn, record.owner, record.submittedAt]).toEqual([
        'archived',
        'nobody',
        null,
        null,
      ]);
      expect(isReference(record.reference)).toBe(true);
      expect(record.kind === 'listing' && isOpen(record, at, programme.timeZone)).toBe(false);
      expect(move(record, 'publish', { at, programme, actorRole: 'decider', siblings: [], listing: null }).ok).toBe(
        false,
      );
    }
    expect(new Set(archive.map(({ reference }) => reference)).size).toBe(82);
  });

  it('leaves open what the sources do not say', () => {
    const archive = listings.filter(({ source }) => source === 'archive');
    expect(archive.filter(({ details }) => details.money !== null).map(({ details }) => details.money)).toEqual([
      { min: 30_000_000, max: 30_000_000 },
    ]);
    for (const { details } of archive) {
      expect([details.deadline, details.termMonths, details.eligibility, details.batch, details.indicators]).toEqual([
        null,
        null,
        null,
        null,
        [],
      ]);
    }
    expect(archive.filter(({ details }) => details.ourReading.includes('sector'))).toHaveLength(8);
    expect(archive.filter(({ details }) => details.ourReading.includes('track'))).toHaveLength(3);
  });

  it('keeps what is said of a whole batch out of search', () => {
    const archive = listings.filter(({ source }) => source === 'archive');
    const noted = archive.filter(({ answers }) => typeof answers.note === 'string');
    expect(noted.length).toBeGreaterThan(70);
    for (const record of noted) {
      const indexed = JSON.stringify(matchText(record)?.items);
      expect(indexed).not.toContain(String(record.answers.note).slice(0, 12));
    }
    const goals = archive
      .map(({ details }) => details.goals)
      .filter((text) => text !== '' && text !== '种质创制与改良。');
    expect(new Set(goals).size).toBe(goals.length);
  });

  it('lists published teams without an account or a way to reach them, for staff to find', async () => {
    const teams = (await store.records.profiles()).filter(({ source }) => source === 'public');
    expect(teams).toHaveLength(12);
    for (const { account, discoverable, answers } of teams) {
      expect([account, discoverable]).toEqual([null, true]);
      expect(Object.keys(answers).filter((id) => ['contact', 'email', 'homepage', 'orcid'].includes(id))).toEqual([]);
    }
  });
});
