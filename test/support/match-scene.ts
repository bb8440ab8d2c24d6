/** Lists, people and a matcher for matching tests. The lists' subjects are real kinds of challenge, the people 示例. */
import { readFileSync } from 'node:fs';
import { makeHashedEmbedder } from '../../src/matching/hashed-embedder.ts';
import { type Matcher, type MatchParts, makeMatchIndex } from '../../src/matching/match-index.ts';
import { parseStopList, type StopList } from '../../src/matching/stop-list.ts';
import type { Answers } from '../../src/programme/answer.ts';
import type { Listing, ListingDetails, Profile } from '../../src/programme/records.ts';
import { aListing } from './case-fixtures.ts';
import { makeHeardLog } from './heard-log.ts';
import { makeMemoryVectors } from './memory-vectors.ts';

/** The stop list people get. */
export const STOP: StopList = parseStopList(readFileSync('data/lexicon/stop-words.txt', 'utf8'));

/** A published list with this title and aim. */
export function list(id: string, title: string, goals = '', details: Partial<ListingDetails> = {}): Listing {
  const base = aListing();
  return {
    ...base,
    id,
    title,
    details: { ...base.details, goals, indicators: [], terms: [], visibility: 'public', ...details },
  };
}

/** A profile somebody agreed to be found by. */
export function person(id: string, answers: Answers, changes: Partial<Profile> = {}): Profile {
  return {
    id,
    account: `account-${id}`,
    name: '示例团队',
    answers,
    formVersion: 1,
    version: 1,
    updatedAt: '2026-09-07T02:00:00.000Z',
    discoverable: true,
    source: 'sample',
    ...changes,
  };
}

/** A matcher with the built-in embedder and nothing in it. */
export function matcher(changes: Partial<MatchParts> = {}): Matcher {
  const parts = {
    embedder: makeHashedEmbedder(STOP),
    vectors: makeMemoryVectors(),
    log: makeHeardLog(),
    stop: STOP,
    weights: { vector: 0 },
  };
  return makeMatchIndex({ ...parts, ...changes });
}

/** Takes any record. */
export const anyone = (): boolean => true;

/** Challenges of the sectors, as short as announcements have them. */
export const LISTS: readonly Listing[] = [
  list('lens', '高精度非球面玻璃镜片模压成型', '微小非球面镜片国产化，难点是模具赋形与模压成型；用于车载摄像与内窥镜'),
  list('straw', '稻秆规模化高效清洁利用', '含腐植酸水溶肥易结晶、分层、堵管；副产纤维品质差；稻秆全组分高值利用'),
  list('steel', '高牌号无取向电工钢薄带', '铁损低、磁感高的电工钢，用于新能源汽车驱动电机铁芯'),
  list('paper', '高性能芳纶绝缘纸', '芳纶纸击穿强度与耐温等级提升，用于变压器与电机绝缘'),
  list('tea', '茶树特早品种选育与示范推广', '早芽、抗寒茶树新品种，配套绿茶加工'),
  list('sic', '8英寸碳化硅单晶生长设备', '长晶炉热场设计，微管与位错密度控制'),
  list('drug', '抗病毒双特异性中和抗体药物', '中和活性、稳定细胞株、制剂与临床前评价'),
  list('wind', '海上风电基础防腐涂层', '干湿交替区涂层寿命不低于25年'),
  list('lake', '湖泊蓝藻水华遥感监测', '卫星与无人机协同，提前七天预警'),
  list('graph', '政务知识图谱与问答', '知识抽取、图谱补全、检索增强的问答系统'),
];
