import { afterEach, describe, expect, test } from 'vitest';
import { sampleReply } from '../../support/sample-reply.ts';
import { startWebHouse, type WebHouse } from '../../support/web-house.ts';
import { openVisitor, type Visitor } from '../../support/web-visitor.ts';

let house: WebHouse;
afterEach(async () => house?.stop());

/** A browser that listens; `next` waits for the next event with data. */
async function listen(url: string, visitor: Visitor) {
  const stop = new AbortController();
  const answer = await fetch(`${url}/api/live`, { headers: visitor.headers(), signal: stop.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next = async (): Promise<Record<string, unknown>> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end < 0) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) throw new Error('the stream ended');
        buffer += chunk.value;
        continue;
      }
      const event = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data !== undefined)
        return { ...JSON.parse(data), ...(event.includes('event: hello') ? { hello: true } : {}) };
    }
  };
  return { answer, next, stop: () => stop.abort() };
}

describe('hearing at once', () => {
  test('a message reaches every browser of the room and no other room', async () => {
    house = await startWebHouse();
    const [me, other] = [await openVisitor(house.url), await openVisitor(house.url)];
    const [room, otherRoom] = house.heard.map((each) => each.address.room);
    const [one, two, stranger] = [
      await listen(house.url, me),
      await listen(house.url, me),
      await listen(house.url, other),
    ];
    expect(one.answer.headers.get('content-type')).toContain('text/event-stream');
    for (const each of [one, two, stranger]) expect(await each.next()).toEqual({ hello: true });
    await house.tell(room ?? '', sampleReply('只给我'));
    await house.tell(otherRoom ?? '', sampleReply('只给别人'));
    expect(await one.next()).toMatchObject({ from: 'bot', text: '只给我', locale: 'zh' });
    expect(await two.next()).toMatchObject({ text: '只给我' });
    expect(await stranger.next()).toMatchObject({ text: '只给别人' });
    for (const each of [one, two, stranger]) each.stop();
  });

  test('what one browser says appears in the others under the same id', async () => {
    house = await startWebHouse();
    const me = await openVisitor(house.url);
    const two = await listen(house.url, me);
    await two.next();
    const id = crypto.randomUUID();
    await me.post('/api/messages', { id, text: '在手机上说的' });
    expect(await two.next()).toMatchObject({ id, from: 'me', text: '在手机上说的' });
    two.stop();
  });

  test('an update names the message it takes the place of', async () => {
    house = await startWebHouse();
    const me = await openVisitor(house.url);
    const one = await listen(house.url, me);
    await one.next();
    const room = house.heard[0]?.address.room ?? '';
    const first = sampleReply('待受理');
    await house.tell(room, first);
    await house.tell(room, sampleReply('已受理'), first.id);
    await one.next();
    expect(await one.next()).toMatchObject({ text: '已受理', replaces: first.id });
    one.stop();
  });

  test('nobody listening is no failure: the message is in the history', async () => {
    house = await startWebHouse();
    const receipt = await house.channel.send({ channel: 'web', room: 'nobody', user: 'nobody' }, sampleReply('没人在'));
    expect(receipt).toEqual({ message: expect.any(String) });
  });

  test('a browser that leaves is forgotten, and too many of one room are refused', async () => {
    house = await startWebHouse();
    const me = await openVisitor(house.url);
    const open = await Promise.all(Array.from({ length: 12 }, () => listen(house.url, me)));
    const refused = await fetch(`${house.url}/api/live`, { headers: me.headers() });
    expect(refused.status).toBe(429);
    for (const each of open) each.stop();
    await expect
      .poll(async () => {
        const again = await listen(house.url, me);
        again.stop();
        return again.answer.status;
      })
      .toBe(200);
  });
});
