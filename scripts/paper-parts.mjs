// The building blocks of a Chinese official form: fonts, headings, label tables, row tables, the stamp block.
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';

const font = (eastAsia) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia });
/** Body, headings and titles, as offices set them; `make-templates.mjs` names a substitute for each. */
export const FONTS = { body: font('仿宋'), heading: font('黑体'), title: font('宋体') };

/** A4 in twips, with the margins of an official paper. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1588, bottom: 1474, left: 1361, right: 1361, header: 850, footer: 850 },
};
const WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
const INK = '000000';
const THIN = { style: BorderStyle.SINGLE, size: 4, color: INK };
const THICK = { style: BorderStyle.SINGLE, size: 8, color: INK };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const GRID = { top: THICK, bottom: THICK, left: THICK, right: THICK, insideHorizontal: THIN, insideVertical: THIN };
const PADDING = { top: 70, bottom: 70, left: 110, right: 110 };

const run = (text, style = {}) => new TextRun({ text, font: FONTS.body, size: 24, color: INK, ...style });

/** One paragraph of body text; `style` of the run, `place` of the paragraph. */
export function text(words, style = {}, place = {}) {
  return new Paragraph({ spacing: { line: 320 }, ...place, children: [run(words, style)] });
}

/** The heading of a stage: 一、… */
export function heading(words) {
  return text(
    words,
    { font: FONTS.heading, size: 28 },
    { spacing: { before: 260, after: 140 }, keepNext: true, outlineLevel: 0 },
  );
}

/** A heading within a stage: （一）… */
export function subheading(words) {
  return text(
    words,
    { font: FONTS.heading, size: 24 },
    { spacing: { before: 180, after: 90 }, keepNext: true, outlineLevel: 1 },
  );
}

/** The paper's title in one or more lines. */
export function title(...lines) {
  return lines.map((line, index) =>
    text(
      line,
      { font: FONTS.title, size: index === 0 ? 44 : 36, bold: true },
      { alignment: AlignmentType.CENTER, spacing: { line: 560 } },
    ),
  );
}

function cell(words, width, options = {}) {
  const { label, span, head, alignment } = options;
  const lines = Array.isArray(words) ? words : [words];
  const centred = label || head ? AlignmentType.CENTER : AlignmentType.LEFT;
  // A heading row stays with the row after it.
  const place = { alignment: alignment ?? centred, spacing: { line: 300 }, keepNext: head === true };
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    margins: PADDING,
    verticalAlign: VerticalAlignTable.CENTER,
    shading: head || label ? { fill: 'F2F2F2' } : undefined,
    children: lines.map((line) => text(line, { font: head || label ? FONTS.heading : FONTS.body, size: 21 }, place)),
  });
}

function grid(columns, rows, borders = GRID) {
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders,
    rows,
  });
}

const LABEL = 1930;
const HALF = [LABEL, Math.round(WIDTH / 2) - LABEL, LABEL, WIDTH - Math.round(WIDTH / 2) - LABEL];

/** Labels left, values right: `[label, value]` fills the line, `[label, value, label, value]` shares it. */
export function labelled(...rows) {
  return grid(
    HALF,
    rows.map(
      ([label, value, label2, value2]) =>
        new TableRow({
          cantSplit: label2 !== undefined,
          children: [
            cell(label, HALF[0], { label: true }),
            cell(value, label2 ? HALF[1] : WIDTH - LABEL, { span: label2 ? 1 : 3 }),
            ...(label2 ? [cell(label2, HALF[2], { label: true }), cell(value2, HALF[3])] : []),
          ],
        }),
    ),
  );
}

/** A table of rows: `loop` is the rows' tag, a column is `[heading, tag, parts of the width]`; the first counts the rows. */
export function rowTable(loop, columns) {
  const all = [['序号', 'n', 1], ...columns];
  const parts = all.reduce((sum, [, , part]) => sum + part, 0);
  const widths = all.map(([, , part]) => Math.floor((WIDTH * part) / parts));
  const tags = all.map(([, tag], index) => {
    const open = index === 0 ? `{#${loop}}` : '';
    return `${open}{${tag}}${index === all.length - 1 ? `{/${loop}}` : ''}`;
  });
  return grid(widths, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: all.map(([head], index) => cell(head, widths[index], { head: true })),
    }),
    new TableRow({
      children: tags.map((tag, index) =>
        cell(tag, widths[index], { alignment: index === 0 ? AlignmentType.CENTER : undefined }),
      ),
    }),
  ]);
}

