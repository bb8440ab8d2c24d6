/** Tells talk, noise and moods from words that name a field of work. Text must be folded. */

const MOOD =
  /心情|开心|难过|无聊|好累|累死|生气|烦死|好烦|饿了|困了|睡觉|吃饭|聊聊天|陪我|(?<![a-z])(?:bored|tired|lonely|sad|happy|hungry|love you|hate)(?![a-z])/;
const NOISE =
  /^[^\p{L}]*$|^[\d.]+[+*/x×÷-][\d.]+|^(?:[bcdfghjklmnpqrstvwxz]{4,}|(?:asd|qwe|zxc|jkl|dfg|sdf|wer)[a-z]*|(.)\1{2,}|[a-z])$/u;
/** Marks of a sentence: what holds them and matched no rule is no subject to search for. */
const SENTENCE =
  /[你您他她它]|(?:^|[,，。 ])(?:我|咱|把|给|让|帮|请|加|别|不)|我们?(?!国|省|市)|[吗呢吧么呀啊哦][。.!！?？]*$|(?:了|[不没])[。.!！?？~]*$|怎么|什么|(?<![a-z])(?:i|i'm|me|my|you|your|he|she|us|we|our|a|an|did|does|was|were|has|have|been|what|who|how|why|please|let|let's|don't|can't)(?![a-z])/;

/** True for what is no subject to search for: sentences no rule knew, keyboard noise, moods. */
export function namesNoSubject(folded: string): boolean {
  return SENTENCE.test(folded) || NOISE.test(folded.replace(/[^\p{L}\p{N}+*/-]/gu, '')) || MOOD.test(folded);
}
