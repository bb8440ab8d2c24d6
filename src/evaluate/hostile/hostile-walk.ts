/** Walks through the product with a hostile text in hand. */
import type { Address } from '../../conversation/address.ts';
import { randomId } from '../../random-id.ts';
import { reachButton } from '../dialogues/find-button.ts';
import { beginPlaying, deliver, inboundOf, type Playing, press, say } from '../dialogues/playing.ts';
import { openScene, type Scene, type SceneParts, seatOf } from '../dialogues/scene.ts';
import { seatsOf } from '../dialogues/seats.ts';
import { type Arrived, readable } from '../dialogues/simulated-platforms.ts';
import { MACHINE_WORDS } from '../dialogues/watch-turn.ts';
import { suiteField } from '../suite-names.ts';
import { shownProblems } from './rendering-problems.ts';

const CHANNELS = ['telegram', 'web', 'slack'] as const;
/** What somebody else handed in: nobody may ever be shown it. */
const SECRET = '示例密件7F3Q';
const MOST_QUESTIONS = 60;
const LONG_RUN = 20_000;

type Walk = (playing: Playing, seat: Address) => Promise<readonly string[]>;

/** The text said with nothing open, on every channel. */
export function walkIdle(parts: SceneParts, text: string): Promise<readonly string[]> {
  return onEveryChannel(parts, async (playing, seat) => {
    const hostile = await say(playing, 'R1', seat, text);
    return [...judged(hostile, 'idle'), ...(await honest(playing, seat))];
  });
}

/** The text said first to every free-text question of both forms, on every channel; then the form goes on honestly. */
export async function walkFields(parts: SceneParts, text: string): Promise<readonly string[]> {
  const forms = text.length > LONG_RUN ? ['apply'] : ['apply', 'need'];
  const found: string[] = [];
  for (const form of forms) {
    found.push(...(await onEveryChannel(parts, (playing, seat) => walkForm(playing, seat, form, text))));
  }
  return found;
}

async function walkForm(playing: Playing, seat: Address, form: string, text: string): Promise<readonly string[]> {
  const { fixture, setting, names } = playing.scene;
  const kinds = new Map(
    setting.forms
      .find(({ id }) => id === form)
      ?.stages.flatMap(({ fields }) => fields.map(({ id, kind }) => [id, kind])),
  );
  const sheet = fixture.sheets[form === 'apply' ? 'R1.apply' : 'E1.need'] ?? {};
  const title = fixture.lists.find(({ status }) => status === 'open')?.title ?? '';
  const problems: string[] = [];
  await say(playing, 'R1', seat, form === 'apply' ? `我要揭「${title}」这个榜` : '发布需求');
  const tried = new Map<string, number>();
  let reached = false;
  for (let step = 0; step < MOST_QUESTIONS && !reached; step += 1) {
    const path = playing.asked.get('R1');
    if (path === undefined) break;
    reached = path === 'confirm';
    if (reached) break;
    const field = suiteField(names, form, path);
    const times = (tried.get(path) ?? 0) + 1;
    tried.set(path, times);
    const isFree = ['text', 'long-text'].includes(kinds.get(path) ?? '');
    if (times > 4) return [...problems, `${form}.${field}: the honest answer is not taken`];
    const said = isFree && times === 1 ? text : (sheet[field] ?? '跳过');
    const replies = await say(playing, 'R1', seat, said);
    problems.push(...judged(replies, `${form}.${field}`));
    // Left the form: whoever wants to goes on with it.
    if (replies.at(-1)?.reply.asks === undefined) await say(playing, 'R1', seat, '继续');
  }
  if (!reached)
    problems.push(`${form}: the form cannot be gone on with after ${[...tried.keys()].at(-1) ?? 'its start'}`);
  return [...problems, ...(await honest(playing, seat))];
}

/** The next honest message gets an answer. */
async function honest(playing: Playing, seat: Address): Promise<readonly string[]> {
  const replies = await say(playing, 'R1', seat, '有没有新材料方面的榜单');
  return replies.length > 0 && !replies.some(({ reply }) => reply.keys.some((key) => key.startsWith('apology.')))
    ? judged(replies, 'honest message')
    : ['the next honest message is not answered'];
}

