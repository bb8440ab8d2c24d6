/** The process that the crash story kills: accepts and commits as fast as it can, and says so after every acknowledgement. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/open-store.ts';
import { anApplication, anAudit, inbound, LEASE, outgoing, randomId, resultOf, seat } from './samples.ts';

const [url = '', run = ''] = process.argv.slice(2);
const store = await openStore(url, { clock: { now: () => new Date() }, randomId });
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};
say('open');

async function talk(person: number): Promise<never> {
  for (let n = 0; ; n += 1) {
    const key = `${run}-${person}-${n}`;
    await store.turns.accept([inbound(`${run}-${person}`, key, { keys: [key], messageId: key })]);
    say(`accepted ${key}`);
  }
}

/** Each message becomes two records, an audit row and an answer: half of them would show. */
async function answer(): Promise<never> {
  for (;;) {
    const turns = await store.turns.claim(new Date(), 8, LEASE);
    await Promise.all(
      turns.map(async (turn) => {
        const user = turn.messages[0]?.inbound.address.user ?? '';
        const account = turn.account ?? `account-${user}`;
        const said = turn.messages.map((message) => message.inbound.said ?? '');
        const records = said.flatMap((key) =>
          ['a', 'b'].map((half) => anApplication(`${key}-${half}`, account, { listing: `${key}-${half}` })),
        );
        await store.turns.commit([
          resultOf(turn, account, {
            effects: records.map((record) => ({
              type: 'save-case',
              record,
              expected: 0,
              action: 'submit',
              from: null,
            })),
            audit: said.map((key) => anAudit(key)),
            outgoing: said.map((key) => outgoing(key, seat(user))),
          }),
        ]);
        for (const key of said) say(`committed ${key}`);
      }),
    );
    if (turns.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

await Promise.all([talk(0), talk(1), talk(2), talk(3), answer()]);
