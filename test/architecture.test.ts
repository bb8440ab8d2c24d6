import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  barrelsAndVagueNames,
  clocks,
  cycles,
  impureImports,
  longFiles,
  longFunctions,
  marked,
  ours,
  packageShare,
  quantile,
  scatteredSdks,
  strangeNames,
  undocumented,
  wrongLayers,
} from './support/architecture-rules.ts';
import { readModule, readModules } from './support/source-module.ts';

const FILE_LINES = 300;
const FUNCTION_LINES = 60;

const modules = readModules('src');
const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.ts'));
const linesOf = (paths: readonly string[]) =>
  paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length, 0);

describe('the shape of the code', () => {
  it('points inward: no layer imports one outside it, types included', () => {
    expect(wrongLayers(modules)).toEqual([]);
  });

  it('keeps the middle pure: only the named libraries, and no SDK in the engine', () => {
    expect(impureImports(modules)).toEqual([]);
  });

  it('holds every SDK in one file, loaded only when configured', () => {
    expect(scatteredSdks(modules)).toEqual([]);
  });

  it('has no import cycle, types included', () => {
    expect(cycles(modules)).toEqual([]);
  });

  it('reads clock and chance only at the edges', () => {
    expect(clocks(modules)).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    expect(marked(modules, 'env', (path) => path !== 'config.ts')).toEqual([]);
  });

  it('has small files', () => {
    const lengths = ours(modules).map((module) => module.lines);
    console.log(
      `files ${lengths.length}: median ${quantile(lengths, 0.5)}, p90 ${quantile(lengths, 0.9)}, max ${Math.max(...lengths)} lines`,
    );
    expect(longFiles(modules, FILE_LINES)).toEqual([]);
    expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(110);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(200);
  });

  it('has small functions', () => {
    const lengths = modules.flatMap((module) => module.functions.map((each) => each.lines));
    console.log(`functions ${lengths.length}: p90 ${quantile(lengths, 0.9)}, max ${Math.max(...lengths)} lines`);
    expect(longFunctions(modules, FUNCTION_LINES)).toEqual([]);
    expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(25);
  });

  it('says on every export what it promises', () => {
    const { share, offenders } = undocumented(modules);
    console.log(`exports with a sentence: ${(share * 100).toFixed(1)}%`);
    expect(share, offenders.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('names files after what they export, and has no barrels', () => {
    const { share, offenders } = strangeNames(modules);
    console.log(`files named after an export: ${(share * 100).toFixed(1)}%`);
    expect(share, offenders.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(barrelsAndVagueNames(modules)).toEqual([]);
  });

  it('does without classes, any and default exports, and nearly without casts', () => {
    const lines = ours(modules).reduce((sum, module) => sum + module.lines, 0);
    const casts = marked(modules, 'as');
    const bangs = marked(modules, 'bang');
    const perThousand = (places: readonly string[]) => (places.length * 1000) / lines;
    console.log(`per 1000 lines: as ${perThousand(casts).toFixed(2)}, ! ${perThousand(bangs).toFixed(2)}`);
    for (const what of ['class', 'any', 'default']) expect(marked(modules, what), what).toEqual([]);
    expect(perThousand(casts), casts.join('\n')).toBeLessThanOrEqual(3);
    expect(perThousand(bangs), bangs.join('\n')).toBeLessThanOrEqual(1);
  });

  it('throws coded errors', () => {
    const coded = marked(ours(modules), 'throw-coded').length;
    const bare = marked(ours(modules), 'throw');
    expect(coded / Math.max(1, coded + bare.length), bare.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('keeps other people’s packages in a quarter of its files', () => {
    console.log(`files importing a package: ${(packageShare(modules) * 100).toFixed(1)}%`);
    expect(packageShare(modules)).toBeLessThanOrEqual(0.25);
  });

  it('is tested with real things: no module mocks, nothing skipped', () => {
    const own = join('test', 'architecture.test.ts');
    const paths = tests.map((each) => join('test', each)).filter((path) => path !== own);
    const offenders = paths.filter((path) =>
      /\bvi\.(mock|doMock|hoisted)\(|\b(it|test|describe)\.(skip|only|todo|fails)\b|\bx(it|describe)\(/.test(
        readFileSync(path, 'utf8'),
      ),
    );
    const sources = linesOf(ours(modules).map((module) => join('src', module.path)));
    console.log(`lines of test per line of source: ${(linesOf(paths) / sources).toFixed(2)}`);
    expect(offenders).toEqual([]);
  });

  it('is tested with the same examples on every run: fast-check comes with a seed', () => {
    const own = [join('test', 'architecture.test.ts'), join('test', 'support', 'fast-check.ts')];
    const paths = tests.map((each) => join('test', each)).filter((path) => !own.includes(path));
    expect(paths.filter((path) => /from 'fast-check'/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const bad = (path: string, text: string) => [readModule(path, text)];

  it('see an import that points outward, also as a type', () => {
    expect(wrongLayers(bad('programme/a.ts', "import type { B } from '../engine/b.ts';"))).toEqual([
      'programme/a.ts → engine/b.ts',
    ]);
    expect(wrongLayers(bad('store/a.ts', "export { b } from '../channels/b.ts';"))).toHaveLength(1);
    expect(wrongLayers(bad('ai/a.ts', "const b: import('../engine/b.ts').B = 1;"))).toHaveLength(1);
    expect(wrongLayers(bad('matching/a.ts', "import { b } from '../conversation/b.ts';"))).toHaveLength(1);
    expect(wrongLayers(bad('matching/a.ts', "import type { b } from '../conversation/b.ts';"))).toEqual([]);
  });

  it('see a stranger in the middle, and an SDK loaded eagerly or twice', () => {
    expect(impureImports(bad('conversation/a.ts', "import { readFile } from 'node:fs/promises';"))).toHaveLength(1);
    expect(impureImports(bad('engine/a.ts', "const m = await import('openai');"))).toHaveLength(1);
    expect(scatteredSdks(bad('ai/a.ts', "import { OpenAI } from 'openai/client';"))).toEqual([
      'ai/a.ts imports openai eagerly',
    ]);
    expect(scatteredSdks(bad('ai/a.ts', "import type { OpenAI } from 'openai'; await import('openai');"))).toEqual([]);
    const twice = ['ai/a.ts', 'ai/b.ts'].flatMap((path) => bad(path, "await import('openai');"));
    expect(scatteredSdks(twice)).toEqual(['openai in ai/a.ts, ai/b.ts']);
  });

  it('see a cycle through types', () => {
    const ring = [
      ...bad('text/a.ts', "import { b } from './b.ts';"),
      ...bad('text/b.ts', "import type { C } from './c.ts';"),
      ...bad('text/c.ts', "import { a } from './a.ts';"),
    ];
    expect(cycles(ring)).toEqual(['text/a.ts → text/b.ts → text/c.ts → text/a.ts']);
  });

  it('see what is too long, unless a reason stands beside it', () => {
    const body = '  x();\n'.repeat(FUNCTION_LINES);
    expect(longFunctions(bad('text/a.ts', `function long() {\n${body}}`), FUNCTION_LINES)).toEqual([
      'text/a.ts:1 long: 62 lines',
    ]);
    const excused = `// architecture: one table, cutting it would hide it\nfunction long() {\n${body}}`;
    expect(longFunctions(bad('text/a.ts', excused), FUNCTION_LINES)).toEqual([]);
    expect(longFiles(bad('text/a.ts', 'x();\n'.repeat(301)), FILE_LINES)).toEqual(['text/a.ts: 301 lines']);
    expect(
      longFiles(bad('text/a.ts', `// architecture: data of one table\n${'x();\n'.repeat(301)}`), FILE_LINES),
    ).toEqual([]);
  });

  it('see a missing sentence, a strange name, a barrel and forbidden constructs', () => {
    expect(undocumented(bad('text/a.ts', 'export const a = 1;\n/** Says it all. */\nexport const b = 2;')).share).toBe(
      0.5,
    );
    expect(undocumented(bad('text/a.ts', '/** */\nexport type A = 1;')).offenders).toEqual(['text/a.ts: A']);
    expect(strangeNames(bad('text/fold-line.ts', 'export function cut() {}')).offenders).toEqual(['text/fold-line.ts']);
    expect(strangeNames(bad('text/money-rules.ts', 'export const RULE = 1;')).offenders).toEqual([]);
    expect(barrelsAndVagueNames(bad('text/all.ts', "export * from './a.ts';"))).toEqual(['text/all.ts']);
    expect(barrelsAndVagueNames(bad('text/utils.ts', 'export const utils = 1;'))).toEqual(['text/utils.ts']);
    const [sins] = bad(
      'text/a.ts',
      'class A {}\nconst b = c as any;\nd!.e;\nprocess.env.X;\nexport default 1;\nthrow new Error("x");',
    );
    expect(sins?.marks.map((mark) => mark.what).sort()).toEqual([
      'any',
      'as',
      'bang',
      'class',
      'default',
      'env',
      'throw',
    ]);
  });

  it('see a clock, but not a date made from facts', () => {
    expect(clocks(bad('conversation/a.ts', 'new Date(); Date.now(); Math.random(); DateTime.now();'))).toHaveLength(4);
    expect(clocks(bad('conversation/a.ts', 'new Date(at); Date.parse(at); DateTime.utc(2026, 1, 1);'))).toEqual([]);
    expect(clocks(bad('engine/a.ts', 'Date.now();'))).toEqual([]);
  });
});
