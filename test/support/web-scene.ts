import type { Reply } from '../../src/ports/channel.ts';
import type { Inbound } from '../../src/ports/message.ts';
import { sampleReply } from './sample-reply.ts';

const CARDS = {
  zh: [
    {
      title: '高牌号无取向电工钢薄带制备关键技术',
      label: '示例',
      facts: ['资金：500–1000万元（¥5,000,000–10,000,000）', '截止：2027-01-08（周五）', '领域：新材料'],
      because: ['电工钢', '薄带轧制'],
    },
    {
      title: '稻秆规模化高效清洁利用关键技术及高品质产品研发',
      label: '参考',
      facts: ['资金：3000万元（¥30,000,000）', '江西 2021 · 企业需求类', '领域：现代农业'],
      because: ['腐植酸'],
    },
  ],
  en: [
    {
      title: '高牌号无取向电工钢薄带制备关键技术',
      label: 'Sample',
      facts: [
        'Funding: ¥5,000,000–10,000,000 (5–10 million)',
        'Deadline: Friday, 8 January 2027',
        'Sector: new materials',
      ],
      because: ['electrical steel', 'strip rolling'],
    },
  ],
};

const SAYS = {
  zh: {
    hello: '您好，这里是揭榜挂帅助手。\n说说您会什么，我来找合适的榜；企业也可以在这里发布技术难题。',
    hits: '找到 2 个榜单，都与“电工钢”有关：',
    question: '第 4/14 项　项目负责人\n谁来挂帅？写姓名就行，不看职称和年龄。\n例：王晓明',
    link: '这是您的个人链接，换一台设备也能接着办：',
    done: '已收到，编号 J-7K3M-2。5 个工作日内答复您（9月14日前）。申报书在下面，可以下载核对。',
    buttons: ['找榜单', '发布需求', '我的进度'],
    more: ['换一批', '都不合适，订阅新榜'],
    ask: ['跳过', '上一步', '先存着'],
    open: '查看并揭榜',
    paper: '申报书 J-7K3M-2.docx',
  },
  en: {
    hello:
      'Hello, this is the assistant of the open-competition programme.\nTell me what you can do and I will find lists for you. Enterprises can post their technical problems here.',
    hits: 'One list has to do with “electrical steel”:',
    question:
      'Item 4 of 14 · Project lead\nWho will lead? A name is enough; title and age do not matter.\nExample: Wang Xiaoming',
    link: 'This is your personal link. Open it on any device to go on:',
    done: 'Received, number J-7K3M-2. You will hear from us within 5 working days. Your application is below.',
    buttons: ['Find lists', 'Post a need', 'My progress'],
    more: ['Show others', 'None fits: tell me about new ones'],
    ask: ['Skip', 'Back', 'Save for later'],
    open: 'Read and take up',
    paper: 'Application J-7K3M-2.docx',
  },
};

/** A scripted bot that shows every kind of message, in either language: what it says depends on the words in the message. */
export function sceneScript(language: 'zh' | 'en'): (message: Inbound) => readonly Reply[] {
  const says = SAYS[language];
  const locale = language;
  const buttons = (labels: readonly string[], primary = -1) =>
    labels.map((label, n) => ({
      id: `b${Math.random().toString(36).slice(2, 10)}.${n}`,
      label,
      ...(n === primary ? { style: 'primary' as const } : {}),
    }));
  return (message) => {
    const said = message.said ?? '';
    if (message.opened) return [sampleReply(says.hello, { locale, buttons: buttons(says.buttons) })];
    if (/钢|steel/.test(said)) {
      const cards = CARDS[language].map((card, n) => ({
        ...card,
        button: { id: `c.${n}`, label: says.open, style: 'primary' as const },
      }));
      return [sampleReply(says.hits, { locale, cards, buttons: buttons(says.more) })];
    }
    if (/链接|link/i.test(said)) return [sampleReply(says.link, { locale, link: '/r/Zm9vYmFyYmF6cXV4MTIzNDU2' })];
    if (/提交|submit/i.test(said) || message.files) {
      return [
        sampleReply(says.done, { locale, files: [{ document: 'application', id: 'a'.repeat(32), name: says.paper }] }),
      ];
    }
    return [
      sampleReply(says.question, { locale, buttons: buttons(says.ask), progress: { done: 3, of: 14 }, asks: 'lead' }),
    ];
  };
}
