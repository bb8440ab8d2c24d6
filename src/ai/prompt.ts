/** Prompt files: a front-matter that says what they are for, and a mustache body. */
import mustache from 'mustache';
import { botError } from '../errors.ts';

/** A prompt file after loading. */
export interface Prompt {
  readonly name: string;
  readonly purpose: string;
  /** What a caller must give, in the order of the file. */
  readonly variables: readonly string[];
  /** What the answer is, in words for whoever edits the file. */
  readonly returns: string;
  readonly body: string;
}

const FRONT_MATTER = /^---\n(.*?)\n---\n(.*)$/su;
const LINE = /^(\w+):\s*(.*)$/u;

function frontMatter(text: string, file: string): ReadonlyMap<string, string> {
  const pairs = text.split('\n').map((line): [string, string] => {
    const [, key, value] = LINE.exec(line) ?? [];
    if (key === undefined || value === undefined)
      throw botError('data', `${file}: “${line}” is not of the form key: value`);
    return [key, value.trim()];
  });
  return new Map(pairs);
}

/** Names of the variables of a mustache body; anything but plain `{{name}}` is refused. */
function variablesOf(body: string, file: string): readonly string[] {
  const names = new Set<string>();
  for (const [kind, value] of mustache.parse(body)) {
    if (kind === 'text') continue;
    if (kind !== 'name') throw botError('data', `${file}: {{${value}}} must be a plain {{name}}`);
    names.add(value);
  }
  return [...names];
}

/** Reads a prompt file; throws BotError `data` when a part is missing or body and front-matter name other variables. */
export function parsePrompt(text: string, file: string): Prompt {
  const [, head, body] = FRONT_MATTER.exec(text.replace(/\r\n/gu, '\n')) ?? [];
  if (head === undefined || body === undefined)
    throw botError('data', `${file}: starts with --- and key: value lines up to the next ---`);
  const said = frontMatter(head, file);
  const need = (key: string): string => {
    const value = said.get(key) ?? '';
    if (value === '') throw botError('data', `${file}: “${key}” is missing in the front-matter`);
    return value;
  };
  const variables = need('variables')
    .split(',')
    .map((each) => each.trim());
  const used = variablesOf(body, file);
  const differing = [
    ...variables.filter((each) => !used.includes(each)),
    ...used.filter((each) => !variables.includes(each)),
  ];
  if (differing.length > 0) throw botError('data', `${file}: front-matter and body differ in ${differing.join(', ')}`);
  const name = file.replace(/^.*\//u, '').replace(/\.md$/u, '');
  return { name, purpose: need('purpose'), variables, returns: need('returns'), body: body.trim() };
}

/** What is put in place of the variables: every value as a JSON string, so that none can end its quotation. */
export function promptValues(prompt: Prompt, vars: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    prompt.variables.map((name) => {
      const value = vars[name];
      if (value === undefined) throw botError('data', `prompt ${prompt.name} needs “${name}”`);
      return [name, JSON.stringify(value)];
    }),
  );
}
