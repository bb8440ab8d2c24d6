/** What the programme's rules can be asked about, and what is no business of ours. Text must be folded. */
import { oneOf } from './one-of.ts';

const RULES_ZH = oneOf(
  /教授|讲师|工程师|评委|签(?:什么|哪些|几)|退钱|退款|不一样|不同|差别|成功后|揭榜后|做不成|做不出|完不成|流程|步骤|程序|手续|环节|阶段|条件|资格|门槛|资质|赛马|军令状|揭榜挂帅|发榜|张榜/,
  /后补助|启动经费|补助|补贴|资助|拨款|拨付|经费|资金|多少钱|给钱|要钱|交钱|收费|费用|免费|押金|保证金|配套|自筹|知识产权|产权|归谁|归属|专利|成果权|权属|收益|分成/,
  /利益|保密|涉密|公开|匿名|公示|异议|签约|立项|任务书|合同|验收|考核|指标|失败|容错|违约|追责|评榜|评审|评选|评价|论证|答辩|考察|专家|打分|中榜|推荐|几家|多家|三家/,
  /同一个榜|重复|联合体|联合|牵头|外省|省外|外地|国外|境外|外国|港澳|个人|学生|博士|高校|企业(?!需求方)|职称|学历|年龄|年限|注册|法人|需求类|技术类|两类|区别|材料/,
  /盖章|公章|附件|截止|期限|多久|多长时间|什么时候|几时|何时|周期|延期|改|修改|撤|退回|补充|银行|贷款|数据|隐私|个人信息|身份证|信用代码|orcid|安全/,
  /谁(?:来|可以|能|负责)|几个阶段|几个榜|几项榜|报几个|(?:可以|能)(?:同时)?(?:报|揭|申报|申请|参加)(?:几|多少|吗|么|两|多)|几步|名额|数量|金额|上限/,
  /下限|最高|最低|封顶|没(?:做|搞|研究|攻)?(?:成功?|出来|达标)|不(?:成功|达标)|搞砸|黄了|[搞弄攻做]不(?:出|下)|做不下去|要?赔(?:钱|偿|吗|么|不)|后果|路线不[一同]|同时(?:立项|做|上)|并行|比例|百分之|税|发票|审计|检查|监督|抽查|节点|里程碑|protect/,
);
const RULES_EN = oneOf(
  /(?<![a-z])(?:same list|two teams|several teams|wins?|process|procedure|steps?|stages?)(?![a-z])/,
  /(?<![a-z])(?:eligib\w*|qualif\w*|requirements?|conditions?|who can|horse rac\w*|race)(?![a-z])/,
  /(?<![a-z])(?:pledge|open[- ]competition|subsid\w*|grant|funding|fund(?:ed|s)?|money)(?![a-z])/,
  /(?<![a-z])(?:pay(?:s|ment|out)?|paid|cost|fees?|charge|free|deposit)(?![a-z])/,
  /(?<![a-z])(?:intellectual property|ip|patents?|owns?|ownership|rights?|benefits?)(?![a-z])/,
  /(?<![a-z])(?:confidential\w*|secret|disclos\w*|public|anonymous\w*|publicity|contract)(?![a-z])/,
  /(?<![a-z])(?:signing|accept\w* test|evaluat\w*|assess\w*|fail(?:s|ure|ed)?|penalt\w*)(?![a-z])/,
  /(?<![a-z])(?:review(?:ed|ers?)?|judg\w*|experts?|interview|defen[cs]e|site visit)(?![a-z])/,
  /(?<![a-z])(?:inspection|visit|shortlist\w*|recommend\w*|bidders?|winners?|selected|joint)(?![a-z])/,
  /(?<![a-z])(?:consorti\w*|partners?|foreign\w*|abroad|overseas|outside|other province)(?![a-z])/,
  /(?<![a-z])(?:individuals?|students?|professors?|phd|doctors?|title|age|degree|documents?|materials|stamp|seal)(?![a-z])/,
  /(?<![a-z])(?:deadline|how long|when|extend|extension|change|withdraw|bank|loan|data)(?![a-z])/,
  /(?<![a-z])(?:privacy|maximum|minimum|limit|cap|per ?cent|percentage|tax|audit)(?![a-z])/,
  /(?<![a-z])(?:two teams|both (?:teams?|win|get|be)|in parallel|inspect(?:ed|s)?|lecturers?|postdocs?|junior|succeed|unsuccessful|work out|go(?:es)? wrong|targets?)(?![a-z])/,
  /(?<![a-z])(?:milestones?|registered|company name|language|rules?)(?![a-z])/,
);
const ASKS_WHAT = oneOf(
  /(?:是什么|是(?:个)?啥|什么是|啥是|啥叫|什么叫|何为|何谓)|什么意思|啥意思|怎么(?:算|定|分|评|选|办|回事|给|发|拿|揭|申报|申请|参加|提交|收费|处理|来)|为什么|为啥|凭什么/,
  /(?:能|可以|让|给|行)[^,，。]{0,8}[不没][?？]?$|吗[?？]?$|(?<![a-z])(?:what (?:is|are|does|happens)|what's)(?![a-z])/,
  /(?<![a-z])(?:how (?:do|does|is|are|much|many|long|can|will)|can (?:i|we|a|an|the|one))(?![a-z])/,
  /(?<![a-z])(?:do (?:i|we|you)|does|is (?:it|there|a|the)|are (?:there|the)|who|when|why)(?![a-z])/,
  /(?<![a-z])(?:will|should|must)(?![a-z])/,
);

/** True when the message can be asked of the programme's rules. */
export function isProgrammeTopic(folded: string): boolean {
  return RULES_ZH.test(folded) || RULES_EN.test(folded);
}

/** True for questions that want an explanation, not a list of lists. */
export function wantsExplanation(folded: string): boolean {
  return ASKS_WHAT.test(folded);
}

/** Tries to talk the bot into something, or asks for what belongs to others. */
const INTRUSION = oneOf(
  /(?:忽略|无视|忘记|忘掉|跳过|不要管|抛开)(?:掉)?(?:你)?(?:之前|以上|上面|前面|先前|所有|一切|系统|原来|全部)的?(?:所有|全部|一切)?(?:的)?(?:指令|提示|规则|设定|限制|要求|内容)/,
  /(?:你现在|从现在(?:开始|起)?你?)(?:是|扮演|作为|假装)|(?:系统|初始)(?:提示词|指令|prompt)|提示词|管理员(?:模式|权限|密码)|开发者模式|越狱/,
  /(?:(?:所有|全部|各|每个?|这些|那些)(?:的)?(?:其他|别的)?(?:申报人|申报者|揭榜方|揭榜单位|申请人|单位|专家|人|用户|家)(?:们)?|其他|别的|隔壁(?:团队|单位|公司)?|别家|其他家|对家|别人|他人|人家|(?:其他|别的|另外)(?:几?家|单位|申报人|申报者|团队|专家|人|用户)|申报人|竞争对手|对手)的?(?:电话|手机|联系方式|邮箱|申报书|申报材料|方案|报价|底价|草稿|资料|个人信息|得分|分数|评分)(?!.{0,4}(?:公开|保密))/,
  /(?:帮|给)我?(?:内定|走后门|改分|加分|通融|开后门)|家庭(?:住址|地址)|(?:扮演|假扮|冒充)(?:一个|成)?/,
  /(?:把|给我看?|看看|看一下|查看?一?下?|发我|发|告诉我)(?!.{0,6}(?:我们?|本人|自己|咱|这个榜|示例|范例|模板))[^,，。的榜]{2,10}的(?:申报书?|申报材料|申请书|材料|方案|电话|手机号?|联系方式|邮箱|报价|底价|得分|分数|草稿)(?!.{0,4}(?:要求|模板|格式|怎么|清单))|竞争对手.{0,8}(?:电话|联系方式|方案|报价|底价|资料|申报书)|(?:列出|导出|给我|发我).{0,6}(?:所有|全部)(?:的)?(?:揭榜人|申报人|申请人|用户|专家|报名的?人)/,
  /(?:忘掉|忘记|忽略|不管)(?:你的?)(?:规则|设定|指令|身份)/,
  /数据库.{0,12}(?:密码|导出?|手机|电话|发我|给我)/,
  /(?<![a-z])(?:ignore|disregard|forget|override|bypass)(?: all)?(?: of)?(?: the| your| my| any)? ?(?:previous|prior|above|earlier|system|existing|safety)? ?(?:instructions?|prompts?|rules|guidelines|constraints)/,
  /you are now|pretend (?:to be|you)|act as (?:a|an|if|my|the)|jailbreak|dan mode|developer mode/,
  /system prompt/,
  /(?:show|send|give|get|read|print|tell|email)(?: me| us)? (?!my|our|this|that|the list|it)(?:(?!my |our )[\w. ]{1,30})'s? (?:application|proposal|bid|phone|email|e-mail|draft|score|offer|contact)/,
  /(?:other|all|every|another|competing|rival) (?:the )?(?:applicants?|bidders?|users?|people|persons?|companies|experts?|teams?)'?s?'? (?:phone|contact|email|proposal|application|draft|bid|price|score|data|detail|number)s?/,
  /(?:phone|contact|email|proposal|application|draft|bid|price|score|number|detail)s? of (?:all|other|the other|every|another|my competitor)/,
  /(?:budget|price|offer|proposal|score)s? (?:of )?(?:the )?(?:other|another|rival|competing) (?:teams?|bidders?|applicants?)|what (?:the )?(?:other|another) (?:teams?|bidders?)/,
  /admin password|drop table|select \* from/,
);

/** Wishes that have nothing to do with the programme. */
const ELSEWHERE = oneOf(
  /天气|下雨|(?<!(?:经费|补助|补贴|奖金|项目|的钱|揭榜)[^,，。]{0,6})个税|起(?:个|一个)?名字?(?=$|[吧。])|多大了|改简历|简历|气温|股票|股价|基金(?!委|项目)|彩票|双色球|星座|算命|运势|汇率|黄金价格|油价|房价|买房/,
  /租房|订(?:机|火车|高铁|酒店|餐|外卖)|机票|火车票|高铁票|酒店|外卖|打车|快递|菜谱|做饭|怎么做(?:菜|红烧|蛋糕)|餐厅|美食|好吃|旅游|景点|景区|电影|电视剧|短剧/,
  /小说|动漫|综艺|明星|歌曲|唱(?:首|个)歌|听歌|音乐|游戏|足球|篮球|世界杯|比赛结果|nba|笑话|脑筋急转弯|谜语/,
  /写(?:一?首|一?篇|一?个|一?段|一?份)?.{0,4}(?:诗|歌词|作文|小说|情书|文案|检讨|演讲稿|论文|代码|程序|脚本|周报|总结|简历)|写论文|代写|查重|降重|翻译/,
  /润色|(?:算|解)(?:一?道|个)?(?:数学)?题|作业|高考|考研|考公|公务员|找工作|招聘(?!人才政策)|工资|社保|公积金|医保|挂号|看病|感冒|减肥|结婚|离婚|相亲/,
  /女朋友|男朋友|谈恋爱|政治|总统|选举|战争|几点了|现在几点|今天(?:星期|周)几|今天几号|银行卡|信用卡|借钱|网贷|(?:申请|办理?|帮.{0,6}申请|拿)(?:银行)?贷款/,
  /招(?:个|一?名|聘)?(?:会计|司机|保安|文员|员工|工人|保姆)|出租|招租|二手|装修|搬家|兼职|加微信|送红包|刷单|卖(?:茶|酒|房|车|烟|保险)|贷款广告|代办(?:执照|资质)|买卖|办证|陪聊|(?:早|午|中|晚)饭|几[加减乘除]几|\d\s*[+＋]\s*\d\s*(?:等于|=)|国足|中超|英超|王者荣耀|抖音|快手|直播|追剧|穆桂英|八卦|绯闻|好玩|去哪(?:儿|里)?玩|律师|医生|保姆|餐馆|吃(?:啥|什么)|评委的|收手机/,
  /买车|驾照|违章|护照|签证|户口|身份证怎么办/,
  /热搜|热榜|排行榜|榜一大哥|(?:票房|音乐|歌曲|畅销|富豪|风云|人气|打赏|微博|百强|光荣|红黑)榜/,
  /(?<![a-z])(?:weather|forecast|stock(?:s| price| market)|bitcoin|crypto|lottery|horoscope)(?![a-z])/,
  /(?<![a-z])(?:exchange rate|flight|hotel|restaurant|recipe|cook|pizza|taxi|movie|film)(?![a-z])/,
  /(?<![a-z])(?:tv (?:show|series)|drama|song|sing|music|game|football|soccer|basketball)(?![a-z])/,
  /(?<![a-z])(?:world cup|joke|riddle|poem|poetry|essay|story|novel|lyrics|translate)(?![a-z])/,
  /(?<![a-z])(?:translation|proofread|homework|math problem|python|javascript|java code)(?![a-z])/,
  /(?<![a-z])(?:write (?:me )?(?:a |an |some )?(?:code|script|program|letter|essay|poem|song|story|cv|resume))(?![a-z])/,
  /(?<![a-z])(?:debug|job (?:opening|vacancy|offer)|salary|girlfriend|boyfriend|dating)(?![a-z])/,
  /(?<![a-z])(?:marry|president|election|politics|what time is it|what day is|visa|passport)(?![a-z])/,
  /(?<![a-z])(?:capital of|who won|meaning of life|buy a|diet|lose weight|symptom|headache)(?![a-z])/,
  /(?<![a-z])(?:(?:the|latest|today's|world) news)(?![a-z])|^(?:please |can you |could you )?(?:buy|sell|book|reserve|order|play|sing|hire|rent|draw|paint|cook|bake|summari[sz]e this|remind me|call me an?|order me|get me an?) .{0,60}|(?<![a-z])(?:followers|discount|casino|viagra|coupon|playlist|netflix|youtube)(?![a-z])/,
);

/** True for attempts to misuse the bot. */
export function isIntrusion(folded: string): boolean {
  return INTRUSION.test(folded);
}

/** True for everyday wishes outside the programme. A word of the programme's own trade beside them does not save them. */
export function isElsewhere(folded: string): boolean {
  return ELSEWHERE.test(folded);
}

/** Scolds whoever answers. */
const INSULT =
  /智障|傻[逼比叉子帽瓜x]|笨蛋|你真笨|垃圾(?:机器人|客服|系统|玩意|东西|软件)|(?:^|[\s,，])(?:真|太|什么)?(?:是)?垃圾(?=$|[\s,，。.!！了])|破(?:系统|机器人|玩意儿?|东西)|废物|脑残|脑子有病|你有病|白痴|蠢[货死]|^(?:你)?滚(?:蛋|开|吧|远点)?[。.!！]*$|去死|(?:他|你|特)(?:妈|马|娘)的?|^妈的|卧槽|听不懂人话|(?<![a-z])(?:tmd|nmd|fuck\w*|shit|idiot|moron|stupid (?:bot|machine|thing)|useless (?:bot|thing)|dumb (?:bot|machine)|you(?:'re| are) (?:stupid|useless|dumb))(?![a-z])/;

/** True for scolding: it gets a kind word and the way to a person. */
export function isInsult(folded: string): boolean {
  return folded.length <= 40 && INSULT.test(folded);
}
