/** Signs of what somebody wants when no form is open. Text must be folded. */
import { oneOf } from './one-of.ts';

/** Declares for a list: 我要揭榜, sign me up. */
export const APPLY = oneOf(
  /(?:这|那)(?:个|项)(?:榜)?(?:我|我们|咱们?)(?:来|要)?(?:报|接|揭|做|上)(?=$|[,，。!！吧了])/,
  /(?:决定|我们?|要|想|来|准备)揭(?![牌示开晓露榜穿])|揭(?:这|那)(?:个|项)|揭它|(?:揭|报|接|申报)(?:上|下|了)?第[\d一二三四五六七八九十]/,
  /(?:想|要|能|可以|愿意|打算|希望)(?:来|去|马上|现在|赶紧|直接)*(?:承接|承担|认领|拿下|接手|攻下|报(?=$|[,，。!！吧]))/,
  /(?<![a-z])(?:want|like|love|wish|ready|going) to (?:join|enter|bid|apply|compete|participate|take on)(?![a-z])/,
  /揭(?:这|那|该)?(?:个|项)?榜(?!单|挂帅|的|流程|条件|要|需|是|方|单位|期|后|前|公告|通知|时间|有|怎|资格|书|材料|制|情况|进展|结果|人|数|名单|项目|课题|选题|任务|信息|消息|机会|平台|系统|活动|政策)|揭榜(?=$|[,，。!！吧啊了 ])/,
  /接榜|接(?:下|了)?(?:这|那)(?:个|项)/,
  /(?:想|要|来|去|能|可以|准备|打算)(?:要|来|去)?(?:揭|接|报|挂|申报|申请|报名|参加|参与|竞标|投标|投)(?!条件|流程|的人|哪|什么)/,
  /(?:帅|榜)(?:我|我们|咱)?(?:来)?(?:揭|接|挂|领|拿)|我(?:们)?来(?:揭|挂|接|干|做|试试)|挂帅(?=$|[,，。!！吧])/,
  /报名(?=$|[,，。!！吧]|参加)|参加(?:这|那)(?:个|项)|(?:写|弄|填|做|提交|开始|新建|创建|起草)(?:一?[个份])?申报(?:书|材料|表)?/,
  /(?:开始|启动)(?:申报|揭榜|填写|填表|填报)|申报(?:这|那|该)(?:个|项)|^(?:申报|申请|投标)(?=$|[,，。!！吧 ])/,
  /(?:揭|接|报|申报|申请|投)(?:一?下)?[^,，。?？]{1,20}(?:那个?|这个?|的)?榜(?!单有|单的|有|的)|参加[^,，。?？]{1,20}(?:的|榜)/,
  /(?:帮我?|给我|替我)(?:们)?(?:申报|报名|报|揭|接)(?!表|考)|(?:活|题目?|项目|任务|难题|这个|这项)(?:我|我们|咱们?)(?:来)?(?:接|揭|包|拿|干|做|揽)(?:下|定|了|吧)|揭定了|(?:想|要|来|可以)(?:先)?试(?:试|一试|一下|下)(?:这|那)?(?:个|项)?(?:榜|题目|项目)?(?=$|[,，。!！吧])/,
  /能(?:做|搞定|解决|胜任|拿下)[,，。 ]*(?:怎么|如何|咋)(?:报名?|申报|揭|参加|弄)/,
  /(?:榜|[个项条]|题目?)(?:我们?|咱们?)(?:团队|课题组|单位|公司)?(?:要|拿|接|揭|报|包)(?:了|下)|就(?:报|揭|接)[^,，。?？]{2,20}吧/,
  /(?:帮|替|给)(?:我们?|俺们?|咱们?)(?:把.{2,16}?)?报(?:上|个名|下来)|(?:的|[这那]个|[这那]块|[这那]项)(?:由)?(?:我|俺|咱)们?(?:团队|课题组|实验室|单位|公司|厂)?(?:来|要|能|可以|愿意)(?:啃|攻|拿下|搞定|攻克|接|揽)(?=下|了|吧|$|[,，。!！])/,
  /(?:[这那]个|[这那]项|[这那]块)(?:题|榜)?(?:就|都)?(?:交?给|归|留给|派给)(?:我|俺|咱)们(?:团队|课题组|实验室|单位|公司|厂)?(?:来|去)?(?:做|干|揭|接|啃|攻|搞)?(?:吧|了|呗)?(?=$|[,，。!！])/,
  /意向(?:登记|申报)|(?:登记|提交|表达)(?:揭榜)?意向/,
  /(?<![a-z])(?:apply|aply|appply|applly)(?: (?:for|to|now|here))?(?![a-z])/,
  /(?:i|we)(?:'d| would)? (?:like|want|wish|wanna|plan|intend|are going|am going)(?: to)? (?:to )?(?:bid|apply|enter|join|participate|take (?:it|this|on)|sign up|submit (?:a|an|our|my) (?:bid|application|proposal)|compete)/,
  /(?<![a-z])(?:bid (?:on|for)|sign (?:me|us) up|count (?:me|us) in)(?![a-z])/,
  /(?<![a-z])(?:take (?:up|on) (?:this|that|the|it)|i'll take (?:it|this|that|the))(?![a-z])/,
  /(?<![a-z])(?:we'll take (?:it|this|that|the))(?![a-z])/,
  /(?<![a-z])(?:start (?:an?|my|our|the) (?:application|bid|proposal))(?![a-z])/,
  /(?<![a-z])(?:submit (?:an?|my|our) (?:bid|application|proposal|interest))(?![a-z])/,
  /(?<![a-z])(?:register (?:my|our) interest|express (?:my |our )?interest)(?![a-z])/,
);
/** 听说你们这儿能揭榜: what others told of the programme is no wish to take one up. */
export const HEARSAY =
  /^(?:请问|您?你?好|[\s,，])*(?:我)?(?:听(?:闻|.{0,4}[说讲])|据说|有人(?:说|讲|告诉)|(?:朋友|同事|同学|老师|领导|老乡)(?:们)?(?:说|讲|告诉|推荐)|看到?(?:新闻|网上|公告|通知|文件)(?:里|上)?(?:说|讲)?|网上(?:说|看到)|i (?:heard|was told|read)|someone (?:told|said)|a (?:friend|colleague) (?:told|said|mentioned))/;
/** Says that they will not take a list up. */
export const DECLINES =
  /不(?:想|打算|准备|考虑|再|会)+(?:揭|报|申报|申请|参加|接)|(?:don't|do not|not going to) (?:want to )?(?:apply|bid|join)/;
/** Begins at once, whatever is asked beside it. */
export const LETS_START =
  /(?:能|可以)(?:做|搞定|胜任).{0,3}(?:怎么|如何|咋)|我们?(?:要|想|来)(?:发|提|报|揭)(?=$|[。.!！])|let'?s (?:start|begin|go|do it)|开始吧|现在就(?:开始|申报|填)|(?:带|教)我(?:申报|填|揭)|一步步(?:来|问|带)/;

/** Posts a need. */
export const POST_NEED = oneOf(
  /把(?:我们?的?|这个)?(?:技术)?(?:难题|需求|问题)(?:给)?(?:挂|发|报|提|放)(?:出来|出去|上去|上|了)/,
  /(?:找|请|寻|求)(?:个|一?些|几家)?(?:高校|专家|团队|院所|大学|科研院所|研究院|外部|外面|别人|人)(?:.{0,4})(?:攻关|解决|帮忙|搞定|攻克)/,
  /(?:我们?|公司|企业|厂里|单位)[^?？]{0,8}有(?:一?[个些项条])?[^,，。?？]{0,8}(?:难题|痛点|瓶颈|卡脖子)/,
  /需求(?:征集)?表?在哪(?:里|儿)?(?:填|提|报|发)/,
  /(?:发布|发|提|提出|提交|登记|上报|报|填报|填|新增|新建|再发|录入|征集|挂|公布|张贴|发出|发起|加)(?:一?下)?(?:一?[个条项份])?(?:新的?|我们?(?:的|单位的?|公司的?|企业的?)?|企业|自己的)?(?:技术)?(?:需求|难题|攻关需求|技术难题|榜单?$|悬赏)/,
  /(?:我们?|公司|企业|厂里|单位)(?:这边|这里|现在|目前)?有(?:一?[个些项条])?(?:技术)?(?:需求|难题|难点|技术问题|卡脖子)(?!榜)/,
  /(?:发布|提|发|张|挂|出|登)(?:个|一个|条|一条)榜|帮(?:我们?|忙)?(?:发|张|挂|出)(?:个|一个)?榜|(?:急需|亟需|亟待|急盼|迫切需要)(?:.{0,6})(?:攻克|解决|突破|攻关)|(?:我司|我厂|我公司|敝司|本公司)[^?？]{0,20}(?:攻克|解决|攻关|难题|瓶颈)/,
  /(?:发布|提|发|登记)(?:技术)?需求[,，。 ]+我们?(?:要|想|来)(?:发|提|登)/,
  /(?:想|要|来)(?:发榜|张榜|出榜|挂榜|悬赏)|^(?:发榜|张榜|出榜|发需求|提需求)(?=$|[,，。!！吧])/,
  /(?:求|找|寻|征)(?:人|团队|专家|高校|单位|大神)?(?:来)?(?:解决|攻关|帮忙解决|合作攻克|解题)/,
  /(?:谁|有没有人|有人)能(?:帮)?(?:我们?)?(?:解决|攻克|搞定)|解决不了|一直(?:解决|搞|做|攻|弄)不(?:了|下来|好|出来|定|掉)|愿意出(?:资)?[\d一二三四五六七八九十百千]/,
  /(?<![a-z])(?:post|publish|submit|register|file|create|add|enter|announce|raise)(?: another| an?| our| my| the| one)?(?: new)?(?: technical| technology| r&d)? (?:need|needs|requirement|requirements|demand|challenge|problem)(?![a-z])/,
  /(?:we|i|our (?:company|factory|plant|firm)) (?:have|has|got|face|are facing)(?: an?| some)?(?: technical| technology)? (?:need|problem|challenge|issue|difficulty|requirement)/,
  /our (?:company|factory|plant|firm|enterprise)[^?]{2,70}? (?:has|have|got|faces?|is facing) (?:an? |some )?(?:technical |technology |quality )?(?:need|problem|challenge|issue|difficulty|requirement)/,
  /who can (?:help (?:us )?)?(?:to )?(?:fix|solve|tackle)|help us (?:to )?(?:fix|solve|tackle)|need help(?: with)?:|(?<![a-z])(?:our|the) [^?]{2,60}(?:problems?|issues?|defects?|trouble|fails?|failing|broken|cracks?|cannot|can't|doesn't|too (?:much|high|low|slow))[^?]{0,40}[,.;]\s*(?:we(?:'re| are)? )?(?:looking for|need|seeking|want)/,
  /(?:i|we) (?:need|want|are looking for|look for)(?: someone| somebody| a team| an expert| people| experts)?(?: who can)? to (?:solve|fix|crack|tackle|overcome)/,
  /(?:looking for|need|seeking|want)(?: a| some)? (?:team|someone|somebody|expert|experts|partner|researchers?|university|help)(?: who can| that can| to| with)? (?:solve|fix|help|crack|tackle|work on)/,
  /(?:we|i) want to (?:post|publish|commission)/,
);

/** Wants to know how their own case stands. */
export const STATUS = oneOf(
  /我(?:们)?的(?:申报|申请|需求|意向|材料)(?:.{0,6})(?:上榜|入围|在审)|[审批评](?:得|的)(?:咋|怎么)样|还没有?(?:消息|结果|动静|回复|回音|反馈|下文)|(?:几个|哪些|有)在审|^(?:check|see|view|show) (?:me )?(?:my |the |our )?(?:status|submissions?|applications?|bids?|needs?)$/,
  /我们?(?:现在|目前|一共|总共)?(?:有|提了|报了)(?:几个|哪些|多少)(?:个)?(?:申报|申请|需求|揭榜|榜|草稿)|我们?(?:到底|有没有)?(?:选上|中标|中榜|中选|中|入选|入围|评上|过审|上榜)(?:了)?(?:没有?|吗|么|不)/,
  /有(?:没有)?(?:人|团队|单位|高校|谁)(?:来)?(?:揭|接|报|投)(?:了)?(?:我们?|咱们?)(?:公司|单位|企业)?(?:的|发的)?(?:榜|需求)|(?:我们?|咱们?)(?:公司|单位)?(?:发|提|挂|出)的(?:榜|需求)(?:.{0,4})(?:几|多少|哪些|谁|有人|有没有)/,
  /(?<![a-z])(?:has|have|is|was) (?:it|they|this) (?:been )?(?:reviewed|approved|accepted|decided|processed|received|read|checked)|did (?:we|i) (?:win|pass|get (?:it|in|selected|shortlisted|accepted))|(?:were|was|are|am) (?:we|i) (?:selected|shortlisted|accepted|chosen)/,
  /(?:anyone|anybody|who|someone|how many (?:teams?|people|bidders?)) (?:has |have )?(?:bid|bids|applied|apply|responded|taken)(?: up)?(?: on| for| to)? (?:our|my)/,
  /(?:结果|答复).{0,12}我(?:上周|昨天|前天|上个?月|之前|早就)/,
  /(?:材料|申请|申报书?|申报|需求|意向|表)(?:.{0,8})(?:收到(?:没|了吗|了没)|没动静|没下文|没消息|没回音|没反应|到哪(?:了|一步)|审完没|通过没)/,
  /(?<![a-z])(?:hear back|get back to me)(?![a-z])/,
  /(?<![a-z])(?:(?:receive|received|get|got|seen?|read) my (?:application|bid|need|files?|documents?|proposal|submission))(?![a-z])/,
  /(?:我|我们|咱们?|本单位)(?:之前|上次|提交|申报|报|发|提|填)?(?:的|了|那个?|这个?|提交的|申报的|报的|发的)*(?:申报书?|申请|揭榜|需求|项目|材料|榜|草稿|意向|单子|进度|表)(?:.{0,6})(?:到哪|哪(?:一)?步|进度|进展|状态|情况|怎么样|怎样|结果|通过|过了|审|受理|还在|批|如何|收到|退回|中了|选上|入选|有消息|啥时候|什么时候)/,
  /(?:到哪(?:一)?步|进度|进展|状态)(?:了)?(?:如何|怎么样|怎样|查询)?[?？]?$/,
  /^(?:查|看|问)(?:一?下)?(?:我的?)?(?:申报|申请|需求)?(?:进度|状态|结果|进展)/,
  /(?:审|批|评|看)(?:核|批|审|完|好|得怎么样)*(?:了)?(?:没有?|吗|到哪|完了)/,
  /(?:有|出)(?:没有)?(?:结果|消息|回复|回音|下文|反馈)(?:了)?(?:吗|没有?|么|呢)?[?？]?$/,
  /(?:结果|名单)(?:什么时候|啥时候|几时)?(?:出|公布|下来)|(?:通过|受理|入选|中榜)(?:了)?(?:吗|没有?|没)[?？]?$/,
  /我(?:都)?(?:申报|报|提交|揭|发|申请)(?:了|过)(?:哪些|哪几|几个|什么|啥|多少)/,
  /我的(?:申报|申请|需求|揭榜|项目|草稿)(?:列表|记录|们|情况|进度|状态|有哪些)?[?？]?$/,
  /(?<![a-z])(?:my|our) (?:\w+ )?(?:application|bid|need|submission|proposal|draft|case|status|interest)s?(?: status|'s status)?(?![a-z]).{0,30}(?:status|stand|going|progress|news|update|result|approved|accepted|reviewed|received|decided|stage|step|yet|still)/,
  /(?:status|progress|result|stage|update|news)s? (?:of|on|for|about) (?:my|our)/,
  /what (?:have|did) (?:i|we) (?:submit|submitted|apply|applied|bid|post|posted)/,
  /(?:any|is there) (?:news|update|progress|result|reply|decision|feedback)/,
  /where (?:is|are) (?:my|our) (?:application|bid|need|submission|case)/,
  /(?:has|have|was|is|did) (?:my|our) (?:application|bid|need|submission|proposal|case)/,
  /^(?:my )?(?:status|progress|applications|bids|needs|cases|my cases|my (?:applications?|bids?|needs?|status))$/,
  /track (?:my|our)|what(?:'s| is) (?:happening|going on|up|the (?:status|situation)) with (?:my|our)/,
);

/** Staff: what waits for them. */
export const QUEUE = oneOf(
  /待(?:审核?|办|处理|受理|审批|评审|批)|(?:要|该|需要)(?:我)?(?:审|处理|批|办|看)(?:的|什么|哪些|核|批)/,
  /(?:今天|今日|昨天|本周|最近)?(?:新)?(?:收到|来了?|提交了?|进来)(?:几|多少|哪些|什么)(?:条|个|件|份|项)?(?:新)?的?(?:申报|需求|申请|材料|意向)|(?:今天|现在|目前|手头|还)有(?:几|多少|哪些|什么)(?:条|个|件|份|项)?(?:新)?(?:的)?(?:待|要|需|申报|需求|申请|没|未)/,
  /(?:没|未)(?:处理|审|受理|审核|批)的|(?:新|最新)(?:来|收到|提交)?的?(?:申报|需求|申请)(?:有|几|多少|吗)/,
  /(?:多少|几)(?:个|件|条|份|项)?(?:需求|申报书?|申请|材料|意向)(?:还)?(?:在|待|没|未|等)|(?:需求|申报书?|申请|材料)(?:还)?(?:在审的?|待审的?|没审的?|等着的?)?(?:还)?(?:有|剩)(?:多少|几)|手(?:头|上)(?:还)?(?:有|剩)(?:什么|哪些|多少|几)/,
  /^(?:队列|待办|工作台|任务|审核|审批)(?:列表|清单)?$|(?:超期|逾期|快到期|催办)的?/,
  /(?<![a-z])(?:pending|waiting|open|unprocessed|overdue|outstanding|new) (?:approvals?|reviews?|cases?|needs?|applications?|items?|tasks?|requests?|submissions?|decisions?|bids?)/,
  /how many (?:\w+ ){0,2}(?:needs?|applications?|bids?|cases?|submissions?) (?:are |is )?(?:there )?(?:waiting|pending|open|left|overdue|to review)/,
  /(?:my )?(?:queue|to-?do|inbox|worklist|tasks?|backlog)(?: list)?$/,
  /what(?:'s| is)? (?:waiting|pending|overdue|in (?:my|the) queue|on my (?:desk|plate))/,
  /anything (?:to review|waiting|pending|for me)/,
);

/** Edits the person's own details. */
export const PROFILE = oneOf(
  /(?:补充|添加|增加|加(?:一?[篇个项])?|上传)(?:一?下)?(?:我的?)?(?:代表作|成果|论文|专利|奖项|业绩)/,
  /我的?(?:研究)?(?:方向|领域)(?:已经)?(?:变|换|改|调整)|(?:职称|职务|资料|简介|姓名|名字|研究方向)(?:.{0,4})(?:错|改|更新|换)/,
  /(?:to|in|on|my) (?:my )?profile(?![a-z])/,
  /(?:改|换|更新|修改|完善|编辑|补充|填|填写|维护|变更|更换|更正|设置|看|查看|调整)(?:一?下)?(?:我的?|本人的?|团队的?|个人)?(?:的)?(?:资料|简介|档案|个人信息|个人资料|个人主页|信息|名片|画像|专长|研究方向|方向|领域|简历|联系方式|联系电话|电话|手机号?码?|邮箱|邮件|单位(?:名称|信息)?|职称|职务|姓名|名字|成果|论文|专利|订阅)(?!.{0,6}(?:榜|申报书))/,
  /(?:电话|手机|手机号|号码|邮箱|单位|职称|地址|名字|研究方向|联系方式)(?:已经|也)?(?:换|改|变|更新|调整)(?:了|成|为|一下|下|掉)/,
  /(?:换|调|跳|转)(?:了|到)?(?:个|新)?(?:单位|公司|学校|岗位|号码?|手机|邮箱)(?:了)?|(?:单位|公司|学校|企业|名字)(?:改|换|更)(?:了)?名|(?:调|跳槽|转|入职|加盟|去)(?:到|至|了)[^,，。]{2,20}(?:大学|学院|公司|研究[院所]|院|所|厂|中心|集团|实验室)(?:了|工作|上班)/,
  /(?:资料|简介|档案|个人信息)(?:里|中|上)?的?.{0,12}(?:改|换|更新|补|删|加)|我的?(?:研究)?(?:领域|方向|专长|关键词|标签)(?:里|中)?(?:再)?(?:加|添|补|增|去掉|删)|我的?(?:orcid|邮箱|电话|手机号?|单位|职称|论文|专利|成果)(?:.{0,3})(?:补|加|填|登记|更新|换|改)|(?:建|新建|创建|开)(?:一?个)?(?:我的|个人)?(?:个人)?(?:档案|简介|资料|名片)/,
  /(?:更新|修改|完善|补充|变更|改)(?:一?下)?(?:我们?的?)?(?:企业|公司|单位)的?(?:信息|资料|简介)|我的?新(?:电话|手机号?|号码|邮箱|单位)(?:是|为)/,
  /(?:联系人|法人|负责人|电话|手机|邮箱|地址)(?:换|变|改)(?:了|人|成)/,
  /(?:评上|晋升|升|当上|聘)(?:了|为)?(?:副)?(?:教授|研究员|正高|副高|高工|高级工程师|博导|院士|主任|院长)/,
  /^(?:我的)?(?:资料|简介|档案|个人信息|个人资料|个人中心|名片|研究方向|profile)$/,
  /(?:登记|注册|录入|填)(?:一?下)?(?:成为|为)?(?:科研人员|研究人员|团队|专家|个人)(?:信息|资料)?$|^(?:注册|登记)(?:账号|账户)?$/,
  /(?<![a-z])(?:update|change|edit|correct|modify|set|fix|complete|fill in|see|view|show|add)(?: (?:to|up))? (?:my|our) (?:profile|phone|mobile|number|email|e-mail|details|info|information|contact|organi[sz]ation|affiliation|employer|name|title|field|expertise|research|bio|cv|publications?|patents?|interests?)/,
  /(?:i|we)(?:'ve| have)? (?:moved to|changed (?:my |our )?(?:job|jobs|employer|phone|number|email|universit|affiliation|organi[sz]ation)|joined|got promoted|been promoted|am now at|now work)/,
  /(?<![a-z])(?:add|put|include|remove|delete)(?: .{1,60}?)? (?:to|in|into|from) my (?:profile|research|interests?|expertise|field|keywords|publications?|research interests)/,
  /(?:my|our) (?:new )?(?:company |phone |contact |e-?mail )?(?:phone|number|address|contact|contacts|name|email|e-mail)(?: and (?:phone|contact|address|email))?(?: (?:has|have|was|were))? (?:changed|moved|updated|is different)/,
  /my (?:new )?(?:phone|number|e-?mail|mobile)(?: number| address)? (?:is|=|:)/,
  /my (?:new )?(?:phone|number|email|affiliation|title|employer|organi[sz]ation)(?: has)? (?:is now|changed|is different)/,
  /^(?:my )?profile$|^(?:sign up|register|create (?:an account|a profile|my profile))$/,
);

/** Goes on with what was begun. */
export const RESUME = oneOf(
  /^(?:(?:我们|咱们?)?继续|打开.{0,5}草稿|接着(?:来|填|弄|写|搞)?|继续(?:填(?:写|表|报)?|申报|揭榜|上次的?|之前的?|刚才的?|弄|来|写|做|办)*)$/,
  /^(?:(?:我)?(?:又)?(?:回来|来)(?:了|啦)|我又来了|恢复|恢复(?:草稿|填写)|打开(?:我的)?草稿|草稿(?:箱)?)$/,
  /^(?:回到(?:表单|刚才|之前|上次)(?:的)?(?:表单|那里|地方|申报)?|resume|continue|carry on|go on|proceed|keep going)$/,
  /^(?:i'?m back(?: again)?|back again|where (?:was i|were we))$/,
  /^(?:continue (?:with )?(?:my|the|our) (?:application|draft|form|bid|need))$/,
  /^(?:open (?:my |the )?draft|resume (?:my |the )?(?:application|draft|form))$/,
  /(?:上次|上回|之前|昨天|前面|刚才|那天)(?:我)?(?:的)?(?:填|写|弄|做|报|申报|没填|没弄|没写)(?:到|的|完|了)*(?:一半)?(?:.{0,8}(?:哪|继续|接着|还在|没完|一半|地方|恢复|找回))?/,
  /接着(?:上次|之前|昨天|刚才)|(?:之前|上次|上回|昨天)(?:我)?(?:存|保存|填|写)的(?:草稿|表|那份)?/,
  /从(?:上次|断开|中断|之前)(?:的)?(?:地方|那里|位置)?(?:继续|接着|开始)|继续(?:填|写|弄|申报)?(?:上次|之前|没填完|那份|刚才|昨天)/,
  /没(?:填|写|弄|做)完(?:的|[,，。 ])|(?:填|写|弄|做|报)(?:了|到)?(?:一半|半截|半拉)/,
  /(?:finish|complete|continue with|carry on with|get on with) what (?:i|we)(?:'ve| have)? (?:started|begun)|^(?:back|return|go back) to (?:my|our|the) (?:application|draft|form|need|bid)$/,
  /(?<![a-z])(?:pick up|continue|resume|start) (?:from )?where (?:i|we) (?:left off|stopped|were)/,
  /where did (?:i|we) (?:stop|leave off|get to|get up to)/,
  /(?:finish|continue|complete|get back to|go back to|return to) (?:my|the|our) (?:draft|application|form|bid|need)/,
  /left off|half[- ]finished/,
);

/** Takes back what was handed in. */
export const WITHDRAW = oneOf(
  /^(?:(?:算了|唉|哎|那就?|就|还是|先|帮我|麻烦|请|给我)[,，\s]*)*(?:我(?:们)?(?:想|要)?)?(?:撤回|撤销|撤掉|撤下|撤|收回|取消)(?:我(?:们)?的)?(?:那个|这个|那份|这份|已提交的?|提交的?)?(?:申报书?|申请|揭榜|需求|意向|项目|榜)?(?:吧|了)*[。.!！]*$/,
  /(?:把|将)(?:我(?:们)?的?)?(?:申报书?|申请|揭榜|需求|意向)(?:给)?(?:撤|收)(?:回|销|掉|了|下)/,
  /(?:不想|不要|不)(?:申报|报|揭|发|参加)(?:了)?[,，]?\s*(?:撤|取消)|退出(?:揭榜|申报|竞争|这个榜)/,
  /(?:撤回|撤销|撤下|收回)(?:我(?:们)?的)?(?:申报|申请|揭榜|需求|意向)|[,，]\s*撤回?(?:吧|了)?$/,
  /(?<![a-z])(?:withdraw|retract|pull|take back)(?: (?:my|our|the|this))?(?: (?:application|bid|need|submission|proposal|interest|request|it))?(?![a-z])/,
);

/** Wants lists. */
export const FIND = oneOf(
  /找找|搜搜|查查|瞅瞅|找一找|有没有|有没(?=$|[?？])|有哪些|有什么|有啥|有无|有(?:适合|对口|合适|相关|新|开放|关于)|还有(?:什么|哪些|别的)|哪些(?:榜|项目|课题|能|可以|在)|什么(?:榜|项目|课题)/,
  /(?:找|搜|搜索|查|查询|检索|筛|筛选|浏览|推荐|列|列出|列一下|列举|看看?|发|显示|给我|推送|匹配|了解)(?:一?下)?(?:.{0,20})(?:榜|项目|课题|需求|选题|题目)/,
  /(?:榜单?|项目|课题|选题)(?:有|都|列表|清单|大全|目录|在哪|呢|吗)/,
  /(?:适合|对口|匹配|相关|方面|方向|领域|擅长|能(?:揭|接|做|报)|可以(?:揭|接|做|报))(?:的|我|吗|什么|哪)?/,
  /^(?:榜单?|所有榜单?|全部榜单?|最新榜单?|看榜|榜单列表|开放的榜单?|找榜|搜榜|查榜|全部|列表|项目|找项目)$/,
  /(?:搞|做|研究|从事|干|学)(?:的是|.{1,20}的)|(?:我|我们|团队|课题组|实验室)(?:主要)?(?:是)?(?:搞|做|研究|从事|方向|擅长|专门)|悬赏|能揭|可揭/,
  /(?:正在|还在|在)(?:征集|揭榜|开放|张榜)/,
  /(?<![a-z])(?:what can (?:i|we)|find|search|browse|list(?: all| of| the| open)?|lists)(?![a-z])/,
  /(?<![a-z])(?:listings|looking for|look for|show(?: me)?(?: all| the| open| some)?)(?![a-z])/,
  /(?<![a-z])(?:any(?:thing)?(?: open| new| on| about| for| in| related)?)(?![a-z])/,
  /(?<![a-z])(?:what(?:'s| is| are)?(?: open| new| available| there))(?![a-z])/,
  /(?<![a-z])(?:open (?:lists|calls|challenges|topics|projects)|challenges?|calls|topics)(?![a-z])/,
  /(?<![a-z])(?:opportunities|recommend|suggest|match(?:es|ing)?)(?![a-z])/,
  /(?<![a-z])(?:i (?:work|do|study|research|specialise|specialize)(?: on| in| with)?)(?![a-z])/,
  /(?<![a-z])(?:we (?:work|do|study|research|specialise|specialize|make|develop)(?: on| in| with)?)(?![a-z])/,
  /(?<![a-z])(?:my (?:field|research|area|expertise|work|topic))(?![a-z])/,
  /(?<![a-z])(?:our (?:field|research|area|expertise|lab|team|work))(?![a-z])/,
);

/** Asks to hear more of one list. */
export const DETAIL = oneOf(
  /再说|说一遍|重复一|详细|详情|具体|细节|展开|介绍|说说|讲讲|说一下|讲一下|仔细|打开|点开|内容|要求|指标|条件|多少钱|钱是?多少|多少|资金|经费|金额|额度|预算|截止|期限|几号|什么时候/,
  /到期|谁(?:发|出)的|发榜方|需求方|几家|多少家|多少人|有人揭|还能|能报|可以报|能不能报|做什么|干什么|竞争|背景|目标|什么情况|怎么样|是啥|是什么|看看|看一下|看下/,
  /看(?!板)|了解|查看/,
  /(?<![a-z])(?:details?|detailed|more(?: info(?:rmation)?)?(?: about| on)?|tell me)(?![a-z])/,
  /(?<![a-z])(?:describe|explain|what(?:'s| is| are)?|about|open|show|info|information)(?![a-z])/,
  /(?<![a-z])(?:requirements?|deadline|budget|funding|how much|when|who|targets?)(?![a-z])/,
  /(?<![a-z])(?:indicators?|elaborate|expand|read)(?![a-z])/,
);
