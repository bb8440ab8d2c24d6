// Makes the Word templates of data/templates. They are committed: officials edit them in Word, this only makes a fresh set.
// Run: node scripts/make-templates.mjs   (overwrites what was edited by hand)
import { writeFileSync } from 'node:fs';
import { AlignmentType, Document, Packer, PageBreak, Paragraph } from 'docx';
import PizZip from 'pizzip';
import {
  caption,
  cover,
  FONTS,
  footer,
  gap,
  header,
  heading,
  labelled,
  note,
  others,
  PAGE,
  rowTable,
  stamps,
  subheading,
  text,
  title,
} from './paper-parts.mjs';

const SIGN = ['单位（盖章）：', '法定代表人（签字）：', '日　　期：　　　　年　　月　　日'];
const MADE =
  '{#case.final}本文件按线上第 {case.submission} 次提交的内容生成（{case.madeAt}），与编号 {case.reference} 的记录一致；盖章后请拍照或扫描，在对话中发回。{/case.final}{#case.draft}这是一份填报用的表：填好后把文件发回对话，会逐项给您核对，空着的再问您，核对之前什么都不会存。选择题把 □ 改成 ■ 或打 √；表格可以加行；请勿填写国家秘密、工作秘密。{/case.draft}';
const TEAM = rowTable('team', [
  ['姓名', 'name', 2.4],
  ['所在单位', 'unit', 4],
  ['分工', 'role', 3.8],
  ['投入时间', 'time', 1.8],
]);
const PARTNERS = rowTable('partners', [
  ['单位名称', 'name', 4],
  ['统一社会信用代码', 'creditCode', 3.6],
  ['任务占比', 'share', 1.6],
]);
const RESPONSE = rowTable('response', [
  ['榜单指标', 'indicator', 4.4],
  ['响应', 'answer', 1.4],
  ['承诺值', 'value', 2.2],
  ['说明', 'note', 2.4],
]);
const MILESTONES = rowTable('milestones', [
  ['完成日期', 'date', 3.3],
  ['节点目标', 'goal', 4],
  ['考核依据', 'evidence', 3.8],
]);
const OTHER_BIDS = ['同时承担的榜', '{otherBids}', '在做的榜', '{otherBidsList}'];

