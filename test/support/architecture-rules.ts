/** The rules of the code's shape, each a function from the source files to the places that break it. */
import type { Import, SourceModule } from './source-module.ts';

/** What each layer may import of ours; `types` only as types. Layers not named here may import everything. */
const LAYERS: Readonly<Record<string, { readonly may: readonly string[]; readonly types?: readonly string[] }>> = {
  text: { may: [] },
  programme: { may: ['text', 'errors'] },
  understanding: { may: ['text', 'programme'] },
  intake: { may: ['text', 'programme', 'understanding'] },
  conversation: { may: ['text', 'programme', 'understanding', 'intake'] },
  matching: { may: ['text', 'programme', 'ports', 'errors'], types: ['conversation'] },
  engine: { may: ['text', 'programme', 'understanding', 'intake', 'conversation', 'matching', 'ports', 'errors'] },
  channels: { may: ['text', 'programme', 'conversation', 'ports', 'errors'], types: ['understanding'] },
  ai: { may: ['text', 'programme', 'conversation', 'ports', 'errors'], types: ['understanding'] },
  store: { may: ['text', 'programme', 'conversation', 'ports', 'errors'], types: ['understanding'] },
  documents: { may: ['text', 'programme', 'intake', 'conversation', 'ports', 'errors'], types: ['understanding'] },
  ports: { may: ['conversation'], types: ['programme', 'understanding'] },
  errors: { may: [] },
  config: { may: ['errors', 'conversation'] },
  log: { may: ['errors'] },
};

/** Packages without I/O, clock or network: what the pure middle may use at run time. */
export const PURE_LIBRARIES: readonly string[] = [
  'chrono-node',
  'fastest-levenshtein',
  'intl-messageformat',
  'libphonenumber-js',
  'luxon',
  'nzh',
  'opencc-js',
  'stemmer',
  'zod',
  // Hashes only; that nothing random is taken from it is a rule of its own.
  'node:crypto',
  // `createRequire` for packages that are no ES modules; what they require is checked like an import.
  'node:module',
];

/** Packages that talk to somebody else's system: each in one file, loaded when configured. */
export const SDKS: readonly string[] = [
  'telegraf',
  '@slack/bolt',
  '@slack/web-api',
  'openai',
  'langchain',
  '@langchain/openai',
  '@langchain/core',
  'sqlite3',
  'pg',
  'onnxruntime-web',
  '@huggingface/tokenizers',
];

/** Long work makes room for others: the one thing of the event loop these layers may touch. */
const WAITING = 'node:timers/promises';
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  text: [...PURE_LIBRARIES, 'file-type'],
  programme: PURE_LIBRARIES,
  understanding: PURE_LIBRARIES,
  intake: PURE_LIBRARIES,
  conversation: PURE_LIBRARIES,
  matching: [...PURE_LIBRARIES, WAITING],
  engine: [...PURE_LIBRARIES, WAITING, 'cockatiel', 'node:path'],
};
const TIMELESS_LAYERS = ['text', 'programme', 'understanding', 'intake', 'conversation'];
const SHORTEST_STEM = 3;
const VAGUE_NAMES = /^(index|utils?|helpers?|types?|common|misc|shared|lib|manager|constants)\.(ts|js)$/;

/** Files whose name is fixed by what they are: entry points, the port list, numbered migrations. */
const NAMED_BY_ROLE = /^(main|cli|ports)\.ts$|\/migrations\//;

/** First folder of a path, or the bare name of a file beside `main.ts`. */
export function layerOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.(ts|js)$/, '');
}

const isBrowser = (path: string) => path.startsWith('channels/web/client/');
const fileName = (path: string) => path.split('/').at(-1) ?? path;

/** Imports that point outward. */
export function wrongLayers(modules: readonly SourceModule[]): readonly string[] {
  return modules.flatMap((module) => {
    const from = layerOf(module.path);
    const rule = LAYERS[from];
    if (rule === undefined) return [];
    return module.imports
      .filter((each) => each.isOwn && !isBrowser(each.target))
      .filter((each) => !mayImport(from, rule, each))
      .map((each) => `${module.path} → ${each.target}`);
  });
}

function mayImport(from: string, rule: { may: readonly string[]; types?: readonly string[] }, each: Import): boolean {
  const to = layerOf(each.target);
  return to === from || rule.may.includes(to) || (each.isTypeOnly && (rule.types ?? []).includes(to));
}

/** Packages in the pure middle that are not on the list, and any SDK in the engine. */
export function impureImports(modules: readonly SourceModule[]): readonly string[] {
  return modules.flatMap((module) => {
    const layer = layerOf(module.path);
    const allowed = LIBRARIES[layer];
    if (allowed === undefined) return [];
    return module.imports
      .filter((each) => !each.isOwn && !each.isTypeOnly && !allowed.includes(each.target))
      .map((each) => `${module.path} → ${each.target}`);
  });
}

