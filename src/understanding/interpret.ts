/** Reads a message into commands by rules alone, in the order that what is open asks for. Never throws. */
import { clean } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { readCare } from './care-phrases.ts';
import { namedCase } from './case-reference.ts';
import { wholeControl } from './control.ts';
import { isTelling } from './field-kinds.ts';
import { formFields, namedFields } from './field-names.ts';
import { goesOn } from './go-on.ts';
import { holdsBack } from './holds-back.ts';
import { besideQuestion, interpretField } from './interpret-form.ts';
import { interpretIdle, isThanks } from './interpret-idle.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { nthField } from './nth-field.ts';
import { readOrdinal } from './ordinal.ts';
import { isQuestion } from './question.ts';
import { readValue } from './read-value.ts';
import { secondReading } from './second-reading.ts';
import { readSlash } from './slash.ts';
import { steering } from './steering.ts';
import { yesNo } from './yes-no.ts';

export type { Interpretation, InterpretContext } from './interpretation.ts';

/** Longer messages are read by their beginning only; a form's free text still gets all of it. */
const LONGEST_READ = 4000;
/** At the review a bare 发吧 hands in. */
const SEND =
  /^(?:(?:好的?|行|嗯+|可以|没[问毛][题病]|没有问题|就这样|都对|都没问题|确认|看过了|检查过了)[\s,，。!！]*)*(?:那?就)?(?:现在)?(?:发|交|报|送|发布|公布)(?:出去|上去|过去|了|吧|啦)*[。.!！]*$/;
