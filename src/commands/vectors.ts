/** `jiebang vectors`: how many texts have a vector of the configured model, and the work on those that have none. */
import { readConfig } from '../config.ts';
import { botError, isBotError } from '../errors.ts';
import { matcher, openConfiguredStore } from '../main.ts';
import type { Matcher } from '../matching/match-index.ts';
import type { Backlog } from '../matching/vector-keeper.ts';
import { makeEmbedder } from '../models.ts';
import type { Embedder } from '../ports/model.ts';
import type { Store } from '../ports/store.ts';
import { isPublic } from '../programme/open.ts';
import { showProgress } from './show-progress.ts';

const LOOK_EVERY_MS = 200;
const NOTHING: Backlog = { kept: 0, waiting: 0, refused: 0, loaded: false };

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What went wrong or came right again while vectors are made, for whoever watches. */
const told = {
  info: (_: object, message: string): void => void process.stderr.write(`${message}\n`),
  warn: (fields: Readonly<Record<string, unknown>>, message: string): void =>
    void process.stderr.write(`${message}: ${String(fields.why ?? '')}\n`),
};

/** Says how far the vectors are and, unless only asked or the bot is running, makes those that are missing. Can be stopped at any time and goes on where it was. */
export async function vectors(options: { readonly status: boolean }): Promise<void> {
  const config = readConfig();
  const embedder = await makeEmbedder(config);
  if (!embedder)
    throw botError(
      'config',
      'no vectors are made: set LOCAL_EMBEDDING_MODEL or OPENAI_EMBEDDING_MODEL (docs/models.md says how).',
    );
  const { store, isRunning } = await open(config);
  try {
    const before = await count(store, embedder);
    say(`${embedder.id}: ${before.kept} texts have a vector, ${before.waiting} wait.`);
    if (before.waiting === 0 || options.status) return;
    if (isRunning) return say('The bot is running and makes them in the background; ask again to see how far it is.');
    const after = await drain(store, embedder, before.waiting);
    say(
      `Done: ${after.kept} texts have a vector${after.refused > 0 ? `, ${after.refused} were refused by the model` : ''}.`,
    );
  } finally {
    await store.close();
  }
}

/** As the only user, or as a guest beside the running bot. */
async function open(config: ReturnType<typeof readConfig>): Promise<{ store: Store; isRunning: boolean }> {
  try {
    return { store: await openConfiguredStore(config), isRunning: false };
  } catch (error) {
    if (!isBotError(error, 'store')) throw error;
    return { store: await openConfiguredStore(config, { guest: true }), isRunning: true };
  }
}

/** Puts in what the bot would: public lists, and every profile. */
async function fill(index: Matcher, { records }: Store): Promise<void> {
  for (const record of await records.cases({ kinds: ['listing'] }))
    if (record.kind === 'listing' && isPublic(record)) index.put(record);
  for (const profile of await records.profiles()) index.put(profile);
}

/** Counts without asking the model or changing anything. */
async function count(store: Store, embedder: Embedder): Promise<Backlog> {
  const still = new Promise<never>(() => undefined);
  const idle: Embedder = { id: embedder.id, dimensions: embedder.dimensions, embed: () => still };
  const readOnly = { load: store.vectors.load, save: async () => undefined, remove: async () => undefined };
  const index = matcher({ vectors: readOnly }, idle, told);
  await fill(index, store);
  return watched(index, (backlog) => backlog.loaded);
}

async function drain(store: Store, embedder: Embedder, waiting: number): Promise<Backlog> {
  const bar = showProgress(waiting);
  const index = matcher(store, embedder, told);
  try {
    await fill(index, store);
    return await watched(index, (backlog) => {
      if (backlog.loaded) bar.at(waiting - backlog.waiting);
      return backlog.loaded && backlog.waiting === 0;
    });
  } finally {
    bar.end();
  }
}

/** Looks again and again until the backlog is as wished; its timer also keeps the process alive meanwhile. */
function watched(index: Matcher, isDone: (backlog: Backlog) => boolean): Promise<Backlog> {
  return new Promise((resolve) => {
    const look = (): void => {
      const backlog = index.backlog() ?? NOTHING;
      if (!isDone(backlog)) return;
      clearInterval(timer);
      resolve(backlog);
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
  });
}
