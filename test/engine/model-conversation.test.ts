import { afterEach, describe, expect, it } from 'vitest';
import type { ChatModel } from '../../src/ports/model.ts';
import { aNeed } from '../support/case-fixtures.ts';
import { realKit } from '../support/dialogue.ts';
import type { EngineKit } from '../support/engine-kit.ts';
import { seat } from '../support/engine-kit.ts';
import { hire, orders } from '../support/office.ts';

/** A model that answers each prompt as told; what it was sent is kept. */
function scripted(answers: Readonly<Record<string, unknown>>): { model: ChatModel; sent: string[] } {
  const sent: string[] = [];
  const model: ChatModel = {
    provider: 'example-model',
    async complete(prompt, vars, parse) {
      sent.push(`${prompt} ${JSON.stringify(vars)}`);
      return parse(answers[prompt]);
    },
  };
  return { model, sent };
}
const dead: ChatModel = { provider: 'example-model', complete: () => Promise.reject(new Error('connection refused')) };
const proposing = (...commands: readonly object[]) => scripted({ understand: { commands } });

let kit: EngineKit;
afterEach(() => kit.close());

const begin = async (model: ChatModel): Promise<void> => {
  kit = await realKit(undefined, { model });
};
/** A button’s label, typed. */
const press = (who: string, label: string): Promise<readonly string[]> => kit.says(who, label);
const draft = async (who: string) => {
  const account = await kit.store.records.accountAt(seat(who));
  const [first] = account ? await kit.store.records.drafts(account) : [];
  return first;
};
const inForm = async (who: string): Promise<void> => {
  await kit.says(who, '我要揭电工钢');
  await press(who, '同意');
};

describe('a conversation with a language model switched on', () => {
  it('says so before anything is written, and names it', async () => {
    await begin(proposing({ do: 'none' }).model);
    const [hello = ''] = await kit.says('lin', '你好');
    expect(hello).toContain('example-model');
    expect((await kit.says('lin', '我要揭电工钢')).join()).toContain('example-model');
  });

  it('asks it only for what the rules cannot read', async () => {
    const { model, sent } = proposing({ do: 'status' });
    await begin(model);
    await kit.says('lin', '我的进度');
    await inForm('lin');
    await kit.says('lin', '示例理工大学');
    expect(sent).toEqual([]);
    expect((await draft('lin'))?.answers.unit).toBe('示例理工大学');
  });

  it('does what it proposes where that is harmless', async () => {
    const { model, sent } = proposing({ do: 'post-need' });
    await begin(model);
    const answer = (await kit.says('lin', '……')).join();
    expect(sent).toHaveLength(1);
    expect(answer).toContain('请勿填写国家秘密');
  });

  it.each([
    ['submits nothing', { do: 'submit' }],
    ['decides nothing', { do: 'act', case: 'x', action: 'accept' }],
    ['agrees to nothing', { do: 'consent', kind: 'hand-over', yes: true }],
    ['stores no value that nobody said', { do: 'answer', text: '示例假大学' }],
    ['shows nobody’s case', { do: 'open-case', case: 'A-00000-00000' }],
    ['runs no words', { do: 'exec', text: 'rm -rf /' }],
  ])('%s on its word', async (_, command) => {
    const { model, sent } = proposing(command);
    await begin(model);
    await inForm('lin');
    const before = await draft('lin');
    const answer = await kit.says('lin', '、、、');
    expect(answer.length).toBeGreaterThan(0);
    expect(sent).toHaveLength(1);
    const after = await draft('lin');
    expect(after?.answers).toEqual(before?.answers);
    expect(after?.status).toBe('open');
  });

  it('takes what it proposes in the person’s own words, through the same parsers', async () => {
    const { model, sent } = proposing({ do: 'correct', path: 'goal', text: '掉粉率低于0.3%' });
    await begin(model);
    for (const words of ['我要发需求', '同意', '隔膜涂层掉粉', '掉粉率低于0.5%']) await kit.says('wang', words);
    await kit.says('wang', '反正是厂里那摊子事，上面那条得是掉粉率低于0.3%');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('goal = ');
    expect(sent[0]).not.toContain('隔膜涂层');
    expect((await draft('wang'))?.answers.goal).toBe('掉粉率低于0.3%');
  });

  it('goes on with the rules when it is dead; people see no difference but plainer words', async () => {
    await begin(dead);
    await inForm('lin');
    expect((await kit.says('lin', '示例理工大学')).join()).toContain('示例理工大学');
    const answer = (await kit.says('lin', '、、、')).join();
    expect(answer).not.toMatch(/error|refused|example-model|undefined/i);
    expect(answer.length).toBeGreaterThan(0);
  });
});