/** Where a unit signs and stamps; `[left, right]` pairs of lines, then an optional box for an opinion above them. */
export function stamps(boxes) {
  return grid(
    [WIDTH],
    boxes.map(
      ({ opinion, lines }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({
              width: { size: WIDTH, type: WidthType.DXA },
              margins: { top: 140, bottom: 140, left: 220, right: 220 },
              children: [
                text(opinion, { size: 21 }, { spacing: { line: 340, after: 500 } }),
                ...lines.map((line) => text(line, { size: 21 }, { spacing: { line: 440 }, indent: { left: 3900 } })),
              ],
            }),
          ],
        }),
    ),
  );
}

/** The lines of a cover: labels left, values on a ruled line. */
export function cover(...rows) {
  const widths = [2100, 5400];
  const ruled = { top: NONE, left: NONE, right: NONE, bottom: THIN };
  const bare = { top: NONE, left: NONE, right: NONE, bottom: NONE };
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: { ...bare, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      ([label, value]) =>
        new TableRow({
          cantSplit: true,
          children: [label, value].map(
            (words, index) =>
              new TableCell({
                width: { size: widths[index], type: WidthType.DXA },
                borders: index === 0 ? bare : ruled,
                verticalAlign: VerticalAlignTable.BOTTOM,
                margins: { top: 120, bottom: 60, left: 60, right: 60 },
                children: [
                  text(words, { size: 28, font: index === 0 ? FONTS.heading : FONTS.body }, { spacing: { line: 360 } }),
                ],
              }),
          ),
        }),
    ),
  });
}

/** Header with programme and number, and the watermark of sample cases; the loop tags stand in paragraphs of their own. */
export function header() {
  const small = (words, place = {}) => text(words, { size: 18, color: '595959' }, { spacing: { line: 240 }, ...place });
  const mark = new TextWatermark({
    text: '示 例',
    font: 'SimHei',
    color: 'D9D9D9',
    opacity: 0.5,
    width: 330,
    height: 150,
  });
  return new Header({
    children: [
      small('{case.programme}　编号：{case.reference}', {
        alignment: AlignmentType.RIGHT,
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6', space: 4 } },
      }),
      small('{#case.sample}'),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [run('示例：单位、人员与内容均为虚构，仅供演示', { size: 18, color: 'C00000' }), mark],
      }),
      small('{/case.sample}'),
    ],
  });
}

/** Footer: — 3 / 7 — */
export function footer() {
  const style = { font: FONTS.title, size: 20 };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ ...style, text: '第 ' }),
          new TextRun({ ...style, children: [PageNumber.CURRENT] }),
          new TextRun({ ...style, text: ' 页　共 ' }),
          new TextRun({ ...style, children: [PageNumber.TOTAL_PAGES] }),
          new TextRun({ ...style, text: ' 页' }),
        ],
      }),
    ],
  });
}

/** What the form holds and the template does not name; nothing is printed when there is none. */
export function others() {
  return [
    text('{#case.hasOthers}'),
    subheading('其他填写内容'),
    grid(
      [LABEL, WIDTH - LABEL],
      [
        new TableRow({
          children: [
            cell('{#case.others}{label}', LABEL, { label: true }),
            cell('{value}{/case.others}', WIDTH - LABEL),
          ],
        }),
      ],
    ),
    text('{/case.hasOthers}'),
  ];
}

/** The name of a row table, never left alone at the foot of a page. */
export function caption(words) {
  return text(
    words,
    { font: FONTS.heading, size: 21 },
    { spacing: { before: 140, after: 60, line: 260 }, keepNext: true },
  );
}

/** Small print. */
export function note(words) {
  return text(words, { size: 18, color: '595959' }, { spacing: { before: 120, line: 260 } });
}

/** Empty space of so many twips. */
export function gap(height) {
  return new Paragraph({ spacing: { before: height, line: 240 }, children: [] });
}
