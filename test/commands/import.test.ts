import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from 'exceljs';
import { describe, expect, it, vi } from 'vitest';
import { importFile, readPlan, summary } from '../../src/commands/import.ts';
import type { ImportKind } from '../../src/commands/import-columns.ts';
import { importReport } from '../../src/commands/import-report.ts';
import { storePlan } from '../../src/commands/store-plan.ts';
import { move } from '../../src/programme/move.ts';
import { toTraditional } from '../../src/text/script.ts';
import { storeInMemory } from '../store/stores.ts';
import { documentParts, sampleProgramme as programme, SAMPLE_NOW } from '../support/sample-store.ts';

const around = { ...documentParts, locale: 'zh', now: SAMPLE_NOW } as const;
const utf8 = (text: string) => new TextEncoder().encode(text);
const plan = (text: string | Uint8Array, kind: ImportKind = 'lists', name = 'table.csv') =>
  readPlan(typeof text === 'string' ? utf8(text) : text, name, kind, around);

const HEAD = '类别,榜单名称,产业领域,任务目标,资金（万元）,揭榜截止日期,完成时限,技术指标';
const ROW =
  '企业需求类,钨极薄箔带轧制技术,新材料,厚度减到二十微米,800,2027-03-31,18个月,"厚度 ≤ 20 μm（千分尺）\n抗拉强度 ≥ 900 MPa（拉伸试验）"';

/** GB18030 bytes of plain text: the decoder read backwards. */
function gbBytes(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, readonly number[]>();
  for (let high = 0x81; high < 0xff; high += 1) {
    for (let low = 0x40; low < 0xff; low += 1) pairs.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  }
  return Uint8Array.from([...text].flatMap((each) => pairs.get(each) ?? [each.charCodeAt(0)]));
}

