/** Small words that come before what somebody meant to say. Text must be folded. */

/** Any one of them, as the source of a pattern. */
export const SIGH =
  '(?:哎呀?|啊|哦|噢|喔|呃|额|诶|唉|嗯|等等|等一?下|慢着|稍等|不好意思|抱歉|对不起|sorry|oops|oh|wait|no|actually)';
