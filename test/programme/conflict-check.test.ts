import { describe, expect, it } from 'vitest';
import { checkConflict, type PartyIdentity } from '../../src/programme/conflict-check.ts';
import { worksIn } from '../../src/programme/shared-works.ts';

const party = (changes: Partial<PartyIdentity> = {}): PartyIdentity => ({
  account: null,
  units: [],
  people: [],
  named: [],
  works: [],
  phones: [],
  declared: null,
  ...changes,
});
const unit = (name: string, creditCode: string | null = null) => ({ name, creditCode });
const person = (name: string, orcid: string | null = null, mail: string | null = null, verified = false) => ({
  name,
  orcid,
  mail: mail === null ? null : { address: mail, verified },
});
const CODE = '91350100M000100Y43';
const OTHER = '91360000000000000A';
const ORCID = '0000-0002-1825-0097';
const owner = party({ units: [unit('示例特钢有限公司', CODE)] });

describe('two parties are related', () => {
  it.each([
    ['by one credit code', { units: [unit('示例新名字公司', CODE)] }, 'credit-code', CODE],
    ['by a declared relation', { declared: '我单位持有其 5% 股份' }, 'declared', '我单位持有其 5% 股份'],
    [
      'by the name but for the legal form',
      { units: [unit('示例特钢股份有限公司')] },
      'organisation',
      '示例特钢有限公司 / 示例特钢股份有限公司',
    ],
    [
      'as a branch with a code of its own',
      { units: [unit('示例特钢有限公司赣州分公司', OTHER)] },
      'organisation',
      '示例特钢有限公司 / 示例特钢有限公司赣州分公司',
    ],
    [
      'in the other script',
      { units: [unit('示例特鋼 有限公司')] },
      'organisation',
      '示例特钢有限公司 / 示例特鋼 有限公司',
    ],
  ] as const)('%s', (_, changes, kind, what) => {
    const { answer, reasons } = checkConflict(owner, party(changes));
    expect(answer).toBe('conflict');
    expect(reasons).toContainEqual({ kind, what });
  });

  it('by one ORCID, and by one verified mail', () => {
    const lead = party({ people: [person('Wei Zhang', ORCID, 'a@example.org', true)] });
    const same = party({ people: [person('张伟', ORCID, 'A@example.org', true)] });
    expect(checkConflict(lead, same).reasons.map((each) => each.kind)).toEqual(['orcid', 'mail']);
  });

  it('by one account behind both', () => {
    expect(checkConflict(party({ account: 'a' }), party({ account: 'a' })).reasons).toEqual([
      { kind: 'account', what: '' },
    ]);
  });

  it('by a work both claim, each citing it in their own way', () => {
    const one = party({
      people: [person('示例张伟', ORCID)],
      works: worksIn('[1] 示例张伟, 示例李四. 高牌号无取向电工钢的织构控制[J]. 示例学报, 2021.'),
    });
    const other = party({
      people: [person('示例李四', '0000-0001-5109-3700')],
      works: worksIn('《高牌号無取向電工鋼的織構控制》，2021'),
    });
    expect(checkConflict(one, other).reasons).toEqual([{ kind: 'co-author', what: '高牌号无取向电工钢的织构控制' }]);
    expect(checkConflict(other, one).answer).toBe('conflict');
  });

  it('by a DOI, whatever language the title is in', () => {
    const [one, other] = [
      'Zhang W, Li S. Texture control of electrical steel. Sample J., 2021. DOI: 10.1234/abc.5',
      '电工钢织构 https://doi.org/10.1234/ABC.5。',
    ].map((line) => party({ works: worksIn(line) }));
    expect(checkConflict(one ?? party(), other ?? party()).reasons[0]?.kind).toBe('co-author');
  });
});

