/** Who is who in a scene: seats, accounts, and what has arrived for them. */
import type { Address } from '../../conversation/address.ts';
import type { TurnPart } from './dialogue-rows.ts';
import { groupSeat, isInGroup } from './group-chat.ts';
import { type Scene, STAFF_ROOM, seatOf } from './scene.ts';
import type { Arrived } from './simulated-platforms.ts';

/** True for people of the office. */
export function isStaff(scene: Scene, key: string): boolean {
  return scene.fixture.people[key]?.role === 'staff';
}

/** The seat somebody speaks from: the turn's channel, else the dialogue's first they have, else their first. */
export function speakingSeat(scene: Scene, key: string, turn: TurnPart, channel: string): Address {
  const own = scene.fixture.people[key]?.channels ?? ['telegram'];
  const wished = [turn.via ?? '', ...channel.split('+')].find(
    (each) => own.includes(each) || (each === turn.via && !isInGroup(turn)),
  );
  const used = wished !== undefined && wished !== '' ? wished : (own[0] ?? 'telegram');
  const seat = seatOf(key, used, isStaff(scene, key));
  return isInGroup(turn) && !isStaff(scene, key) ? groupSeat(seat) : seat;
}

/** Every seat of somebody. */
export function seatsOf(scene: Scene, key: string): readonly Address[] {
  return ['telegram', 'web', 'slack'].map((channel) => seatOf(key, channel, isStaff(scene, key)));
}

/** True for a message that came to one of somebody's own seats. */
export function cameTo(scene: Scene, key: string, { to }: Arrived): boolean {
  return seatsOf(scene, key).some(
    (seat) =>
      seat.channel === to.channel &&
      seat.user === to.user &&
      (seat.room === to.room || groupSeat(seat).room === to.room),
  );
}

/** True for a message somebody can see: their own, and for staff those of the shared rooms. */
export function canSee(scene: Scene, key: string, arrived: Arrived): boolean {
  const { to } = arrived;
  const shared = to.room === STAFF_ROOM.room && to.user === STAFF_ROOM.user;
  return cameTo(scene, key, arrived) || (isStaff(scene, key) && shared);
}

/** The accounts of somebody now; `known` keeps those they had before, so that nothing deleted hides. */
export async function accountsOf(
  scene: Scene,
  key: string,
  known: Map<string, Set<string>>,
): Promise<ReadonlySet<string>> {
  const all = known.get(key) ?? new Set<string>();
  known.set(key, all);
  for (const seat of seatsOf(scene, key)) {
    const account = await scene.store.records.accountAt(seat);
    if (account !== null) all.add(account);
  }
  return all;
}
