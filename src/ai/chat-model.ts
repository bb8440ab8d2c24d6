/** A chat model of any OpenAI-compatible endpoint through LangChain, behind prompt files. */
import { botError } from '../errors.ts';
import type { ChatModel } from '../ports/model.ts';
import { clean } from '../text/clean.ts';
import { cut } from '../text/cut.ts';
import { makeGuard } from './guard.ts';
import { makeMasks } from './mask.ts';
import { type Prompt, promptValues } from './prompt.ts';

/** Which endpoint and model, and the prompt files by name. */
export interface ChatModelSettings {
  readonly baseUrl: string;
  readonly key: string;
  readonly model: string;
  readonly prompts: readonly Prompt[];
  /** Most milliseconds for one `complete`, the second try included; 4 s when left out. */
  readonly budgetMs?: number;
}

const BUDGET_MS = 4_000;
/** Characters of one value that are sent, and of an answer that are read. */
const LONGEST_VALUE = 8_000;
const LONGEST_ANSWER = 20_000;
const FENCE = /^```\w*\s*\n?|\n?```$/gu;

/** The JSON in an answer, with or without a code fence; throws a sentence the model can act on. */
export function readAnswer(text: string): unknown {
  const body = text.trim().replace(FENCE, '').trim();
  if (body.length > LONGEST_ANSWER) throw botError('model', 'the answer is far too long');
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw botError('model', 'the answer is not one JSON value', { cause });
  }
}

/** What a parser held against an answer, short enough to be sent back. */
function complaintOf(error: unknown): string {
  return cut(error instanceof Error ? error.message : String(error), 300);
}

/** Makes the model; nothing is sent before the first `complete`. Values are cleaned, shortened and masked before they leave. */
export async function makeChatModel(settings: ChatModelSettings): Promise<ChatModel> {
  const { baseUrl, key, model, prompts, budgetMs = BUDGET_MS } = settings;
  const [{ ChatOpenAI }, { ChatPromptTemplate }, { AIMessage, HumanMessage }] = await Promise.all([
    import('@langchain/openai'),
    import('@langchain/core/prompts'),
    import('langchain'),
  ]);
  const chat = new ChatOpenAI({
    model,
    apiKey: key,
    maxRetries: 0,
    timeout: budgetMs,
    configuration: { baseURL: baseUrl, logLevel: 'off' },
  });
  const guard = makeGuard(`chat model ${model}`, { budgetMs, retries: 1, failures: 3, restMs: 30_000 });
  const templates = new Map(
    prompts.map((prompt) => [
      prompt.name,
      { prompt, template: ChatPromptTemplate.fromMessages([['human', prompt.body]], { templateFormat: 'mustache' }) },
    ]),
  );
  return {
    provider: `openai:${model}`,
    async complete(name, vars, parse) {
      const known = templates.get(name);
      if (!known) throw botError('data', `there is no prompt ${name}`);
      const masks = makeMasks();
      const sent = Object.fromEntries(
        Object.entries(vars).map(([each, value]) => [each, masks.hide(cut(clean(value), LONGEST_VALUE))]),
      );
      const messages = await known.template.formatMessages(promptValues(known.prompt, sent));
      return guard(async (signal) => {
        const first = (await chat.invoke(messages, { signal })).text;
        try {
          return parse(masks.show(readAnswer(first)));
        } catch (error) {
          const again = new HumanMessage(
            `This answer cannot be used: ${complaintOf(error)}. Answer again, with nothing but the JSON asked for.`,
          );
          const second = (await chat.invoke([...messages, new AIMessage(cut(first, 2_000)), again], { signal })).text;
          return parseSecond(second, (raw) => parse(masks.show(raw)), model);
        }
      });
    },
  };
}

function parseSecond<T>(text: string, parse: (raw: unknown) => T, model: string): T {
  try {
    return parse(readAnswer(text));
  } catch (error) {
    throw botError('model', `chat model ${model} gave no usable answer: ${complaintOf(error)}`, { cause: error });
  }
}
