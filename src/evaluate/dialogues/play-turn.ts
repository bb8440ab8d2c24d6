/** Playing one turn of a dialogue. */
import { createHash } from 'node:crypto';
import type { Address } from '../../conversation/address.ts';
import type { Inbound } from '../../ports/message.ts';
import { randomId } from '../../random-id.ts';
import { answerUntil } from './answer-until.ts';
import { type DialogueTurn, listOf, numberOf, type TurnPart, textOf } from './dialogue-rows.ts';
import { findButton, reachButton } from './find-button.ts';
import { heardInGroup, isInGroup } from './group-chat.ts';
import { arrivedSince, deliver, drain, inboundOf, type Playing, press, say, write } from './playing.ts';
import { canSee, seatsOf, speakingSeat } from './seats.ts';
import { fileInbounds } from './send-files.ts';
import { setScene } from './set-scene.ts';
import type { Arrived } from './simulated-platforms.ts';
import { waitMs } from './wait-time.ts';

/** What a turn brought about. */
export interface TurnResult {
  readonly person: string | null;
  readonly replies: readonly Arrived[];
  /** Fields asked on the way, by the suite's names; empty but for `answer_until`. */
  readonly asked: readonly string[];
  /** Why the turn could not be played as written; null when it could. */
  readonly problem: string | null;
  /** What was typed; empty for a button, a file or a wait. */
  readonly said: string;
  /** True where an answer is owed. */
  readonly wantsAnswer: boolean;
}

const SILENT: readonly string[] = [
  'wait',
  'restart',
  'given',
  'receive',
  'dismiss',
  'sticker',
  'redeliver',
  'link',
  'staff_reply',
  'edit_message',
];

/** How often a long wait lets the product look at its clock. */
const LOOK_EVERY_MS = 3 * 3_600_000;

/** Kinds that hand plain messages in. */
const PLAIN: readonly string[] = ['say', 'upload', 'album', 'edit_message', 'voice', 'sticker', 'burst', 'redeliver'];

/** Plays one turn. */
export async function playTurn(playing: Playing, turn: DialogueTurn): Promise<TurnResult> {
  const person = turn.from ?? playing.said.get(turn.of ?? -1)?.at(-1)?.person ?? null;
  const from = playing.scene.platforms.arrived.length;
  playing.handed = [];
  const done = await act(playing, turn, person ?? '');
  playing.spans.set(turn.n, [from, playing.scene.platforms.arrived.length]);
  if (!playing.said.has(turn.n)) playing.said.set(turn.n, [...playing.handed]);
  return {
    person,
    asked: [],
    problem: null,
    said: turn.text ?? '',
    wantsAnswer: !SILENT.includes(turn.do) && !isInGroup(turn),
    ...done,
  };
}

type Done = Partial<TurnResult> & Pick<TurnResult, 'replies'>;

async function act(playing: Playing, turn: DialogueTurn, person: string): Promise<Done> {
  const { scene, dialogue } = playing;
  const seat = speakingSeat(scene, person, turn, dialogue.channel);
  switch (turn.do) {
    case 'given':
      return { replies: [], problem: await setScene(playing, turn) };
    case 'wait':
      return waited(playing, turn);
    case 'restart':
      await scene.restart();
      return { replies: [] };
    case 'receive':
      return received(playing, turn, person);
    case 'dismiss':
      return { replies: [] };
    case 'answer_until':
      return filled(playing, turn, person, seat);
    case 'tap':
      return tapped(playing, turn, person, seat);
    case 'concurrent':
      return together(playing, turn);
    case 'link':
      return linked(playing, turn, person);
    case 'staff_reply':
      return relayed(playing, turn, person, seat);
    default:
      if (!PLAIN.includes(turn.do)) return { replies: [], problem: `the turn ${turn.do} is not known here` };
      return sent(playing, turn, person, seat);
  }
}

async function filled(playing: Playing, turn: DialogueTurn, person: string, seat: Address): Promise<Done> {
  const { stuck, ...done } = await answerUntil(playing, person, seat, turn);
  return { ...done, problem: stuck, wantsAnswer: stuck !== null || done.replies.length > 0 };
}

async function tapped(playing: Playing, turn: TurnPart, person: string, seat: Address): Promise<Done> {
  const word = turn.button ?? textOf(turn, 'label', 'text') ?? '';
  const span = turn.of === undefined ? undefined : playing.spans.get(turn.of);
  const button = span ? await findButton(playing, person, word, span) : await reachButton(playing, person, seat, word);
  playing.transcript.push(`${person} presses [${word}]`);
  if (button === null) return { replies: [], problem: `there is no button ${word}` };
  return { replies: await press(playing, person, seat, button) };
}

async function waited(playing: Playing, turn: DialogueTurn): Promise<Done> {
  const { scene } = playing;
  const from = scene.platforms.arrived.length;
  const ms = waitMs(turn, scene.clock.now());
  if (ms === null) return { replies: [], problem: 'how long to wait is not known here' };
  const until = scene.clock.now().getTime() + ms;
  for (let at = scene.clock.now().getTime(); at < until; at += LOOK_EVERY_MS) {
    scene.clock.moveTo(at);
    await drain(playing, at);
  }
  scene.clock.moveTo(until);
  await drain(playing, until);
  playing.transcript.push(`(it is ${scene.clock.iso()})`);
  write(playing, '', from);
  return { replies: [] };
}

