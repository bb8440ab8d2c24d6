/** Doing as people do: saying, pressing, sending, and reading what comes of it. */
import type { Address } from '../../conversation/address.ts';
import type { Inbound } from '../../ports/message.ts';
import { randomId } from '../../random-id.ts';
import type { Dialogue } from './dialogue-rows.ts';
import type { Scene } from './scene.ts';
import { cameTo } from './seats.ts';
import { type Arrived, readable } from './simulated-platforms.ts';

/** A dialogue being played. */
export interface Playing {
  readonly scene: Scene;
  readonly dialogue: Dialogue;
  readonly transcript: string[];
  readonly notes: string[];
  /** Accounts people had, by their key. */
  readonly known: Map<string, Set<string>>;
  /** Inbound messages by turn, for editing and sending again. */
  readonly said: Map<number, { readonly person: string; readonly inbound: Inbound }[]>;
  /** Where each person's reading has come to: what arrived before is old. */
  readonly read: Map<string, number>;
  /** The field last asked of somebody, as the product names it. */
  readonly asked: Map<string, string>;
  /** Where each turn's arrivals begin and end, for pressing what an earlier turn showed. */
  readonly spans: Map<number, readonly [number, number]>;
  /** What was handed in last. */
  handed: readonly { readonly person: string; readonly inbound: Inbound }[];
  /** How much of what arrived stands in the transcript. */
  written: number;
  /** How often a consent was given in the scene. */
  consents: number;
  messages: number;
}

const SECONDS_APART = 3;
const STAMPED = /^consent\./;

/** Messages that came to somebody's seats since a place in the order. */
export function arrivedSince(playing: Playing, person: string, from: number): readonly Arrived[] {
  return playing.scene.platforms.arrived.slice(from).filter((each) => cameTo(playing.scene, person, each));
}

/** A dialogue about to be played. */
export function beginPlaying(scene: Scene, dialogue: Dialogue): Playing {
  return {
    scene,
    dialogue,
    transcript: [],
    notes: [],
    known: new Map(),
    said: new Map(),
    read: new Map(),
    asked: new Map(),
    spans: new Map(),
    handed: [],
    written: 0,
    consents: 0,
    messages: 0,
  };
}

/** An inbound message of somebody, with fresh keys. */
export function inboundOf(playing: Playing, person: string, seat: Address, parts: Partial<Inbound>): Inbound {
  const { scene } = playing;
  playing.messages += 1;
  const lang = scene.fixture.people[person]?.lang ?? (playing.dialogue.lang === 'mixed' ? 'zh' : playing.dialogue.lang);
  return {
    keys: [randomId()],
    address: seat,
    receivedAt: scene.clock.iso(),
    sequence: playing.messages,
    messageId: `m${playing.messages}`,
    languageHint: lang === 'zh' ? 'zh-CN' : lang,
    ...parts,
  };
}

/** Hands messages in and waits for what they bring; consents that are asked are given. Answers what came to the person. */
export async function deliver(
  playing: Playing,
  person: string,
  batches: readonly (readonly Inbound[])[],
): Promise<readonly Arrived[]> {
  const { scene } = playing;
  let from = scene.platforms.arrived.length;
  playing.handed = batches.flat().map((inbound) => ({ person, inbound }));
  scene.clock.advance(SECONDS_APART * 1000);
  await Promise.all(batches.map((batch) => scene.engine().accept(batch)));
  await settle(playing);
  for (let times = 0; times < 3; times += 1) {
    const yes = await consentAsked(playing, arrivedSince(playing, person, from).at(-1));
    const seat = batches[0]?.[0]?.address;
    if (yes === null || seat === undefined) break;
    playing.consents += 1;
    write(playing, person, from);
    from = scene.platforms.arrived.length;
    playing.transcript.push(`${person} gives the consent`);
    await scene.engine().accept([inboundOf(playing, person, seat, { chose: { button: yes } })]);
    await settle(playing);
  }
  return turnPages(playing, person, batches[0]?.[0]?.address, write(playing, person, from));
}

/** More pages than any review has. */
const MOST_PAGES = 12;

