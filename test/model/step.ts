/** What a step of the model test is made of: a delivery, a change of the model, and the check of everything. */

import { expect } from 'vitest';
import type { Reply } from '../../src/ports/channel.ts';
import fc from '../support/fast-check.ts';
import { expectHolds } from './holds.ts';
import type { Model } from './model.ts';
import { type Delivery, deliveries, type World } from './world.ts';

/** One step of a conversation. */
export type Step = fc.AsyncCommand<Model, World, boolean>;

/** What makes one step out of a kind. */
export interface Named {
  readonly how: Delivery;
  readonly n: number;
}

const numbered = fc.record({ how: deliveries, n: fc.nat(999) });

/** One kind of step: made for a number, which picks among what there is, and a way of delivery. */
export interface Kind {
  readonly name: string;
  make(named: Named): Step;
}

/** Steps of one kind, at random. */
export function stepsOf(kind: Kind): fc.Arbitrary<Step> {
  return numbered.map((named) => kind.make(named));
}

/** A step that delivers messages in the given way, then changes the model, then checks everything; null: there was nothing to do. A `quiet` one need not be answered. */
export function step(
  name: string,
  may: (model: Model) => boolean,
  run: (model: Model, world: World, named: Named) => Promise<readonly Reply[] | null>,
  quiet = false,
): Kind {
  const make = (named: Named): Step => ({
    check: (model) => may(model),
    run: async (model, world) => {
      const replies = await run(model, world, named);
      if (replies === null) return;
      if (!quiet) expect(replies.length, 'messages answered').toBeGreaterThan(0);
      await expectHolds(model, world, replies);
    },
    toString: () => `${name}(${named.n}, ${shownWay(named.how)})`,
  });
  return { name, make };
}

function shownWay({ way, dies, engine }: Delivery): string {
  return `${way}${way === 'crash' ? ` at ${dies}` : ''} on ${engine}`;
}

/** A step of one typed message. */
export function said(
  name: string,
  may: (model: Model) => boolean,
  text: string | ((model: Model, n: number) => string),
  then: (model: Model, n: number, message: string) => void,
): Kind {
  return step(name, may, async (model, world, { how, n }) => {
    const message = messageId();
    const words = typeof text === 'string' ? text : text(model, n);
    const replies = await world.deliver({ said: words, messageId: message }, how);
    then(model, n, message);
    return replies;
  });
}

let messages = 0;
/** The platform numbers its messages. */
export function messageId(): string {
  messages += 1;
  return `m${messages}`;
}

/** Presses the button that `pick` finds on the newest message that has it; null when there is none. */
export async function pressed(
  world: World,
  how: Delivery,
  pick: (reply: Reply) => Reply['buttons'][number] | undefined,
): Promise<readonly Reply[] | null> {
  const told = world.told().filter((each) => each.notice === undefined);
  const button = told.toReversed().flatMap((reply) => pick(reply) ?? [])[0];
  return button ? world.deliver({ chose: { button: button.id } }, how) : null;
}

/** Steps by how often they are taken. */
export type Weighted = readonly (readonly [number, Kind])[];