function front(kind, rows) {
  return [
    text('编号：{case.reference}', { size: 24 }, { alignment: AlignmentType.RIGHT }),
    gap(1500),
    ...title('{case.programme}', ...kind),
    gap(1900),
    cover(...rows),
    gap(1500),
    text('{case.submittedDay}', { size: 28 }, { alignment: AlignmentType.CENTER }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

const BID_COVER = [
  ['榜单名称', '{case.title}'],
  ['榜单编号', '{list.reference}'],
  ['产业领域', '{case.sector}'],
  ['牵头单位', '{unit}（盖章）'],
  ['项目负责人', '{lead}'],
  ['联系方式', '{contact}'],
];

function bid(money, tail) {
  return [
    heading('一、揭榜意向'),
    labelled(
      ['榜单名称', '{case.title}'],
      ['榜单编号', '{list.reference}', '发榜单位', '{list.owner}'],
      ['榜单金额', '{list.money}'],
      ['揭榜截止', '{list.deadline}', '批　　次', '{list.batch}'],
      ['牵头单位', '{unit}'],
      ['项目负责人', '{lead}', '负责人 ORCID', '{orcid}'],
      ['联系方式', '{contact}'],
      ['为什么能解决', '{why}'],
    ),
    heading('二、揭榜申报书'),
    subheading('（一）单位与团队'),
    labelled(['统一社会信用代码', '{creditCode}']),
    caption('联合单位'),
    PARTNERS,
    caption('团队成员'),
    TEAM,
    subheading('（二）研发基础与技术方案'),
    labelled(
      ['研发基础', '{base}'],
      ['技术路线', '{route}'],
      ['路线类别', '{routeClass}'],
      ['创新点', '{novelty}'],
      ['目前成熟度', '{trlNow}', '完成时成熟度', '{trlEnd}'],
    ),
    subheading('（三）指标响应'),
    RESPONSE,
    subheading('（四）进度节点'),
    MILESTONES,
    subheading('（五）经费'),
    money,
    subheading('（六）权属、风险与声明'),
    labelled(
      ['产权归属', '{ip}'],
      ['权属说明', '{ipNote}'],
      ['风险与备选', '{risks}'],
      ['关联关系', '{related}', '关联说明', '{relatedNote}'],
      OTHER_BIDS,
      ['保密与诚信承诺', '{pledge}'],
      ['附件', '{files}'],
    ),
    ...others(),
    ...tail,
    gap(120),
    stamps([
      {
        opinion:
          '牵头单位承诺：本申报书所填内容真实、准确，不含国家秘密和工作秘密；不存在知识产权纠纷；如中榜，按军令状约定的目标、指标和时间节点组织攻关。',
        lines: ['项目负责人（签字）：', ...SIGN],
      },
    ]),
    note(MADE),
  ];
}

const keyTechnology = [
  ...front(['申 报 材 料', '（关键技术类）'], BID_COVER),
  ...bid(labelled(['申请财政经费', '{stateMoney}']), [
    heading('三、立项补充（中榜后填写）'),
    caption('分年度预算，合计应等于申请的财政经费'),
    rowTable('years', [
      ['年度', 'year', 3],
      ['金额', 'amount', 6],
    ]),
  ]),
];

const enterpriseDemand = [
  ...front(['企业重大技术需求揭榜申报书', '（企业需求类）'], BID_COVER),
  ...bid(labelled(['报价', '{price}'], ['自筹资金', '{ownMoney}'], ['社会资金', '{socialMoney}']), []),
];

const need = [
  text('编号：{case.reference}', { size: 24 }, { alignment: AlignmentType.RIGHT }),
  gap(160),
  ...title('{case.programme}', '企业重大技术需求征集表'),
  heading('一、需求概况'),
  labelled(
    ['需求名称', '{case.title}'],
    ['单位名称', '{unit}'],
    ['联系人与手机', '{contact}'],
    ['产业领域', '{sector}', '完成时限', '{term}'],
    ['研发总投入', '{money}'],
    ['现在的问题', '{problem}'],
    ['想达到的目标', '{goal}'],
  ),
  heading('二、需求详情'),
  subheading('（一）需求单位'),
  labelled(
    ['统一社会信用代码', '{creditCode}'],
    ['单位性质', '{unitKind}', '独立法人', '{legalPerson}'],
    ['所在设区市', '{city}', '推荐单位', '{recommender}'],
    ['法定代表人', '{legalRep}', '职务', '{legalRepPost}'],
    ['电子邮箱', '{email}'],
  ),
  subheading('（二）技术问题与指标'),
  labelled(['需求类型', '{type}']),
  caption('拟解决的主要技术问题'),
  rowTable('problems', [['技术问题', 'text', 10]]),
  caption('技术指标'),
  rowTable('indicators', [
    ['指标名称', 'name', 3.4],
    ['要求', 'operator', 2.3],
    ['数值', 'value', 1.5],
    ['单位', 'unit', 1.3],
    ['检测方法', 'method', 3.4],
  ]),
  gap(60),
  labelled(['为何自身无法解决', '{whyOutside}'], ['现有基础', '{base}'], ['对揭榜方的要求', '{requirements}']),
  subheading('（三）资金、权属与效益'),
  labelled(
    ['拟支付揭榜方', '{payBidder}'],
    ['产权归属', '{ip}', '公开方式', '{visibility}'],
    ['利益分配', '{sharing}'],
    ['预期效益', '{benefit}'],
    ['预计年新增效益', '{benefitYear}'],
  ),
  caption('支付方式'),
  rowTable('payments', [
    ['付款时间', 'when', 6],
    ['付款比例', 'share', 3],
  ]),
  subheading('（四）意愿与承诺'),
  labelled(
    ['未入选时点对点对接', '{matchPrivately}', '同意推介金融机构', '{bankReferral}'],
    ['信用承诺', '{pledge}'],
    ['附件', '{files}'],
  ),
  ...others(),
  heading('三、签章与推荐意见'),
  stamps([
    {
      opinion:
        '需求单位承诺：以上内容真实，不含国家秘密和工作秘密；近三年无不良信用记录；入选后按约定落实资金与应用条件。',
      lines: SIGN,
    },
    { opinion: '推荐单位意见：', lines: ['推荐单位（盖章）：', '经 办 人：', '日　　期：　　　　年　　月　　日'] },
  ]),
  note(MADE),
];

const profile = [
  gap(160),
  ...title('{case.programme}', '科研团队资料'),
  gap(160),
  labelled(
    ['姓名或团队名', '{name}'],
    ['单位名称', '{unit}'],
    ['单位信用代码', '{creditCode}', 'ORCID', '{orcid}'],
    ['联系方式', '{contact}', '电子邮箱', '{email}'],
    ['主页', '{homepage}'],
    ['关注领域', '{sectors}'],
    ['主要做什么', '{work}'],
    ['方法与设备', '{methods}'],
    ['代表成果', '{results}'],
    ['技术成熟度', '{trl}', '愿意被推荐', '{discoverable}'],
  ),
  ...others(),
  note(MADE),
];

/** Substitutes for machines without these fonts: Word and WPS read them from the font table. */
const FONT_TABLE = [
  ['仿宋', 'FangSong', 'FangSong_GB2312'],
  ['黑体', 'SimHei', 'Noto Sans CJK SC'],
  ['宋体', 'SimSun', 'Noto Serif CJK SC'],
  ['Times New Roman', 'Liberation Serif', ''],
];

function fontTable() {
  const fonts = FONT_TABLE.map(
    ([name, ...names]) =>
      `<w:font w:name="${name}"><w:altName w:val="${names.filter(Boolean).join(',')}"/><w:charset w:val="${name === 'Times New Roman' ? '00' : '86'}"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

async function write(name, children) {
  const paper = new Document({
    creator: '揭榜',
    title: name,
    styles: {
      default: { document: { run: { font: FONTS.body, size: 24, language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } },
    },
    sections: [
      { properties: { page: PAGE }, headers: { default: header() }, footers: { default: footer() }, children },
    ],
  });
  const zip = new PizZip(await Packer.toBuffer(paper));
  zip.file('word/fontTable.xml', fontTable());
  // No time of making inside: a fresh set with nothing changed is byte for byte the same.
  const core = zip
    .file('docProps/core.xml')
    .asText()
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2021-05-01T00:00:00Z');
  zip.file('docProps/core.xml', core);
  const date = new Date(Date.UTC(2021, 4, 1));
  for (const file of Object.values(zip.files)) file.date = date;
  writeFileSync(
    new URL(`../data/templates/${name}.docx`, import.meta.url),
    zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }),
  );
}

await write('application-key-technology', keyTechnology);
await write('application-enterprise-demand', enterpriseDemand);
await write('need', need);
await write('profile', profile);
