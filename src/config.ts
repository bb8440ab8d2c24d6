/** The only reader of the environment: a usable configuration, or one line that names the key and where to get its value. */
import { existsSync } from 'node:fs';
import { botError } from './errors.ts';

/** One setting: its key, what holds when it is unset, and what it is for. `.env.example` is held against this list. */
export interface ConfigKey {
  readonly key: string;
  readonly default: string;
  readonly about: string;
}

/** Every key this product reads. */
export const CONFIG_KEYS: readonly ConfigKey[] = [
  { key: 'PORT', default: '3000', about: 'Port of the web chat, the staff desk and the platform callbacks' },
  { key: 'HOST', default: '127.0.0.1', about: 'Address to listen on; 0.0.0.0 opens it to the network' },
  { key: 'BASE_URL', default: '', about: 'Public https address of this server, for links and QR codes' },
  { key: 'DATABASE_URL', default: 'sqlite:var/jiebang.db', about: 'Where everything is kept' },
  { key: 'PROGRAMME', default: 'jiangxi-2021', about: 'Name of a file in data/programme, without .json' },
  { key: 'STAFF_LANGUAGE', default: 'zh', about: 'Language of notices in shared staff rooms: zh, zh-Hant or en' },
  { key: 'LOG_LEVEL', default: 'warn', about: 'pino level: debug, info, warn, error' },
  { key: 'TELEGRAM_TOKEN', default: '', about: 'Bot token; ask @BotFather in Telegram for /newbot' },
  { key: 'TELEGRAM_API_ROOT', default: 'https://api.telegram.org', about: 'Bot API server, when you run your own' },
  { key: 'SLACK_BOT_TOKEN', default: '', about: 'xoxb-… token; api.slack.com/apps → your app → OAuth & Permissions' },
  { key: 'SLACK_SIGNING_SECRET', default: '', about: 'api.slack.com/apps → your app → Basic Information' },
  { key: 'SLACK_CHANNEL', default: '', about: 'Id of the private channel for staff notices (C…)' },
  { key: 'SLACK_DIVISION_CHANNELS', default: '', about: 'Channels per division, e.g. gaoxin=C1,shefa=C2' },
  { key: 'SLACK_API_URL', default: 'https://slack.com/api/', about: 'Slack Web API, when you use a proxy' },
  {
    key: 'NOTICE_DETAIL',
    default: 'minimal',
    about: 'What notices abroad may carry: minimal (number, sector, age, link) or full',
  },
  {
    key: 'STAFF_WEBHOOK_URL',
    default: '',
    about: 'Address of a WeCom, Feishu or DingTalk group robot for staff notices',
  },
  { key: 'STAFF_WEBHOOK_SECRET', default: '', about: 'Signing secret of that robot, where it has one' },
  {
    key: 'OPENAI_BASE_URL',
    default: '',
    about: 'Any OpenAI-compatible endpoint; with it the model features switch on',
  },
  { key: 'OPENAI_API_KEY', default: '', about: 'Key of that endpoint; "none" for local servers without one' },
  {
    key: 'OPENAI_EMBEDDING_MODEL',
    default: '',
    about: 'Embedding model of the endpoint; empty keeps the built-in one',
  },
  { key: 'OPENAI_EMBEDDING_DIMENSIONS', default: '1024', about: "Length of that model's vectors" },
  {
    key: 'OPENAI_EMBEDDING_BATCH',
    default: '10',
    about: 'Texts in one request: 10 suits every provider, local servers take 32 or more',
  },
  { key: 'OPENAI_EMBEDDING_PER_MINUTE', default: '600', about: 'Most requests a minute while the backlog is embedded' },
  { key: 'OPENAI_CHAT_MODEL', default: '', about: 'Chat model of the endpoint; empty switches it off' },
  { key: 'OPENAI_CALLS_PER_PERSON', default: '100', about: 'Most questions a day to that model for one person' },
  { key: 'OPENAI_CALLS_PER_DAY', default: '5000', about: 'Most questions a day to that model in all' },
  {
    key: 'LOCAL_EMBEDDING_MODEL',
    default: '',
    about: 'Name of a model fetched with npx jiebang model get: embeds on this machine',
  },
  {
    key: 'MODEL_MIRROR',
    default: 'https://huggingface.co',
    about: 'Where model get fetches from; on the mainland https://hf-mirror.com',
  },
];

