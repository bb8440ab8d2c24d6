import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { documentParts } from '../support/sample-store.ts';

const NAMES = ['application-key-technology', 'application-enterprise-demand', 'need', 'profile'];

/** All tags of a template: text is taken run by run, as Word keeps it. */
function tagsOf(name: string): ReadonlySet<string> {
  const zip = new PizZip(readFileSync(`data/templates/${name}.docx`));
  const text = Object.keys(zip.files)
    .filter((path) => /^word\/(document|header\d+|footer\d+)\.xml$/.test(path))
    .map((path) => (zip.file(path)?.asText() ?? '').replace(/<[^>]+>/g, ''))
    .join('\n');
  return new Set([...text.matchAll(/\{[#/^]?([^{}]+)\}/g)].map(([, tag]) => tag ?? ''));
}

describe('the Word templates', () => {
  it.each(NAMES)('%s has a place for every field of its form', (name) => {
    const tags = tagsOf(name);
    const form = documentParts.forms.find((each) => each.id === name);
    const left = (form?.stages ?? [])
      .flatMap((stage) => stage.fields)
      .flatMap((field) => [
        field.id,
        ...(field.kind === 'rows' && tags.has(`#${field.id}`) ? (field.cells ?? []).map((cell) => cell.id) : []),
      ])
      .filter((id) => !tags.has(id) && !tags.has(`case.${id}`));
    expect(left).toEqual([]);
  });

  it.each(NAMES)('%s is set as an official paper: A4, Chinese fonts with a substitute', (name) => {
    const zip = new PizZip(readFileSync(`data/templates/${name}.docx`));
    const body = zip.file('word/document.xml')?.asText() ?? '';
    expect(body).toContain('w:w="11906"');
    expect(body).toContain('w:eastAsia="仿宋"');
    expect(zip.file('word/fontTable.xml')?.asText()).toContain('<w:altName w:val="FangSong');
  });

  it('are all explained to those who edit them', () => {
    const guide = readFileSync('docs/templates.md', 'utf8');
    const general = new Set(NAMES.flatMap((name) => [...tagsOf(name)]).filter((tag) => /^(case|list)\./.test(tag)));
    expect([...general].filter((tag) => !guide.includes(tag))).toEqual([]);
  });
});
