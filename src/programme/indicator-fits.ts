/** Whether words can be what a gap of an indicator asks for, so that talk never becomes a target. */
import type { IndicatorGap } from './indicator.ts';
import { findMethod } from './indicator-method.ts';
import { findValue } from './indicator-value.ts';

const COMPARED =
  /[低小少短高大多长長差弱][于於]|优[于於]|不(?:变|变差|增加|下降|降低)|超[过過]|翻(?:[一两几]番|倍)|加倍|减半|減半|一半|百分之|[一二两三四五六七八九十几]成|零|为0|无(?!所谓|法|聊)|不(?:出现|得|允许|再)|同等|持平|相当[于於]?|一样|相同|清零|杜绝|(?<![a-z])(?:zero|none|doubled?|twice|half|halved?|equal|same as|as good as|(?:no|not) (?:worse|less|lower|more|higher)|(?:better|less|lower|more|higher) than|at (?:least|most))(?![a-z])/i;
const TESTED =
  /[测測试試验驗检檢]|[标標]准|[国國行企团]标|规范|规程|方法|[\p{Script=Han}A-Z]法(?:$|[，,（(；;])|仪|显微|谱|称重|秤|统计|台账|记录|[核衡]算|核查|对比|比[对较]|留样|观[察测]|分析|坐标|[卡直量]尺|传感|探头|(?<![设预估合会总共统])计(?:$|[，,（(；;])|[抽取采]样|平均|审[计核]|鉴定|认[证可]|证书|报告|数据|制度|运行|工况|临床|考核|评[审价估]|计量|method|test|measur|standard|trial|report|analys|certif|inspect|audit|statistic|weigh|survey|microscop|spectr|chromatograph/iu;
const UNIT = /^[\p{L}\p{N}\p{S}·⋅/%‰°'"²³⁻¹()（）.*^ -]{1,24}$/u;
/** A unit in Chinese characters is short: 个百分点, 公斤/亩, 千瓦时每吨. */
const LONGEST_HAN = 6;

/** True when the words hold a number or comparison (value), a standard or way of testing (method), or look like a unit. */
export function fitsGap(gap: IndicatorGap, text: string): boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  if (gap === 'value') return isValue(words);
  if (gap === 'method') return findMethod(words).method !== '' || TESTED.test(words);
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return UNIT.test(words) && han <= LONGEST_HAN && /[\p{L}%‰°℃]/u.test(words);
}

function isValue(words: string): boolean {
  const { rest } = findMethod(words);
  return findValue(rest) !== null || /\d|[０-９]/.test(rest) || COMPARED.test(words);
}