/** Telegram, when a token is set. */
export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
}

/** Slack, when both token and signing secret are set. */
export interface SlackConfig {
  readonly botToken: string;
  readonly signingSecret: string;
  readonly apiUrl: string;
  readonly channel: string;
  /** Division id → channel id. */
  readonly divisionChannels: Readonly<Record<string, string>>;
}

/** A model endpoint, when its address is set; each model is off while its name is empty. */
export interface ModelConfig {
  readonly baseUrl: string;
  readonly key: string;
  readonly embedding: {
    readonly model: string;
    readonly dimensions: number;
    /** Texts in one request, and most requests a minute for what waits in the background. */
    readonly batch: number;
    readonly perMinute: number;
  } | null;
  readonly chat: string | null;
  /** Most questions a day to the chat model. */
  readonly calls: { readonly perPerson: number; readonly perDay: number };
}

/** A usable configuration: what is half set never gets this far. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string | null;
  readonly databaseUrl: string;
  readonly programme: string;
  readonly staffLocale: 'zh' | 'zh-Hant' | 'en';
  readonly logLevel: string;
  readonly detail: 'minimal' | 'full';
  readonly telegram: TelegramConfig | null;
  readonly slack: SlackConfig | null;
  readonly webhook: { readonly url: string; readonly secret: string | null } | null;
  readonly model: ModelConfig | null;
  /** Name of the encoder that runs on this machine; never together with an embedding model of an endpoint. */
  readonly localModel: string | null;
  /** Address before the owner's name when a model is fetched, without a slash at its end. */
  readonly modelMirror: string;
}

/** langchain sends traces of every call to a third party when one of these is set. */
const TRACING = ['LANGCHAIN_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2'];