describe('nothing proves two parties related', () => {
  it('when their codes differ, and that is said plainly', () => {
    const check = checkConflict(owner, party({ units: [unit('示例大学', OTHER)], people: [person('张伟')] }));
    expect(check).toEqual({ answer: 'none', reasons: [], looks: [], missing: [] });
  });

  it('when names are merely alike: somebody should look', () => {
    const check = checkConflict(owner, party({ units: [unit('示例特钢新材料有限公司', OTHER)] }));
    expect(check).toMatchObject({ answer: 'none', reasons: [] });
    const near = checkConflict(
      party({ units: [unit('江西示例铜业集团有限公司', CODE)] }),
      party({ units: [unit('江西示例铜业材料研究院', OTHER)] }),
    );
    expect(near).toMatchObject({ answer: 'none', looks: [{ kind: 'unit-alike' }] });
  });

  it('when one name belongs to two firms with codes of their own', () => {
    const check = checkConflict(owner, party({ units: [unit('示例特钢股份有限公司', OTHER)] }));
    expect(check).toMatchObject({ answer: 'none', reasons: [], looks: [{ kind: 'unit-alike' }] });
  });

  it('when two firms share nothing but a number that is not the same', () => {
    const check = checkConflict(
      party({ units: [unit('示例甲公司', CODE)], phones: ['13800138000'] }),
      party({ units: [unit('示例乙公司', OTHER)], phones: ['13800138001'] }),
    );
    expect(check.answer).toBe('none');
  });

  it('when the authors of a work both list leave one of them out', () => {
    const line = '示例王五. 高牌号无取向电工钢的织构控制[J]. 示例学报, 2021.';
    const one = party({ people: [person('示例张伟', ORCID)], works: worksIn(line) });
    const other = party({ people: [person('示例王五', '0000-0001-5109-3700')], works: worksIn(line) });
    expect(checkConflict(one, other)).toMatchObject({ answer: 'none', looks: [{ kind: 'work-of-others' }] });
  });

  it('when two journals are the same and the titles are not', () => {
    const [one, other] = ['题名甲关于薄带轧制的研究', '题名乙关于退火工艺的研究'].map((title) =>
      party({ works: worksIn(`示例张伟. ${title}. Journal of Sample Materials Science, 2021.`) }),
    );
    expect(checkConflict(one ?? party(), other ?? party()).reasons).toEqual([]);
  });
});

describe('nobody is cleared whose identity is unresolved', () => {
  it('for want of a credit code, named with the unit', () => {
    expect(checkConflict(owner, party({ units: [unit('示例大学')] }))).toMatchObject({
      answer: 'refused',
      missing: [{ kind: 'credit-code', what: '示例大学' }],
    });
  });

  it('for want of any unit to compare with', () => {
    const alone = party({ people: [person('示例团队', ORCID)] });
    expect(checkConflict(owner, alone)).toMatchObject({
      answer: 'refused',
      missing: [{ kind: 'unit', what: '示例团队' }],
    });
    expect(checkConflict(party(), party()).answer).toBe('refused');
  });

  it('for want of an ORCID or a verified mail, where people meet people', () => {
    const [a, b] = [party({ people: [person('甲一', ORCID)] }), party({ people: [person('乙二', null, 'b@x.cn')] })];
    expect(checkConflict(a, b)).toMatchObject({ answer: 'refused', missing: [{ kind: 'person-code', what: '乙二' }] });
    const c = party({ people: [person('乙二', null, 'b@x.cn', true)] });
    expect(checkConflict(a, c).answer).toBe('none');
  });

  it('when only the names are one: several people share a name', () => {
    const a = party({ people: [person('张伟', ORCID)] });
    const check = checkConflict(a, party({ people: [person('張偉', null, 'z@x.cn', true)] }));
    expect(check).toMatchObject({ answer: 'refused', reasons: [], looks: [{ kind: 'same-name', what: '张伟' }] });
    const told = checkConflict(a, party({ people: [person('张伟', '0000-0001-5109-3700')] }));
    expect(told).toMatchObject({ answer: 'none', looks: [] });
    expect(checkConflict(a, party({ named: ['张伟'] })).answer).toBe('refused');
  });

  it('when a name stands among the authors of the other side', () => {
    const a = party({ people: [person('张伟', ORCID)] });
    const b = party({
      people: [person('李四', '0000-0001-5109-3700')],
      works: worksIn('李四, 张伟. 薄带连铸工艺窗口的研究[J]. 示例学报, 2020.'),
    });
    expect(checkConflict(a, b)).toMatchObject({ answer: 'refused', looks: [{ kind: 'author-name', what: '张伟' }] });
  });

  it('when a mail is the same but nobody verified it: that alone is no proof', () => {
    const [a, b] = [person('甲一', ORCID, 'x@y.cn'), person('乙二', '0000-0001-5109-3700', 'x@y.cn')];
    expect(checkConflict(party({ people: [a] }), party({ people: [b] }))).toMatchObject({
      answer: 'refused',
      looks: [{ kind: 'unverified-mail' }],
    });
  });
});

describe('nobody is cleared', () => {
  it.each([
    ['one full name under two codes', { units: [unit('示例特钢 有限公司', OTHER)] }, 'unit-two-codes'],
    ['one telephone on both sides', { units: [unit('示例大学', OTHER)], phones: ['13800138000'] }, 'same-phone'],
  ] as const)('while there is %s', (_, changes, kind) => {
    const check = checkConflict({ ...owner, phones: ['13800138000'] }, party(changes));
    expect(check).toMatchObject({ answer: 'refused', reasons: [], looks: [{ kind }] });
  });
});
