/** Everyday words by what they do in a sentence, so that a wish is known though it is put in other words. */
import { type Vocabulary, vocabulary } from './word-cover.ts';

/** What a word does in a sentence. */
export type WordClass =
  | 'me'
  | 'you'
  | 'they'
  | 'this'
  | 'all'
  | 'other'
  | 'new'
  | 'old'
  | 'want'
  | 'can'
  | 'please'
  | 'not'
  | 'have'
  | 'ask-what'
  | 'ask-how'
  | 'ask-why'
  | 'ask-when'
  | 'ask-who'
  | 'ask-where'
  | 'ask-many'
  | 'ask-which'
  | 'ask-yes'
  | 'need-to'
  | 'if'
  | 'look'
  | 'search'
  | 'tell'
  | 'give'
  | 'take-on'
  | 'hand-in'
  | 'publish'
  | 'solve'
  | 'trouble'
  | 'list'
  | 'need'
  | 'papers'
  | 'draft'
  | 'firm'
  | 'school'
  | 'money'
  | 'time'
  | 'due'
  | 'rule'
  | 'condition'
  | 'stage'
  | 'result'
  | 'change'
  | 'remove'
  | 'take-back'
  | 'data'
  | 'account'
  | 'go-on'
  | 'stop'
  | 'notify'
  | 'person'
  | 'contact'
  | 'complain'
  | 'language'
  | 'thank'
  | 'praise'
  | 'hello'
  | 'bye'
  | 'robot'
  | 'use'
  | 'work-on'
  | 'fit'
  | 'expert'
  | 'measure'
  | 'wait'
  | 'done'
  | 'fail'
  | 'rank'
  | 'else-life'
  | 'right'
  | 'more'
  | 'particle'
  | 'to-do'
  | 'save'
  | 'me-field';