const KEEP_DRAFT = /(?:保留|留着|留下|存着|先存|存草稿|keep|save)/;
const DISCARD = /(?:删|丢|扔|清|弃|作废|不要|不留|discard|delete|remove|throw)/;
const GO_ON = /(?:继续|接着|不取消|别取消|返回|回去|continue|go on|keep going|resume|don't cancel)/;

/** A yes or no to what is open; a yes with a "but" is none. */
function yesOrNo({ folded }: Message): Interpretation | null {
  const answer = yesNo(folded);
  if (answer === true) return meaning('yes', { do: 'affirm' });
  if (answer === false) return meaning('no', { do: 'deny' });
  return null;
}

/** The review is on screen: submit, change the third, correct, look again, or a question. */
function interpretReview(message: Message, context: InterpretContext): Interpretation {
  const nth = nthField(message.original, message.folded, false);
  if (nth !== null) return meaning('change:nth', nth);
  if (SEND.test(message.folded)) return meaning('control:submit', { do: 'submit' });
  if (
    /^(?:(?:等等|等一下|等下|慢着|wait|hold on)[\s,，]*)?(?:(?:先|暂时|还|现在)*(?:不|别|没有?)(?:忙|急)?(?:着)?(?:提交|交|发|想好|确认|急|慌|好)?|[再先]?等等|[再先]?等一下|先等会儿?|等下|再等一?会儿?|慢着|not yet|wait|hold on|not now)[好呢了吧。.!]*$/.test(
      message.folded,
    )
  )
    return meaning('no', { do: 'deny' });
  const beside = besideQuestion(message, { ...context, field: undefined });
  if (beside !== null && beside.commands[0]?.do === 'change' && beside.commands[0].path === '')
    return yesOrNo(message) ?? beside;
  return beside ?? yesOrNo(message) ?? fillsGap(message, context) ?? questionOr(message, context);
}

/** 三年, said under a review that still lacks the duration: the answer to its first open question, where that takes typed values or a choice. */
function fillsGap({ original }: Message, context: InterpretContext): Interpretation | null {
  const { gap } = context;
  if (gap === undefined || !isTelling(gap)) return null;
  return readValue(gap, original, context).outcome === 'reject'
    ? null
    : meaning('answer:anew', { do: 'answer', text: original });
}

/** What is no answer to the open yes-no: a question to the rules, or some other wish. */
function questionOr(message: Message, context: InterpretContext): Interpretation {
  if (isQuestion(message.folded)) return meaning('ask', { do: 'ask', question: message.original });
  const idle = interpretIdle(message, context);
  const [first] = idle.commands;
  const serious = first !== undefined && !['find', 'thanks', 'start', 'choose', 'detail'].includes(first.do);
  return serious ? idle : meaning('none', { do: 'none', text: message.original });
}

/** A yes or no to some other question than whether the rows shown are right. */
const OF_OTHER_MATTER =
  /^(?:那就?|就|可以|全部|还是|我们?)*(?:不?公开|匿名|保密|签|愿意签|承诺)(?:吧|了|的|就?行|即可)*[。.!！]*$/;

/** 不对，批次数量改成3, while the value shown belongs to another question. */
function correctsOther(message: Message, context: InterpretContext): Interpretation | null {
  const read = interpretField(message, { ...context, focus: 'field' });
  const [first] = read.commands;
  const names = first?.do === 'correct' && first.path !== '' && first.path !== context.field?.id;
  return names &&
    namedFields(message.folded, context.form === undefined ? [] : formFields(context.form, context.stage)).length > 0
    ? read
    : null;
}

/** A doubtful value is shown: yes, no, or the value said anew. */
function interpretDoubt(message: Message, context: InterpretContext): Interpretation {
  const { field } = context;
  if (field?.kind === 'rows' && OF_OTHER_MATTER.test(message.folded))
    return meaning('none', { do: 'none', text: message.original });
  const plain = yesOrNo(message);
  if (plain !== null) return plain;
  const other = correctsOther(message, context);
  if (other !== null) return other;
  const anew = message.folded.replace(
    /^(?:不对|不是|错了|[不错](?=[\s,，.。:：、])|(?:no|nope|wrong)(?![a-z]))[\s,，.。:：、]*(?:是|应该?是|it's|it is|i mean[t]?)?\s*/,
    '',
  );
  if (field !== undefined && anew !== '' && readValue(field, anew, context).outcome !== 'reject') {
    const start = message.folded.length - anew.length;
    const text = message.original.length === message.folded.length ? message.original.slice(start) : anew;
    // 不对，是… puts other rows in place of those shown; rows said without it are added to them.
    return field.kind === 'rows' && anew !== message.folded
      ? meaning('answer:anew', { do: 'correct', path: field.id, text })
      : meaning('answer:anew', { do: 'answer', text });
  }
  return interpretField(message, { ...context, focus: 'field' });
}

function interpretCancel(message: Message, context: InterpretContext): Interpretation {
  const n = readOrdinal(message.folded);
  if (n !== null) return meaning('choose', { do: 'choose', n });
  const { folded } = message;
  if (GO_ON.test(folded)) return meaning('cancel:go-on', { do: 'choose', n: 3 });
  if (DISCARD.test(folded) && !/(?:不|别|don't|do not)\s*(?:要)?(?:删|丢|放弃|delete|discard)/.test(folded))
    return meaning('cancel:discard', { do: 'choose', n: 2 });
  if (KEEP_DRAFT.test(folded) || wholeControl(folded) === 'pause')
    return meaning('cancel:keep', { do: 'choose', n: 1 });
  return yesOrNo(message) ?? interpretField(message, context);
}

/** Which of several: a number, or anything else is read afresh. */
function interpretChoose(message: Message, context: InterpretContext): Interpretation {
  const n = readOrdinal(message.folded);
  if (n !== null) return meaning('choose', { do: 'choose', n });
  return context.form === undefined ? interpretIdle(message, context) : interpretField(message, context);
}

/** 对，我们想发布这个难题: a yes to the consent that a need waits for, with the wish said once more. */
const YES_POST =
  /^(?:对|好的?|是的?|嗯+|行|可以|没错)[\s,，。.!！]+(?:我们?|咱们?)?(?:就是|就|是)?(?:想要?|要|打算|来)?(?:发布|发|登记|提交?)(?:一?个|一下|这个?|上面的?)*(?:技术)?(?:难题|需求|问题)(?:吧|了|的)?[。.!！]*$/;

/** A consent or a dangerous act is asked: only a plain yes counts as one. */
function interpretAsked(message: Message, context: InterpretContext): Interpretation {
  const { folded } = message;
  if (
    /^(?:我)?(?:确认|确定|是的?|同意)[\s,，]*(?:要)?(?:删除|注销|撤回|撤销|提交|继续|发布|推荐|同意)(?:吧|了)?[。.!！]*$|^(?:yes|confirm|i confirm)[\s,]*(?:delete|withdraw|submit|do it)?(?: (?:it|my data|everything))?[.!]*$/.test(
      folded,
    )
  )
    return meaning('yes', { do: 'affirm' });
  if (context.focus === 'consent' && YES_POST.test(folded)) return meaning('yes', { do: 'affirm' });
  const plain = yesOrNo(message);
  if (plain !== null) return plain;
  const control = wholeControl(folded);
  if (control === 'cancel' || control === 'back' || control === 'pause' || control === 'keep' || control === 'undo')
    return meaning('no', { do: 'deny' });
  if (control === 'submit' && context.focus === 'confirm') return meaning('yes', { do: 'affirm' });
  return questionOr(message, context);
}

/** 好的，明白了: nothing in it that anybody would have to answer. */
function isCourtesy(folded: string): boolean {
  return yesNo(folded) === true || folded.split(/[\s,，。.!！~]+/).every((part) => part === '' || isThanks(part));
}

/** 算了不用了, 没事了: nothing for staff after all. */
function saysNo(folded: string): boolean {
  return (
    yesNo(folded) === false ||
    steering(folded) === 'cancel' ||
    /^(?:算了|没事了?|不用了?|不麻烦了?|不问了?|never ?mind|forget it|no need|[\s,，。.!！吧谢])+$/.test(folded)
  );
}

/** 我要揭: a wish with nothing in it for staff. */
const TAKES_UP =
  /^(?:那|好|行|还是|算了|[\s,，。])*(?:我们?|咱们?)?(?:还是|就)?(?:要|想要?|来|现在)*(?:揭|揭榜|报名|揭(?:这|那)个榜?)(?:吧|了)?[。.!！]*$|^(?:i(?:'d| would)? (?:want|like) to )?(?:take it up|apply now)[.!]*$/;

/** Words for staff or a reason are taken whole; only a whole steering phrase stops them. */
function interpretFree(message: Message, context: InterpretContext): Interpretation {
  const control = wholeControl(message.folded);
  if (control === 'cancel' || control === 'back' || control === 'pause' || control === 'undo')
    return meaning('control:cancel', { do: 'cancel' });
  if (context.focus === 'reason' && holdsBack(message.folded)) return meaning('no', { do: 'deny' });
  if (context.focus === 'handoff') {
    if (goesOn(message.folded)) return meaning('go-on', { do: 'resume' });
    if (saysNo(message.folded)) return meaning('no', { do: 'deny' });
    if (isCourtesy(message.folded)) return meaning('thanks', { do: 'thanks' });
    if (TAKES_UP.test(message.folded)) return meaning('apply', { do: 'apply' });
  }
  return meaning('words', { do: 'answer', text: message.original });
}

/** Folded, with the 著 that traditional writers use for 着 read as 着 (not in 著作, 著名). */
function forReading(original: string): string {
  return fold(original)
    .trim()
    .replace(/(?<!显|名|原|专|论|编|土|卓|昭)著(?![作名述书者称])/g, '着');
}

function read(message: Message, context: InterpretContext): Interpretation {
  switch (context.focus) {
    case 'idle':
      return interpretIdle(message, context);
    case 'field':
      return interpretField(message, context);
    case 'confirm-value':
      return interpretDoubt(message, context);
    case 'review':
    case 'intake':
      return interpretReview(message, context);
    case 'cancel':
      return interpretCancel(message, context);
    case 'choose':
      return interpretChoose(message, context);
    case 'consent':
    case 'confirm':
      return interpretAsked(message, context);
    case 'reason':
    case 'handoff':
      return interpretFree(message, context);
  }
}

/** 转人工，经费可以分年拨吗: a wish for a person that says at once what it is about. */
const OF_PERSON =
  /^(?:请|麻烦|帮我?|我要|我想|给我)*(?:转(?:到|接)?(?:人工|工作人员)(?:客服|服务)?|人工(?:客服|服务)|(?:please )?(?:talk|speak|transfer me|connect me)(?: to| with)? (?:a |the )?(?:human|person|staff|agent|real person))[\s,，:：。.!！-]+(\S.{3,})$/;

function askedOfPerson({ original, folded }: Message): Interpretation | null {
  const words = OF_PERSON.exec(folded)?.[1];
  if (words === undefined) return null;
  const text = original.length === folded.length ? original.slice(folded.length - words.length) : words;
  return meaning('service:handoff', { do: 'handoff', text });
}

/** 提交？ 要交吗, 没错吧: asks whether, and does not say so. */
const ASKS_WHETHER = /[?？吗么][。.!！]{0,3}$|(?:没错|没问题|没毛病|没意见|对的?|是的?|正确)吧[。.!！]*$|交了没有?$/;

/** A question agrees to nothing: under a review it is asked back, on a screen that wants a yes it is none. */
function askedFirst(
  { original, folded }: Message,
  { focus }: InterpretContext,
  reading: Interpretation,
): Interpretation {
  const [first, ...more] = reading.commands;
  const agrees = more.length === 0 && (first?.do === 'submit' || first?.do === 'affirm');
  if (!agrees || !ASKS_WHETHER.test(folded)) return reading;
  if (focus === 'review') return { ...reading, doubt: [{ do: 'submit' }, { do: 'review' }] };
  return focus === 'confirm' || focus === 'consent' ? meaning('none', { do: 'none', text: original }) : reading;
}

/** What is typed here is passed on word for word. */
const TAKEN_WHOLE: readonly InterpretContext['focus'][] = ['reason', 'handoff'];

/** The commands a typed message means, by what is open. A text that simply answers the field in hand gives `answer`. */
export function interpret(text: string, context: InterpretContext): Interpretation {
  const original = clean(text).trim();
  const slash = readSlash(original);
  if (slash !== null) return meaning('slash', slash);
  if (context.focus === 'idle' && /^\/[a-z]+$/i.test(original))
    return meaning('slash:unknown', { do: 'none', text: original });
  if (original === '') return meaning('empty', { do: 'none', text: '' });
  if (original.length > LONGEST_READ) {
    const open = context.focus === 'field' || context.focus === 'reason' || context.focus === 'handoff';
    return open
      ? meaning('answer', { do: 'answer', text: original })
      : meaning('find:words', { do: 'find', words: original.slice(0, LONGEST_READ) });
  }
  const message = { original, folded: forReading(original) };
  const paper = context.focus === 'idle' && !context.isStaff ? namedCase(message.folded) : null;
  if (paper !== null) return meaning('case-number', paper);
  const passedOn = TAKEN_WHOLE.includes(context.focus) ? null : askedOfPerson(message);
  if (passedOn !== null) return passedOn;
  const care = TAKEN_WHOLE.includes(context.focus)
    ? null
    : readCare(message.folded, context.focus === 'idle', context.programme);
  if (care !== null) return meaning('care', care);
  return askedFirst(message, context, secondReading(message, context, read(message, context)));
}
