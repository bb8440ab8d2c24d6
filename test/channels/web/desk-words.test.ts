import { describe, expect, test } from 'vitest';
import {
  queueFilter,
  queueHref,
  readQueueView,
  STATUSES,
  TAB_KINDS,
  TABS,
} from '../../../src/channels/web/desk/queue-view.ts';
import { typedValue } from '../../../src/channels/web/desk/typed-value.ts';
import { readForms, readMessages } from '../../../src/data-files.ts';
import type { AnswerValue } from '../../../src/programme/answer.ts';
import { fieldById } from '../../../src/programme/form-fields.ts';
import { readIndicators } from '../../../src/programme/indicator.ts';
import { LIFECYCLES } from '../../../src/programme/lifecycle.ts';
import { readValue } from '../../../src/understanding/read-value.ts';
import { JIANGXI } from '../../support/desk-scene.ts';

const FORM = readForms(JIANGXI).find((form) => form.id === JIANGXI.listingForm) ?? expect.fail();
const CONTEXT = { programme: JIANGXI, track: null, indicators: [] };

describe('a form filled in again', () => {
  const answers: readonly (readonly [string, AnswerValue])[] = [
    ['money', { yuan: 30_000_000 }],
    ['money', { min: 5_000_000, max: 10_000_000 }],
    ['money', { max: 8_125_000 }],
    ['deadline', { start: '2027-01-15', end: '2027-01-15', precision: 'day' }],
    ['term', { months: 24 }],
    ['sector', 'materials'],
    ['visibility', 'summary'],
    ['title', '高性能芳纶绝缘纸 < 1 米'],
  ];
  test.each(answers)('%s %j reads back as what it was', (id, value) => {
    const field = fieldById(FORM, id, CONTEXT) ?? expect.fail(id);
    const reading = readValue(field, typedValue(value), { today: '2026-09-07', locale: 'zh', programme: JIANGXI });
    expect(reading).toEqual({ outcome: 'accept', value });
  });

  test('targets come back line by line; what was never answered is empty', () => {
    const rows = [
      { name: '铁损', operator: '≤', value: '10.5', unit: 'W/kg', method: 'GB/T 3655' },
      { name: '击穿强度', operator: '≥', value: '45', unit: 'kV/mm', method: '' },
    ];
    expect(readIndicators(typedValue(rows))).toEqual(rows);
    expect([typedValue(undefined), typedValue(null), typedValue([])]).toEqual(['', '', '']);
  });
});

describe('the address of the queue', () => {
  test('says the view and is read back; anything unknown is left out', () => {
    const view = { tab: 'needs', sector: 'materials', status: { kind: 'need', status: 'posted' }, page: 3 } as const;
    const href = queueHref(view);
    expect(href).toBe('/desk?tab=needs&sector=materials&status=need%3Aposted&page=3');
    expect(readQueueView(Object.fromEntries(new URLSearchParams(href.split('?')[1])), JIANGXI)).toEqual(view);
    const odd = { tab: ['x'], sector: '__proto__', status: 'listing:posted', page: '1e9' };
    for (const query of [odd, null, 'x', { page: '-2' }])
      expect(readQueueView(query, JIANGXI)).toEqual({ tab: 'mine', sector: null, status: null, page: 1 });
  });

  test('every status of the lifecycles can be found, and years gone by only when asked for', () => {
    for (const [kind, steps] of Object.entries(LIFECYCLES))
      for (const step of steps) {
        const all: readonly string[] = STATUSES[step.kind];
        for (const status of [...step.from, step.to ?? 'withdrawn']) expect(all, kind).toContain(status);
      }
    for (const tab of TABS) {
      const view = { tab, sector: null, status: null, page: 1 };
      expect(queueFilter(view).statuses ?? []).not.toContain('archived');
      expect(queueFilter(view).kinds).toEqual(TAB_KINDS[tab]);
    }
    const archived = { kind: 'listing', status: 'archived' } as const;
    expect(queueFilter({ tab: 'all', sector: null, status: archived, page: 1 }).statuses).toEqual(['archived']);
  });
});

test('every sentence the desk names is there in both languages', async () => {
  const { readFile, readdir } = await import('node:fs/promises');
  const folder = 'src/channels/web/desk';
  const sources = await Promise.all((await readdir(folder)).map((file) => readFile(`${folder}/${file}`, 'utf8')));
  const named = sources.join('\n').match(/'desk\.[a-z.-]+[a-z]'/g) ?? [];
  const { zh, en } = readMessages();
  const keys = named.map((each) => each.slice(1, -1)).filter((key) => !/\.(css|js)$/.test(key));
  const missing = keys.filter((key) => !(key in zh) || !(key in en));
  expect(missing).toEqual([]);
  expect(named.length).toBeGreaterThan(60);
});
