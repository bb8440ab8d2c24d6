import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { botError } from '../../src/errors.ts';
import type { FileRef } from '../../src/ports/message.ts';
import { type EngineKit, seat, startKit } from '../support/engine-kit.ts';
import { outage } from '../support/fake-channel.ts';

/** A real PNG of one white pixel. */
const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC', 'base64'),
);
const PDF = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]);

let kit: EngineKit;
beforeEach(async () => {
  kit = await startKit({ tuning: { fileBytes: 2_000, fileCount: 3 } });
});
afterEach(() => kit.close());

const ref = (id: string, name = id, bytes: number | null = null): FileRef => ({ id, name, bytes });

async function sends(files: readonly FileRef[], said?: string): Promise<readonly string[]> {
  const before = kit.channels.telegram.texts('lin').length;
  await kit.receive('lin', { address: seat('lin', 'telegram'), files, ...(said !== undefined && { said }) });
  await kit.engine.idle();
  return kit.channels.telegram.texts('lin').slice(before);
}

describe('files somebody sends', () => {
  it('are taken by what they are, not by what they are called', async () => {
    const { files } = kit.channels.telegram;
    files.set('paper', PDF);
    files.set('fake', new TextEncoder().encode('<html><script>'));
    files.set('packed', ZIP);
    expect(await sends([ref('paper', '申报书.docx')], '请收')).toEqual(['files 申报书.docx:application/pdf “请收”']);
    expect(await sends([ref('fake', 'fake.pdf')])).toEqual(['files fake.pdf!wrong-kind']);
    expect(await sends([ref('packed', 'all.zip')])).toEqual(['files all.zip!wrong-kind']);
  });

  it('of plain text may be in any encoding people use here', async () => {
    const { files } = kit.channels.telegram;
    files.set('utf8', new TextEncoder().encode('姓名,单位\n示例,示例大学\n'));
    files.set('gbk', Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x31]));
    files.set('binary', Uint8Array.from([1, 2, 0, 4]));
    expect(await sends([ref('utf8', 'a.csv'), ref('gbk', 'b.txt'), ref('binary', 'c.txt')])).toEqual([
      'files a.csv:text/csv b.txt:text/plain c.txt!wrong-kind',
    ]);
  });

  it('too large, too many, empty or out of reach are refused by name; the others are kept', async () => {
    const { files } = kit.channels.telegram;
    files.set('ok', PDF);
    files.set('large', new Uint8Array(2_001));
    files.set('empty', new Uint8Array(0));
    files.set('gone', botError('delivery', 'gone'));
    expect(
      await sends([ref('large'), ref('announced', 'announced', 3_000), ref('ok', 'ok.pdf'), ref('fourth')]),
    ).toEqual(['files ok.pdf:application/pdf large!too-large announced!too-large fourth!too-many']);
    expect(await sends([ref('empty'), ref('gone')])).toEqual(['files empty!empty gone!unavailable']);
    expect(kit.channels.telegram.fetched).not.toContain('announced');
  });

  it('are fetched once more when the platform stumbles', async () => {
    const { files, fetched } = kit.channels.telegram;
    files.set('shaky', outage());
    expect(await sends([ref('shaky')])).toEqual(['files shaky!unavailable']);
    expect(fetched).toEqual(['shaky', 'shaky']);
  });

  it('have names without folders and control characters', async () => {
    kit.channels.telegram.files.set('x', PDF);
    const [text = ''] = await sends([ref('x', '../../etc/\u0000pass\u001b[31mwd.pdf')]);
    expect(text).toMatch(/^files [^/]+wd\.pdf:application\/pdf$/);
    for (const bad of ['\u0000', '\u001b']) expect(text).not.toContain(bad);
  });

  it('as photos of one paper become one PDF, also when the platform delivers them one by one', async () => {
    const { files } = kit.channels.telegram;
    for (const id of ['p1.png', 'p2.png', 'p3.png']) files.set(id, PNG);
    await kit.engine.accept(
      ['p1.png', 'p2.png', 'p3.png'].map((id, sequence) => ({
        ...{ keys: [id], address: seat('lin', 'telegram'), receivedAt: kit.clock.iso(), sequence },
        ...{ files: [ref(id)], ...(sequence === 0 && { said: '盖章件' }) },
      })),
    );
    await kit.engine.idle();
    expect(kit.channels.telegram.texts('lin')).toEqual(['files p1.pdf:application/pdf “盖章件”']);
    const account = (await kit.store.records.accountAt(seat('lin', 'telegram'))) ?? '';
    expect(account).not.toBe('');
    const rows = await kit.store.messages.transcript(seat('lin', 'telegram'), 10);
    expect(rows.map((row) => row.text)).toContain('盖章件\n📎 p1.pdf');
  });

  it('uploaded on the web are checked as well', async () => {
    const stored = await kit.store.files.put(PNG, 'x.png', 'text/html');
    await kit.receive('web-user', { files: [{ id: 'up', name: 'x.png', bytes: PNG.length, stored }] });
    await kit.engine.idle();
    expect(kit.told('web-user')).toEqual(['files x.png:image/png']);
  });

  it('that break as photos are kept apart instead', async () => {
    const torn = PNG.slice(0, 40);
    kit.channels.telegram.files.set('a.png', torn);
    kit.channels.telegram.files.set('b.png', PNG);
    expect(await sends([ref('a.png'), ref('b.png')])).toEqual(['files a.png:image/png b.png:image/png']);
  });
});

