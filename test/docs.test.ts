import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePrompt } from '../src/ai/prompt.ts';
import { CONFIG_KEYS } from '../src/config.ts';
import { KNOWN_FIELDS } from '../src/programme/case-answers.ts';
import { LIFECYCLES } from '../src/programme/lifecycle.ts';
import { allFields, loadForm } from '../src/programme/load-form.ts';
import { loadProgramme } from '../src/programme/load-programme.ts';
import { messageFiles, valueNames } from './support/catalogue-files.ts';
import { argumentsOf, ended, freePort, ownCommands, readmeCommands, startOwn } from './support/readme-commands.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const namesIn = (folder: string, ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending));

describe('forms', () => {
  const forms = namesIn('data/forms', '.json')
    .filter((name) => name !== 'form.schema.json')
    .map((name) => ({ name, form: loadForm(json(`data/forms/${name}`), name) }));

  it('load, and are called by the name of their file', () => {
    expect(forms.length).toBeGreaterThanOrEqual(5);
    for (const { name, form } of forms) expect(`${form.id}.json`).toBe(name);
  });

  it('hold between them every field the rules read by name', () => {
    const ids = new Set(forms.flatMap(({ form }) => allFields(form).map((field) => field.id)));
    expect(Object.values(KNOWN_FIELDS).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('programme files', () => {
  const programmes = namesIn('data/programme', '.json').map((name) => ({
    name,
    programme: loadProgramme(json(`data/programme/${name}`), name),
  }));

  it('load, and name forms that exist', () => {
    expect(programmes.length).toBeGreaterThanOrEqual(1);
    for (const { name, programme } of programmes) {
      const { needForm, profileForm, listingForm, tracks } = programme;
      for (const form of [
        needForm,
        profileForm,
        listingForm,
        ...Object.values(tracks).map((track) => track.applicationForm),
      ]) {
        expect(existsSync(`data/forms/${form}.json`), `${name} names ${form}`).toBe(true);
      }
    }
  });

  it('place every status people wait in on the road of its track, and promise only for statuses there are', () => {
    const reachable = Object.entries(LIFECYCLES).flatMap(([kind, steps]) =>
      steps.flatMap((step) =>
        [...step.from, ...(step.to === null ? [] : [step.to])].map((status) => ({ place: `${kind}:${status}`, step })),
      ),
    );
    const places = new Set(reachable.map((each) => each.place));
    for (const { name, programme } of programmes) {
      for (const [track, { stages }] of Object.entries(programme.tracks)) {
        const named = stages.flatMap((stage) => stage.statuses);
        expect(
          named.filter((each, at) => named.indexOf(each) !== at),
          `${name} ${track}: twice`,
        ).toEqual([]);
        expect(
          named.filter((each) => !places.has(each) && each !== 'listing:taken'),
          `${name} ${track}: unknown`,
        ).toEqual([]);
        const waiting = [...places].filter(
          (place) => !/withdrawn|archived/.test(place) && (track === 'enterprise-demand' || !place.startsWith('need:')),
        );
        expect(
          waiting.filter((place) => !named.includes(place)),
          `${name} ${track}: off the road`,
        ).toEqual([]);
      }
      expect(
        Object.keys(programme.promises).filter((place) => !places.has(place)),
        `${name}: promises`,
      ).toEqual([]);
    }
  });
});

describe('messages', () => {
  const files = messageFiles();
  const of = (language: 'zh' | 'en') => files.filter((each) => each.language === language);

  it('come in both languages with the same keys, no key in two areas', () => {
    expect(of('zh').map((each) => each.area)).toEqual(of('en').map((each) => each.area));
    for (const zh of of('zh')) {
      const en = of('en').find((each) => each.area === zh.area);
      expect(Object.keys(en?.messages ?? {}).sort(), zh.area).toEqual(Object.keys(zh.messages).sort());
    }
    const keys = of('zh').flatMap((each) => Object.keys(each.messages));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('are ICU messages that take the same values in both languages', () => {
    for (const zh of of('zh')) {
      const en = of('en').find((each) => each.area === zh.area);
      for (const [key, message] of Object.entries(zh.messages)) {
        const other = en?.messages[key];
        expect(typeof message, key).toBe('string');
        expect(typeof other, key).toBe('string');
        expect(valueNames(String(other), 'en'), key).toEqual(valueNames(String(message), 'zh'));
      }
    }
  });

  it('exist for every key the conversation names outright', () => {
    const known = new Set(of('zh').flatMap((each) => Object.keys(each.messages)));
    const sources = namesIn('src/conversation', '.ts').map((name) =>
      readFileSync(join('src/conversation', name), 'utf8'),
    );
    const named = sources.flatMap((text) =>
      [...text.matchAll(/\b(?:line|button)\(\s*'([a-z][\w.-]*)'/g)].map((match) => match[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((key) => !known.has(key))).toEqual([]);
  });

  it('exist for every refusal of the rules, and for every status, turn and act', () => {
    const known = new Set(of('zh').flatMap((each) => Object.keys(each.messages)));
    const refusals =
      readFileSync('src/programme/move-guard.ts', 'utf8').match(/export type MoveRefusal =([^;]+);/)?.[1] ?? '';
    const reasons = [...refusals.matchAll(/'([\w-]+)'/g)].map((match) => `move.${match[1]}`);
    const steps = Object.entries(LIFECYCLES).flatMap(([kind, rows]) => rows.map((step) => ({ kind, step })));
    const statuses = steps.flatMap(({ kind, step }) =>
      [...step.from, step.to].filter((each) => each !== null).map((each) => `status.${kind}.${each}`),
    );
    const acts = steps
      .filter(({ step }) => step.by.some((by) => by === 'reviewer' || by === 'decider'))
      .map(({ step }) => `act.${step.action}`);
    expect(reasons.length).toBeGreaterThan(10);
    expect([...new Set([...reasons, ...statuses, ...acts])].filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('prompts', () => {
  it('say what they are for and take the variables they name', () => {
    const names = namesIn('prompts', '.md');
    expect(names.length).toBeGreaterThanOrEqual(1);
    for (const name of names) {
      const prompt = parsePrompt(readFileSync(join('prompts', name), 'utf8'), `prompts/${name}`);
      expect(prompt.body.length, name).toBeGreaterThan(50);
    }
  });
});

describe('.env.example', () => {
  it('names every setting with its default, in the order of the code, and sets none', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const settings = lines.flatMap((line) => /^# ([A-Z][A-Z_]+)=(.*)$/.exec(line)?.slice(1, 3).join('=') ?? []);
    expect(settings).toEqual(CONFIG_KEYS.map((each) => `${each.key}=${each.default}`));
    for (const { key, about } of CONFIG_KEYS)
      expect(lines[lines.findIndex((line) => line.startsWith(`# ${key}=`)) - 1]).toBe(`# ${about}`);
    expect(lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))).toEqual([]);
  });
});

describe('README', () => {
  const commands = readmeCommands('README.md');
  const folder = mkdtempSync(join(tmpdir(), 'jiebang-readme-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('comes to its first command within sixty words', () => {
    expect(commands[0]?.wordsBefore ?? 0).toBeLessThanOrEqual(60);
  });

  it('names only commands that work', { timeout: 240_000 }, async () => {
    for (const command of ownCommands(commands)) {
      const known = argumentsOf(command);
      expect(known, `nobody knows how to try “${command}”`).not.toBeNull();
      if (known === null) continue;
      const { args, settings } = known;
      if (args.some((each) => each.startsWith('<')) || args[0] === 'bench')
        await endsWell([...args.filter((each) => !each.startsWith('<')), '--help'], settings, command);
      else if (args[0] === 'start') await startsAndStops(args, settings, command);
      else await endsWell(args, settings, command);
    }
  });

  async function endsWell(
    args: readonly string[],
    settings: Readonly<Record<string, string>>,
    command: string,
  ): Promise<void> {
    const { child, printed } = startOwn(args, folder, settings);
    child.stdin.end();
    expect(await ended(child), `${command}\n${printed()}`).toBe(0);
    expect(printed(), command).not.toBe('');
  }

  async function startsAndStops(
    args: readonly string[],
    settings: Readonly<Record<string, string>>,
    command: string,
  ): Promise<void> {
    const port = await freePort();
    const { child, printed } = startOwn(args, folder, { ...settings, PORT: String(port) });
    await expect
      .poll(
        () =>
          fetch(`http://127.0.0.1:${port}/`).then(
            (answer) => answer.status,
            () => 0,
          ),
        { timeout: 30_000, interval: 200, message: `${command}\n${printed()}` },
      )
      .toBe(200);
    child.kill('SIGTERM');
    expect(await ended(child), `${command}\n${printed()}`).toBe(0);
  }
});
