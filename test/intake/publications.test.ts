import { describe, expect, it } from 'vitest';
import { joinPublications, publicationLine, readPublications } from '../../src/intake/publications.ts';
import { textPaper } from '../../src/intake/text-blocks.ts';
import fc from '../support/fast-check.ts';

const read = (text: string, from: 'file' | 'paste' = 'paste') => readPublications(textPaper(text), from);
const lines = (text: string) => read(text).map(publicationLine);

describe('a list of publications', () => {
  it('in BibTeX is read with its accents, names and macros', () => {
    const text = String.raw`@string{jm = "Journal of Samples"}
@comment{ignored}
@article{a1, author = {M{\"u}ller, Eva and Zhang, San}, title = {Grain {Boundary} Diffusion \& Aging},
  journal = jm, year = 2021, doi = {10.1000/sample.1}}
@inproceedings{b2, title="A second, {quoted} title", booktitle={Proc. of Samples}, author="Li Si", date={2020-05-01}}`;
    expect(lines(text)).toEqual([
      'Eva Müller, San Zhang. Grain Boundary Diffusion & Aging. Journal of Samples, 2021. DOI: 10.1000/sample.1',
      'Li Si. A second, quoted title. Proc. of Samples, 2020',
    ]);
  });

  it('exported by CNKI is read, whichever of its formats was chosen', () => {
    const own =
      'SrcDatabase-来源库: 期刊\nTitle-题名: 示例磁体的晶界扩散\nAuthor-作者: 张三;李四;\nSource-文献来源: 示例学报\nPubTime-发表时间: 2022-03-15\n\nSrcDatabase-来源库: 期刊\nTitle-题名: 另一篇示例\nAuthor-作者: 王五;\nSource-文献来源: 示例通报\nYear-年: 2020';
    expect(lines(own)).toEqual(['张三, 李四. 示例磁体的晶界扩散. 示例学报, 2022', '王五. 另一篇示例. 示例通报, 2020']);
    const endnote = '%0 Journal Article\n%A 张三\n%A 李四\n%T 示例磁体的晶界扩散\n%J 示例学报\n%D 2022\n%R 10.1000/x.y';
    expect(lines(endnote)).toEqual(['张三, 李四. 示例磁体的晶界扩散. 示例学报, 2022. DOI: 10.1000/x.y']);
    const refworks = 'RT Journal Article\nSR 1\nA1 张三\nA1 李四\nT1 示例磁体的晶界扩散\nJF 示例学报\nYR 2022';
    expect(lines(refworks)).toEqual(['张三, 李四. 示例磁体的晶界扩散. 示例学报, 2022']);
    const ris = 'TY  - JOUR\nAU  - 张三\nTI  - 示例磁体的晶界扩散\nJO  - 示例学报\nPY  - 2022\nER  - ';
    expect(lines(ris)).toEqual(['张三. 示例磁体的晶界扩散. 示例学报, 2022']);
  });

  it('as GB/T 7714 lines is read, numbers and foreign initials included', () => {
    const text =
      '[1]张三,李四.示例磁体的晶界扩散[J].示例学报,2022,43(2):1-9.\n[2] Smith J A, Lee K. Sample creep at 800 K[J/OL]. J. Sample, 2019, 5: 12. DOI:10.1000/abc.\n以上为代表作';
    expect(read(text)).toMatchObject([
      { authors: '张三,李四', title: '示例磁体的晶界扩散', venue: '示例学报', year: '2022' },
      { title: 'Sample creep at 800 K', year: '2019', doi: '10.1000/abc' },
    ]);
  });

  it('names each work once, by DOI or by its title in any width and script', () => {
    const twice = '[1]张三.示例磁体的晶界扩散研究[J].示例学报,2022.\n[2]張三.示例磁體的晶界擴散研究[J].示例學報,2022.';
    expect(read(twice)).toHaveLength(1);
    const before = '1. 张三，《示例磁体的晶界扩散研究》，示例学报，2022';
    expect(joinPublications(before, read(twice, 'file'))).toEqual({ text: before, added: 0, same: 1 });
  });

  it('is not seen in talk, and one pasted line alone may be talk', () => {
    expect(read('我们做了三年磁体，发表过论文。\n请看附件')).toEqual([]);
    expect(read('张三.示例磁体研究[J].示例学报,2022.')).toEqual([]);
    expect(read('张三.示例磁体研究[J].示例学报,2022.', 'file')).toHaveLength(1);
  });

  it('hostile or broken never throws and ends soon', () => {
    const piece = fc.constantFrom(
      '@article{',
      '{',
      '}',
      'title=',
      '"',
      '\\"{',
      '#',
      ',',
      '[J]',
      '%T ',
      'TY  - ',
      '\n',
      '题名',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (parts) => {
        expect(Array.isArray(read(parts.join(''), 'file'))).toBe(true);
      }),
    );
    const began = performance.now();
    read(`@article{a, title={${'{'.repeat(50_000)}`, 'file');
    read('[J].'.repeat(15_000), 'file');
    read('@a{'.repeat(20_000), 'file');
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
