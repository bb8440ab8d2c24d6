/** What is no answer to the form's question: a question of the person's own, or another matter. */
import { LONGEST_QUESTION, type Step } from './form-setting.ts';
import { interpretIdle } from './interpret-idle.ts';
import { meaning } from './interpretation.ts';
import { afterPause } from './leaving.ts';
import { isQuestion } from './question.ts';
import { thanksAndAsks } from './thanks-and-asks.ts';
import { isIntrusion, isProgrammeTopic } from './topics.ts';

const ENDS_ASKING =
  /(?:行不行|可不可以|能不能|要不要|好不好|是不是|需不需要|几[家个天次年项步]|多少|多久|什么|啥|谁|哪[里儿个些家]?|呢|么|[怎咋]么?.{1,3})[啊呀呢哦。.]*$/;

const MARKED = /[?？]\s*$|[吗么][。.]?$|^(?:how|what|who|when|where|why|can|does|do|is|are|which|will|should)\b/;
const ASKS_EN = /^(?:how|what|who|when|where|why|can|does|do|is|are|which|will|should|may|must)\b[^?]{3,80}\?$/;
/** Rules of the idle order that are taken over in a field whose parser refused the message. */
const LEAVES =
  /^(?:status|queue|profile|apply|post-need|withdraw|intrusion|elsewhere|thanks|about-bot|resume|service|control:(?:my-data|return-link|withdraw))/;
const TAKES_UP =
  /^(?:那?我们?)?(?:要|想|想要|来|就)?(?:揭|报名|报|申报|接)(?:这|那|该|第.{1,2}|下|一|了)*(?:个|项|条)?(?:榜单?|项目)(?:吧|了)?[。.!！]*$|^(?:看看?|现在|目前|都|还|\s)*有(?:哪些|什么|啥)(?:可以?揭的|能揭的)?(?:榜单?|项目|课题)(?:可以?揭|能揭|啊|呀|呢|[?？。\s])*$/;

/** 6. A question: answered, then the field is asked again. */
export const question: Step = ({ message: { original, folded }, reading, freeText, field }) => {
  if (folded.length > (freeText ? LONGEST_QUESTION : 200) || !isQuestion(folded)) return null;
  const words = freeText || field?.kind === 'text';
  if (isIntrusion(folded) || (reading?.outcome === 'accept' && !words)) return null;
  if (words && thanksAndAsks(folded, freeText)) return meaning('ask', { do: 'ask', question: original });
  const marked = MARKED.test(folded);
  const ask = meaning('ask', { do: 'ask', question: original });
  if (words) {
    const short = folded.length <= 20 || (field?.kind === 'text' && ASKS_EN.test(folded));
    return (marked ? short || isProgrammeTopic(folded) : short && ENDS_ASKING.test(folded) && isProgrammeTopic(folded))
      ? ask
      : null;
  }
  const chosen = field?.kind === 'choice' && marked && folded.length > 5;
  return reading?.outcome === 'confirm' && !chosen ? null : ask;
};

/** Other matters said plainly in a field that cannot take them; a free text is left for them only by a whole phrase. */
export const elsewhere: Step = ({ message, context, reading, freeText, field }) => {
  const { folded } = message;
  if (field === undefined || folded.length > 40) return null;
  const next = afterPause(folded);
  const then = next === null ? null : interpretIdle({ original: next, folded: next }, context);
  if (then !== null && /^(?:apply|post-need)/.test(then.why)) return { ...then, why: `next:${then.why}` };
  if (freeText) return null;
  if (reading?.outcome !== 'reject')
    return field.kind === 'text' && TAKES_UP.test(folded) ? interpretIdle(message, context) : null;
  const idle = interpretIdle(message, context);
  const lists =
    idle.commands[0]?.do === 'find' && /榜|项目|课题|(?<![a-z])(?:lists?|challenges?)(?![a-z])/.test(folded);
  const shows = idle.commands[0]?.do === 'detail' && /榜|(?<![a-z])list(?![a-z])/.test(folded);
  return shows || LEAVES.test(idle.why) || (lists && idle.why !== 'find:words') ? idle : null;
};
