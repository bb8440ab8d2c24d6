import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeHash } from '../../src/conversation/code-hash.ts';
import { randomId } from '../../src/random-id.ts';
import { type CareScene, codeIn, keysOf, type Speaker, startCareScene, wordsOf } from '../support/care-scene.ts';
import { seat } from '../support/engine-kit.ts';

const INVITATION = /[0-9A-Z]{4}-[0-9A-Z]{4}/;
let scene: CareScene;
beforeEach(async () => {
  scene = await startCareScene();
});
afterEach(() => scene.stop());

/** Several messages that arrive before the first of them is looked at. */
async function atOnce(user: string, said: readonly string[]): Promise<void> {
  const { engine, clock } = scene.kit;
  await engine.accept(
    said.map((text, sequence) => ({
      keys: [randomId()],
      address: seat(user),
      receivedAt: clock.iso(),
      sequence,
      messageId: randomId(),
      said: text,
    })),
  );
  await engine.idle();
}

async function bidder(user: string): Promise<Speaker> {
  const speaker = scene.at(user);
  await speaker.says('我要揭电工钢', '同意', '示例理工大学', '张三', '13912345678');
  return speaker;
}

const other = (code: string, by: number): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');

describe('guessing codes', () => {
  it('is counted guess by guess, however fast they come', async () => {
    const lin = await bidder('lin');
    const code = codeIn(await lin.says('换个渠道'));
    const eve = scene.at('eve');
    await eve.says('你好');
    await atOnce('eve', [...Array.from({ length: 12 }, (_, n) => other(code, n + 1)), code]);
    expect(await eve.account()).not.toBe(await lin.account());
    expect(await scene.kit.store.care.wrongCodes((await eve.account()) ?? '', '2000')).toMatchObject({ own: 5 });
  });
});

describe('strangers who guess from ever fresh seats', () => {
  /** Twelve seats, five wrong codes each, none of which is the code or a neighbour of one given later. */
  async function siege(code: string): Promise<void> {
    for (let seatNumber = 0; seatNumber < 12; seatNumber += 1) {
      await scene.at(`eve-${seatNumber}`).says('你好');
      await atOnce(
        `eve-${seatNumber}`,
        Array.from({ length: 5 }, (_, n) => other(code, seatNumber * 5 + n + 1)),
      );
    }
  }

  it('cannot hold up honest people: they get another code, and that one works at once', async () => {
    const lin = await bidder('lin');
    const code = codeIn(await lin.says('换个渠道'));
    await siege(code);
    const phone = scene.at('phone', 'telegram');
    expect(keysOf(await phone.says(code))).toEqual(['care.code-held']);
    const again = await lin.says('换个渠道');
    expect(keysOf(again)).toContain('care.code-how-long');
    expect(keysOf(await phone.says(codeIn(again, INVITATION)))).toContain('care.joined');
    expect(await phone.account()).toBe(await lin.account());
  });

  it('and cannot hold up an invitation either', async () => {
    const lin = await bidder('lin');
    const invitation = codeIn(await lin.says('邀请同事'), INVITATION);
    await siege('123456');
    await scene.at('wang').says(invitation, '同意');
    expect((await scene.kit.store.care.of((await lin.account()) ?? '')).colleagues).toHaveLength(1);
  });

  it('learn nothing from six digits any more, the right ones included, and nobody loses a try by it', async () => {
    const lin = await bidder('lin');
    const code = codeIn(await lin.says('换个渠道'));
    await siege(code);
    const eve = scene.at('eve-new');
    for (const guess of [other(code, 99), code, other(code, 98)])
      expect(keysOf(await eve.says(guess))).toContain('care.code-held');
    expect(await eve.account()).not.toBe(await lin.account());
    expect(await scene.kit.store.care.wrongCodes((await eve.account()) ?? '', '2000')).toMatchObject({ own: 0 });
  });

  it.each([
    ['spaced', (code: string) => `/code ${code.slice(0, 3)} ${code.slice(3)}`],
    ['hyphenated', (code: string) => `/code ${code.slice(0, 3)}-${code.slice(3)}`],
    ['already hashed', (code: string) => `/code ${codeHash(code)}`],
  ])('cannot go around that with a code that is %s', async (_, form) => {
    const lin = await bidder('lin');
    const code = codeIn(await lin.says('换个渠道'));
    await siege(code);
    const eve = scene.at('eve-new');
    expect(keysOf(await eve.says(form(code)))).not.toContain('care.joined');
    expect(await eve.account()).not.toBe(await lin.account());
  });

  it('have five tries at long codes like at short ones, and after ten quiet minutes six digits are good again', async () => {
    await siege('123456');
    const eve = scene.at('eve-new');
    for (let n = 0; n < 5; n += 1) expect(keysOf(await eve.says(`AAAA-AAA${n}`))).not.toContain('care.code-held');
    expect(keysOf(await eve.says('AAAA-AAA7'))).toContain('care.code-blocked');
    scene.kit.clock.advance(11 * 60_000);
    const lin = await bidder('lin');
    expect(keysOf(await lin.says('换个渠道'))).toContain('care.code-how');
  });
});

