/** People who talk to one real engine from several channels, over days. */
import type { ChannelName } from '../../src/conversation/address.ts';
import type { Reply } from '../../src/ports/channel.ts';
import type { Draft, Listing } from '../../src/programme/records.ts';
import { randomId } from '../../src/random-id.ts';
import { realKit } from './dialogue.ts';
import { type EngineKit, seat } from './engine-kit.ts';

/** Channels with fake platforms. */
export type Place = Extract<ChannelName, 'web' | 'telegram' | 'slack'>;

/** One person at one place. */
export interface Speaker {
  /** Says it; the answers. */
  says(...texts: readonly string[]): Promise<readonly Reply[]>;
  /** Presses the newest button of that label. */
  presses(label: string): Promise<readonly Reply[]>;
  /** Everything this seat was told since it was last asked. */
  news(): readonly Reply[];
  account(): Promise<string | null>;
  drafts(): Promise<readonly Draft[]>;
}

/** An engine with the real parts, and people. */
export interface CareScene {
  readonly kit: EngineKit;
  at(user: string, place?: Place): Speaker;
  /** Moves the clock to that hour (Shanghai) some days on, and lets everything due happen. */
  later(days: number, hour: number): Promise<void>;
  publish(listing: Listing): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it; Monday, 10:00 in Shanghai. */
export async function startCareScene(listings?: readonly Listing[], url?: string): Promise<CareScene> {
  const kit = await realKit(listings, { ...(url && { url }) });
  return {
    kit,
    at: (user, place = 'web') => speaker(kit, user, place),
    async later(days, hour) {
      const now = kit.clock.now();
      const day = new Date(now.getTime() + 8 * 3_600_000);
      day.setUTCHours(hour, 0, 0, 0);
      kit.clock.advance(day.getTime() - 8 * 3_600_000 + days * 86_400_000 - now.getTime());
      await kit.engine.idle();
    },
    async publish(listing) {
      kit.clock.advance(1_000);
      await kit.store.load.load({ cases: [{ ...listing, statusSince: kit.clock.iso() }] });
      await kit.engine.refresh();
      kit.clock.advance(1_000);
      await kit.engine.idle();
    },
    stop: () => kit.close(),
  };
}

function speaker(kit: EngineKit, user: string, place: Place): Speaker {
  const channel = kit.channels[place];
  const address = seat(user, place);
  const here = (): readonly Reply[] => channel.sent.filter((each) => each.to.room === user).map((each) => each.reply);
  let heard = here().length;
  const answered = async (doing: () => Promise<void>): Promise<readonly Reply[]> => {
    heard = here().length;
    kit.clock.advance(1_000);
    await doing();
    await kit.engine.idle();
    const answers = here().slice(heard);
    heard = here().length;
    return answers;
  };
  const inbound = (more: object) =>
    kit.engine.accept([
      { keys: [randomId()], address, receivedAt: kit.clock.iso(), sequence: 0, messageId: randomId(), ...more },
    ]);
  const account = () => kit.store.records.accountAt(address);
  return {
    account,
    async says(...texts) {
      let last: readonly Reply[] = [];
      for (const said of texts) last = await answered(() => inbound({ said }));
      return last;
    },
    async presses(label) {
      const button = here()
        .toReversed()
        .flatMap((reply) => [...reply.cards.map((card) => card.button), ...reply.buttons])
        .find((each) => each.label === label);
      if (!button) throw new Error(`no button ${label}: ${here().at(-1)?.text}`);
      return answered(() => inbound({ chose: { button: button.id } }));
    },
    news() {
      const fresh = here().slice(heard);
      heard = here().length;
      return fresh;
    },
    async drafts() {
      const id = await account();
      return id === null ? [] : kit.store.records.drafts(id);
    },
  };
}

/** All words of some replies, cards and buttons included. */
export function wordsOf(replies: readonly Reply[]): string {
  return replies
    .flatMap((each) => [
      each.text,
      ...each.cards.flatMap((card) => [card.title, ...card.facts, ...card.because]),
      ...each.buttons.map((button) => button.label),
    ])
    .join('\n');
}

/** The catalogue keys of some replies. */
export function keysOf(replies: readonly Reply[]): readonly string[] {
  return replies.flatMap((each) => each.keys);
}

/** The code in an answer. */
export function codeIn(replies: readonly Reply[], pattern = /\d{6}/): string {
  return pattern.exec(wordsOf(replies))?.[0] ?? 'no code';
}
