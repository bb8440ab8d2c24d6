/** What a hostile case sends: its words, or what its directive makes. */
import PizZip from 'pizzip';
import { z } from 'zod';

/** The shape of one line of `hostile-inputs.jsonl`. */
export const hostileSchema = z.looseObject({
  id: z.string(),
  category: z.string(),
  lang: z.string(),
  channel: z.string(),
  input: z.string(),
  expect: z.string(),
});

/** One case. */
export type HostileCase = z.infer<typeof hostileSchema>;

/** What is sent: words, files, or a body for the web server; `unmade` where this driver cannot make it. */
export type HostileInput =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly claimed: number | null }
  | { readonly is: 'body'; readonly body: string }
  | { readonly is: 'unmade'; readonly why: string };

const MB = 1024 * 1024;
/** Enough to be caught by any cap, little enough to be made in a second. */
const BOMB = 32 * MB;
const LONGEST_BODY = 2_000_000;

/** Everything a case sends; every case sends its words at least, a directive as well. */
export function hostileInputs({ input }: HostileCase): readonly HostileInput[] {
  const [, directive = '', rest = ''] = /^@@([\w -]*?):?(?::|\s|$)([\s\S]*)$/.exec(input) ?? [];
  if (!input.startsWith('@@')) return [{ is: 'text', text: input }];
  if (directive === 'repeat') return [{ is: 'text', text: repeated(rest) }];
  if (directive === 'json-depth') return [{ is: 'body', body: nested(Number(rest)) }];
  if (/zip-bomb|bomb/.test(input)) return [{ is: 'file', name: 'plan.docx', bytes: bomb(), claimed: null }];
  if (/file_size|MB/.test(input)) return sizes(input);
  return [
    { is: 'text', text: input },
    { is: 'unmade', why: input.slice(0, 80) },
  ];
}

function repeated(rest: string): string {
  const at = rest.lastIndexOf(':');
  const count = Number(rest.slice(at + 1));
  return Number.isFinite(count) && at > 0 ? rest.slice(0, at).repeat(Math.min(count, 4_000_000)) : rest;
}

function nested(depth: number): string {
  const deep = Math.min(depth, LONGEST_BODY / 2);
  return `${'['.repeat(deep)}${']'.repeat(deep)}`;
}

function bomb(): Uint8Array {
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file('word/document.xml', new Uint8Array(BOMB));
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A file above the limit that says so, and one that lies about it. */
function sizes(input: string): readonly HostileInput[] {
  const mb = Number(/(\d+)\s*MB/.exec(input)?.[1] ?? 21);
  const bytes = new Uint8Array(mb * MB);
  bytes.set(Buffer.from('%PDF-1.4\n'));
  return [
    { is: 'file', name: 'big.pdf', bytes, claimed: bytes.byteLength },
    { is: 'file', name: 'lying.pdf', bytes, claimed: 1000 },
  ];
}
