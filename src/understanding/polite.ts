/** Takes politeness and punctuation off a message, so that whole-message phrases can be compared. */

const LEAD =
  /^(?:请问|请|麻烦(?:你|您|帮我)?|劳驾|帮(?:我|忙)?|给我|让我|我(?=不想|不填|不报|不要|先|再|现在)|我(?:还是|就)?(?:想要|想|要|现在要|需要|打算)|能不能|能否|可不可以|可以(?=帮|给|把)|你好|您好|那么?|那就|那我|就|先(?=帮|给)|好的|好吧|好|行|嗯+|哦+|呃+|额|啊|诶|哎|唉|ok(?:ay)?|等等|等一下|等下|不好意思|抱歉|对不起|对了|还是|please|pls|plz|yes|yeah|yep|sure|can you|could you|would you|can i|could i|may i|let me|let's|lets|i want to|i wanna|i would like to|i'd like to|i need to|just|sorry|oops|hey|hi|hello|hmm+|um+|well|actually|wait|so|and|now)(?:[\s,，、。.!！:：~]+|(?=\p{Script=Han})|$)/u;
const TAIL =
  /(?:[\s,，、。.!！?？~…;；:：)）"”'’]+|吧|一下子?|下(?=$)|了|啊|呀|呢|哦|喔|嘛|哈+|哟|咯|啦|谢谢(?:你|您|啦|了)?|多谢|感谢|麻烦了?|拜托了?|好吗|好么|行吗|可以吗|好不好|行不行|please|pls|plz|thanks|thank you|thx|for me|right now|now|\p{Extended_Pictographic}|\uFE0F)$/u;
const OPENERS = /^(?:[\s\p{P}\p{S}]|\p{Extended_Pictographic}|\uFE0F)+/u;

/** The phrase itself and each form on the way to it: 先存着吧，谢谢 → 先存着吧，谢谢; 先存着吧; 先存着. Text must be folded. */
export function stripped(folded: string): readonly string[] {
  const forms: string[] = [];
  let now = folded.trim();
  for (let i = 0; i < 12 && now !== ''; i++) {
    forms.push(now);
    let next = now.replace(TAIL, '').trim();
    if (next === now) next = now.replace(OPENERS, '').trim();
    if (next === now) next = now.replace(LEAD, '').trim();
    if (next === now || next === '') break;
    now = next;
  }
  return forms;
}

/** The barest form of the message. */
export function bare(folded: string): string {
  return stripped(folded).at(-1) ?? '';
}