/** What is shown in pages is read to its end, as whoever checks an answer does; all of it counts as one message. */
async function turnPages(
  playing: Playing,
  person: string,
  seat: Address | undefined,
  came: readonly Arrived[],
): Promise<readonly Arrived[]> {
  const { scene } = playing;
  let whole = came.at(-1);
  for (let page = 1; page < MOST_PAGES && whole !== undefined && seat !== undefined; page += 1) {
    const next = await nextPage(playing, whole);
    if (next === null) break;
    const from = scene.platforms.arrived.length;
    playing.transcript.push(`${person} turns the page`);
    await scene.engine().accept([inboundOf(playing, person, seat, { chose: { button: next } })]);
    await settle(playing);
    const last = write(playing, person, from).at(-1);
    if (last === undefined) break;
    whole = { ...last, reply: { ...last.reply, text: `${whole.reply.text}\n${last.reply.text}` } };
  }
  return whole === undefined ? came : [...came.slice(0, -1), whole];
}

/** The button to the next page of a review, where the message has one. */
async function nextPage({ scene }: Playing, { reply }: Arrived): Promise<string | null> {
  for (const { id } of reply.buttons) {
    const command = (await scene.store.messages.commandOf(id))?.command;
    if (command?.do === 'review' && command.page !== undefined) return id;
  }
  return null;
}

/** Waits until everything said is answered; a turn that failed is tried again as its clock runs on. */
async function settle({ scene }: Playing): Promise<void> {
  await scene.engine().idle();
  for (let wait = 0; wait < 30 && (await scene.store.turns.pending()).inbox > 0; wait += 1) {
    scene.clock.advance(1000);
    await scene.engine().idle();
  }
}

/** Writes everything new into the transcript, notes the open question, and returns what came to the person. */
export function write(playing: Playing, person: string, from: number): readonly Arrived[] {
  const { scene } = playing;
  for (const each of scene.platforms.arrived.slice(playing.written)) {
    const own = Object.keys(scene.fixture.people).find((key) => cameTo(scene, key, each));
    if (each.to.room === 'desk') continue;
    const kind = each.reply.notice ? ` (${each.reply.notice.kind}${each.inPlace ? ', in place' : ''})` : '';
    playing.transcript.push(`→ ${own ?? 'staff'}${kind}: ${readable(each.reply)}`);
    if (own !== undefined && each.reply.asks !== undefined) playing.asked.set(own, each.reply.asks);
  }
  playing.written = scene.platforms.arrived.length;
  const came = arrivedSince(playing, person, from);
  playing.read.set(person, scene.platforms.arrived.length);
  return came;
}

/** The button that gives a consent, where the message asks for one: it offers a no beside the yes. */
async function consentAsked(playing: Playing, last: Arrived | undefined): Promise<string | null> {
  if (last === undefined || !last.reply.keys.some((key) => STAMPED.test(key))) return null;
  const offered: { id: string; yes: boolean }[] = [];
  for (const { id } of last.reply.buttons) {
    const command = (await playing.scene.store.messages.commandOf(id))?.command;
    if (command?.do === 'consent') offered.push({ id, yes: command.yes });
  }
  return offered.some(({ yes }) => !yes) ? (offered.find(({ yes }) => yes)?.id ?? null) : null;
}

/** Says one text from a seat. */
export async function say(playing: Playing, person: string, seat: Address, text: string): Promise<readonly Arrived[]> {
  playing.transcript.push(`${person}> ${text}`);
  return deliver(playing, person, [[inboundOf(playing, person, seat, { said: text })]]);
}

/** Presses a button by its id. */
export async function press(
  playing: Playing,
  person: string,
  seat: Address,
  button: string,
): Promise<readonly Arrived[]> {
  return deliver(playing, person, [[inboundOf(playing, person, seat, { chose: { button } })]]);
}

/** Lets the clock run until nothing waits to be sent any more. */
export async function drain(playing: Playing, until = Number.POSITIVE_INFINITY): Promise<void> {
  const { scene } = playing;
  for (let step = 0; step < 500; step += 1) {
    await scene.engine().idle();
    const due = await scene.store.turns.nextDue();
    if (due === null || due.getTime() > until || (await scene.store.turns.pending()).outbox === 0) return;
    scene.clock.moveTo(due.getTime());
  }
}
