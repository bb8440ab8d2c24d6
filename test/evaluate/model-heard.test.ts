import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { makeChatModel } from '../../src/ai/chat-model.ts';
import { parsePrompt } from '../../src/ai/prompt.ts';
import { graveErrors } from '../../src/evaluate/outcome.ts';
import { playUtterances } from '../../src/evaluate/utterances/play-utterances.ts';
import { type PromptFollower, startPromptFollower } from '../support/prompt-follower.ts';
import { smallSuite } from '../support/small-suite.ts';

const PROMPT = parsePrompt(readFileSync('prompts/understand.md', 'utf8'), 'prompts/understand.md');

/** State, words, intent, and what a good model makes of them: none of it is in the rules' words. */
const SAID: readonly (readonly [string, string, string, object])[] = [
  ['idle', '、、那边走到哪一步啦、、', 'my_status', { do: 'status' }],
  ['idle', '。。。有啥活能接。。。', 'find_lists', { do: 'find' }],
  ['idle', '呃呃……找个喘气的来', 'talk_to_staff', { do: 'handoff' }],
  ['idle', '……嗯哼……', 'out_of_scope', { do: 'none' }],
  ['in_form:apply:budget', '老板还没松口呢', 'skip', { do: 'skip' }],
  ['in_form:apply:budget', '呃上一格我手滑了', 'go_back', { do: 'back' }],
  ['in_form:apply:budget', '……明儿个再跟你掰扯', 'pause', { do: 'pause' }],
  ['in_form:apply:email', '这格子啥意思嘛', 'help', { do: 'help' }],
];
const rows = SAID.map(([state, text, intent], n) => ({
  id: `${n}`,
  lang: 'zh',
  role: 'researcher',
  state,
  text,
  intent,
  slots: {},
}));

let peer: PromptFollower;
afterEach(() => peer.close());

const play = async (faultEvery: number) => {
  peer = await startPromptFollower(
    ({ text }) => SAID.find(([, words]) => words === text)?.[3] ?? { do: 'none' },
    faultEvery,
  );
  const settings = { baseUrl: `${peer.url}/v1`, key: 'none', model: 'follower', prompts: [PROMPT] };
  return playUtterances({
    ...smallSuite('utterances.jsonl', rows),
    guess: () => [{ intent: 'none', p: 0.2 }],
    model: await makeChatModel(settings),
  });
};

describe('a language model that follows its prompt', () => {
  it('is asked where the rules grope, and believed', async () => {
    const { checked, numbers } = await play(0);
    expect(checked.filter(({ ok }) => !ok).map(({ at, got }) => `${at} ${got}`)).toEqual([]);
    expect(numbers['messages put to the model']).toBe(peer.heard.length);
    expect(peer.heard.length).toBeGreaterThanOrEqual(6);
  });

  it('costs nothing but its own good sense where it talks nonsense, fails or obeys somebody’s trick', async () => {
    const outcome = await play(2);
    const right = outcome.checked.filter(({ ok }) => ok).length;
    expect(right).toBeGreaterThanOrEqual(rows.length / 2);
    expect(graveErrors(outcome)).toEqual([]);
    expect(JSON.stringify(outcome.checked)).not.toMatch(/exec|"do":"submit"/);
  });
});
