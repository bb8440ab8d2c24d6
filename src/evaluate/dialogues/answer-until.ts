/** Answering whatever is asked from a sheet, until one field (or the review) is asked. */
import type { Address } from '../../conversation/address.ts';
import { suiteField } from '../suite-names.ts';
import type { TurnPart } from './dialogue-rows.ts';
import { findButton } from './find-button.ts';
import { type Playing, press, say } from './playing.ts';
import type { Arrived } from './simulated-platforms.ts';

/** What came of it. */
export interface Answered {
  readonly replies: readonly Arrived[];
  /** The suite's names of the fields that were asked on the way, the last one included. */
  readonly asked: readonly string[];
  /** Why it ended early; null when the field was reached. */
  readonly stuck: string | null;
}

/** More questions than any form has. */
const MOST = 60;

/** Answers until `until` is asked; the same question after its sheet answer means it is stuck. */
export async function answerUntil(playing: Playing, person: string, seat: Address, turn: TurnPart): Promise<Answered> {
  const { scene } = playing;
  const sheet = scene.fixture.sheets[turn.sheet ?? ''] ?? {};
  const form = turn.form ?? 'apply';
  const until = turn.until ?? 'confirm';
  const asked: string[] = [];
  let replies: readonly Arrived[] = [];
  const tried = new Map<string, number>();
  for (let step = 0; step < MOST; step += 1) {
    const path = playing.asked.get(person);
    if (path === undefined) return { replies, asked, stuck: 'nothing is asked' };
    const field = path === 'confirm' ? 'confirm' : suiteField(scene.names, form, path);
    asked.push(field);
    if (field === until) return { replies, asked, stuck: null };
    if (field === 'confirm') return { replies, asked, stuck: `the review came and ${until} was never asked` };
    const doubted = replies.at(-1)?.reply.keys.some((key) => key.startsWith('value.confirm.')) === true;
    const times = (tried.get(field) ?? 0) + 1;
    tried.set(field, times);
    if (times > (doubted ? 3 : 2))
      return {
        replies,
        asked,
        stuck: `${field} is asked again and again: ${replies.at(-1)?.reply.keys.join(' ') ?? ''}`,
      };
    replies = doubted
      ? await confirmed(playing, person, seat)
      : await say(playing, person, seat, sheet[field] ?? '跳过');
  }
  return { replies, asked, stuck: `more than ${MOST} questions` };
}

/** The value shown is the sheet's own: yes. */
async function confirmed(playing: Playing, person: string, seat: Address): Promise<readonly Arrived[]> {
  const button = (await findButton(playing, person, '对')) ?? (await findButton(playing, person, 'right'));
  playing.transcript.push(`${person} says the value is right`);
  return button === null ? say(playing, person, seat, '是的') : press(playing, person, seat, button);
}
