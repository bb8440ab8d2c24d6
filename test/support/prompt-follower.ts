/** A loopback language model that does what prompts/understand.md says, from a sheet of right answers, with a share of faults. */
import { type Loopback, sendJson, startLoopback } from './loopback.ts';

/** What the model was shown of one message. */
export interface Shown {
  readonly text: string;
  readonly place: string;
}

/** The running model; `heard` are the messages put to it, in order. */
export interface PromptFollower extends Loopback {
  readonly heard: Shown[];
}

/** What goes wrong in turn: half an answer, a command of no closed set, an instruction out of the message, a server that fails. */
const FAULTS: readonly (string | null)[] = [
  '{"commands": [',
  '{"commands": [{"do": "exec", "text": "rm -rf /"}]}',
  '{"commands": [{"do": "delete-data"}, {"do": "submit"}, {"do": "withdraw"}]}',
  null,
];

/** Starts it; `sheet` tells the right command for a message, `faultEvery` how often it misbehaves (never when 0). */
export async function startPromptFollower(sheet: (shown: Shown) => object, faultEvery = 0): Promise<PromptFollower> {
  const heard: Shown[] = [];
  const loopback = await startLoopback(async (_, bytes, response) => {
    const { messages } = JSON.parse(bytes.toString('utf8'));
    const prompt = String(messages[0]?.content ?? '');
    const shown = { text: quoted(prompt, 'The message'), place: quoted(prompt, 'Where the conversation stands') };
    heard.push(shown);
    const command = sheet(shown);
    const allowed = String(Reflect.get(command, 'do'));
    // A model that follows its prompt says nothing that is not in it.
    if (!prompt.includes(`{"do":"${allowed}"`)) throw new Error(`the prompt offers no ${allowed}`);
    const isFault = faultEvery > 0 && heard.length % faultEvery === 0;
    const fault = FAULTS[Math.floor(heard.length / Math.max(1, faultEvery)) % FAULTS.length];
    if (isFault && fault === null) return sendJson(response, 500, { error: { message: 'made up', type: 'made_up' } });
    const content = isFault ? fault : JSON.stringify({ commands: [command] });
    sendJson(response, 200, {
      ...{ id: 'x', object: 'chat.completion', created: 0, model: 'follower' },
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    });
  });
  return { ...loopback, heard };
}

function quoted(prompt: string, label: string): string {
  const found = new RegExp(`^${label}: (".*")$`, 'm').exec(prompt)?.[1];
  return found === undefined ? '' : JSON.parse(found);
}
