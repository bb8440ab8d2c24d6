import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LedgerEntry, walkForms } from '../support/form-walker.ts';
import { judge } from '../support/ledger-oracle.ts';
import { loadOpenLists } from '../support/open-lists.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { dice } from '../support/dice.ts';
import { killOften, supervise } from '../support/server-process.ts';
import { enterWeb, type WebPerson } from '../support/web-person.ts';

const PEOPLE = 50;
const KILLS = 60;

describe(`${PEOPLE} people at the web chat while the server is killed ${KILLS} times`, () => {
  let own: OwnPackage;
  let folder: string;

  beforeAll(async () => {
    own = await makeOwnPackage('kill-web');
    folder = await mkdtemp(join(tmpdir(), 'jiebang-kill-'));
  });
  afterAll(async () => {
    await own.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('loses no answer, doubles no interest, and every form is finished', { timeout: 240_000 }, async () => {
    const url = `sqlite:${folder}/web.db`;
    const lists = await loadOpenLists(url, 8);
    const server = await supervise(own, { DATABASE_URL: url, LOG_LEVEL: 'error' });
    const ledger: LedgerEntry[] = [];
    const people: WebPerson[] = [];
    let killing = true;
    const began = performance.now();
    const walking = Promise.all(
      Array.from({ length: PEOPLE }, async (_, person) => {
        const talk = await enterWeb(server.url);
        people.push(talk);
        await walkForms(person, talk, lists, () => killing, ledger);
      }),
    );
    await Promise.race([killOften(server, KILLS, dice(11)), walking.then(() => new Promise(() => undefined))]);
    killing = false;
    await walking;
    await server.ready();
    const exit = await server.stop();
    for (const person of people) person.leave();
    const verdict = await judge(url, ledger);
    const seconds = (performance.now() - began) / 1000;
    console.log({
      ...verdict,
      kills: KILLS,
      messages: people.reduce((sum, each) => sum + each.acknowledged.length, 0),
      askedAgain: people.reduce((sum, each) => sum + each.resends(), 0),
      doubledBubbles: people.reduce((sum, each) => sum + each.doubles(), 0),
      medianStartMs: Math.round(server.starts.toSorted((a, b) => a - b)[Math.floor(server.starts.length / 2)] ?? 0),
      seconds: Math.round(seconds),
    });
    expect(verdict).toEqual({
      ...{ forms: ledger.length, stored: ledger.length, unfinished: 0, lostAnswers: 0, wrongReferences: 0 },
      ...{ doubledInterests: 0, staffNoticesMissing: 0, staffNoticesDoubled: 0 },
      ...{ waiting: 0, parked: 0, failedDeliveries: 0, auditBroken: 0 },
    });
    expect(ledger.length).toBeGreaterThanOrEqual(PEOPLE);
    expect(people.reduce((sum, each) => sum + each.doubles(), 0)).toBeLessThanOrEqual(KILLS);
    expect(server.ownExits).toEqual([]);
    expect(server.stderr()).not.toMatch(/\n\s+at /);
    expect(exit).toBe(0);
  });
});
