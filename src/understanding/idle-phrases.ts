/** Phrases that steer outside a form as well as in it. Patterns marked `whole` in {@link matchService} must match everything. */
import { oneOf, whole } from './one-of.ts';

const PEOPLE =
  '(?:真人|(?:你们的?)?(?:处长|科长|主任|厅长|处里的?人)|人工(?:客服|服务|坐席)?|工作人员|客服(?:人员)?|活人|专人|负责人|(?:你们)?(?:领导|老师|同志)|科技厅的?(?:人|老师|工作人员)|相关(?:部门|人员|老师))';

/** Wants a person. */
export const HANDOFF: readonly RegExp[] = [
  new RegExp(`^(?:转|接|呼叫|叫|要|找|联系|喊|换)(?:一?[下个位])?(?:到)?${PEOPLE}(?:来|接|说|聊|谈|问|咨询)*$`),
  new RegExp(
    `^(?:人工|客服|转人工|找人|找个人|联系你们|怎么联系(?:你们|工作人员|科技厅|人工)|怎么联系|(?:找|换|叫|派)个?.{0,4}(?:懂|明白|管事|负责|能做主)的人?来?|有没有${PEOPLE}|有(?:人|真人|人工|客服)(?:吗|么)?|${PEOPLE}(?:在吗|在不在|呢)?)$`,
  ),
  new RegExp(`(?:转|找|接|联系|跟|和|同|问|请|让|叫)(?:一?[下个位])?${PEOPLE}`),
  oneOf(
    /(?:安排|派|请|叫|让)(?:一?[个位名])?(?:工作人员|人|专人|同志|老师|客服)(?:.{0,4})(?:联系|对接|打|找|回)|(?:联系方式|电话|号码|热线)(?:给|发|告诉|报)(?:我|一下|下|个|一个)|(?:出(?:了)?(?:问题|故障|毛病)|坏了|打不开|登不上)(?:.{0,4})(?:找谁|联系谁|问谁)|^(?:该|应该|要)?(?:找谁|联系谁|问谁)(?:处理|解决|问|说)?$/,
    /(?:给|回)(?:我|个)?(?:打|回)?(?:个|一个)?电话(?:给我)?(?:$|吧|好吗|行吗|不|行不行|可以吗|好不好)|(?:电话|热线|座机|号码|联系方式)(?:是)?多少/,
    /(?:你们|科技厅|厅里|办公室)的?(?:联系)?(?:电话|热线|联系方式|地址)|有人(?:能)?(?:帮|管|回|理)/,
    /(?:跟|和|找)(?:个)?(?:活|真)?人(?:聊|说|谈|问)|有没有.{0,6}(?:座机|电话|热线)(?=$|[。?？])|有(?:没有)?(?:个)?(?:电话|热线|联系方式)(?:可以|能)(?:打|联系|咨询|问)|专人.{0,2}(?:对接|联系|服务|负责)|(?:帮我?|给我)联系(?:一?下)?(?=$|[。.!！])/,
    /(?:接|换|叫|喊|来|派)(?:一?[个位])?(?:人|真人)(?=$|[,，。!！吧来])|有(?:没有)?联系人|投诉|不要机器人/,
    /(?:找|换|叫|派)个?.{0,4}(?:懂|明白|管事|负责|能做主)的人|(?:哪位|谁)(?:来)?负责.{0,8}联系|负责.{0,8}(?:哪位|谁).{0,6}联系|不想跟机器人|找(?:个|一?位)?(?:人|老师|同事|专人)(?:来)?(?:帮我?|问问?|说|聊|处理|对接|对一下)?(?=$|[,，。!！吧来])/,
  ),
  oneOf(
    /(?<![a-z])(?:(?:talk|speak|chat|connect me|transfer me|put me through|get me|pass me)(?: directly)?(?: to| with| through to)? (?:a |an |the |some|any|your |real )?(?:human|person|people|someone|somebody|staff|agent|operator|official|representative|colleague|real person|live (?:person|agent)|one of (?:you|your staff)))/,
    /(?<![a-z])(?:real (?:human|person)|live (?:agent|person|support)|human(?: please| agent| being)?$)/,
    /(?<![a-z])(?:customer (?:service|support)|call me(?: back)?)/,
    /(?<![a-z])(?:(?:someone|somebody|anyone|an? (?:officer|official|colleague|staff member|person))(?: please)? (?:(?:to )?(?:call|contact|phone|help|ring)) (?:me|us))|(?:someone|somebody|anyone|a number|a person) (?:i|we) (?:can|could) (?:call|talk to|speak to|speak with|ask|contact|ring|phone)/,
    /(?<![a-z])(?:connect|transfer|put) (?:me|us)(?: through)?(?: with| to) (?:the |your |an? )?(?:office|department|staff|team|desk|officer|official|agency|ministry)/,
    /(?<![a-z])(?:contact (?:staff|someone|the (?:office|department|staff|agency)))/,
    /(?<![a-z])(?:(?:your|a|any|(?:what(?:'s| is)|give me|have|need) the) (?:phone number|hotline|contact (?:details|number|info)))/,
    /(?<![a-z])(?:who (?:can|do) i (?:contact|call|talk to|speak to|reach)|agent please|^agent$)/,
    /(?<![a-z])(?:^operator$|file a complaint|complain)/,
  ),
];

/** Wants personal data deleted. */
export const DELETE_DATA: readonly RegExp[] = [
  /(?:删除|删掉|删了|清除|清空|清掉|抹掉|销毁|抹去|擦除)(?:掉)?(?:(?:你们?|系统|平台|后台|这里)(?:里|中|上)?(?:保?存|收集|留|记录|掌握)?(?:的|了)?)?(?:有关|关于|跟)?(?:我|本人|咱)(?:的|们的|有关的)?(?:所有|全部|一切|个人)*(?:数据|信息|资料|记录|账号|账户)?/,
  /(?:把|将)(?:有关|关于|你们存的|你们保存的)?(?:我|本人)(?:的)?(?:所有|全部|一切|个人|那些)*(?:数据|信息|资料|记录|账号|账户|档案|东西|电话|号码)?(?:都|全|统统|全部|给我|给)*(?:删|清|抹|销毁|注销)/,
  oneOf(
    /(?:账号|账户|帐号|帐户|号|数据|信息|资料|记录)(?:都|也|给我|帮我|全|全部|统统)*(?:销|注销|删|清|抹)(?:掉|了|除|空|户)|注销.{0,8}(?:账号|账户|帐号|帐户)/,
    /(?:注销|销掉|销)(?:我的|本人|这个)?(?:账号|账户|帐号|帐户|用户|号|身份)|^(?:我?(?:要|想)?(?:申请|办理)?)注销$/,
    /(?:删除|清除|清空)(?:所有|全部|个人)*(?:数据|信息|资料|账号|账户|聊天记录|记录)|(?:忘掉|忘了|忘记)我/,
    /(?:别|不要|不许)(?:再)?(?:留|存|保留|保存|记录)我的?(?:信息|数据|资料|电话|号码)|被遗忘权|删除权|销户/,
    /撤回(?:我的)?(?:全部)?(?:个人信息)?(?:授权|同意)/,
  ),
  oneOf(
    /(?<![a-z])(?:(?:delete|erase|remove|wipe|purge|clear|destroy)(?: all)?(?: of)? (?:my (?!draft|application|answer|bid|need|phone|email)|(?:everything|all|anything|whatever|the (?:data|information)|all the (?:data|information))(?: that)?(?: you)?(?: (?:have|hold|store|keep|know|got|saved))? (?:about|on|of) (?:me|us)))/,
    /(?<![a-z])(?:forget (?:me|about me|everything about me))/,
    /(?<![a-z])(?:(?:close|deactivate|cancel|terminate) my account|right to (?:be forgotten|erasure))/,
    /(?<![a-z])(?:gdpr)/,
    /(?<![a-z])(?:my (?:data|information|account|records?) (?:to be )?(?:gone|deleted|removed|erased|wiped))/,
    /(?<![a-z])(?:(?:delete|remove|erase) me(?![a-z])|unregister me|delete (?:the )?account)/,
  ),
];

/** Wants another language: the locale with what asks for it. */
export const LANGUAGE: readonly (readonly ['zh' | 'zh-Hant' | 'en', RegExp])[] = [
  [
    'zh-Hant',
    oneOf(
      /(?:换|切换|切|改|转|用|说|讲|显示|写|看|回复?|请)(?:成|为|到|作)?(?:一下)?(?:繁体|正体)(?:中文|字)?|^(?:繁体|正体)(?:中文|字)?$/,
      /traditional chinese(?: please)?$|(?:switch to|use|in) traditional(?: chinese)?/,
    ),
  ],
  [
    'en',
    oneOf(
      /(?:看|听|读)?不(?:懂|会|认识)(?:说|看|读)?(?:中文|汉字|汉语)/,
      /(?:can't|cannot|don't|do not) (?:speak|read|understand|know) (?:any )?chinese/,
      /(?:do|have|continue) this in english/,
      /(?:换|切换?|改|转|用|说|讲|显示|写|回复?|请|能|有|会|可以)(?:成|为|到|作|说|讲|用|没有)?(?:一下)?(?:英文|英语|english)(?!翻|摘)/,
      /^(?:英文|英语|英文版|英语版|english|en)(?: please| version| pls)?$/,
      /(?<![a-z])(?:switch(?: over)? (?:back )?to|change (?:it )?(?:back )?to) english(?: please)?/,
      /(?<![a-z])(?:change (?:the )?language to|use|speak|reply in|answer in) english(?: please)?/,
      /(?<![a-z])(?:respond in|continue in|talk in|write in|go on in|do you speak) english(?: please)?/,
      /(?<![a-z])(?:can you speak|in|do this in) english(?: please)?/,
    ),
  ],
  [
    'zh',
    oneOf(
      /(?:看|听|读)?不(?:懂|会)(?:说|看|读)?(?:英文|英语)/,
      /(?:can't|cannot|don't|do not) (?:speak|read|understand|know) (?:any )?english/,
      /(?:换|切换|改|转|用|说|讲|显示|写|回复?|请)(?:回|成|为|到|作)*(?:一下)?(?:中文|汉语|普通话|国语|简体(?:中文|字)?|chinese)/,
      /^(?:中文|汉语|简体|简体中文|中文版|普通话|chinese|mandarin|zh)(?: please| version| pls)?$/,
      /(?<![a-z])(?:switch(?: over)? (?:back )?to|change (?:it )?(?:back )?to|change (?:the )?language to|use|speak|reply in|answer in|respond in|continue in|talk in|write in|go on in|do you speak|can you speak|in|do this in) (?:simplified )?(?:chinese|mandarin)(?: please)?/,
    ),
  ],
];

/** Social talk that needs no task: greetings open the first screen, the rest is answered kindly. */
export const GREETING = whole(
  /你好|您好|你们好|大家好|哈[喽啰罗]|嗨|hi+|hello+|hey+|早(?:上好|安)?|在不|在吗在吗|上午好|中午好|下午好|晚上好|晚安|在吗|在不在|在么|有人吗|有人在吗|喂|喂喂/,
  /good (?:morning|afternoon|evening|day|night)|morning|greetings|howdy|hi there|hey there/,
  /hello there|how are you(?: doing)?|how's it going|nice to meet you|what's up|你好吗|吃了吗/,
  /最近(?:好吗|怎么样)|anyone (?:there|here)|is anyone (?:there|here)|老师好|领导好|同志你好|新年好|春节快乐|新年快乐|节日快乐|中秋快乐/,
);
/** Thanks, goodbyes and small remarks. */
export const THANKS = whole(
  /谢+|谢谢|多谢|感谢|非常感谢|太感谢|谢谢(?:你|您|老师|啦|了|哈|帮助|帮忙|大家)*|辛苦|辛苦你?们?|辛苦了|再见|拜拜|拜|88|回见|回头见|好的?|知道了|明白|明白了/,
  /了解|了解了|收到|懂了|厉害|牛|不错|真棒|太好了|太棒了|哈+|呵+|嘿+|好的谢谢|没事|没事了|没什么|没别的|thanks?|thank you/,
  /thank you (?:so|very) much|many thanks|thanks (?:a lot|a bunch|a ton|a million|again|so much|very much|for (?:your|the) help)/,
  /thx|ty|cheers|bye|bye bye|goodbye|see you(?: later)?|see ya|great|cool|nice|awesome|perfect/,
  /got it|i see|understood|ok(?:ay)?|good|wonderful|lol|haha+|no worries|you're welcome|no problem/,
  /麻烦(?:你|您|你们)?了?|打扰了?|that's all|good bot|well done|appreciate it|much appreciated/,
  /你真(?:好|棒|聪明|厉害)|好聪明/,
);
/** Questions about the bot itself. */
export const ABOUT_BOT = oneOf(
  /(?:你|您)(?:是|叫)?(?:不是)?(?:机器人|人工智能|真人|ai|人|什么|谁|啥|哪位|什么名字|什么东西)(?:吗|么|还是.*)?$|你(?:多大|几岁|是男|是女)/,
  /are you (?:a |an )?(?:bot|robot|human|real|ai|machine|person|chatgpt|gpt)/,
  /who (?:are|made|built|created) you|what(?:'s| is) your name|你(?:喜欢|会不会|有没有)(?:我|唱|感情)|i love you/,
  /我爱你|你真笨|笨蛋|傻/,
);
/** Asks what can be done here. */
export const HELP: readonly RegExp[] = [
  whole(
    /帮助|求助|help(?: me)?|\?+|？+|菜单|主菜单|功能|使用说明|说明书?|教程|指南|怎么用|如何使用|怎么操作|怎么玩|怎么弄|不会用|不会|不懂|我该怎么办|怎么办/,
    /(?:我)?(?:不会|不知道|不晓得|不清楚|不太懂|不懂|搞不懂|弄不清)(?:怎么|该怎么|咋)?(?:弄|操作|用|搞|开始|办|下手|做|整)|(?:第一次|头一次|头一回|刚|新)(?:来|用|接触|注册)(?:的)?[,， ]*(?:.{0,3}(?:怎么|咋|从哪|如何).{0,6})?|(?:我)?(?:该|应该|要)?(?:怎么|如何|咋)(?:开始|下手|入手|起步|弄|整)|(?:怎么|如何|咋)(?:用|使用|操作|玩)(?:这|你们?)?(?:个)?(?:机器人|系统|平台|东西|小程序|网站)?/,
    /(?:该)?从哪(?:里|儿)?(?:开始|下手)|有?(?:使用)?(?:教程|说明书?|指南)(?:吗|么)?|怎么开始|入门|menu|commands?|options|guide/,
    /(?:i )?(?:have )?no idea (?:what|how|where) to (?:do|start|begin|use this)|(?:i )?don't know (?:what|how|where) to (?:do|start|begin|use (?:this|it))/,
    /manual|tutorial|instructions|usage|get(?:ting)? started|where (?:do|should) i (?:start|begin)/,
    /how (?:do|can|to) (?:i )?(?:use|work|start)(?: (?:this|it|with this))?|how does (?:this|it) work/,
    /i(?:'m| am) (?:lost|confused|stuck|new(?: here)?)|第一次(?:来|用)|新手/,
  ),
  oneOf(
    /(?:机器人|系统|平台|小程序|网站|玩意儿?|东西|这个|这)(?:要|该|到底)?(?:怎么|咋|如何)(?:用|玩|操作|使|弄)/,
    /(?:你|您|这|这里|这个|机器人|你们|本?系统|平台|这个(?:机器人|系统|平台|网站|小程序|号))(?:都|到底|主要)?(?:能|会|可以|是)(?:帮我?)?(?:干|做|办|用来|提供)(?:什么|啥|嘛|哪些|些|干|做|的|用)+/,
    /(?:这|这里|这个(?:号|机器人|系统|平台)?|你们?)是(?:干|做|搞)?(?:什么|啥|干嘛|干吗|做什么|干什么)(?:的|用的|平台|地方|系统|来的)?(?:吗|呢|呀|啊)?$/,
    /有(?:什么|哪些|啥)功能|能干(?:嘛|什么|啥)|(?:你|您)会(?:干|做)?(?:什么|啥|些什么)/,
  ),
  oneOf(
    /(?<![a-z])how (?:do|can|should|to) (?:i |we |you )?use (?:this|it|the bot)/,
    /(?<![a-z])what (?:can|do|could) (?:you|i|this bot|this) do(?: here| for me| with (?:this|you))?(?![a-z])/,
    /what(?:'s| is) this(?: (?:bot|place|about|for|service|site|thing))*\s*$/,
    /what (?:are )?(?:you|your (?:features|functions|commands))(?: for| able to do)?$/,
    /how can you help|what is this (?:all )?about|can you help(?: me)?$|^i need (?:some )?help$/,
  ),
];