describe('a PDF of photos', () => {
  it('has a page for each, turned the way the photo is', async () => {
    const { albumPdf } = await import('../../src/documents/album.ts');
    const paper = await PDFDocument.load(
      await albumPdf([
        { bytes: PNG, mime: 'image/png' },
        { bytes: PNG, mime: 'image/png' },
      ]),
    );
    expect(paper.getPageCount()).toBe(2);
    await expect(albumPdf([{ bytes: PDF, mime: 'image/png' }])).rejects.toMatchObject({ code: 'data' });
  });
});

describe('edited messages and things without words', () => {
  it('name the message they replace, waiting or answered', async () => {
    await kit.receive('lin', { said: 'old words', messageId: 'm1' });
    await kit.engine.idle();
    await kit.receive('lin', { said: 'new words', edits: 'm1' });
    await kit.engine.idle();
    await kit.engine.accept([
      { keys: ['a'], address: seat('wang'), receivedAt: kit.clock.iso(), sequence: 0, said: 'first', messageId: 'm2' },
      { keys: ['b'], address: seat('wang'), receivedAt: kit.clock.iso(), sequence: 1, said: 'better', edits: 'm2' },
    ]);
    await kit.receive('zhao', { said: 'what', edits: 'm1' });
    await kit.engine.idle();
    expect(kit.told('lin').at(-1)).toBe('edited new words known');
    expect(kit.told('wang')).toEqual(['heard first\nedited better known']);
    expect(kit.told('zhao')).toEqual(['edited what unknown']);
  });

  it('are events of their own', async () => {
    await kit.receive('lin', { unreadable: 'voice' });
    await kit.receive('wang', { opened: true, languageHint: 'zh-TW' });
    await kit.receive('zhao', {});
    await kit.engine.idle();
    expect(kit.told('lin')).toEqual(['sent-unreadable']);
    expect(kit.told('wang')).toEqual(['opened']);
    expect(kit.told('zhao')).toEqual([]);
    const account = (await kit.store.records.accountAt(seat('wang'))) ?? '';
    expect(await kit.store.records.account(account)).toMatchObject({ locale: 'zh-Hant' });
    expect(await kit.store.turns.pending()).toEqual({ inbox: 0, outbox: 0 });
  });
});

describe('a wish to be forgotten', () => {
  it('is receipted, keeps nothing of what was said, and what was said after it comes from a stranger', async () => {
    await kit.says('lin', '我的秘密配方');
    const before = await kit.store.records.accountAt(seat('lin'));
    expect(await kit.says('lin', 'forget', 'hello again')).toEqual(['forgotten', 'heard hello again']);
    const after = await kit.store.records.accountAt(seat('lin'));
    expect(after).not.toBeNull();
    expect(after).not.toBe(before);
    expect(await kit.store.records.account(before ?? '')).toBeNull();
    expect(JSON.stringify(await kit.store.messages.transcript(seat('lin'), 20))).not.toContain('秘密配方');
  });
});
