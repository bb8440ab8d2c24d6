import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import mammoth from 'mammoth';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderSay } from '../../src/conversation/render.ts';
import { makeDocuments } from '../../src/documents/documents.ts';
import type { Store } from '../../src/ports/store.ts';
import type { Application } from '../../src/programme/records.ts';
import { anAccount } from '../support/desk-house.ts';
import { documentParts, sampleStore, sampleView } from '../support/sample-store.ts';

const documents = makeDocuments(documentParts);
let store: Store;
let done: () => Promise<void>;

beforeAll(async () => {
  ({ store, done } = await sampleStore());
});
afterAll(() => done());

const part = (bytes: Uint8Array, name: string) => new PizZip(bytes).file(name)?.asText() ?? '';
const textOf = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
const times = (text: string, words: string) => text.split(words).length - 1;

async function bid(changes: Partial<Application> = {}) {
  const view = await sampleView(store, 'bid-magnet');
  if (view.record.kind !== 'application') throw new Error('not a bid');
  return { ...view, record: { ...view.record, ...changes } };
}

async function paperOf(view: Awaited<ReturnType<typeof bid>>) {
  return documents.make({ document: 'application', id: view.record.id }, view, null);
}

describe('the name of a paper', () => {
  it('is the one it was shown under, in the language of whoever fetches it', async () => {
    const view = await bid();
    const ref = { document: 'application', id: view.record.id } as const;
    const say = { lines: [], buttons: [], cards: [], files: [{ ...ref, called: view.record.reference }] };
    for (const locale of ['zh', 'en'] as const) {
      const reader = { ...anAccount('reader'), locale };
      const shown = renderSay(say, locale, documentParts.catalogue, { message: 'm'.repeat(26) }).reply.files[0];
      expect((await documents.make(ref, view, reader)).name).toBe(shown?.name);
    }
  });
});

