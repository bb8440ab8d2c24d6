/** Reads a message into commands by rules alone, in the order that what is open asks for. Never throws. */
import { clean } from '../text/clean.ts';
import { fold } from '../text/fold.ts';
import { wholeControl } from './control.ts';
import { besideQuestion, interpretField } from './interpret-form.ts';
import { interpretIdle } from './interpret-idle.ts';
import { type Interpretation, type InterpretContext, type Message, meaning } from './interpretation.ts';
import { readOrdinal } from './ordinal.ts';
import { stripped } from './polite.ts';
import { isQuestion } from './question.ts';
import { readValue } from './read-value.ts';
import { readSlash } from './slash.ts';
import { yesNo } from './yes-no.ts';

export type { Interpretation, InterpretContext } from './interpretation.ts';

/** Longer messages are read by their beginning only; a form's free text still gets all of it. */
const LONGEST_READ = 4000;
const CHANGE_NTH =
  /(?:改|修改|更正|换|编辑|edit|change|fix|correct)\s*(?:一?下)?(?:the )?\s*(?:第|#|no\.?|number|item|line|question)?\s*(\d{1,2})(?:st|nd|rd|th)?\s*(?:项|题|条|个|栏|行|号|item|line|question|one)?$|^第\s*(\d{1,2})\s*(?:项|题|条|个|栏)(?:要|需要|得)?(?:改|换|不对|错|有误|写错|填错)/;
const KEEP_DRAFT = /(?:保留|留着|留下|存着|先存|存草稿|keep|save)/;
const DISCARD = /(?:删|丢|扔|清|不要|不留|discard|delete|remove|throw)/;
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
  for (const form of stripped(message.folded)) {
    const nth = CHANGE_NTH.exec(form);
    if (nth !== null) return meaning('change:nth', { do: 'change', path: nth[1] ?? nth[2] ?? '' });
  }
  if (
    /^(?:(?:等等|等一下|等下|慢着|wait|hold on)[\s,，]*)?(?:(?:先|暂时|还|现在)*(?:不|别|没有?)(?:忙|急)?(?:着)?(?:提交|交|发|想好|确认|急|慌|好)?|等等|等一下|等下|慢着|not yet|wait|hold on|not now)[好呢了吧。.!]*$/.test(
      message.folded,
    )
  )
    return meaning('no', { do: 'deny' });
  const beside = besideQuestion(message, { ...context, field: undefined });
  if (beside !== null && beside.commands[0]?.do === 'change' && beside.commands[0].path === '')
    return yesOrNo(message) ?? beside;
  return beside ?? yesOrNo(message) ?? questionOr(message, context);
}

/** What is no answer to the open yes-no: a question to the rules, or some other wish. */
function questionOr(message: Message, context: InterpretContext): Interpretation {
  if (isQuestion(message.folded)) return meaning('ask', { do: 'ask', question: message.original });
  const idle = interpretIdle(message, context);
  const [first] = idle.commands;
  const serious = first !== undefined && !['find', 'thanks', 'start', 'choose', 'detail'].includes(first.do);
  return serious ? idle : meaning('none', { do: 'none', text: message.original });
}

/** A doubtful value is shown: yes, no, or the value said anew. */
function interpretDoubt(message: Message, context: InterpretContext): Interpretation {
  const plain = yesOrNo(message);
  if (plain !== null) return plain;
  const anew = message.folded.replace(
    /^(?:不是?|不对|错了?|no|nope|wrong)[\s,，.。:：、]*(?:是|应该?是|it's|it is|i mean[t]?)?\s*/,
    '',
  );
  const { field } = context;
  if (field !== undefined && anew !== '' && readValue(field, anew, context).outcome !== 'reject') {
    const start = message.folded.length - anew.length;
    const text = message.original.length === message.folded.length ? message.original.slice(start) : anew;
    return meaning('answer:anew', { do: 'answer', text });
  }
  return interpretField(message, { ...context, focus: 'field' });
}

function interpretCancel(message: Message, context: InterpretContext): Interpretation {
  const n = readOrdinal(message.folded);
  if (n !== null) return meaning('choose', { do: 'choose', n });
  const { folded } = message;
  if (GO_ON.test(folded)) return meaning('cancel:go-on', { do: 'choose', n: 3 });
  if (DISCARD.test(folded) && !/(?:不|别|don't|do not)\s*(?:要)?(?:删|丢|delete|discard)/.test(folded))
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

/** A consent or a dangerous act is asked: only a plain yes counts as one. */
function interpretAsked(message: Message, context: InterpretContext): Interpretation {
  const { folded } = message;
  if (
    /^(?:我)?(?:确认|确定|是的?|同意)[\s,，]*(?:要)?(?:删除|注销|撤回|撤销|提交|继续|发布|推荐|同意)(?:吧|了)?[。.!！]*$|^(?:yes|confirm|i confirm)[\s,]*(?:delete|withdraw|submit|do it)?(?: (?:it|my data|everything))?[.!]*$/.test(
      folded,
    )
  )
    return meaning('yes', { do: 'affirm' });
  const plain = yesOrNo(message);
  if (plain !== null) return plain;
  const control = wholeControl(folded);
  if (control === 'cancel' || control === 'back' || control === 'pause' || control === 'keep' || control === 'undo')
    return meaning('no', { do: 'deny' });
  if (control === 'submit' && context.focus === 'confirm') return meaning('yes', { do: 'affirm' });
  return questionOr(message, context);
}

/** Words for staff or a reason are taken whole; only a whole steering phrase stops them. */
function interpretFree(message: Message): Interpretation {
  const control = wholeControl(message.folded);
  if (control === 'cancel' || control === 'back' || control === 'pause' || control === 'undo')
    return meaning('control:cancel', { do: 'cancel' });
  return meaning('words', { do: 'answer', text: message.original });
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
      return interpretFree(message);
  }
}

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
  return read({ original, folded: fold(original).trim() }, context);
}
