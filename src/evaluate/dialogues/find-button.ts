/** Finding the button a dialogue names by its meaning. */
import type { Address } from '../../conversation/address.ts';
import type { Command } from '../../understanding/command.ts';
import { interpret } from '../../understanding/interpret.ts';
import { type Playing, press, say } from './playing.ts';
import { canSee, isStaff } from './seats.ts';
import { buttonsOf } from './simulated-platforms.ts';

/** The id of the newest button somebody sees whose label is the word, or that does what the word means. */
export async function findButton(
  playing: Playing,
  person: string,
  word: string,
  span?: readonly [number, number],
): Promise<string | null> {
  const { scene } = playing;
  const seen = scene.platforms.arrived
    .slice(...(span ?? [0]))
    .filter((each) => canSee(scene, person, each))
    .toReversed();
  const meant: Meant = async (fits) => {
    for (const { reply } of seen) {
      for (const button of buttonsOf(reply)) {
        const command = (await scene.store.messages.commandOf(button.id))?.command;
        if (command !== undefined && fits(command, button.label)) return button.id;
      }
    }
    return null;
  };
  const key = word.trim().toLowerCase();
  const acts = scene.names.buttons[key] ?? [];
  const deeds = scene.names.commands[key] ?? [];
  if (isStaff(scene, person)) {
    for (const act of acts) {
      const found = await meantAct(playing, meant, act);
      if (found !== null) return found;
    }
    if (acts.some((act) => act.includes(':'))) return null;
  }
  const said = deedSaid(playing, word);
  return (
    (await meant((_, label) => label.trim().toLowerCase() === key)) ??
    (await meant((command) => deeds.includes(command.do))) ??
    (await meant(
      (_, label) => key.length > 1 && (label.toLowerCase().includes(key) || key.includes(label.trim().toLowerCase())),
    )) ??
    (await meant((command) => command.do === said))
  );
}

/** The command a button's name would be as a message: what it means, whatever its label is. */
function deedSaid({ scene }: Playing, word: string): string | null {
  const { fixture, setting } = scene;
  const idle = {
    locale: 'zh',
    today: fixture.today,
    programme: setting.programme,
    focus: 'idle',
    shown: [],
    about: null,
    named: () => [],
    isStaff: false,
  } as const;
  const [first] = interpret(word, idle).commands;
  return first === undefined || ['none', 'find', 'thanks', 'choose'].includes(first.do) ? null : first.do;
}

type Meant = (fits: (command: Command, label: string) => boolean) => Promise<string | null>;

/** The button of a staff act; `listing:shortlist` only where it stands on a case of that kind. */
async function meantAct({ scene }: Playing, meant: Meant, act: string): Promise<string | null> {
  const [action = '', kind = ''] = act.split(':').toReversed();
  const ids =
    kind === ''
      ? null
      : new Set((await scene.store.records.cases({})).filter((each) => each.kind === kind).map(({ id }) => id));
  return meant((command) =>
    command.do === 'act' ? command.action === action && (ids === null || ids.has(command.case)) : command.do === act,
  );
}

/** Finds a button as staff would look for it: in what they see, then behind the cases of what they see and of their queue. */
export async function reachButton(
  playing: Playing,
  person: string,
  seat: Address,
  word: string,
): Promise<string | null> {
  const direct = await findButton(playing, person, word);
  if (direct !== null || !isStaff(playing.scene, person)) return direct;
  for (const look of ['', '待办', ...(await listsUnderWay(playing))]) {
    if (look !== '') await say(playing, person, seat, look);
    if (look.includes('-')) {
      const there = await findButton(playing, person, word);
      if (there !== null) return there;
    }
    for (const id of await openers(playing, person)) {
      playing.transcript.push(`${person} opens a case to find [${word}]`);
      await press(playing, person, seat, id);
      const found = await findButton(playing, person, word);
      if (found !== null) return found;
    }
  }
  return null;
}

/** References of lists that are past their deadline: what an office would look up by number. */
async function listsUnderWay({ scene }: Playing): Promise<readonly string[]> {
  const lists = await scene.store.records.cases({ kinds: ['listing'], statuses: ['under-review'] });
  return lists.map(({ reference }) => reference);
}

async function openers(playing: Playing, person: string): Promise<readonly string[]> {
  const { scene } = playing;
  const ids: string[] = [];
  for (const each of scene.platforms.arrived
    .filter((one) => canSee(scene, person, one))
    .toReversed()
    .slice(0, 6)) {
    for (const button of buttonsOf(each.reply)) {
      const found = await scene.store.messages.commandOf(button.id);
      if (found?.command.do === 'open-case') ids.push(button.id);
    }
  }
  return ids.slice(0, 6);
}
