/** A suite of a few lines in a folder of its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SuitePlay } from '../../src/evaluate/suite-play.ts';

const SHEET = {
  org: '示例理工大学',
  credit_code: '91350100M000100Y43',
  leader: '示例教授',
  leader_title: '教授',
  orcid: '跳过',
  phone: '13000000000',
  email: 'someone@example.com',
  team_size: '5人',
  partners: '无',
  solution: '先小试，再中试。',
  indicators: '寿命不低于5年。',
  foundation: '有中试线一条。',
  budget: '600万',
  self_funding: '30%',
  duration: '两年',
  start_date: '2027-02-01',
  end_date: '2029-01-31',
  attachments: '跳过',
  commitment: '同意',
  title: '示例轴承寿命提升',
  field: '新材料',
  problem: '轴承两年就要换。',
  current_level: '寿命两年',
  deadline: '2027年6月30日',
  ip: '双方共有',
  contact: '示例经理',
  disclose_name: '可以公开',
};
const list = (key: string, title: string, field: string, more: object = {}) => ({
  key,
  title,
  field,
  kind: '关键技术类',
  amount_min: 500,
  amount_max: 1000,
  deadline: '2026-12-31',
  status: 'open',
  ...more,
});
const FIXTURE = {
  today: '2026-11-22',
  lists: [
    list('A', '示例深海轴承钢', '新材料'),
    list('B', '示例边缘计算网关', '电子信息'),
    list('C', '示例隔膜', '新能源', { kind: '企业需求类', owner: 'E1' }),
  ],
  people: {
    R1: { name: '示例教授', role: 'researcher', lang: 'zh', channels: ['telegram', 'web'] },
    E1: { name: '示例经理', role: 'enterprise', org: '示例轴承厂', channels: ['web'] },
    S1: { name: '示例工作人员', role: 'staff', channels: ['slack'] },
    S2: { name: '示例同事', role: 'staff', channels: ['slack'] },
  },
  sheets: { 'R1.apply': SHEET, 'E1.need': SHEET },
};

/** Writes the rows of one file beside a small fixture; gone when the test has ended. */
export function smallSuite(file: string, rows: readonly object[]): SuitePlay {
  const folder = mkdtempSync(join(tmpdir(), 'jiebang-suite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'fixture.json'), JSON.stringify(FIXTURE));
  writeFileSync(join(folder, file), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return { folder, model: null, progress: () => undefined };
}