function judged(replies: readonly Arrived[], at: string): readonly string[] {
  if (replies.length === 0) return [`${at}: not answered`];
  return replies.flatMap(({ reply }) => {
    const text = readable(reply);
    return [
      ...(reply.keys.some((key) => key.startsWith('apology.')) ? [`${at}: crash, the message was put aside`] : []),
      ...(/\n\s+at .+:\d+:\d+/.test(text) || MACHINE_WORDS.exec(withoutQuotes(text)) !== null
        ? [`${at}: stack trace or key`]
        : []),
      ...(text.includes(SECRET) ? [`${at}: data of others`] : []),
      ...shownProblems(reply).map((each) => `${at}: ${each}`),
    ];
  });
}

/** The person's own words shown back are theirs. */
function withoutQuotes(text: string): string {
  return text.replace(/[「“][\s\S]*?[」”]/g, '').replace(/^(?:✓|\d+\.).*$/gm, '');
}

/** A file by every channel, then an honest message. */
export function walkFile(
  parts: SceneParts,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly claimed: number | null },
): Promise<readonly string[]> {
  return onEveryChannel(parts, async (playing, seat) => {
    const id = randomId();
    playing.scene.platforms.upload(id, file.bytes);
    const files = [{ id, name: file.name, bytes: file.claimed }];
    const replies = await deliver(playing, 'R1', [[inboundOf(playing, 'R1', seat, { files })]]);
    return [...judged(replies, file.name), ...(await honest(playing, seat))];
  });
}

/** Somebody who is not staff presses what staff were sent and asks for what is not theirs. */
export function walkOutsider(parts: SceneParts): Promise<readonly string[]> {
  return onEveryChannel(parts, async (playing, seat) => {
    const { scene } = playing;
    const { records } = scene.store;
    const [other] = await records.cases({ kinds: ['application'] });
    const before = other?.version;
    const replies = [
      ...(await say(playing, 'R1', seat, other?.reference ?? '')),
      ...(await say(playing, 'R1', seat, '待办')),
    ];
    const staff = seatsOf(scene, 'S1').find(({ channel }) => channel === 'slack');
    const button = staff === undefined ? null : await reachButton(playing, 'S1', staff, '受理');
    if (button === null) return ['outsider: there is no staff button to try'];
    await press(playing, 'R1', seat, button);
    const after = (await records.cases({ kinds: ['application'] }))[0]?.version;
    return [...judged(replies, 'outsider'), ...(before === after ? [] : ['a staff act by somebody who is none'])];
  });
}

async function onEveryChannel(parts: SceneParts, walk: Walk): Promise<readonly string[]> {
  const found: string[] = [];
  for (const channel of CHANNELS) {
    const scene = await openScene(parts, null);
    await loadSecret(scene);
    const dialogue = { id: 'hostile', title: '', lang: 'zh', channel, capabilities: [], turns: [], end_checks: [] };
    const playing = beginPlaying(scene, dialogue);
    try {
      const problems = await walk(playing, seatOf('R1', channel, false));
      found.push(
        ...[...problems, ...logProblems(scene), ...(await parkedProblems(scene))].map((each) => `${channel}: ${each}`),
      );
    } finally {
      await scene.close();
    }
  }
  return found;
}

async function parkedProblems({ store }: Scene): Promise<readonly string[]> {
  return (await store.turns.parked()).map(({ reason }) => `crash: ${reason.slice(0, 200)}`);
}

/** What may never stand in a log: identity and card numbers, control characters. */
function logProblems({ logged }: Scene): readonly string[] {
  const all = logged.join('\n');
  return [
    ...(/(?<!\d)\d{17}[\dXx](?![\dA-Za-z])|(?<!\d)\d{16,19}(?!\d)/.test(all)
      ? ['log: an identity or card number']
      : []),
    ...(/(?![\n\t])\p{Cc}/u.test(all) ? ['log: control characters'] : []),
  ];
}

async function loadSecret({ store, setting, clock }: Scene): Promise<void> {
  const { newApplication } = await import('../../programme/new-case.ts');
  const { suiteId } = await import('../suite-records.ts');
  const [listing] = await store.records.cases({ kinds: ['listing'], statuses: ['published'] });
  if (listing?.kind !== 'listing') return;
  const at = clock.iso();
  const owner = suiteId('secret');
  const form = setting.programme.tracks[listing.track].applicationForm;
  const answers = { unit: SECRET, lead: SECRET, contact: SECRET, route: SECRET };
  const bid = newApplication({ account: owner, form, formVersion: 1, answers }, listing, null, {
    id: suiteId('secret-bid'),
    at,
    programme: setting.programme,
  });
  await store.load.load({
    accounts: [{ id: owner, locale: 'zh', localeChosen: false, name: SECRET, createdAt: at, source: 'live' }],
    cases: [bid],
  });
}
