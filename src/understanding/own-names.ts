/** The words by which a message speaks of the field in hand. */
import type { Field } from '../programme/form.ts';
import { namedFields } from './field-names.ts';

/** Stands in for the field's own words. */
export const OWN_NAME = '此项';
/** Ends of labels that name nothing by themselves. */
const EMPTY_END =
  /是否|同意|愿意|某一|一项|其他|目前|同时|完成|时技|我们|为什|解决|未入|对接|归属|说明|备选|不良|希望|现有/;

/** 方案 and 技术 of 技术方案: how people shorten a label of four signs or more. */
function labelEnds({ label }: Field): readonly string[] {
  const runs = label.zh.match(/\p{Script=Han}{4,}/gu) ?? [];
  return runs.flatMap((run) => [run.slice(-2), run.slice(0, 2)]).filter((end) => !EMPTY_END.test(end));
}

/** The folded text with the names of the field, whole or shortened, put as `OWN_NAME`. */
export function withOwnNames(folded: string, field: Field): string {
  const whole = namedFields(folded, [field]).reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}${OWN_NAME}${text.slice(end)}`,
    folded,
  );
  return labelEnds(field).reduce((text, end) => text.replaceAll(end, OWN_NAME), whole);
}
