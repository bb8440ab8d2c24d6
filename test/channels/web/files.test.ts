import { afterEach, describe, expect, test } from 'vitest';
import { attachment } from '../../../src/channels/web/document-route.ts';
import { startWebHouse, type WebHouse } from '../../support/web-house.ts';
import { makeVisitor, openVisitor, type Visitor } from '../../support/web-visitor.ts';

interface Uploaded {
  readonly files: readonly {
    readonly name: string;
    readonly ticket?: string;
    readonly bytes?: number;
    readonly refused?: string;
  }[];
}
const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const MB = 1024 * 1024;

let house: WebHouse | undefined;
afterEach(async () => {
  await house?.stop();
  house = undefined;
});
const uploaded = async (answer: Response) => (await answer.json()) as Uploaded;
const tickets = async (visitor: Visitor, files: Parameters<Visitor['upload']>[0]) =>
  (await uploaded(await visitor.upload(files))).files.map((file) => file.ticket ?? '');

describe('sending files', () => {
  test('several photos and a caption are one message, their bytes in the store', async () => {
    house = await startWebHouse();
    const visitor = await openVisitor(house.url);
    const files = await tickets(visitor, [
      { name: '第1页.png', bytes: PNG },
      { name: '申报书.pdf', bytes: PDF },
    ]);
    const answer = await visitor.post('/api/messages', { id: crypto.randomUUID(), text: '盖章件', files });
    expect(answer.status).toBe(202);
    const heard = house.heard.at(-1);
    expect(heard?.said).toBe('盖章件');
    expect(heard?.files?.map((file) => [file.name, file.stored?.mime])).toEqual([
      ['第1页.png', 'image/png'],
      ['申报书.pdf', 'application/pdf'],
    ]);
    const bytes = await house.store.files.get(heard?.files?.[1]?.stored?.sha256 ?? '');
    expect(Buffer.from(bytes ?? []).toString()).toBe(PDF);
  });

  test('a file larger than 20 MB is refused at the limit, the others are taken', async () => {
    house = await startWebHouse();
    const visitor = await openVisitor(house.url);
    const huge = { name: '大.pdf', bytes: Buffer.concat([Buffer.from(PDF), Buffer.alloc(20 * MB)]) };
    const mixed = await visitor.upload([huge, { name: '小.pdf', bytes: PDF }]);
    expect(mixed.status).toBe(200);
    expect((await uploaded(mixed)).files).toMatchObject([
      { name: '大.pdf', refused: 'too-big' },
      { name: '小.pdf', bytes: PDF.length },
    ]);
    expect((await visitor.upload([huge])).status).toBe(413);
  });

  test.each([
    ['a program called .pdf', '申报书.pdf', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a web page called .txt', '说明.txt', Buffer.from('  <!doctype html><script>alert(1)</script>')],
    ['a picture with a script', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['an archive', 'a.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['a program text', 'run.sh', Buffer.from('rm -rf /')],
    ['bytes called .csv', 'a.csv', Buffer.from([1, 0, 2, 0, 3])],
  ])('%s is refused by its content', async (_, name, bytes) => {
    house = await startWebHouse();
    const answer = await (await openVisitor(house.url)).upload([{ name, bytes }]);
    expect(answer.status).toBe(415);
    expect((await uploaded(answer)).files).toMatchObject([{ refused: 'wrong-kind' }]);
  });

  test('an empty file is told apart from a wrong one', async () => {
    house = await startWebHouse();
    const answer = await (await openVisitor(house.url)).upload([{ name: '空.pdf', bytes: '' }]);
    expect((await uploaded(answer)).files).toMatchObject([{ refused: 'empty' }]);
  });

  test('more than nine files are refused', async () => {
    house = await startWebHouse();
    const answer = await (await openVisitor(house.url)).upload(
      Array.from({ length: 10 }, (_, n) => ({ name: `${n}.pdf`, bytes: PDF })),
    );
    expect(answer.status).toBe(413);
  });

  test('nobody can send a file of another visitor, or one that was never uploaded', async () => {
    house = await startWebHouse();
    const [mine, other] = [await openVisitor(house.url), await openVisitor(house.url)];
    const [ticket = ''] = await tickets(mine, [{ name: 'a.pdf', bytes: PDF }]);
    for (const files of [[ticket], ['made.up'], [`${ticket}x`], ['']]) {
      const answer = await other.post('/api/messages', { id: crypto.randomUUID(), files });
      expect(answer.status, String(files)).toBe(409);
    }
    expect((await mine.post('/api/messages', { id: crypto.randomUUID(), files: [ticket] })).status).toBe(202);
  });

  test('without a session nothing is read', async () => {
    house = await startWebHouse();
    expect((await makeVisitor(house.url).upload([{ name: 'a.pdf', bytes: PDF }])).status).toBe(401);
  });

  test('a form without a file and a body that is no form are refused', async () => {
    house = await startWebHouse();
    const visitor = await openVisitor(house.url);
    expect((await visitor.upload([])).status).toBe(400);
    expect((await visitor.post('/api/files', {})).status).toBe(400);
  });
});

describe('fetching papers', () => {
  const paper = {
    name: '申报书 “终稿”.docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: Buffer.from('docx'),
  };

  test("a paper of one's own case downloads under its name; another's and none give the same answer", async () => {
    house = await startWebHouse({
      document: async (account, ref) => (account === 'a1' && ref.id === 'mine' ? paper : null),
    });
    const visitor = await openVisitor(house.url);
    const room = house.heard[0]?.address.room ?? '';
    const account = {
      id: 'a1',
      locale: 'zh',
      localeChosen: false,
      name: null,
      createdAt: new Date().toISOString(),
      source: 'live',
    } as const;
    await house.store.load.load({ accounts: [account] });
    await house.store.sessions.link({ channel: 'web', room, user: room }, 'a1', new Date());
    const mine = await visitor.get('/files/application/mine');
    expect(mine.status).toBe(200);
    expect(mine.headers.get('content-disposition')).toContain("filename*=UTF-8''%E7%94%B3");
    const answers = await Promise.all(
      ['/files/application/other', '/files/application/none', '/files/passwords/mine', '/files/need/..%2Fmine'].map(
        (path) => visitor.get(path),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  });

  test('somebody without an account gets nothing', async () => {
    house = await startWebHouse({ document: async () => paper });
    expect((await (await openVisitor(house.url)).get('/files/my-data/x')).status).toBe(404);
  });
});

describe('a download', () => {
  test('a download name can break out of no header', () => {
    expect(attachment('a"\r\nX: y\ud800.docx')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/);
  });
});
