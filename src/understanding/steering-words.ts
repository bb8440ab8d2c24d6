/** The closed vocabulary of steering: what people say to move a form along, by what each word does. */
import { type Vocabulary, vocabulary } from './word-cover.ts';

/** What a steering word does. `aside`: people, places and reasons, that only count beside another. */
export type SteeringTag =
  | 'undo'
  | 'cancel'
  | 'object'
  | 'not'
  | 'submit'
  | 'save'
  | 'skip'
  | 'supply'
  | 'away'
  | 'stop'
  | 'later'
  | 'fill'
  | 'resume'
  | 'back'
  | 'help'
  | 'review'
  | 'show'
  | 'filled'
  | 'what'
  | 'past'
  | 'aside';

/** Words of the vocabulary; longer ones win where they overlap. */
export const STEERING: Vocabulary<SteeringTag> = vocabulary<SteeringTag>({
  undo: '撤销|撤回|还原|反悔|改回去|改回来|undo|revert|take that back|take it back',
  cancel:
    '取消|算了|放弃|退出|终止|作废|不要了|删掉|删了|扔掉|扔了|丢掉|清掉|不报了|不填了|不弄了|不搞了|不做了|不写了|不揭了|不发了|不申报了|不申请了|不干了|不参加了|不想报|不想报了|不想填了|不想弄了|不想发了|不想揭了|不打算报了|不打算发了|cancel|quit|exit|abort|abandon|scrap|discard|drop|give up|forget|forget it|forget about it|stop this|stop it|throw away|call it off|别填了|别报了|别弄了|别发了|不交了|不提交了|撤了吧|changed my mind|change my mind|nevermind|never mind|not interested|no longer interested',
  object:
    '申报|申请|申报书|草稿|表|表格|表单|报名|填写|填报|发布|需求|这份|那份|这次|这回|本次|这单|整个|application|form|draft|need|bid|proposal|whole thing|the thing|posting',
  not: "不打算|不准备|不考虑|不想|不|别|不要|先别|先不|先不要|别急|不急|不急着|还没|还没有|没好|没想好|还没好|not|not yet|yet|don't|dont|do not|not ready|hold off",
  submit:
    '提交|递交|上交|送审|交|交了|上报|报送|报出去|交出去|送出|送出去|发出|发出去|发送|发布出去|确认提交|确认发布|报上去|交上去|提上去|submit|send|send off|send in|hand in|turn in|file',
  save: '存|存着|存下|存好|存一下|存起来|保存|保存一下|保存好|暂存|暂停|存草稿|存个草稿|保存草稿|留着|放着|搁着|放一放|放一下|搁一搁|挂着|save|saved|pause|park|keep the draft|keep it|save draft|save progress|my progress|progress',
  skip: "跳过|略过|跳|下一题|下一个|下一步|下一项|下一条|空着|留空|空白|先空|不答|不想答|不想说|不想填|不想写|不想留|不想给|不方便填|不方便说|不方便留|不方便给|不填|不写|不留|不提供|不传|不上传|不传了|没得填|没得写|没什么可填|填不了|答不上来|不会答|skip|skipping|pass|next|next one|next question|leave blank|blank|empty|leave it blank|leave it empty|move on|rather not|prefer not|rather not say|prefer not to say|i don't have|not have one|not applicable|n/a|no idea",
  supply: '补|补上|补充|补填|补传|补交|传|上传|再补|后补|补一下|加上|add|provide|upload|attach|send over',
  away: '接孩子|接小孩|接娃|孩子要接|接孩子放学|带孩子|孩子放学|赶车|赶高铁|赶飞机|问|问问|问下|问一下|去问|请示|请示一下|请教|对一下|对下|对一对|确认一下|问清楚|打听|打听一下|商量|商量商量|商量下|商量一下|讨论|讨论下|讨论一下|考虑|考虑下|考虑一下|考虑考虑|想想|想一想|想一下|再想想|琢磨|琢磨琢磨|核实|核实一下|查查|查一查|查一下|查下|找找|找一下|找一找|准备准备|准备一下|算算|算一下|开会|开个会|有事|有点事|下班|吃饭|去忙|忙|忙去|出门|走|走了|先走|撤了|接电话|接个电话|开车|上课|拿给|拿去|回电脑|换电脑|电脑上|用电脑|ask|check with|talk to my boss|discuss|think about|think it over|sleep on it|have to go|gotta go|got to go|need to go|heading out|in a meeting|meeting|lunch|busy|must go|on my computer|from my computer|on my laptop',
  stop: '到这里|到这儿|到这|这儿吧|到此为止|先这样|先这么着|歇会儿|歇一会|歇歇|休息|休息一下|enough|enough for today|enough for now|call it a day|stop here|leave it here',
  later:
    '回头|晚点|晚点儿|晚些|晚些时候|等会|等会儿|等一会|等一会儿|待会|待会儿|一会|一会儿|过会|过会儿|过一会|过一会儿|明天|明早|明儿|明儿个|明日|后天|下午|晚上|今晚|中午|周末|改天|改日|下次|下回|以后|之后|后面|稍后|稍晚|有空|有时间|有空了|空了|过几天|过两天|过些天|下周|下星期|周一|周二|周三|周四|周五|星期一|到时候|到时|再说|再看|再来|over the weekend|at the weekend|this weekend|on the weekend|later|later on|tomorrow|tonight|another day|another time|next week|next time|soon|in the morning|this evening|this afternoon|after lunch|after the meeting|in a bit|in a while|in a few minutes|on monday|afterwards|come back|be back|get back to it',
  fill: '填|写|弄|搞|做|办|答|处理|打|录|整|完成|写完|填完|弄完|搞定|fill|fill in|fill out|do|finish|complete|enter|write|answer|rest|the rest',
  resume: '不取消|别取消|先不取消|恢复|继续|接着|接着来|carry on|continue|resume|go on',
  back: '往前翻|翻回|翻到|翻|返回|退回|后退|倒回|往回|回退|往回退|往前|退|退一步|退后|回去|倒回去|退回去|返回去|上一步|上一题|上一个|上一项|上一条|上一页|上步|上题|前一步|前一题|前一个|前一项|前面一个|前面那个|前面一题|前面那题|刚才那题|刚才那个|刚才那个问题|上一个问题|back|go back|step back|previous|previous one|the one before|one before',
  help: '举例|举个例子|举例子|举例说明|例子|示例|样例|范例|样板|模板|怎么写|怎么填|怎么描述|怎么答|怎么说|如何写|如何填|如何描述|咋写|咋填|怎么办|该怎么办|接下来|填多少|写多少|填什么|写什么|填啥|写啥|合适|提示|提示一下|example|an example|examples|hint|how to write|how to fill',
  review:
    '看一遍|再看一遍|看一眼|再看看|念一遍|预览|汇总|总览|概览|一览|核对|核对一下|检查|检查一下|检查一遍|过一遍|summary|overview|review|preview|recap|read back|double check|double-check',
  show: '看|看看|看一下|看下|看一看|瞧瞧|瞅瞅|看一遍|看一眼|再看一遍|列|列出|列一下|列出来|列一列|显示|显示一下|发|发我|念|调出来|show|see|look at|list|display|view|look over|check',
  filled:
    "填的|填到|到现在|到目前|到目前为止|目前为止|填了|填过|填好|填好的|已填|已填的|填写的|写的|写了|录的|内容|答案|信息|全部内容|所有内容|整体|前面|前面的|everything|all of it|it all|answers|my answers|what i filled in|what i entered|what i wrote|what i've got|so far|entered|filled in|filled",
  what: '多细|多长|多详细|多少字|几条|几句|什么样|什么样的|怎样|什么格式|啥|什么|哪些|哪几项|多少|些什么|些啥|what',
  past: '上午|早上|昨天|前天|刚才|刚刚|刚|上次|之前|那步|那一步|那个操作|这步|一遍|一次|again|once more|last|last one|last step|last change|that one',
  aside:
    '签|签字|盖章|领导|老板|财务|同事|车间|老师|导师|团队|单位|公司|学校|院里|处里|科研处|科研院|厂里|部门|法务|负责人|合作方|对方|大家|他|他们|她|同事们|全称|名称|数据|材料|资料|看过|看完|审过|等|太长|太多|太长了|太多了|手机|打字|有点|比较|麻烦|my boss|boss|colleague|colleagues|my colleagues|my team|team|finance|manager|partner|partners|my partner|office|our|legal|part|this part|that part|section|this section',
  '': "回来|我|我们|咱|咱们|俺|你|您|你们|它|这|这个|这项|这题|这道题|这一题|这道|这栏|这一栏|这块|这里|这儿|那|那个|那项|那就|那我|那我先|一|个|一个|一步|题|道|项|步|栏|问题|就|也|还|还是|都|先|再|又|得|地|的|了|吧|啊|呀|呢|哦|喔|哈|嘛|啦|咯|呗|哟|一下|下|请|请你|麻烦你|帮|帮我|帮忙|给|给我|给你|让|让我|把|将|跟|和|与|同|对|去|来|到|上|掉|完|好|要|需要|得要|想|想要|可以|能|能不能|可不可以|会|应该|该|必须|可能|暂时|暂|目前|现在|今天|今年|好的|好吧|行|行吧|嗯|嗯嗯|哎|唉|哎呀|呃|额|那么|然后|因为|所以|不过|但|但是|没问题|没毛病|就这样|可以了|都对|对的|核对过|核对过了|看过了|检查过|检查过了|无误|全部无误|看起来|看上去|这下|没啥要改的|没什么要改的|没有要改的|不用改了|不改了|挺好|齐了|没错|没有错|正确|属实|没有问题|没问题了|全部|所有|同意|确认|确认无误|谢谢|谢谢你|谢谢您|多谢|辛苦|辛苦了|不好意思|抱歉|对不起|等等|等下|等一下|稍等|吗|i|i'll|i'd|i'm|i've|we|we'll|we'd|me|you|it|this|that|one|the|a|an|my|to|for|now|and|just|please|pls|plz|ok|okay|well|so|then|but|sorry|thanks|thank you|let|let's|lets|let me|will|would|would like|like|can|could|can i|can you|want|wanna|want to|need|need to|have|have to|be|in|up|with|of|on|at|from|is|off|out|about|yes|no|right|actually|hmm|oh|ah|hey|first|here|go|question|field|step|item|part|some|better|for now|with this|at the moment|all|good|fine",
});
