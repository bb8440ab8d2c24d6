import { readProgramme } from '../../src/data-files.ts';
import { newNeed } from '../../src/programme/new-case.ts';
import { publishNeed } from '../../src/programme/publish-need.ts';
import type { Listing } from '../../src/programme/records.ts';
import { openStore } from '../../src/store/open-store.ts';
import { randomId } from '../../src/random-id.ts';

const SUBJECTS = ['芳纶绝缘纸耐温提升', '稻秆水溶肥抗结晶', '电工钢薄带降损', '车载玻璃镜片模压', '茶树抗寒育种', '碳化硅长晶热场', '海上风电防腐涂层', '蓝藻水华遥感预警'];

/** Writes `count` open lists (at most 8) of the real programme into a database nobody uses yet, and gives them back. */
export async function loadOpenLists(url: string, count: number): Promise<readonly Listing[]> {
  const lists = SUBJECTS.slice(0, count).map((subject, n) => openList(subject, n));
  const store = await openStore(url, { clock: { now: () => new Date() }, randomId });
  await store.load.load({ cases: lists });
  await store.close();
  return lists;
}

function openList(subject: string, n: number): Listing {
  const programme = readProgramme('jiangxi-2021');
  const at = new Date().toISOString();
  const answers = {
    title: `示例：${subject}`,
    problem: `${subject}还做不到`,
    goal: `${subject}做到行业前列`,
    sector: 'materials',
    money: { yuan: 3_000_000 },
    term: { months: 24 },
    unit: '示例材料有限公司',
    visibility: 'public',
    indicators: [],
  };
  const need = newNeed({ account: 'nobody', form: 'need', formVersion: 1, answers }, { id: hex(`a${n}`), at, programme });
  return { ...publishNeed(need, { id: hex(`b${n}`), at, programme }), owner: null };
}

function hex(end: string): string {
  return end.padStart(32, '0');
}