describe('importing lists', () => {
  it('reads a table in UTF-8, with a mark, in GB18030 and as a workbook to the same list', async () => {
    const text = `${HEAD}\n${ROW.replaceAll('μ', 'u').replaceAll('≤', '小于等于').replaceAll('≥', '大于等于')}\n`;
    const book = new Excel.Workbook();
    const sheet = book.addWorksheet('表');
    sheet.addRow(HEAD.split(','));
    sheet.addRow([
      '企业需求类',
      '钨极薄箔带轧制技术',
      '新材料',
      '厚度减到二十微米',
      800,
      new Date('2027-03-31T00:00:00Z'),
      '18个月',
      '',
    ]);
    const made = new Uint8Array(await book.xlsx.writeBuffer());
    const plans = [
      await plan(text),
      await plan(`\ufeff${text}`),
      await plan(gbBytes(text)),
      await plan(made, 'lists', 'table.xlsx'),
    ];
    for (const { planned, errors } of plans) {
      expect(errors).toEqual([]);
      const [record] = planned.map((each) => each.record);
      if (!record || !('kind' in record) || record.kind !== 'listing') throw new Error('no list');
      expect([record.title, record.sector, record.track, record.status]).toEqual([
        '钨极薄箔带轧制技术',
        'materials',
        'enterprise-demand',
        'drafted',
      ]);
      expect(record.details).toMatchObject({
        money: { min: 8_000_000, max: 8_000_000 },
        deadline: '2027-03-31',
        termMonths: 18,
        visibility: 'public',
      });
    }
    expect(new Set(plans.map(({ planned }) => planned[0]?.record.id)).size).toBe(1);
  });

  it('reads targets as people write them', async () => {
    const { planned } = await plan(`${HEAD}\n${ROW}`);
    const record = planned[0]?.record;
    expect(record && 'details' in record && record.details.indicators).toEqual([
      { name: '厚度', operator: '≤', value: '20', unit: 'μm', method: '千分尺' },
      { name: '抗拉强度', operator: '≥', value: '900', unit: 'MPa', method: '拉伸试验' },
    ]);
  });

  it('knows its headings in traditional script, in English, with blanks and in any order', async () => {
    const [first, second] = await Promise.all([plan(`${toTraditional(HEAD)}\n${ROW}`), plan(`${HEAD}\n${ROW}`)]);
    expect(first.errors).toEqual([]);
    expect(first.notes).toEqual([]);
    expect(first.planned[0]?.record.id).toBe(second.planned[0]?.record.id);
    const english = await plan(
      'term;deadline;Sector;goal;  TITLE ;track\n18 months;2027-03-31;materials;thin it;A list in English;key-technology',
    );
    expect(english.errors).toEqual([]);
    expect(english.planned).toHaveLength(1);
  });

  it('says of each wrong row which column is wrong and how to mend it, and keeps the others', async () => {
    const rows = [
      ROW,
      '企业需求类,太短的钱,新材料,目标,很多,2027-03-31,18个月,',
      '谁知道,没有类别的榜单,新材料,目标,800,2027-03-31,18个月,',
      '关键技术类,领域不认得的榜单,天文,目标,800,2027-03-31,18个月,',
      '关键技术类,过了期的榜单,新材料,目标,800,2020-03-31,18个月,',
      '关键技术类,缺目标的榜单,新材料,,800,2027-03-31,18个月,',
      '关键技术类,有身份证的榜单,新材料,联系 11010519491231002X,800,2027-03-31,18个月,',
    ];
    const { planned, errors, rows: count } = await plan([HEAD, ...rows].join('\n'));
    expect(count).toBe(7);
    expect(planned).toHaveLength(1);
    // The first row's cell of two lines is one row, as a spreadsheet counts.
    expect(errors.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '3 资金（万元）',
      '4 track',
      '5 产业领域',
      '6 揭榜截止日期',
      '7 任务目标',
      '8 任务目标',
    ]);
    for (const { what } of errors) {
      expect(what.length).toBeGreaterThan(5);
      expect(what).not.toMatch(/^\[|undefined|\{/);
    }
  });

  it('tells about columns nobody knows, and refuses a table without any known one', async () => {
    const { notes, planned } = await plan(`${HEAD},颜色\n${ROW},红`);
    expect(planned).toHaveLength(1);
    expect(notes[0]?.what).toContain('不认识的列“颜色”');
    const wrong = await plan('颜色,大小\n红,大');
    expect(wrong.planned).toEqual([]);
    expect(wrong.errors[0]?.what).toContain('榜单名称');
  });

  it('reads nothing out of an empty file, a head alone and blank lines', async () => {
    for (const text of ['', '\n\n', '\ufeff', HEAD, `${HEAD}\n,,,,,,,\n\n`]) {
      expect((await plan(text)).planned, JSON.stringify(text)).toEqual([]);
    }
  });

  it('refuses what is no table in words the operator can use', async () => {
    await expect(plan(Uint8Array.of(0xff, 0xff, 0xff, 0x00, 0x80))).rejects.toThrow('neither UTF-8 nor GB18030');
    await expect(plan('{"title": "a"}\nnot json', 'lists', 'a.jsonl')).rejects.toThrow('line 2 is no JSON');
    await expect(plan('[1]', 'lists', 'a.jsonl')).rejects.toThrow('line 1 is no object');
    await expect(plan(Uint8Array.of(0x50, 0x4b, 3, 4), 'lists', 'a.xlsx')).rejects.toThrow('cannot be opened');
  });

  it('takes lists of earlier years with no more than the source says', async () => {
    const { planned, errors } = await plan('状态,类别,榜单名称,年度,省份\n往年,关键技术类,旧榜单一项,2021年度,江西');
    expect(errors).toEqual([]);
    const [record] = planned.map((each) => each.record);
    expect(record).toMatchObject({
      status: 'archived',
      source: 'archive',
      turn: 'nobody',
      details: { year: 2021, province: '江西', money: null, deadline: null, programmeName: null },
    });
  });

  it('takes JSON lines with plain words or stored shapes', async () => {
    const lines = [
      {
        track: 'key-technology',
        title: '第一项榜单',
        sector: 'energy',
        goal: '目标',
        deadline: '2027-06-30',
        term: '24个月',
        money: '500万',
      },
      {
        track: 'key-technology',
        title: '第二项榜单',
        sector: '新能源',
        goal: '目标',
        deadline: { start: '2027-06-30', end: '2027-06-30', precision: 'day' },
        term: { months: 24 },
        money: { yuan: 5_000_000 },
      },
    ];
    const { planned, errors } = await plan(
      lines.map((line) => JSON.stringify(line)).join('\n'),
      'lists',
      'lists.jsonl',
    );
    expect(errors).toEqual([]);
    expect(planned.map(({ record }) => 'details' in record && record.details.money?.max)).toEqual([
      5_000_000, 5_000_000,
    ]);
  });
});

describe('importing needs and profiles', () => {
  const need =
    '现在的问题,想达到的目标,产业领域,研发总投入,完成时限,单位名称,联系人与手机\n铜箔断带,连续一万米,新材料,500万元,12个月,示例铜箔厂,张工 0701-00000000';

  it('puts a need where it belongs, and says what it still misses', async () => {
    const { planned, errors, notes } = await plan(need, 'needs');
    expect(errors).toEqual([]);
    expect(notes).toEqual([]);
    expect(planned[0]?.record).toMatchObject({
      kind: 'need',
      status: 'posted',
      turn: 'staff',
      owner: null,
      organisation: { name: '示例铜箔厂' },
    });
    const more = await plan(need.replace('完成时限', '完成时限,所在设区市').replace('12个月', '12个月,鹰潭'), 'needs');
    expect(more.notes[0]?.what).toContain('拟支付揭榜方');
  });

  it('keeps no way to reach people who never agreed', async () => {
    const text =
      '姓名或团队名,单位名称,关注领域,主要做什么,电子邮箱\n示例团队,示例大学,新材料、新能源,铜箔,a@example.com';
    const { planned, errors, notes } = await plan(text, 'profiles');
    expect(errors).toEqual([]);
    expect(planned[0]?.record).toMatchObject({
      account: null,
      source: 'public',
      discoverable: true,
      answers: { sectors: ['materials', 'energy'] },
    });
    expect(JSON.stringify(planned)).not.toContain('example.com');
    expect(notes[0]?.what).toContain('不导入');
  });
});

describe('storing an import', () => {
  it('makes one record of a row, however often it comes', async () => {
    const { store, done } = await storeInMemory();
    const twice = await plan(`${HEAD}\n${ROW}\n${ROW}`);
    expect(twice.notes[0]?.what).toContain('与第 2 行是同一条');
    expect(await storePlan(store, twice, around)).toMatchObject({ added: 1, updated: 0, same: 0 });
    expect(await storePlan(store, twice, around)).toMatchObject({ added: 0, same: 1 });
    const mended = await plan(`${HEAD}\n${ROW.replace(',800,', ',900,')}`);
    expect(await storePlan(store, mended, around)).toMatchObject({ added: 0, updated: 1 });
    const lists = await store.records.cases({ kinds: ['listing'] });
    expect(lists.map((record) => [record.version, record.kind === 'listing' && record.details.money?.max])).toEqual([
      [2, 9_000_000],
    ]);
    expect((await store.records.audit(lists[0]?.id ?? '', 5)).map(({ action }) => action)).toEqual([
      'import',
      'import',
    ]);
    await done();
  });

  it('never overwrites what staff have worked on since', async () => {
    const { store, done } = await storeInMemory();
    await storePlan(store, await plan(`${HEAD}\n${ROW}`), around);
    const [list] = await store.records.cases({ kinds: ['listing'] });
    if (!list) throw new Error('no list');
    const at = SAMPLE_NOW.toISOString();
    const vetted = move(list, 'vet', { at, programme, actorRole: 'reviewer', siblings: [], listing: null });
    if (!vetted.ok) throw new Error(vetted.reason);
    const entry = {
      at,
      actor: 'staff',
      action: 'vet',
      object: { kind: 'listing', id: list.id },
      from: 'drafted',
      to: 'vetted',
      reasonHash: null,
      turn: 'f'.repeat(32),
    };
    await store.load.load({ cases: [vetted.record], audit: [entry] });
    const again = await storePlan(store, await plan(`${HEAD}\n${ROW.replace(',800,', ',900,')}`), around);
    expect(again).toMatchObject({ updated: 0, kept: 1 });
    expect(again.notes[0]?.what).toContain(list.reference);
    expect((await store.records.case(list.id))?.status).toBe('vetted');
    await done();
  });

  it('takes five thousand rows in batches', async () => {
    const { store, done } = await storeInMemory();
    const rows = Array.from(
      { length: 5000 },
      (_, n) => `关键技术类,第${n}号榜单,新材料,目标${n},${n % 50 === 7 ? '很多' : 600},2027-03-31,18个月,`,
    );
    const started = performance.now();
    const read = await plan([HEAD, ...rows].join('\n'));
    const stored = await storePlan(store, read, around);
    console.log(`5,000 rows in ${Math.round(performance.now() - started)} ms`);
    expect(stored.added).toBe(4900);
    expect(read.errors).toHaveLength(100);
    expect(summary('lists', read, stored)).toBe(
      'lists: 5000 rows read, 4900 good, 100 with problems; 4900 added, 0 updated, 0 already there, 0 left as they are.',
    );
    expect(await store.records.countCases({ kinds: ['listing'] })).toBe(4900);
    await done();
  }, 60_000);

  it('reports in a table that opens in Excel and runs nothing', () => {
    const wrong = [{ line: 3, column: '=cmd()', what: '说"明",\n第二行' }];
    const report = importReport(wrong, [{ line: 2, column: '', what: '@提示' }], around.catalogue, 'zh');
    expect(report).toBe(
      '\ufeff"行号","类别","列","说明和改法"\r\n"2","提示","","\'@提示"\r\n"3","未导入","\'=cmd()","说""明"",\n第二行"\r\n',
    );
  });
});

describe('jiebang import', () => {
  it('checks without storing, writes the report and ends with 1 when rows were left out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'import-'));
    const file = join(folder, 'lists.csv');
    const report = join(folder, 'report.csv');
    await writeFile(file, `${HEAD}\n${ROW}\n企业需求类,太短的钱,新材料,目标,很多,2027-03-31,18个月,`);
    // The test runner's own variable is not the product's.
    vi.stubEnv('BASE_URL', undefined);
    const printed: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    await importFile(file, { kind: 'lists', check: true, report });
    write.mockRestore();
    expect(process.exitCode).toBe(1);
    process.exitCode = undefined;
    expect(printed.join('')).toContain('lists: 2 rows read, 1 good, 1 with problems; checked only, nothing stored.');
    expect(await readFile(report, 'utf8')).toContain('"3","未导入","资金（万元）"');
    await expect(importFile(file, { kind: 'people', check: true })).rejects.toThrow(
      '--kind people: it must be one of lists, needs, profiles',
    );
    await expect(importFile(join(folder, 'none.csv'), { kind: 'lists', check: true })).rejects.toThrow(
      'none.csv cannot be read',
    );
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });
});
