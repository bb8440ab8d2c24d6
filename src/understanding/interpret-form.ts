/** Reading a message while a form is open: the order of the specification, each step a rule. */

import type { Field } from '../programme/form.ts';
import type { Command } from './command.ts';
import { matchService, wholeControl } from './control.ts';
import { controlCommand, serviceCommand } from './control-command.ts';
import { readCorrection } from './correction.ts';
import { namedCues, strayCues } from './cues.ts';
import { formFields, namedFields } from './field-names.ts';
import { goesOn } from './go-on.ts';
import { HELP } from './idle-phrases.ts';
import { PROFILE, STATUS } from './idle-rules.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { oneOf, whole } from './one-of.ts';
import { stripped } from './polite.ts';
import { isQuestion } from './question.ts';
import { readValue } from './read-value.ts';
import type { ValueReading } from './reading.ts';
import { fieldNames } from './rest.ts';
import { isIntrusion, isProgrammeTopic } from './topics.ts';

const FIELD_HELP = whole(
  /举个?例(?:子)?|给个?(?:例子|示例|样例|范例|模板)|(?:有)?(?:没有)?(?:例子|示例|样例|范例|模板)(?:吗|么)?/,
  /(?:.{0,10})(?:例子|示例|样例|example)\s*(?:给|来)?(?:我)?(?:一)?(?:个|下)|格式(?:是)?(?:什么|怎样|怎么样)?/,
  /(?:这|该|此|本)?(?:个|项|一?栏|题|里|儿|道题|一题)?(?:是)?(?:什么意思|啥意思|怎么(?:填|写|弄|答|选)|该?(?:填|写|选)(?:什么|啥|哪个)|要?怎么填|不懂|没看懂|看不懂|没明白|不明白|指(?:的是)?什么|干(?:嘛|什么)(?:的|用)?|做什么用|有什么用|在哪(?:里|儿)?(?:查|找|看)|哪(?:里|儿)(?:查|找|看|有))(?:的|呢|啊)*/,
  /不会(?:填|写|弄)|为(?:什么|啥)(?:还|非)?(?:要|需要)?(?:填|问|收集|提供|写)?(?:这个|这项|它|这些)?|example(?:s)?(?: please)?/,
  /(?:an |one |some |any )?examples?|(?:give|show)(?: me)? (?:an |one |some )?examples?/,
  /what(?:'s| is| does)? (?:this|that|it)(?: for| mean| about)?/,
  /what (?:do you mean|should i (?:write|put|enter|fill in|say)|goes here)(?: here| by that)?/,
  /how (?:do i|to|should i) (?:fill|answer|write|find|get)(?: (?:this|it|in|out|here))*/,
  /i don't (?:understand|get it)|explain(?: (?:this|it))?|what format/,
  /why(?: do you)?(?: need| ask| want)?(?: (?:this|that|it))?/,
);
const WHY = oneOf(
  /为什么|为啥|干嘛要|凭什么|干什么用|做什么用|有什么用|啥用|怎么填|如何填|怎么写|填什么|是什么|是啥|什么意思|啥意思|什么东西|啥玩意|什么玩意|哪里(?:查|找|看|有)/,
  /在哪(?:查|找|看)|怎么(?:查|找|获得|注册)|怎么(?:还)?要|还要|非要|有必要|必填|必须|非填不可|可以不填|能不填|一定要填/,
  /(?<![a-z])(?:why|what(?:'s| is| are)|what does|how (?:do|can) i (?:get|find|fill))(?![a-z])/,
  /(?<![a-z])(?:where (?:do|can) i (?:get|find))(?![a-z])/,
  /(?<![a-z])(?:is (?:this|it) (?:required|mandatory|optional|necessary)|do i have to)(?![a-z])/,
  /(?<![a-z])(?:must i)(?![a-z])/,
);
const GO_TO =
  /^(?:返回|回到|回去|退回|退到|跳到|跳回|转到|转回|倒回|回)(?:到|去|至)*(?:填|写|改)?|^(?:go|jump|take me|back|return)(?: back)? to(?: the)?(?![a-z])/;
const SHOW = oneOf(
  /(?:多少|什么|啥|哪个|哪里|几)(?:来着|的来着)/,
  /(?:我)?(?:刚才|之前|现在|目前)?(?:的)?.{0,10}(?:填|写)(?:的|了)(?:是)?(?:多少|什么|啥|哪)/,
  /(?<![a-z])what (?:did|have) i (?:put|enter|write|say|give|answer)/,
  /what'?s? (?:is )?my (?:current )?.{2,20} (?:now|at the moment)/,
);
const NONE_ZH =
  /^(?:暂时?|目前|现在|还|我|我们|也|都)*(?:没有|没|无|暂无|不涉及|不适用|没得|木有)(?:这个|那个|这项|该项|相关的?|其他的?|任何)?(.{0,12}?)(?:可以?(?:提供|填|传|上传))?(?:要(?:传|上传|填|提供)的?)?$/;
const NONE_EN =
  /^(?:(?:i|we)(?: currently)? (?:don't|do not|dont) have (?:an?|any|one|it|that)?|(?:i|we) have no|(?:i|we) have none|have none|there(?:'s| is| are) (?:no|none)|(?:none|nothing|without|nil|n\/a|no)(?![a-z]))\s*(.{0,24}?)(?: (?:yet|available|to (?:add|attach|upload|give|share)|at the moment|so far|for now))*$/;
const TYPED: ReadonlySet<Field['kind']> = new Set([
  'choice',
  'multi-choice',
  'number',
  'money',
  'percent',
  'date',
  'duration',
  'phone',
  'email',
  'credit-code',
  'orcid',
  'url',
  'file',
  'rows',
]);
const LONGEST_QUESTION = 60;
const ENDS_ASKING = /(?:几[家个天次年项步]|多少|多久|什么|啥|谁|哪[里儿个些家]?|呢|么|怎么.{1,3})[。.]?$/;

/** A field question's setting, worked out once per message. */
interface Setting {
  readonly message: Message;
  readonly context: InterpretContext;
  readonly field: Field | undefined;
  readonly fields: readonly Field[];
  readonly freeText: boolean;
  readonly reading: ValueReading | null;
}

type Step = (setting: Setting) => Interpretation | null;

function answer({ message }: Setting, why: string): Interpretation {
  return meaning(why, { do: 'answer', text: message.original });
}

/** 2. The whole message steers. */
const steer: Step = ({ message: { folded }, context, field }) => {
  const found = wholeControl(folded);
  if (found === null) return goesOn(folded) ? meaning('resume', { do: 'resume' }) : null;
  const rowQuestion = field?.id.endsWith('#more') === true;
  if (found === 'another-row' || found === 'no-more-rows') {
    return rowQuestion && field !== undefined
      ? meaning('rows', { do: 'another-row', yes: found === 'another-row', path: field.id })
      : null;
  }
  if (field?.kind === 'yes-no' && ['keep', 'offline', 'skip'].includes(found) && context.focus === 'field') {
    const read = readValue(field, folded, context);
    if (read.outcome === 'accept') return null;
  }
  const command = controlCommand(found);
  return command === null ? null : meaning(`control:${found}`, command);
};

/** Wishes to the service itself, when they are the whole of a short message. */
const service: Step = ({ message: { folded }, reading, freeText }) => {
  if (reading?.outcome === 'accept' && !freeText && !/语言|language/.test(folded)) return null;
  const found = matchService(folded, true);
  return found === null ? null : meaning(`service:${found.is}`, serviceCommand(found));
};

/** 没有附件, 暂无, n/a in a typed field: left open on purpose. */
const nothing: Step = ({ message: { folded }, field, reading }) => {
  if (field === undefined || reading?.outcome === 'accept' || field.kind === 'yes-no') return null;
  if (!TYPED.has(field.kind) && (field.required || field.kind === 'long-text')) return null;
  for (const form of stripped(folded)) {
    const rest = (NONE_ZH.exec(form) ?? NONE_EN.exec(form))?.[1];
    if (rest === undefined) continue;
    const named =
      rest === '' ||
      fieldNames(field).some((name) => rest.includes(name) || name.includes(rest)) ||
      /^(?:附件|材料|文件|东西|内容|attachments?|files?|documents?|one|such .{1,20})$/.test(rest.trim());
    if (named && !(form === 'no' && field.kind === 'choice')) return meaning('skip:nothing', { do: 'skip' });
  }
  return null;
};

/** 3. Corrections of what was filled before. */
const correct: Step = ({ message: { original, folded }, context, fields, freeText, field }) => {
  if (fields.length === 0) return null;
  const found = readCorrection(original, folded, {
    ...context,
    fields,
    answers: context.answers ?? {},
    freeText,
    inHand: context.focus === 'field' ? field : undefined,
  });
  if (found === null) return null;
  if (
    field?.kind === 'yes-no' &&
    context.focus === 'field' &&
    found.every((one) => one.do === 'change' && one.path === '')
  )
    return null;
  const here = found.every((one) => one.do === 'change' && one.path === field?.id);
  return here && context.focus === 'field' ? null : meaning('correct', ...found);
};

/** 返回到填手机号那里. */
const goTo: Step = ({ message: { folded }, fields }) => {
  if (folded.length > 30 || !stripped(folded).some((form) => GO_TO.test(form))) return null;
  const [target, more] = namedFields(folded, fields);
  if (target === undefined || more !== undefined) return null;
  const around = `${folded.slice(0, target.start)} ${folded.slice(target.end)}`.replace(
    /那|这|里|儿|一|步|题|项|栏|格|的|地方|时候|重新?|填|写|改|号码?|question|field|step|one/g,
    '',
  );
  if (stripped(around).at(-1)?.replace(GO_TO, '').trim() !== '') return null;
  return meaning('go-to', { do: 'change', path: target.field.id });
};

/** Asks what an answer given before was. */
const showAnswer: Step = ({ message: { folded }, fields, freeText }) =>
  !freeText && folded.length <= LONGEST_QUESTION && SHOW.test(folded) && namedFields(folded, fields).length > 0
    ? meaning('review:field', { do: 'review' })
    : null;

/** Help on the field in hand. */
const fieldHelp: Step = ({ message: { folded }, field, reading, freeText }) => {
  if (reading?.outcome === 'accept' && !freeText && field?.kind !== 'text') return null;
  if (folded.length > LONGEST_QUESTION) return null;
  const forms = stripped(folded);
  if (forms.some((form) => FIELD_HELP.test(form) || HELP[0]?.test(form) === true))
    return meaning('help:field', { do: 'help' });
  const names = field === undefined ? [] : [...fieldNames(field), ...KIND_NAMES(field)];
  const named = names.some((name) => folded.includes(name)) || /^(?:这|此|该)/.test(folded);
  return named && isQuestion(folded) && WHY.test(folded) && folded.length <= 30
    ? meaning('help:field', { do: 'help' })
    : null;
};

/** Everyday names of the kind in hand. */
function KIND_NAMES(field: Field): readonly string[] {
  return namedFields('电话 手机 邮箱 信用代码 预算 期限 orcid phone email budget', [field]).length > 0
    ? ['电话', '手机', '号码', '邮箱', '邮件', '代码', '预算', '经费', 'orcid', 'phone', 'email', 'budget', 'code']
    : [];
}

/** 5. Values for other fields, named or showing what they are; what is left answers the question in hand. */
const cues: Step = (setting) => {
  const { message, context, fields, field, freeText, reading } = setting;
  if (fields.length === 0 || (freeText && message.original.length > LONGEST_QUESTION)) return null;
  const others = fields.filter((one) => one.id !== field?.id);
  const open = { ...context, fields: others, answers: context.answers ?? {} };
  const named = namedCues(message.original, open);
  if (named.cues.length === 0) {
    if (reading?.outcome === 'accept' || freeText || field?.kind === 'text' || field?.kind === 'rows') return null;
    const stray = strayCues(message.original, open);
    return stray.length === 0 || stray.some((cue) => field?.kind === fields.find((one) => one.id === cue.path)?.kind)
      ? null
      : meaning('cues', ...stray.map(setCommand));
  }
  if (named.rest === '') return meaning('cues', ...named.cues.map(setCommand));
  if (field === undefined || freeText || isQuestion(message.folded)) return null;
  const rest = readValue(field, named.rest, context);
  if (rest.outcome === 'reject' || (field.kind === 'text' && named.rest.length > 40)) return null;
  return meaning('cues+answer', ...named.cues.map(setCommand), { do: 'answer', text: named.rest });
};

function setCommand(cue: { readonly path: string; readonly value: Extract<Command, { do: 'set' }>['value'] }): Command {
  return { do: 'set', path: cue.path, value: cue.value };
}

/** 6. A question: answered, then the field is asked again. */
const question: Step = ({ message: { original, folded }, reading, freeText, field }) => {
  if (folded.length > (freeText ? LONGEST_QUESTION : 200) || !isQuestion(folded)) return null;
  if (reading?.outcome === 'accept' && !freeText && field?.kind !== 'text') return null;
  if (isIntrusion(folded)) return null;
  const marked = /[?？]\s*$|吗[。.]?$|^(?:how|what|who|when|where|why|can|does|do|is|are|which|will|should)\b/.test(
    folded,
  );
  if (freeText || field?.kind === 'text') {
    const short = folded.length <= 20;
    const asks = marked
      ? short || isProgrammeTopic(folded)
      : short && ENDS_ASKING.test(folded) && isProgrammeTopic(folded);
    return asks ? meaning('ask', { do: 'ask', question: original }) : null;
  }
  if (reading?.outcome === 'confirm') return null;
  return marked || isProgrammeTopic(folded) ? meaning('ask', { do: 'ask', question: original }) : null;
};

/** Other matters of the person's own, said plainly in a field that cannot take them. */
const elsewhere: Step = ({ message: { folded }, reading, freeText }) => {
  if (reading?.outcome !== 'reject' || freeText || folded.length > 30) return null;
  if (STATUS.test(folded)) return meaning('status', { do: 'status' });
  return PROFILE.test(folded) && /资料|简介|profile/.test(folded) ? meaning('profile', { do: 'profile' }) : null;
};

/** 4, 7 and 8: the answer, and if it cannot be read, the parser says how to mend it. */
const take: Step = (setting) => {
  const { reading, field } = setting;
  if (field?.id.endsWith('#more') === true && reading?.outcome === 'accept' && typeof reading.value === 'boolean') {
    return meaning('rows', { do: 'another-row', yes: reading.value, path: field.id });
  }
  if (field?.kind === 'yes-no' && reading?.outcome === 'accept')
    return answer(setting, reading.value === true ? 'answer:yes' : 'answer:no');
  return answer(setting, reading?.outcome === 'reject' ? 'answer:mend' : 'answer');
};

const BEFORE_ANSWER: readonly Step[] = [
  steer,
  service,
  correct,
  goTo,
  nothing,
  fieldHelp,
  showAnswer,
  cues,
  question,
  elsewhere,
  take,
];

/** Prepares what the steps share. */
export function settingOf(message: Message, context: InterpretContext): Setting {
  const { field, form } = context;
  const freeText = field?.kind === 'long-text';
  return {
    message,
    context,
    field,
    freeText,
    fields: form === undefined ? [] : formFields(form, context.stage),
    reading: field === undefined ? null : readValue(field, message.original, context),
  };
}

/** Reads a message while a field is in hand. */
export function interpretField(message: Message, context: InterpretContext): Interpretation {
  const setting = settingOf(message, context);
  for (const step of BEFORE_ANSWER) {
    const found = step(setting);
    if (found !== null) return found;
  }
  return answer(setting, 'answer');
}

/** Steps that hold beside an open yes-no of the conversation itself (review, a doubtful value, a consent). */
export function besideQuestion(message: Message, context: InterpretContext): Interpretation | null {
  const setting = settingOf(message, { ...context, focus: context.focus });
  for (const step of [steer, service, correct, goTo, showAnswer]) {
    const found = step(setting);
    if (found !== null) return found;
  }
  return null;
}
