import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord, Listing } from '../../src/programme/records.ts';
import { randomId } from '../../src/random-id.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type ConsoleProcess, startConsole } from '../support/console-process.ts';
import { loadOpenLists } from '../support/open-lists.ts';
import { makeOwnPackage, type OwnPackage } from '../support/own-package.ts';

type Question = { readonly id: string } & Record<string, unknown>;

const FORM = 'data/forms/application-enterprise-demand.json';
const ORDER = ['unit', 'lead', 'contact', 'why'] as const;
const NEW_QUESTION: Question = {
  id: 'since',
  kind: 'text',
  required: true,
  max: 40,
  label: { zh: '起步年份', en: 'Since' },
  question: { zh: '哪一年开始做这个方向？', en: 'Since when?' },
};
const ANSWERS: Readonly<Record<string, string>> = {
  unit: '示例大学',
  lead: '示例张三',
  contact: '13800000000',
  why: '我们做过中试，有设备有样品',
  since: '二〇一五年起步',
};

const CHANGES: readonly {
  readonly name: string;
  readonly change: (questions: readonly Question[]) => readonly Question[];
}[] = [
  { name: 'a deleted question', change: (all) => all.filter((each) => each.id !== 'contact') },
  { name: 'an inserted question', change: ([first, ...rest]) => [...(first ? [first] : []), NEW_QUESTION, ...rest] },
  { name: 'questions in another order', change: (all) => all.toReversed() },
  {
    name: 'all three at once',
    change: (all) => [NEW_QUESTION, ...all.filter((each) => each.id !== 'lead').toReversed()],
  },
];

let own: OwnPackage;
let folder: string;
let original: readonly Question[] = [];

beforeAll(async () => {
  own = await makeOwnPackage('forms');
  folder = await mkdtemp(join(tmpdir(), 'jiebang-forms-'));
});
afterAll(async () => {
  await own.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Rewrites the questions of the interest stage in this package's form file, under a new version. */
async function setQuestions(
  change: (questions: readonly Question[]) => readonly Question[],
): Promise<readonly string[]> {
  let now: readonly Question[] = [];
  await own.change(FORM, (json) => {
    const { stages, version } = json as unknown as { stages: { id: string; fields: Question[] }[]; version: number };
    if (original.length === 0) original = stages[0]?.fields ?? [];
    now = change(original);
    return {
      ...json,
      version: version + 1,
      stages: stages.map((stage, n) => (n === 0 ? { ...stage, fields: now } : stage)),
    };
  });
  return now.map((each) => each.id);
}

/** Person `p` takes the list up and answers the first `p` questions. */
async function begin(console_: ConsoleProcess, p: number, listing: Listing | undefined): Promise<void> {
  const from = `p${p}`;
  await console_.ask({ from, text: `揭榜 ${listing?.reference}` });
  await console_.ask({ from, choose: '同意' });
  for (const id of ORDER.slice(0, p)) await console_.ask({ from, text: `${ANSWERS[id]}` });
}

/** Goes on and answers whatever is asked until the form is handed in; the ids of what was asked. */
async function finish(console_: ConsoleProcess, p: number): Promise<readonly string[]> {
  const from = `p${p}`;
  const asked: string[] = [];
  let rows = await console_.ask({ from, text: '继续' });
  for (let n = 0; n < 12; n += 1) {
    const asks = rows.findLast((row) => row.to === from)?.asks;
    if (asks === undefined) break;
    if (asks === 'confirm') {
      rows = await console_.ask({ from, choose: '提交' });
      expect(rows.map((row) => row.text).join()).toMatch(/编号 I-/);
      break;
    }
    asked.push(asks);
    rows = await console_.ask({ from, text: `${ANSWERS[asks]}` });
  }
  return asked;
}

async function interests(database: string): Promise<readonly CaseRecord[]> {
  const store = await openStore(database, { clock: { now: () => new Date() }, randomId });
  try {
    return await store.records.cases({ kinds: ['interest'] });
  } finally {
    await store.close();
  }
}

describe('a form changed while five people are in it', () => {
  it.each(CHANGES)(
    '$name: every draft goes on where its person stands, and no answer is asked twice',
    { timeout: 60_000 },
    async ({ name, change }) => {
      const database = `sqlite:${folder}/${name.replaceAll(' ', '-')}.db`;
      const [listing] = await loadOpenLists(database, 1);
      await setQuestions((all) => all);
      const before = startConsole(own, database);
      for (let p = 0; p <= ORDER.length; p += 1) await begin(before, p, listing);
      expect(await before.end()).toBe(0);
      const ids = await setQuestions(change);
      const after = startConsole(own, database);
      for (let p = 0; p <= ORDER.length; p += 1) {
        const given: readonly string[] = ORDER.slice(0, p);
        expect(await finish(after, p), `person with ${p} answers`).toEqual(ids.filter((id) => !given.includes(id)));
      }
      expect(await after.end()).toBe(0);
      const stored = await interests(database);
      expect(stored).toHaveLength(ORDER.length + 1);
      for (const record of stored) for (const id of ids) expect(record.answers[id]).toBe(ANSWERS[id]);
    },
  );
});