describe('a code and more in one breath', () => {
  it('joins, and what was said after it goes on in the joined account', async () => {
    const lin = await bidder('lin');
    const code = codeIn(await lin.says('换个渠道'));
    const phone = scene.at('phone');
    await phone.says('你好');
    await atOnce('phone', [code, code, '我要揭腐植酸', '我的进度']);
    expect(await phone.account()).toBe(await lin.account());
    expect(await scene.kit.store.turns.parked()).toEqual([]);
  });
});

describe('a code that somebody else sent', () => {
  it('gives nothing away before its person said that it is theirs', async () => {
    const victim = await bidder('victim');
    await victim.says('先存着');
    const code = codeIn(await scene.at('eve').says('换个渠道'));
    const account = await victim.account();
    expect(keysOf(await victim.says(code))).toEqual(['care.join-sure']);
    await victim.says('不是');
    expect(await victim.account()).toBe(account);
    expect(await scene.at('eve').drafts()).toEqual([]);
  });

  it('joins after a yes to that very code', async () => {
    const victim = await bidder('victim');
    await victim.says('先存着');
    const code = codeIn(await scene.at('web').says('换个渠道'));
    await victim.says(code);
    expect(keysOf(await victim.presses('是我本人要的，接上'))).toContain('care.joined');
    expect(await victim.account()).toBe(await scene.at('web').account());
  });
});

describe('a secret that colleagues wrote on', () => {
  const SECRET = '金丝雀绝密中试线';
  const told = async (who: Speaker) =>
    JSON.stringify(await scene.kit.store.records.person((await who.account()) ?? ''));

  it('is forgotten with them too when the lead goes offline', async () => {
    const lin = await bidder('lin');
    const wang = scene.at('wang');
    await wang.says(codeIn(await lin.says('邀请同事'), INVITATION), '同意', '继续', SECRET, '看看填了什么');
    expect(await told(wang)).toContain(SECRET);
    await lin.says('继续', '涉密');
    expect(await told(wang)).not.toContain(SECRET);
    expect(wordsOf(await wang.says('看看填了什么'))).not.toContain(SECRET);
  });

  it('is forgotten with them too when it was handed in before', async () => {
    const lin = await bidder('lin');
    const wang = scene.at('wang');
    await wang.says(codeIn(await lin.says('邀请同事'), INVITATION), '同意', '继续', SECRET);
    await lin.says('看看填了什么', '提交');
    const [bid] = await scene.kit.store.records.cases({ kinds: ['interest'] });
    expect(bid).toBeDefined();
    await lin.says('看看填了什么', '涉密');
    await lin.presses('确定转线下');
    expect(await told(lin)).not.toContain(SECRET);
    expect(await told(wang)).not.toContain(SECRET);
  });
});
