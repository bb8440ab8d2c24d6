/** Filling in a Word form as a person would: words typed into the cell beside a label, or into lines of a table. */
import PizZip from 'pizzip';

const PART = 'word/document.xml';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Types into the cell after each label; a list of cells is typed into the first line of the table under a caption. */
export function fillWord(
  bytes: Uint8Array,
  cells: Readonly<Record<string, string>>,
  lines: Readonly<Record<string, readonly string[]>> = {},
): Uint8Array {
  const zip = new PizZip(bytes);
  let xml = zip.file(PART)?.asText() ?? '';
  for (const [label, text] of Object.entries(cells))
    xml = typeInto(xml, xml.indexOf('<w:tc>', placeOf(xml, label)), text);
  for (const [caption, texts] of Object.entries(lines)) {
    let at = xml.indexOf('</w:tr>', placeOf(xml, caption));
    // The first cell of a line is its number.
    at = xml.indexOf('</w:tc>', at);
    for (const text of texts) {
      const cell = xml.indexOf('<w:tc>', at);
      xml = typeInto(xml, cell, text);
      at = xml.indexOf('</w:tc>', cell);
    }
  }
  zip.file(PART, xml);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function placeOf(xml: string, label: string): number {
  const at = xml.lastIndexOf(`>${label}</w:t>`);
  if (at < 0) throw new Error(`the form has no ${label}`);
  return at;
}

/** Replaces what the cell holds. */
function typeInto(xml: string, cell: number, text: string): string {
  const end = xml.indexOf('</w:tc>', cell);
  const paragraph = xml.lastIndexOf('</w:p>', end);
  const inside = xml.slice(cell, paragraph).replace(/<w:r>.*?<\/w:r>|<w:r .*?<\/w:r>/gs, '');
  const runs = text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>');
  return `${xml.slice(0, cell)}${inside}<w:r>${runs}</w:r>${xml.slice(paragraph)}`;
}