/** SDKs imported at run time by a plain `import`, or in more than one file. */
export function scatteredSdks(modules: readonly SourceModule[]): readonly string[] {
  return SDKS.flatMap((sdk) => {
    const uses = modules.flatMap((module) =>
      module.imports
        .filter((each) => each.target === sdk && !each.isTypeOnly)
        .map((each) => ({ path: module.path, each })),
    );
    const eager = uses.filter(({ each }) => !each.isDynamic).map(({ path }) => `${path} imports ${sdk} eagerly`);
    const files = [...new Set(uses.map(({ path }) => path))];
    return files.length > 1 ? [...eager, `${sdk} in ${files.join(', ')}`] : eager;
  });
}

/** Import cycles, types included; each as the files on it. */
export function cycles(modules: readonly SourceModule[]): readonly string[] {
  const edges = new Map(
    modules.map((module) => [module.path, module.imports.filter((each) => each.isOwn).map((each) => each.target)]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) walk(path, []);
  return found;
}

/** Files above `limit` lines without a reason in their first five lines. */
export function longFiles(modules: readonly SourceModule[], limit: number): readonly string[] {
  return modules
    .filter((module) => module.lines > limit && !module.isExcused)
    .map((module) => `${module.path}: ${module.lines} lines`);
}

/** Functions above `limit` lines without a reason beside them. */
export function longFunctions(modules: readonly SourceModule[], limit: number): readonly string[] {
  return modules.flatMap((module) =>
    module.functions
      .filter((each) => each.lines > limit && !each.isExcused)
      .map((each) => `${module.path}:${each.line} ${each.name}: ${each.lines} lines`),
  );
}

/** Exports without a sentence of contract, with the share of those that have one. */
export function undocumented(modules: readonly SourceModule[]): {
  readonly share: number;
  readonly offenders: readonly string[];
} {
  const all = ours(modules).flatMap((module) => module.exports.map((each) => ({ ...each, path: module.path })));
  const offenders = all.filter((each) => !each.hasSentence).map((each) => `${each.path}: ${each.name}`);
  return { share: share(all.length - offenders.length, all.length), offenders };
}

/** Names that say nothing, and files that only pass on what others export. */
export function barrelsAndVagueNames(modules: readonly SourceModule[]): readonly string[] {
  return modules
    .filter((module) => module.isBarrel || VAGUE_NAMES.test(fileName(module.path)))
    .map((module) => module.path);
}

/** Files none of whose exports shares a word with the file's name, with the share of those that do. */
export function strangeNames(modules: readonly SourceModule[]): {
  readonly share: number;
  readonly offenders: readonly string[];
} {
  const named = ours(modules).filter((module) => module.exports.length > 0 && !NAMED_BY_ROLE.test(module.path));
  const offenders = named.filter((module) => !sharesWord(module)).map((module) => module.path);
  return { share: share(named.length - offenders.length, named.length), offenders };
}

function sharesWord(module: SourceModule): boolean {
  const words = wordsOf(fileName(module.path).replace(/\.ts$/, ''));
  return module.exports.some((each) =>
    wordsOf(each.name).some((word) => words.some((other) => isSameWord(word, other))),
  );
}

/** Equal, or the same word with another ending (`promise`, `promised`, `promises`). */
function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (short.length >= SHORTEST_STEM && long.startsWith(short) && long.length - short.length <= 3);
}

/** Lower-case words of a kebab, camel or constant name. */
function wordsOf(name: string): readonly string[] {
  const parts = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').split(/[^A-Za-z\d]+/);
  return parts.filter((part) => part !== '').map((part) => part.toLowerCase());
}

/** Places with a mark, as `path:line`; in files for which `where` holds. */
export function marked(
  modules: readonly SourceModule[],
  what: string,
  where: (path: string) => boolean = () => true,
): readonly string[] {
  return modules
    .filter((module) => where(module.path))
    .flatMap((module) =>
      module.marks.filter((mark) => mark.what === what).map((mark) => `${module.path}:${mark.line}`),
    );
}

/** Readings of clock or chance in the layers that must not know them. */
export function clocks(modules: readonly SourceModule[]): readonly string[] {
  return marked(modules, 'clock', (path) => TIMELESS_LAYERS.includes(layerOf(path)));
}

/** Share of files that import any npm package at run time. */
export function packageShare(modules: readonly SourceModule[]): number {
  const importing = ours(modules).filter((module) =>
    module.imports.some((each) => !each.isOwn && !each.isTypeOnly && !each.target.startsWith('node:')),
  );
  return share(importing.length, ours(modules).length);
}

/** The files TypeScript compiles: all but the browser's. */
export function ours(modules: readonly SourceModule[]): readonly SourceModule[] {
  return modules.filter((module) => !isBrowser(module.path));
}

/** The `q`-quantile of numbers, 0 for none. */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
