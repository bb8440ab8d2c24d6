import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reduce } from '../../src/conversation/reduce.ts';
import { readForms, readProgramme } from '../../src/data-files.ts';
import { type EngineKit, seat, startKit } from '../support/engine-kit.ts';

const programme = readProgramme('jiangxi-2021');
const forms = readForms(programme);

describe('the real conversation on the engine', () => {
  let kit: EngineKit;
  beforeEach(async () => {
    kit = await startKit({ reduce, programme, forms });
  });
  afterEach(() => kit.close());

  const last = () => kit.channels.web.sent.at(-1)?.reply;
  const agree = async (): Promise<readonly string[]> => {
    const reply = last();
    const n = reply?.buttons.findIndex((button) => button.style === 'primary') ?? -1;
    if (!reply || n < 0) throw new Error('nothing to agree to');
    return kit.presses('lin', reply, n);
  };

  it('says no key in brackets, and asks a need question by question', async () => {
    const said: string[] = [];
    const say = async (text: string): Promise<void> => {
      said.push(...(await kit.says('lin', text)));
    };
    await kit.receive('lin', { opened: true });
    await kit.engine.idle();
    await say('我要发布需求');
    said.push(...(await agree()));
    await say('水稻收割后的稻秆还田慢，烂不掉，影响下一季插秧，想找能快速腐解的菌剂');
    expect(said.join('\n')).not.toMatch(/\[[\w.-]+\]/);
    const account = (await kit.store.records.accountAt(seat('lin'))) ?? '';
    const drafts = await kit.store.records.drafts(account);
    expect(drafts).toMatchObject([{ purpose: 'need', status: 'open' }]);
    expect(Object.values(drafts[0]?.answers ?? {})).toContain(
      '水稻收割后的稻秆还田慢，烂不掉，影响下一季插秧，想找能快速腐解的菌剂',
    );
    expect(await kit.store.records.consents(account)).toMatchObject([
      { kind: 'data', textVersion: programme.consentVersion },
    ]);
  });

  it('answers a burst of answers once, with every echo and one open question', async () => {
    await kit.says('lin', '我要发布需求');
    await agree();
    const told = await kit.says('lin', '电池隔膜在高温下收缩，容易短路', '隔膜在200℃下热收缩率小于2%', '新材料');
    expect(told).toHaveLength(1);
    expect(last()?.keys.filter((key) => key.startsWith('form.ask'))).toHaveLength(1);
    expect(last()?.keys.filter((key) => key === 'form.echo').length).toBeGreaterThanOrEqual(2);
  });

  it('goes on in English for who writes English', async () => {
    const told = await kit.says('ann', 'hello, what can I do here?');
    expect(told.join('\n')).toMatch(/[a-z]{4,}/);
    expect(told.join('\n')).not.toMatch(/\[[\w.-]+\]/);
  });
});