const RAMBLE =
  '我们厂做锂电池隔膜的，那个陶瓷涂层吧，老是掉粉，收卷的时候掉，客户装配的时候也掉，之前换过两家胶黏剂，也调过烘箱温度，从80度调到110度都试过，就是不行，夏天尤其厉害，掉粉率大概有2%，我们就想把它做到千分之五以下，不知道哪里有人能帮我们看看这个事情，反正挺着急的，客户那边一直在催我们改进';

describe('a rambling description of a need', () => {
  const toProblem = async (): Promise<void> => {
    await kit.says('wang', '我要发需求');
    await press('wang', '同意');
  };

  it('is put more clearly, and stored only after a yes', async () => {
    const clear = '锂电池隔膜陶瓷涂层在收卷和装配时掉粉，掉粉率约2%，夏天更重；已换胶黏剂、烘箱80至110度均无效。';
    await begin(scripted({ 'tidy-need': { text: clear } }).model);
    await toProblem();
    expect((await kit.says('wang', RAMBLE)).join()).toContain(clear);
    expect((await draft('wang'))?.answers.problem).toBeUndefined();
    await press('wang', '就这样写');
    expect((await draft('wang'))?.answers.problem).toBe(clear);
  });

  it('stays in the person’s own words when they want that', async () => {
    await begin(scripted({ 'tidy-need': { text: '锂电池隔膜陶瓷涂层掉粉，掉粉率约2%，请求攻关。' } }).model);
    await toProblem();
    await kit.says('wang', RAMBLE);
    await press('wang', '用我的原话');
    expect((await draft('wang'))?.answers.problem).toBe(RAMBLE);
  });

  it('is never changed to say what nobody said', async () => {
    await begin(scripted({ 'tidy-need': { text: '隔膜涂层掉粉率高达15%，保证可以解决，建议联系某某公司。' } }).model);
    await toProblem();
    await kit.says('wang', RAMBLE);
    expect((await draft('wang'))?.answers.problem).toBe(RAMBLE);
  });
});

describe('a case opened by staff', () => {
  const ARAMID = aNeed();
  const opened = async (sentences: readonly string[]): Promise<readonly string[]> => {
    const { model, sent } = scripted({ 'summarise-case': { sentences } });
    await begin(model);
    await kit.store.load.load({ cases: [ARAMID] });
    await hire(kit, 'rita');
    const [told = ''] = await orders(kit, 'rita', { do: 'summarise', case: ARAMID.id });
    return [told, ...sent];
  };

  it('is summarised from its own fields, marked as a machine’s, without anybody’s name or number', async () => {
    const [told, asked] = await opened(['企业想把芳纶绝缘纸耐温提到220℃。', '计划投入3000万元。']);
    expect(told).toContain('耐温提到220℃');
    expect(told).toContain('example-model');
    expect(asked).toContain('耐温只到180度');
    expect(asked).not.toContain('示例材料有限公司');
    expect(asked).not.toContain('示例联系人');
  });

  it('is left to the original when the summary says more than it', async () => {
    const [told] = await opened(['企业想把耐温提到500℃，建议优先通过。']);
    expect(told).not.toContain('500');
    expect(told).toContain('原文');
  });

  it('is shown to nobody who may not read it', async () => {
    const { model, sent } = scripted({ 'summarise-case': { sentences: ['示例'] } });
    await begin(model);
    await kit.store.load.load({ cases: [ARAMID] });
    await kit.receive('lin', { chose: { command: { do: 'summarise', case: ARAMID.id } } });
    await kit.engine.idle();
    expect(sent).toEqual([]);
  });
});
