/** A Word file taken apart into lines and tables, through mammoth's own reading of it. */
import type { Block } from '../intake/paper.ts';
import { inside } from './template-tags.ts';

/** Deeper than any form nests its tables. */
const DEEPEST = 12;

/** Reads the bytes of a .docx that was judged before. Rejects for what is none. */
export async function readWord(bytes: Uint8Array): Promise<readonly Block[]> {
  const { default: mammoth } = await import('mammoth');
  let blocks: readonly Block[] = [];
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      // Pictures are never opened, and no style of the file is followed.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: (document: unknown) => {
        blocks = blocksOf(childrenOf(document), 0);
        return { type: 'document', children: [], notes: inside(document, 'notes'), comments: [] };
      },
    },
  );
  return blocks;
}

function childrenOf(node: unknown): readonly unknown[] {
  const children = inside(node, 'children');
  return Array.isArray(children) ? children : [];
}

function blocksOf(nodes: readonly unknown[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const lines = blocks.at(-1);
    if (inside(node, 'type') === 'table') blocks.push(...tableBlocks(node, depth));
    else {
      const words = wordsOf(node, depth).split('\n');
      if (lines?.kind === 'lines') blocks[blocks.length - 1] = { kind: 'lines', lines: [...lines.lines, ...words] };
      else blocks.push({ kind: 'lines', lines: words });
    }
  }
  return blocks;
}

/** A table; tables inside its cells follow it, each under the words that stand before it. */
function tableBlocks(table: unknown, depth: number): readonly Block[] {
  if (depth > DEEPEST) return [];
  const nested: Block[] = [];
  const rows = childrenOf(table).map((row) => {
    const cells = childrenOf(row);
    const within = cells.flatMap((cell) => childrenOf(cell).filter((each) => inside(each, 'type') === 'table'));
    if (within.length > 0) {
      const caption = cells.map((cell) => cellWords(cell, depth)).find((words) => words !== '') ?? '';
      nested.push({ kind: 'lines', lines: [caption] }, ...within.flatMap((each) => tableBlocks(each, depth + 1)));
    }
    return cells.map((cell) => cellWords(cell, depth));
  });
  return [{ kind: 'table', rows }, ...nested];
}

function cellWords(cell: unknown, depth: number): string {
  return childrenOf(cell)
    .filter((each) => inside(each, 'type') !== 'table')
    .map((each) => wordsOf(each, depth))
    .join('\n')
    .trim();
}

function wordsOf(node: unknown, depth: number): string {
  const type = inside(node, 'type');
  if (type === 'text') return String(inside(node, 'value') ?? '');
  if (type === 'tab') return '\t';
  if (type === 'break') return inside(node, 'breakType') === 'line' ? '\n' : '';
  if (type === 'checkbox') return inside(node, 'checked') === true ? '☑' : '☐';
  if (depth > DEEPEST * 4) return '';
  return childrenOf(node)
    .map((each) => wordsOf(each, depth + 1))
    .join('');
}