/** Reads the environment; throws BotError `config` with one sentence for whatever is half set or wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = (key: string): string =>
    environment[key]?.trim() || (CONFIG_KEYS.find((each) => each.key === key)?.default ?? '');
  const traced = TRACING.find((key) => ['true', '1'].includes((environment[key] ?? '').toLowerCase()));
  if (traced) throw botError('config', `${traced} is set: it would send conversations to a third party. Unset it.`);
  return {
    port: wholeNumber('PORT', read('PORT'), 0, 65_535),
    host: read('HOST'),
    baseUrl: webAddress('BASE_URL', read('BASE_URL')),
    databaseUrl: databaseUrl(read('DATABASE_URL')),
    programme: read('PROGRAMME'),
    staffLocale: oneOf('STAFF_LANGUAGE', read('STAFF_LANGUAGE'), ['zh', 'zh-Hant', 'en']),
    logLevel: oneOf('LOG_LEVEL', read('LOG_LEVEL'), ['debug', 'info', 'warn', 'error', 'silent']),
    detail: oneOf('NOTICE_DETAIL', read('NOTICE_DETAIL'), ['minimal', 'full']),
    telegram: telegram(read),
    slack: slack(read),
    webhook: webhook(read),
    model: model(read),
    localModel: localModel(read),
    modelMirror: (webAddress('MODEL_MIRROR', read('MODEL_MIRROR')) ?? '').replace(/\/+$/, ''),
  };
}

/** Takes settings from a `.env` file in the working folder, when there is one; the environment itself goes first. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

type Read = (key: string) => string;

function telegram(read: Read): TelegramConfig | null {
  const token = read('TELEGRAM_TOKEN');
  if (token === '') return null;
  if (!/^\d+:[\w-]{20,}$/.test(token)) {
    throw botError('config', 'TELEGRAM_TOKEN does not look like 123456:ABC…: ask @BotFather in Telegram for /token.');
  }
  return { token, apiRoot: webAddress('TELEGRAM_API_ROOT', read('TELEGRAM_API_ROOT')) ?? '' };
}

function slack(read: Read): SlackConfig | null {
  const botToken = read('SLACK_BOT_TOKEN');
  const signingSecret = read('SLACK_SIGNING_SECRET');
  const channel = read('SLACK_CHANNEL');
  if (botToken === '' && signingSecret === '' && channel === '') return null;
  if (botToken === '')
    throw botError('config', 'SLACK_BOT_TOKEN is missing: api.slack.com/apps → your app → OAuth & Permissions.');
  if (signingSecret === '')
    throw botError('config', 'SLACK_SIGNING_SECRET is missing: api.slack.com/apps → your app → Basic Information.');
  if (channel === '')
    throw botError('config', 'SLACK_CHANNEL is missing: open the private staff channel in Slack → About → Channel ID.');
  return {
    botToken,
    signingSecret,
    channel,
    apiUrl: webAddress('SLACK_API_URL', read('SLACK_API_URL')) ?? '',
    divisionChannels: pairs(read('SLACK_DIVISION_CHANNELS')),
  };
}

function pairs(text: string): Readonly<Record<string, string>> {
  if (text === '') return {};
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [division = '', channel = ''] = pair.split('=').map((part) => part.trim());
      if (division === '' || channel === '')
        throw botError('config', `SLACK_DIVISION_CHANNELS: “${pair}” is not of the form division=C123.`);
      return [division, channel];
    }),
  );
}

function webhook(read: Read): Config['webhook'] {
  // The channel reads the address itself: it may begin with wecom:, feishu: or dingtalk:.
  const url = read('STAFF_WEBHOOK_URL') || null;
  const secret = read('STAFF_WEBHOOK_SECRET') || null;
  if (url === null && secret !== null)
    throw botError(
      'config',
      'STAFF_WEBHOOK_URL is missing: copy it from the group robot settings in WeCom, Feishu or DingTalk.',
    );
  return url === null ? null : { url, secret };
}

function model(read: Read): ModelConfig | null {
  const baseUrl = webAddress('OPENAI_BASE_URL', read('OPENAI_BASE_URL'));
  const key = read('OPENAI_API_KEY');
  const embeddingModel = read('OPENAI_EMBEDDING_MODEL');
  const chat = read('OPENAI_CHAT_MODEL') || null;
  if (baseUrl === null && key === '' && embeddingModel === '' && chat === null) return null;
  if (baseUrl === null)
    throw botError(
      'config',
      'OPENAI_BASE_URL is missing: the /v1 address of your model server, e.g. http://localhost:11434/v1 for Ollama.',
    );
  if (key === '')
    throw botError(
      'config',
      'OPENAI_API_KEY is missing: copy it from your provider, or set it to "none" for a local server.',
    );
  const dimensions = wholeNumber('OPENAI_EMBEDDING_DIMENSIONS', read('OPENAI_EMBEDDING_DIMENSIONS'), 1, 8192);
  const calls = {
    perPerson: wholeNumber('OPENAI_CALLS_PER_PERSON', read('OPENAI_CALLS_PER_PERSON'), 0, 1_000_000),
    perDay: wholeNumber('OPENAI_CALLS_PER_DAY', read('OPENAI_CALLS_PER_DAY'), 0, 100_000_000),
  };
  const batch = wholeNumber('OPENAI_EMBEDDING_BATCH', read('OPENAI_EMBEDDING_BATCH'), 1, 2048);
  const perMinute = wholeNumber('OPENAI_EMBEDDING_PER_MINUTE', read('OPENAI_EMBEDDING_PER_MINUTE'), 1, 1_000_000);
  const embedding = embeddingModel === '' ? null : { model: embeddingModel, dimensions, batch, perMinute };
  return { baseUrl, key, chat, calls, embedding };
}

function localModel(read: Read): string | null {
  const name = read('LOCAL_EMBEDDING_MODEL') || null;
  if (name !== null && read('OPENAI_EMBEDDING_MODEL') !== '')
    throw botError(
      'config',
      'LOCAL_EMBEDDING_MODEL and OPENAI_EMBEDDING_MODEL are both set: keep the one that shall make the vectors.',
    );
  return name;
}

function wholeNumber(key: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw botError('config', `${key} is “${text}”: it must be a whole number from ${min} to ${max}.`);
  return value;
}

function oneOf<T extends string>(key: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw botError('config', `${key} is “${text}”: it must be one of ${allowed.join(', ')}.`);
  return found;
}

function webAddress(key: string, text: string): string | null {
  if (text === '') return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw botError('config', `${key} is “${text}”: it must be a whole address such as https://example.org.`);
  return text;
}

function databaseUrl(text: string): string {
  if (text.startsWith('sqlite:') && text.length > 'sqlite:'.length) return text;
  throw botError('config', `DATABASE_URL is “${text}”: it must be sqlite: and a file, e.g. sqlite:var/jiebang.db.`);
}