describe('the paper of a bid', () => {
  it('opens in Word and holds every answer once', async () => {
    const view = await bid();
    const paper = await paperOf(view);
    const text = await textOf(paper.bytes);
    expect(paper.name).toBe(`揭榜申报书-${view.record.reference}.docx`);
    const once = [
      ...['12360000MAEXAMP08T', '91360000MAEXAMP09Q', '860万元（¥8,600,000）', '60万元（¥600,000）'],
      ...['介质表面做耐磨非金属涂层', '氮气流化打散团聚', '连续 20 批检测记录、联锁测试表', '装置专利共有', '双方共有'],
    ];
    for (const words of once) expect(times(text, words), words).toBe(1);
    expect(text).not.toMatch(/[{}]|undefined|\[object/);
  });

  it('answers each target of the list, and says what was left open', async () => {
    const text = await textOf((await paperOf(await bid())).bytes);
    expect(text).toContain('磁性异物含量 ≤ 20 ppb（磁棒吸附后电感耦合等离子体质谱，连续 30 批）');
    expect(text).toContain('含量低于 15 ppb 时取样误差较大');
    expect(text.split('社会资金')[1]?.trim().startsWith('未填')).toBe(true);
  });

  it('carries the word 示例 for sample cases only', async () => {
    const sample = await paperOf(await bid());
    const live = await paperOf(await bid({ source: 'live' }));
    expect(part(sample.bytes, 'word/header1.xml')).toContain('string="示 例"');
    expect(part(live.bytes, 'word/header1.xml')).not.toMatch(/示|例/);
    expect(part(live.bytes, 'word/header1.xml')).toContain('编号：A-');
  });

  it('numbers its pages and names the place for the stamp', async () => {
    const { bytes } = await paperOf(await bid());
    expect(part(bytes, 'word/footer1.xml')).toMatch(/PAGE.*NUMPAGES/s);
    const text = await textOf(bytes);
    for (const line of ['单位（盖章）：', '法定代表人（签字）：', '第 1 次提交']) expect(text).toContain(line);
  });

  it('keeps hostile text as text', async () => {
    const view = await bid();
    const why = '</w:t><w:b/>{lead}{#team} =cmd|calc \u0000\u0008\ud800 &amp; ＜script＞\n第二行\ufffe';
    const hostile = {
      ...view,
      record: { ...view.record, answers: { ...view.record.answers, why, route: `${'长'.repeat(5000)}` } },
    };
    const { bytes } = await paperOf(hostile);
    const text = await textOf(bytes);
    expect(text).toContain('</w:t><w:b/>{lead}{#team} =cmd|calc');
    expect(text).toContain('&amp; ＜script＞');
    expect(part(bytes, 'word/document.xml')).toMatch(/＜script＞<\/w:t><\/w:r><w:r>.{0,400}<w:br\/>.{0,400}第二行/s);
    expect(text).toContain('长'.repeat(5000));
    const xml = part(bytes, 'word/document.xml');
    expect([...xml].filter((each) => (each < ' ' && !'\n\r\t'.includes(each)) || each > '\ufffd')).toEqual([]);
  });

  it('prints at its end what a form asks and the template does not name', async () => {
    const forms = documentParts.forms.map((form) =>
      form.id !== 'application-enterprise-demand'
        ? form
        : {
            ...form,
            stages: form.stages.map((stage) =>
              stage.id !== 'bid' ? stage : { ...stage, fields: [...stage.fields, extra] },
            ),
          },
    );
    const view = await bid();
    const record = { ...view.record, answers: { ...view.record.answers, shipping: '三十天内到货' } };
    const paper = await makeDocuments({ ...documentParts, forms }).make(
      { document: 'application', id: record.id },
      { ...view, record },
      null,
    );
    const text = await textOf(paper.bytes);
    expect(text).toContain('其他填写内容');
    expect(text).toMatch(/交货安排\s+三十天内到货/);
    expect(await textOf((await paperOf(view)).bytes)).not.toContain('其他填写内容');
  });

  it('says 未填 throughout for an interest that has not grown, and skips targets of a list without any', async () => {
    const view = await sampleView(store, 'interest-foil');
    const listing = view.listing && {
      ...view.listing,
      details: { ...view.listing.details, indicators: [], money: null, deadline: null },
    };
    const paper = await documents.make({ document: 'application', id: view.record.id }, { ...view, listing }, null);
    const text = await textOf(paper.bytes);
    expect(paper.name).toContain('揭榜意向-I-');
    expect(text).toContain('循环伏安剥离');
    expect(times(text, '未填')).toBeGreaterThan(15);
  });
});

const both = (zh: string) => ({ zh, en: zh });
const extra = {
  id: 'shipping',
  kind: 'text',
  label: both('交货安排'),
  question: both('何时到货？'),
  required: false,
} as const;

describe('the paper of a need', () => {
  it('holds targets with their methods and payments', async () => {
    const view = await sampleView(store, 'need-complete');
    const paper = await documents.make({ document: 'need', id: view.record.id }, view, null);
    const text = await textOf(paper.bytes);
    expect(paper.name).toBe(`技术需求表-${view.record.reference}.docx`);
    for (const words of [
      '激光跟踪仪，连续 20 件',
      '变形预测通过 10 件验证后',
      '南昌市科技局',
      '1500万元（¥15,000,000）',
      '推荐单位（盖章）：',
    ]) {
      expect(times(text, words), words).toBe(1);
    }
    expect(text).not.toContain('其他填写内容');
  });
});

describe('a template somebody edited', () => {
  async function withTemplate(words: readonly string[], work: (folder: string) => Promise<void>) {
    const folder = await mkdtemp(join(tmpdir(), 'templates-'));
    const paper = new Document({ sections: [{ children: words.map((each) => new Paragraph(each)) }] });
    await writeFile(join(folder, 'application-enterprise-demand.docx'), await Packer.toBuffer(paper));
    await work(folder);
    await rm(folder, { recursive: true });
  }
  const made = async (folder: string) => {
    const view = await bid();
    return makeDocuments({ ...documentParts, templates: folder }).make(
      { document: 'application', id: view.record.id },
      view,
      null,
    );
  };

  it('may name fields by their Chinese label, and rows anywhere', async () => {
    await withTemplate(['负责人：{项目负责人}', '{#团队成员}', '{n}.{姓名}', '{/团队成员}'], async (folder) => {
      const text = await textOf((await made(folder)).bytes);
      expect(text).toContain('负责人：示例负责人甲');
      expect(text).toMatch(/1\.示例负责人甲\s+2\.示例成员一\s+3\.示例成员二/);
    });
  });

  it('with a wrong tag is refused, naming file and tag', async () => {
    const file = 'data/templates/application-enterprise-demand.docx';
    await withTemplate(['{leed}'], async (folder) => {
      await expect(made(folder)).rejects.toThrow(`${file}: the tag {leed} is not known`);
    });
    await withTemplate(['{#team}{surname}{/team}'], async (folder) => {
      await expect(made(folder)).rejects.toThrow('the tag {surname} is not known');
    });
    await withTemplate(['{#teem}x{/teem}'], async (folder) => {
      await expect(made(folder)).rejects.toThrow('the tag {teem} is not known');
    });
    await withTemplate(['{#team}', '{name}'], async (folder) => {
      await expect(made(folder)).rejects.toThrow(/application-enterprise-demand\.docx: \{team\}/);
    });
  });

  it('that is missing or no Word file is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'templates-'));
    await expect(made(folder)).rejects.toThrow('data/templates/application-enterprise-demand.docx is missing');
    await writeFile(join(folder, 'application-enterprise-demand.docx'), 'not a Word file');
    await expect(made(folder)).rejects.toThrow(/application-enterprise-demand\.docx: it cannot be read/);
    await rm(folder, { recursive: true });
  });
});