/** The words of each class; of words that overlap the longest counts. */
export const WORD_CLASSES: Vocabulary<WordClass> = vocabulary<WordClass>({
  '': '',
  me: "我|俺|咱|咱们|我们|俺们|我哋|本人|本单位|我司|我校|我院|我所|我这|我这边|我们这|我这儿|我自己|自己|本公司|敝司|i|my|me|we|our|us|mine|i'm|we're|i've|we've",
  you: '你|您|你们|贵方|贵司|您们|你哋|you|your|yours',
  they: '他|她|他们|别人|人家|对方|别家|别的单位|其他人|隔壁|对手|竞争对手|同行|they|their|he|his|she|her|other team|other teams|competitor|competitors|someone else',
  this: '这|那|这个|那个|这些|那些|该|此|它|上面|刚才|刚刚|之前|上述|前面|这边|呢个|嗰个|那条|这条|那项|这项|this|that|it|its|these|those|above',
  all: '全部|所有|都|全|一共|总共|各|每|统统|通通|全都|一切|all|every|everything|whole|entire',
  other: '别的|其他|其它|另外|另|换|换一|换一批|还有|除了|other|another|else|different|others',
  new: '新|最新|最近|近期|新出|刚出|刚发|新增|今天|今日|本周|这周|这个月|本月|new|latest|recent|recently|fresh|newest|today',
  old: '旧|老|往年|去年|上次|以前|过去|上一|历史|previous|last time|old|earlier|past',
  want: "想|要|想要|打算|准备|希望|愿意|有意|有意向|欲|拟|想搵|有兴趣|感兴趣|决定|考虑|want|wanna|would like|i'd like|like to|interested|hope|plan|planning|gonna|going to|keen",
  can: '能|可以|可否|能否|会|行|允许|能够|够|can|could|able|may|allowed|possible|eligible',
  please:
    '请|麻烦|帮|帮我|帮忙|劳驾|拜托|唔该|烦请|请问|请教|问下|问一下|咨询|请帮|求|please|pls|plz|help me|kindly|could you|can you|would you',
  not: "不|没|没有|别|无|未|不要|不想|不能|甭|莫|唔|冇|别再|非|不是|not|don't|no|never|without|isn't|doesn't|can't|cannot|didn't|haven't|won't|dont|cant",
  have: '有|有没有|有无|存在|有冇|have|has|there|got|is there|are there|any|anything|some',
  'ask-what': "什么|啥|哪些|咩|乜|乜嘢|什麽|甚么|何|what|what's|whats|which ones",
  'ask-how': '怎么|咋|如何|怎样|点样|怎|怎么办|咋办|咋整|怎么弄|怎么做|点|how|how do|how to',
  'ask-why': '为什么|为啥|为何|凭什么|凭啥|咋回事|怎么回事|点解|why|how come',
  'ask-when': '什么时候|啥时候|几时|何时|哪天|几号|几点|多久|多长|多长时间|几天|when|how long|what time|what date',
  'ask-who': "谁|哪个人|哪位|哪家|边个|哪个单位|哪家单位|who|whose|whom|who's",
  'ask-where': "哪里|哪儿|在哪|去哪|哪|何处|边度|到哪|where|where's",
  'ask-many': '多少|几|几个|几项|几条|几多|多大|多高|好多|how many|how much',
  'ask-which': '哪个|哪项|哪条|哪一个|哪种|which',
  'ask-yes':
    '吗|么|嘛|没|呢|是不是|能不能|可不可以|行不行|会不会|要不要|用不用|需不需要|有没|算不算|是否|得不得|允不允许|do|does|did|is|are|will|should|must|was|were',
  'need-to': '必须|需要|得|应该|该|须|只能|一定|非得|need|have to|must|required|mandatory|need to',
  if: '如果|假如|要是|万一|的话|假设|若|if|when|in case|suppose',
  look: '看|看看|看下|看一下|瞧|瞅|瞅瞅|睇|睇下|查看|浏览|过一遍|看一眼|瞄|翻|显示|列|列出|列一下|show|see|view|list out|look at|display|browse|open',
  search:
    '找|搜|查|查询|搜索|检索|寻|搵|筛|筛选|搜一下|查一下|查查|推荐|匹配|find|search|looking for|look for|look up|recommend|suggest|match|filter',
  tell: '说|讲|介绍|讲讲|说说|解释|说明|详细|具体|详情|细节|讲解|展开|说下|讲下|tell|explain|describe|detail|details|about|elaborate|information|info|describe',
  give: '给|发|发我|发给|给我|发一份|送|传|导出|下载|打印|寄|give|send|share|export|download|print',
  'take-on':
    '揭|揭榜|报名|报|申请|申报|投|接|承接|参加|参与|承担|应榜|竞标|投标|上|拿下|接单|申|报上|接下|领|应揭|挂帅|apply|bid|sign up|enter|register for|join|take on|take it|undertake|compete|application',
  'hand-in': '提交|交|递交|上传|递|报送|送|交上去|上交|submit|hand in|submission|upload|file',
  publish:
    '发布|发榜|出题|张榜|挂榜|挂|发个|发一个|登|上架|征集|挂出|发出|出个|挂个|贴|post|publish|put up|list our|announce|issue',
  solve:
    '解决|攻克|攻关|搞定|治|突破|改进|克服|优化|研发|开发|改造|替代|国产化|solve|fix|overcome|improve|tackle|develop|crack',
  trouble:
    '难题|问题|卡脖子|瓶颈|痛点|困难|毛病|故障|老是|总是|搞不定|不稳定|不良|开裂|脱落|超标|漏|堵|断|破损|报废|良率|合格率|缺陷|偏高|偏低|上不去|下不来|降不下来|差|裂|起皮|起泡|缩孔|气孔|断线|断丝|变形|发黄|发黑|发霉|霉变|结块|沉淀|不均|波动|降不|压不|控不|治不|粘模|磨损|腐蚀|渗漏|泄漏|能耗高|成本高|靠人工|靠进口|断供|退货|投诉多|problem|issue|trouble|failure|defect|crack|bottleneck|keeps|scrap|yield',
  list: '榜|榜单|项目|课题|题目|选题|题|单子|活|活儿|清单|需求榜|悬赏|list|lists|listing|challenge|challenges|call|calls|topic|topics|project|projects|opportunity|opportunities',
  need: '需求|技术需求|技术难题|难题需求|攻关需求|need|needs|requirement|requirements|demand',
  papers:
    '材料|申报书|申请书|附件|文件|表|表格|合同|盖章|证明|承诺书|预算|模板|ppt|pdf|word|报告|方案|标书|form|template|document|documents|attachment|proposal|budget|contract|seal|stamp',
  draft:
    '草稿|半截|没写完|没填完|写了一半|填了一半|写到一半|填到一半|未完成|没弄完|做到一半|半成品|draft|drafts|unfinished|half|halfway|incomplete',
  firm: '企业|公司|厂|工厂|我们厂|车间|产线|生产线|甲方|发榜方|发榜单位|老板|厂里|集团|company|factory|plant|firm|enterprise|owner|sponsor|production line',
  school:
    '高校|大学|学校|学院|研究所|院所|实验室|课题组|团队|教授|老师|博士|博士生|学生|研究生|科研|university|lab|institute|team|professor|phd|student|researcher|group',
  money:
    '钱|经费|资金|金额|预算|补助|补贴|拨款|万|万元|奖金|赏金|资助|费用|到账|报销|价|给钱|多少钱|money|fund|funding|funds|grant|pay|paid|payment|cost|budget|amount|price|yuan|rmb|subsidy|prize',
  time: '时间|日期|年|月|周期|期限|工期|天|年限|明天|后天|下周|下个月|time|date|month|months|year|years|week|period|duration|tomorrow|next week|next month',
  due: '截止|截止日|到期|截至|过期|最后一天|关闭|deadline|due|closes|closing|expire|expires|close',
  rule: '规定|规则|政策|流程|程序|步骤|办法|文件|依据|制度|要求|条款|通知|指南|rule|rules|policy|policies|procedure|process|steps|guideline|guidelines|regulation',
  condition:
    '条件|资格|门槛|限制|职称|年龄|学历|限项|社保|注册|外省|省外|境外|外籍|qualification|qualify|criteria|limit|age|title|foreign|abroad|overseas|province',
  stage:
    '评审|审核|推荐|公示|评分|答辩|论证|立项|验收|结题|中期|遴选|初审|形式审查|赛马|里程碑|专家评|评|审|批|批复|review|evaluation|approval|approve|approved|audit|milestone|acceptance|final|interim|defence|defense|shortlist|shortlisted|selection',
  result:
    '结果|进展|进度|状态|情况|消息|动静|下文|音信|回音|到哪|哪一步|哪步|走到|卡在|名次|排名|通过了|过了|中了|入围|选上|status|progress|result|results|outcome|update|stage|stand|news|pending',
  change:
    '改|修改|更新|更改|换成|改成|改为|变更|更正|调整|编辑|完善|补充|补|加上|加一条|添加|设为|设成|换了|change|update|edit|modify|correct|add|set|replace|switch|amend',
  remove:
    '删|删除|删掉|清空|清除|清掉|注销|抹掉|抹|销毁|移除|去掉|删光|清了|销户|销号|delete|remove|erase|wipe|clear|deactivate|close my|forget',
  'take-back':
    '撤回|撤|撤销|撤掉|撤下|退出|退|收回|取消|不做了|不报了|不揭了|放弃|不参加|下架|作废|撤榜|弃|withdraw|pull|pull out|back out|cancel|retract|drop|revoke|quit',
  data: '数据|信息|资料|记录|档案|隐私|个人信息|手机号|聊天记录|痕迹|data|records|record|information about me|history|privacy|trace|personal',
  account: '账号|账户|帐号|帐户|户头|号|账|account|profile|user',
  'go-on':
    '继续|接着|恢复|接上|往下|捡起来|续|重新打开|打开|调出来|找回|接着填|continue|resume|pick up|carry on|go on|reopen|where i left|left off|finish',
  stop: '停|算了|不用|不要了|结束|退订|别发|免了|罢了|没事|作罢|关掉|stop|never mind|nevermind|forget it|unsubscribe|mute|enough',
  notify:
    '通知|提醒|订阅|推送|关注|第一时间|告诉我|喊我|叫我|吱一声|告知|提示|盯着|盯|留意|推给我|notify|notification|alert|alerts|remind|subscribe|subscription|let me know|ping|keep me posted|watch|follow|updates',
  person:
    '人工|真人|工作人员|客服|活人|负责人|领导|管事|经办|经办人|专员|人|人员|科长|处长|主任|值班|human|person|staff|agent|someone|somebody|officer|manager|operator|representative|real person',
  contact:
    '联系|电话|打电话|微信|邮箱|热线|加微信|联系方式|联系人|对接|沟通|面谈|见面|当面|回电|座机|分机|contact|phone|call|hotline|email|speak|talk|chat|number|reach|meet|wechat',
  complain: '投诉|举报|反映|申诉|异议|意见|不满|态度|complain|complaint|report|appeal|objection|feedback',
  language:
    '中文|英文|英语|汉语|普通话|繁体|简体|繁体字|简体字|语言|粤语|国语|正体|看不懂|翻译|english|chinese|mandarin|traditional|simplified|language|cantonese|translate',
  thank:
    '谢|谢谢|多谢|感谢|感激|辛苦|谢了|谢啦|拜谢|唔该晒|劳烦了|3q|thx|thanks|thank|thank you|ty|cheers|appreciate|appreciated',
  praise:
    '好|真好|不错|厉害|棒|给力|赞|牛|靠谱|贴心|聪明|方便|好用|清楚|明白|懂了|了解|知道了|收到|行|可以的|great|nice|cool|awesome|perfect|good|excellent|lovely|got it|understood|wow|useful|helpful|smart|brilliant',
  hello:
    '你好|您好|在吗|在不|在么|早|早上好|下午好|晚上好|哈喽|嗨|喂|hello|hi|hey|morning|afternoon|evening|greetings|yo',
  bye: '再见|拜|拜拜|回头见|先这样|先走|下了|晚安|回见|改天|bye|goodbye|see you|see ya|later|good night',
  robot: '机器人|ai|人工智能|程序|系统|小助手|智能|bot|robot|machine|assistant|gpt|chatgpt',
  use: '用|使用|操作|玩|功能|菜单|教|教我|指引|说明书|教程|帮助|入门|新手|第一次|不会|不懂|不会用|从哪开始|use|using|menu|guide|tutorial|help|manual|instructions|beginner|first time|get started|getting started|feature|features|work|works|function|functions',
  'work-on':
    '研究|做|搞|从事|方向|领域|专业|专长|学|主攻|擅长|深耕|干|弄|带队|study|studies|working on|work on|specialise|specialize|research|field|area|expertise|background|focus',
  fit: '适合|合适|对口|相关|符合|匹配|沾边|有关|对路|类|类的|方面|方面的|相关的|suitable|suit|fits|fit|related|relevant|matching|for me',
  expert:
    '专家|评委|院士|监管|主管部门|科技厅|科技局|推荐单位|管理|主管|expert|experts|judge|judges|reviewer|reviewers|department|bureau',
  measure:
    '指标|参数|技术要求|考核|公差|性能|精度|成果|知识产权|专利|归属|验收标准|数据要求|交付|背景|indicator|indicators|metric|metrics|target|targets|spec|specs|ip|patent|patents|deliverable|deliverables',
  wait: '等|等等|等待|等了|还没|迟迟|一直|至今|催|催一下|多会儿|wait|waiting|yet|still|so long|hurry',
  done: '了|完|好了|已|已经|完了|过|交了|提交了|报了|填完|弄完|already|done|finished|submitted|handed|sent|applied',
  fail: '退回|打回|驳回|被拒|不通过|没过|没通过|落选|淘汰|刷|刷下来|被刷|没中|失败|补正|缺|rejected|returned|declined|refused|failed|turned down|missing',
  rank: '第一|第二|第三|第四|第五|第六|最后|最后一个|头一个|一号|二号|三号|前面那个|后面那个|first|second|third|fourth|fifth|last one|top one',
  'else-life':
    '天气|吃饭|外卖|股票|房价|彩票|机票|酒店|快递|医院|挂号|签证|孩子|电影|音乐|写诗|笑话|故事|作业|翻译一下|高铁|车票|打车|游戏|足球|新闻|菜谱|八字|算命|情书|作文|公积金|社保查询|驾照|违章|weather|stock|stocks|movie|poem|joke|story|recipe|flight|hotel|taxi|football|news|pizza|restaurant|homework|lottery|train ticket|song|game|下雨|几度|好吃|吃啥|餐馆|奶茶|会议室|动车|机场|闹钟|唱歌|对联|检讨|发言稿|辞职|润色|海报|方程|世界|总统|股市|比特币|房贷|医保|社保|户口|落户|学区|结婚|离婚|护照|营业执照|商标|高新技术企业|高企|专精特新|小巨人|国自然|自然科学基金|重点研发计划|科技进步奖|人才计划|博士后进站|职称评审|教师资格|考研|分数线|期刊|影响因子|查重|降重|知网|感冒|头疼|减肥|失眠|女朋友|男朋友|失恋|运势|彩|世界杯|国足|电视剧|做菜|养猫|电脑|蓝屏|wifi|excel|python|java|代码|编程|爬虫|熔点|沸点|密度|居里|工作原理|原理|化学式|价格走势|走势|贷款|兼职|招聘|公务员|发票|信用卡|红包|理财|论文|保险|快餐|咖啡|旅游|门票|景点|出差|年终总结|passport|bitcoin|python|code|translate|capital of|dinner|lunch|melting point|nsfc|tourist|equation|essay|cover letter|birthday|girlfriend',
  right: '对|没错|是|正确|确认|同意|好的|嗯|是的|行|ok|okay|yes|yeah|yep|right|correct|sure|agree',
  more: '更|更多|再|下一页|下一批|继续看|多|多点|more|next|next page|further',
  particle:
    '的|地|啊|呀|哦|哈|吧|啦|嘞|喔|咯|诶|哎|唉|噢|额|嘅|咗|啲|嘢|滴|哒|捏|a|an|the|of|to|for|in|on|at|with|and|or|by',
  'to-do':
    '待办|待处理|要审|待审|收件|队列|积压|处理|受理|办理|案头|积案|排队|审批|queue|inbox|todo|to-do|backlog|to review|to process|assigned|waiting for me|pending items',
  save: '保存|存|收藏|记住|记下|留着|暂存|save|store|bookmark|keep',
  'me-field':
    '名字|姓名|单位|职称|研究方向|邮箱|手机|电话|头像|简介|团队|个人资料|我的资料|orcid|统一信用代码|信用代码|name|affiliation|title|bio|my profile|research interests|email address|phone number|keywords|关键词',
});

const GAP = /[\s\p{P}\p{S}\p{Surrogate}]/u;
const LATIN = /[a-z0-9']/;

/** The classes of a folded message's words in order, by longest match; a run of words nobody knows is one `x`, a figure `#`. */
export function wordClasses(folded: string): readonly string[] {
  const found: string[] = [];
  const { words, longest } = WORD_CLASSES;
  let at = 0;
  const push = (name: string): void => {
    if (name !== 'x' || found.at(-1) !== 'x') found.push(name);
  };
  while (at < folded.length) {
    const char = folded.charAt(at);
    if (GAP.test(char)) {
      at += 1;
      continue;
    }
    const latin = LATIN.test(char);
    let end = latin ? at + (/^[a-z']+|^\d+|^[a-z0-9']+/.exec(folded.slice(at))?.[0].length ?? 1) : at + 1;
    let name = /\d/.test(char) ? '#' : 'x';
    for (let size = Math.min(longest, folded.length - at); size >= 1; size--) {
      const tag = words.get(folded.slice(at, at + size));
      if (tag === undefined || tag === '' || (latin && LATIN.test(folded.charAt(at + size)))) continue;
      name = tag;
      end = at + size;
      break;
    }
    push(name);
    at = end;
  }
  return found;
}
