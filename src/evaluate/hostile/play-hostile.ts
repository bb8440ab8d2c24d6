/** Plays hostile inputs: through every free-text field on every channel, rendered everywhere, with an honest message after each. */
import { allFields } from '../../programme/load-form.ts';
import type { SceneParts } from '../dialogues/scene.ts';
import type { Checked, SuiteOutcome } from '../outcome.ts';
import { readSuiteRows } from '../read-suite.ts';
import { readSuiteFixture } from '../suite-fixture.ts';
import { readSuiteSetting } from '../suite-forms.ts';
import { readSuiteNames } from '../suite-names.ts';
import type { SuitePlay } from '../suite-play.ts';
import { type HostileCase, type HostileInput, hostileInputs, hostileSchema } from './hostile-input.ts';
import { walkFields, walkFile, walkIdle, walkOutsider } from './hostile-walk.ts';
import { postBody } from './post-body.ts';
import { paperProblems } from './rendering-problems.ts';

/** Plays `hostile-inputs.jsonl`. */
export async function playHostile({ folder, progress }: SuitePlay): Promise<SuiteOutcome> {
  const rows = readSuiteRows(folder, 'hostile-inputs.jsonl', hostileSchema);
  const parts: SceneParts = { fixture: readSuiteFixture(folder), setting: readSuiteSetting(), names: readSuiteNames() };
  const fields = parts.setting.forms
    .flatMap(allFields)
    .filter(({ kind }) => kind === 'text' || kind === 'long-text').length;
  const checked: Checked[] = [];
  const unmade: string[] = [];
  for (const [index, row] of rows.entries()) {
    checked.push(await playCase(row, parts, unmade));
    progress(index + 1, rows.length);
  }
  return {
    suite: 'hostile',
    checked,
    grave: [],
    judge: rows.map(({ id, expect }) => ({ id, at: '', say: expect })),
    numbers: {
      cases: rows.length,
      'free-text fields': fields,
      channels: 3,
      'directives this driver cannot make': unmade.length,
    },
    notes: [
      ...unmade.map((each) => `cannot be made here: ${each}`),
      'A case passes when nothing crashes, nothing of the machine or of others shows, every rendering is sound and the next honest message is answered; whether its own expectation holds in every word is for a person to judge.',
    ],
    transcripts: {},
  };
}

async function playCase(row: HostileCase, parts: SceneParts, unmade: string[]): Promise<Checked> {
  const problems = new Set<string>();
  const began = process.hrtime.bigint();
  for (const input of hostileInputs(row)) {
    if (input.is === 'unmade') unmade.push(`${row.id} ${input.why}`);
    else for (const each of await problemsOf(input, row, parts)) problems.add(each);
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return {
    id: row.id,
    ok: problems.size === 0,
    groups: [`category ${row.category}`, `channel ${row.channel}`],
    say: row.expect,
    got: `${[...problems].join('; ')} (${seconds.toFixed(1)} s)`,
    at: row.input.slice(0, 60),
    ...([...problems].some(isGrave) && { grave: 'hostile input' }),
  };
}

function isGrave(problem: string): boolean {
  return /crash|stack|others|not answered|by somebody who is none/.test(problem);
}

/** Everything that goes wrong with one input; what the player throws is a crash. */
async function problemsOf(input: HostileInput, row: HostileCase, parts: SceneParts): Promise<readonly string[]> {
  try {
    if (input.is === 'body') return await postBody(input.body);
    if (input.is === 'file') return await walkFile(parts, input);
    if (input.is === 'unmade') return [];
    const idle = await walkIdle(parts, input.text);
    const fields = await walkFields(parts, input.text);
    const outsider = /idor|permission|staff/.test(row.category) ? await walkOutsider(parts) : [];
    return [...idle, ...fields, ...outsider, ...(await paperProblems(input.text))];
  } catch (error) {
    return [`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  }
}
