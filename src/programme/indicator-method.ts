/** Finding how a target is measured: a standard, an instrument, a third party. */

/** The method named in a text and the text without it; `method` is empty when none is named. */
export interface FoundMethod {
  readonly method: string;
  readonly rest: string;
}

const STANDARD =
  '(?:GB|GJB|HJ|NY|YY|QB|HG|SJ|JB|YS|FZ|DL|NB|CJ|JG|JT|SH|SN|LY|WS|YB|DB\\d{2}|T/[A-Z]{2,8}|ISO|IEC|ASTM|DIN|EN|IEEE|UL|JIS|SAE|AATCC|USP|ICH)(?:/[A-Z]{1,3})?\\s?(?:[A-Z]{1,3}\\s?)?\\d[\\d.:-]*\\d|(?:GB|HJ|ISO|ASTM\\s?[A-Z])\\s?\\d+';
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?:按照?|依据?|根据|参照|符合|执行|[Pp]er|[Aa]s per|[Aa]ccording to|[Ii]n accordance with|(?:measured|tested)\\s+(?:to|per|by))?\\s*(?<![A-Za-z])(${STANDARD})(?:标准|规定|方法|的)*(?:进行)?(?:检测|测试|测定|测量|检验|评定|测)?`,
  ),
  /((?:国家级|省级)?第三方(?:机构|检测机构)?(?:检测报告|测试报告|检测|测试|鉴定|认证|检验|评价|报告)?)(?:为准)?/,
  /(?:measured|tested|determined|verified|assessed)\s+(?:by|with|to|per|according to|under|using|in)\s+(?:an?\s+|the\s+)?([^，;()]{2,60})/i,
  /(?:采用|用|以|由|经|按照?|通过|依据|根据|参照)([^，;()（）≥≤<>\d][^，;()（）≥≤<>]{0,29}?)(?:进行)?(?:检测|测试|测定|测量|检验|表征|鉴定|测)(?:为准)?(?=$|[，)）])/,
  /[((]([^()（）]{0,30}(?:法|检测|测试|标准|显微镜|仪|method|test|microscopy))[))]/i,
];

/** Takes the first method named out of the text. */
export function findMethod(text: string): FoundMethod {
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (!match?.[1]) continue;
    const rest = `${text.slice(0, match.index)}${text.slice(match.index + match[0].length)}`;
    return { method: match[1].trim(), rest: rest.replace(/[((]\s*[))]/g, '').replace(/^[\s，]+|[\s，]+$/g, '') };
  }
  return { method: '', rest: text };
}