async function received(playing: Playing, turn: DialogueTurn, person: string): Promise<Done> {
  await drain(playing);
  const to = turn.to ?? person;
  const { scene } = playing;
  const since = playing.read.get(to) ?? 0;
  const replies = scene.platforms.arrived.slice(since).filter((each) => canSee(scene, to, each));
  write(playing, to, since);
  return { person: to, replies };
}

/** Messages of any plain kind, as their platform would hand them over. */
export function inbounds(playing: Playing, turn: TurnPart, person: string, seat: Address): readonly Inbound[] {
  const one = (parts: Partial<Inbound>): readonly Inbound[] => [inboundOf(playing, person, seat, parts)];
  switch (turn.do) {
    case 'voice':
      return one({ unreadable: 'voice' });
    case 'sticker':
      return one({ unreadable: 'sticker' });
    case 'upload':
    case 'album':
      return fileInbounds(playing, person, seat, turn);
    case 'burst':
      return burst(playing, turn, person, seat);
    case 'edit_message': {
      const first = playing.said.get(turn.of ?? -1)?.at(-1)?.inbound;
      const id = first?.messageId ?? 'gone';
      return [inboundOf(playing, person, first?.address ?? seat, { said: turn.text ?? '', edits: id, messageId: id })];
    }
    case 'redeliver': {
      const before = playing.said.get(turn.of ?? -1)?.map(({ inbound }) => inbound) ?? [];
      return Array.from({ length: numberOf(turn, 'times') ?? 1 }, () => before).flat();
    }
    default: {
      const heard = isInGroup(turn) ? heardInGroup(turn, turn.text ?? '') : (turn.text ?? '');
      return heard === null ? [] : one({ said: heard });
    }
  }
}

function burst(playing: Playing, turn: TurnPart, person: string, seat: Address): readonly Inbound[] {
  const parts = listOf(turn, 'texts', 'messages', 'turns', 'parts') ?? [];
  return parts.map((part) => {
    const text =
      typeof part === 'string' ? part : textOf({ do: 'say', ...(typeof part === 'object' ? part : {}) }, 'text');
    return inboundOf(playing, person, seat, { said: text ?? '' });
  });
}

async function sent(playing: Playing, turn: DialogueTurn, person: string, seat: Address): Promise<Done> {
  const messages = inbounds(playing, turn, person, seat);
  playing.transcript.push(
    `${person}> ${turn.do === 'say' ? '' : `(${turn.do}) `}${messages.map((each) => each.said ?? '').join(' | ')}`,
  );
  playing.said.set(
    turn.n,
    messages.map((inbound) => ({ person, inbound })),
  );
  return { replies: await deliver(playing, person, [messages]) };
}

/** The thread of the newest wish for a person, where staff see it. */
function underWish({ scene }: Playing, seat: Address): Address {
  const wish = scene.platforms.arrived.findLast(
    ({ to, reply }) => to.channel === 'slack' && reply.notice?.kind === 'handoff',
  );
  return wish === undefined ? seat : { ...seat, thread: String(wish.n) };
}

/** Staff answer somebody in the thread; what matters is what reaches the person. */
async function relayed(playing: Playing, turn: DialogueTurn, person: string, seat: Address): Promise<Done> {
  await drain(playing);
  const from = playing.scene.platforms.arrived.length;
  const own = await sent(playing, turn, person, underWish(playing, seat));
  await drain(playing);
  write(playing, person, from);
  return turn.to === undefined ? own : { person: turn.to, replies: arrivedSince(playing, turn.to, from) };
}

/** Several people at once: everything is handed in before anything is answered. */
async function together(playing: Playing, turn: DialogueTurn): Promise<Done> {
  const { scene, dialogue } = playing;
  const from = scene.platforms.arrived.length;
  const batches: (readonly Inbound[])[] = [];
  for (const part of turn.turns ?? []) {
    const person = part.from ?? '';
    const seat = speakingSeat(scene, person, part, dialogue.channel);
    const word = part.button ?? '';
    const button = part.do === 'tap' ? await findButton(playing, person, word) : null;
    if (part.do === 'tap' && button === null) return { replies: [], problem: `there is no button ${word}` };
    batches.push(
      button === null
        ? inbounds(playing, part, person, seat)
        : [inboundOf(playing, person, seat, { chose: { button } })],
    );
    playing.transcript.push(`${person} at once: ${part.text ?? word}`);
  }
  await deliver(playing, turn.turns?.[0]?.from ?? '', batches);
  return { replies: scene.platforms.arrived.slice(from).filter(({ reply }) => reply.notice === undefined) };
}

/** The personal link of the old channel, opened on the new one. */
async function linked(playing: Playing, turn: DialogueTurn, person: string): Promise<Done> {
  const { scene, dialogue } = playing;
  const to = textOf(turn, 'to', 'channel', 'via') ?? 'web';
  const old = speakingSeat(
    scene,
    person,
    { do: 'say' },
    dialogue.channel
      .split('+')
      .filter((each) => each !== to)
      .join('+'),
  );
  const replies = await say(playing, person, old, '要个人链接');
  const link = replies.findLast(({ reply }) => reply.link?.startsWith('/r/') === true)?.reply.link;
  const hash = createHash('sha256')
    .update(link?.slice('/r/'.length) ?? randomId())
    .digest('hex');
  const account = await scene.store.sessions.accountOfReturnLink(hash);
  if (account === null) return { replies, problem: 'no personal link was given' };
  const seat = seatsOf(scene, person).find((each) => each.channel === to);
  if (seat !== undefined) await scene.store.sessions.link(seat, account, scene.clock.now());
  return { replies };
}
