import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flawless, killStory } from '../support/kill-story.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';
import { enterWeb, type WebPerson } from '../support/web-person.ts';

const PEOPLE = 50;
const KILLS = 60;

describe(`${PEOPLE} people at the web chat while the server is killed ${KILLS} times`, () => {
  let own: OwnPackage;
  beforeAll(async () => {
    own = await makeOwnPackage('kill-web');
  });
  afterAll(() => own.remove());

  it('loses no answer, doubles no interest, and every form is finished', { timeout: 240_000 }, async () => {
    const people: WebPerson[] = [];
    const enter = async (_: number, server: { readonly url: string }) => {
      const person = await enterWeb(server.url);
      people.push(person);
      return person;
    };
    const { verdict, stderr, ...report } = await killStory(own, { people: PEOPLE, kills: KILLS, settings: {}, enter });
    for (const person of people) person.leave();
    const doubled = people.reduce((sum, each) => sum + each.doubles(), 0);
    const messages = people.reduce((sum, each) => sum + each.acknowledged.length, 0);
    const askedAgain = people.reduce((sum, each) => sum + each.resends(), 0);
    console.log({ kills: KILLS, messages, askedAgain, doubledBubbles: doubled, ...verdict, ...report });
    expect(verdict).toEqual(flawless(verdict.forms));
    expect(verdict.forms).toBeGreaterThanOrEqual(PEOPLE);
    expect(doubled).toBeLessThanOrEqual(KILLS);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(report).toMatchObject({ ownExits: [], exit: 0 });
  });
});
