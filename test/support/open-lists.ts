import { readProgramme } from '../../src/data-files.ts';
import { newNeed } from '../../src/programme/new-case.ts';
import { publishNeed } from '../../src/programme/publish-need.ts';
import type { Listing } from '../../src/programme/records.ts';
import { randomId } from '../../src/random-id.ts';
import { openStore } from '../../src/store/open-store.ts';

/** Subjects with their sectors: three divisions, so that their notices go to three rooms. */
const SUBJECTS = [
  ['芳纶绝缘纸耐温提升', 'materials'],
  ['稻秆水溶肥抗结晶', 'agriculture'],
  ['双特异性中和抗体', 'biomedicine'],
  ['车载玻璃镜片模压', 'equipment'],
  ['茶树抗寒育种', 'agriculture'],
  ['蓝藻水华遥感预警', 'social'],
  ['海上风电防腐涂层', 'energy'],
  ['土壤墒情传感器', 'agriculture'],
] as const;

/** Writes `count` open lists (at most 8) of the real programme into a database nobody uses yet, and gives them back. */
export async function loadOpenLists(url: string, count: number): Promise<readonly Listing[]> {
  const lists = SUBJECTS.slice(0, count).map(([subject, sector], n) => openList(subject, sector, n));
  const store = await openStore(url, { clock: { now: () => new Date() }, randomId });
  await store.load.load({ cases: lists });
  await store.close();
  return lists;
}

function openList(subject: string, sector: string, n: number): Listing {
  const programme = readProgramme('jiangxi-2021');
  const at = new Date().toISOString();
  const answers = {
    title: `示例：${subject}`,
    problem: `${subject}还做不到`,
    goal: `${subject}做到行业前列`,
    sector,
    money: { yuan: 3_000_000 },
    term: { months: 24 },
    unit: '示例材料有限公司',
    visibility: 'public',
    indicators: [],
  };
  const need = newNeed(
    { account: 'nobody', form: 'need', formVersion: 1, answers },
    { id: hex(`a${n}`), at, programme },
  );
  return { ...publishNeed(need, { id: hex(`b${n}`), at, programme }), owner: null };
}

function hex(end: string): string {
  return end.padStart(32, '0');
}
