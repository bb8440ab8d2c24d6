/** Whole messages that steer the conversation. Each entry must match the whole message, less politeness and punctuation. */
import { oneOf, whole } from './one-of.ts';

/** What a steering phrase asks for. `locale` goes with `language`. */
export type Control =
  | 'back'
  | 'skip'
  | 'cancel'
  | 'pause'
  | 'resume'
  | 'review'
  | 'preview'
  | 'submit'
  | 'undo'
  | 'keep'
  | 'help'
  | 'handoff'
  | 'status'
  | 'withdraw'
  | 'delete-data'
  | 'my-data'
  | 'return-link'
  | 'revoke-link'
  | 'start'
  | 'thanks'
  | 'queue'
  | 'more'
  | 'another-row'
  | 'no-more-rows'
  | 'offline';

const LATER = '(?:再|后|接着|来|继续|填|弄|说|看|写|办|搞|补|改|做|吧)*';
const ITEM = '(?:步|题|项|个|页|条|问|栏|格|个?问题|个?字段|道题|个?选项)';

/** Phrases by meaning, tried in order. Chinese first, then English. */
export const CONTROL_PHRASES: readonly (readonly [Control, RegExp])[] = [
  [
    'keep',
    whole(
      /(?:先|那就?|还是|算了[,，\s]*)?不改了?|不变|不用改|保持(?:不变|原样)|维持原样|不修改|就(?:这样|用)?(?:原来|之前)的|还是(?:原来|之前)(?:的|那个)/,
      /keep(?: (?:it|this|that|as is|unchanged|the same|the old one))*|no changes?/,
      /leave (?:it )?(?:as is|as it is|unchanged|alone)|unchanged|same as before/,
    ),
  ],
  [
    'undo',
    whole(
      /(?:撤销|取消|撤掉)(?:我)?(?:刚才|刚刚|上次|上一次|上一步|上一个)的?(?:那个)?(?:修改|更改|改动|操作|回答)|撤销(?:刚才的?|上一步|修改|更改)?|撤回(?:刚才的?|上一步|修改)|(?:改|变|恢复|还原)回(?:去|来|原来的?|刚才的?)|恢复原(?:来|样)的?|还原|反悔/,
      /undo(?: (?:it|that|this|last(?: change)?|the last (?:one|change|answer)|my last (?:change|answer)))?/,
      /revert(?: (?:it|that|this))?|(?:ctrl|cmd)\s*[+-]?\s*z|put it back|take (?:it|that) back/,
    ),
  ],
  [
    'back',
    new RegExp(
      `^(?:(?:回到?|返回到?|退回到?|退到?|倒回到?|跳回到?|去|看看?)?(?:上|前)(?:面)?(?:一|1)?${ITEM}(?:去|看看)?|后退|回退|返回|往回|倒回去|倒退|退(?:后)?一步|退回去?|(?:回|退|倒)到?(?:上|前)一?${ITEM}|上一个|back(?: up)?|go back(?: (?:one|a step|one step|one question|please))?|(?:the )?previous(?: (?:question|step|one|field|page|screen))?|(?:the )?last (?:question|step)|go (?:back )?to (?:the )?(?:previous|last)(?: (?:question|step|one))?|(?:one )?step back|take me back|return)$`,
    ),
  ],
  [
    'skip',
    new RegExp(
      `^(?:跳过|略过|过|略|跳|pass)(?:这|该|本|此|当前)?(?:一|个)?${ITEM}?$|^(?:(?:这|该|本|此)(?:一|个)?${ITEM}?)?(?:我)?(?:先|暂时|暂|就|也)*(?:跳过|略过|空着|留空|空白|不填|不写|不答|不提供|不留|放空)(?:这|该|本)?(?:一|个)?${ITEM}?$`,
    ),
  ],
  [
    'skip',
    oneOf(
      /^(?:这(?:个|项|题|条)?)?(?:我)?(?:还|也|暂时|目前|现在)*(?:不清楚|不知道|不晓得|不确定|没想好|没定|没有定|不了解|不懂|说不准|不好说|定不了|没有)[,，。 ]*(?:先|暂时|就|以后|后面|回头)*(?:空着|留空|不填|跳过|不写|略过|再说|再填|补)$/,
      /^(?:还|暂时|目前)?(?:不清楚|不知道|不晓得|说不准|定不了)$/,
    ),
  ],
  [
    'skip',
    new RegExp(
      `^(?:下|后)(?:一|1)?${ITEM}$|^(?:下一个|直接下一[个题步]|往下|继续下一[个题步])$|^(?:以后|后面|稍后|回头|等会儿?|待会儿?|之后)(?:再)?(?:填|补|补充|写|传|上传|交|给|发)(?:这个|这项|这题)?$`,
    ),
  ],
  [
    'skip',
    whole(
      /skip(?: (?:it|this|that|this one|that one|this question|the question|for now|ahead|over))*/,
      /next(?: (?:question|one|field))?|pass/,
      /leave (?:it|this|that)(?: one| field)? (?:blank|empty|out|open)(?: for now)?/,
      /(?:i )?(?:don't|do not|dont) (?:know|have (?:it|one|that|this|any))(?:(?: yet)?,? skip(?: it)?)?/,
      /no idea|n\.?\/?a\.?|not applicable/,
      /(?:it's )?not (?:decided|determined|known|available|sure)(?: yet)?,? (?:so )?skip(?: it)?/,
      /(?:i'll |i will )?(?:fill|do|add|answer) (?:it|this|that|this one|that one)(?: in)? later|move on|rather not say/,
      /prefer not to (?:say|answer)/,
    ),
  ],
  [
    'pause',
    new RegExp(
      `^(?:先|暂)?(?:存|保存|暂存|留)(?:着|下|一下|起来|在?这(?:里|儿)?|草稿|个?档|进度|好|并退出|退出)*$|^(?:先)?(?:放|搁|停)(?:着|一下|一放|在?这(?:里|儿)?)+$|^(?:暂停|保存草稿|存草稿|存个档|存盘|先到这(?:里|儿)?|今天(?:就)?(?:先)?到这(?:里|儿)?|先这样)$|^(?:我)?(?:有(?:点)?事|开会|先走|先忙|先去忙|要?下班|去开会|先去开会|吃饭去?)[,，]?(?:先|等会|回头|晚点|一会儿?|下次)?${LATER}(?:先?(?:存|保存|放)(?:着|一下)?)?$`,
    ),
  ],
  [
    'pause',
    /^(?:我)?(?:先|得)?(?:下次|改天|回头|稍后|晚点|晚些(?:时候)?|等会儿?|等一会儿?|待会儿?|一会儿?|过会儿?|下午|晚上|中午|今晚|周末|空了|有空|有时间|明天|明早|后天|过(?:几|两)天|下周|以后|之后)(?:我|有空|有时间)?(?:再|接着|继续)(?:来|填|弄|说|看|写|办|搞|继续|接着|补|补充)*$/,
  ],
  ['pause', /^先(?:存|保存|暂存|放)(?:着|一下|起来|草稿)?.{0,8}(?:再|之后|以后).{0,6}$/],
  [
    'pause',
    whole(
      /save(?: (?:it|this|draft|a draft|the draft|my (?:progress|draft|work|answers)|for later|for now|and (?:quit|exit|close|continue later)))*/,
      /pause(?: (?:it|here|this|for now))?/,
      /(?:i'll |i will |i can |i'd rather |let me )?(?:continue|finish|resume|complete|do (?:it|this|the rest)|come back|be back|get back)(?: (?:to )?(?:it|this|here))? (?:later|tomorrow|another (?:time|day)|next (?:time|week)|soon|tonight|after .{1,20})/,
      /later|not now|brb|hold on|hang on|to be continued|i have to go|gotta go|enough for (?:now|today)/,
    ),
  ],
  [
    'no-more-rows',
    whole(
      /没有?了|没有?下一[个项]了?|就这些|就这(?:么|几)?[个项条]*|没有其他的?|没有别的|到此为止|完了|没啦|齐了|no more|that's (?:all|it)/,
      /thats (?:all|it)|that is (?:all|it)|nothing else|done|all done|none left/,
    ),
  ],
  [
    'another-row',
    whole(
      /再加(?:一)?[个项条行]|再来(?:一)?[个项条]|还有|还有(?:一|下一)?[个项条]|加一[个项条行]|继续加|add (?:another|one more|a row)/,
      /another(?: one| row)?|one more|more rows?/,
    ),
  ],
  [
    'cancel',
    whole(
      /取消(?:申报|填写|填表|申请|揭榜|发布|报名|这次(?:申报)?|操作|草稿|掉|吧)*/,
      /不(?:填|报|弄|做|搞|申请|揭|揭榜|发|发布|申报|报名|写|继续|办|想(?:填|报|弄|申请|揭|写))(?:这个|这份)?(?:了|啦)/,
      /算了(?:吧)?(?:[,，]?不(?:填|报|弄|申请|揭|发|做|写)了?)?|放弃(?:申报|填写|申请|这次)?|退出(?:填写|表单|申报|填表)?|终止/,
      /停(?:止)?(?:填写|申报)?|(?:这次|这回|今年)?(?:还是)?先?不(?:报|弄|申请|发|揭|填|申报)(?:了|啦)/,
      /(?:把|将)?(?:这个|这份|我的)?草稿(?:给我)?(?:删|扔|丢)(?:了|掉)?|(?:删|扔|丢)(?:了|掉|除)?(?:这个|这份|我的)?草稿|作废|不要了|重新开始/,
      /cancel(?: (?:it|this|that|everything|all|the (?:application|form|draft|whole thing)|my (?:application|draft)))?/,
      /quit|exit|abort|stop(?: (?:it|this|here|now|the form))?/,
      /never ?mind(?:,? (?:stop|forget|cancel)(?: (?:it|this))?)?|forget (?:it|this|about it)/,
      /i (?:give up|quit|changed my mind)|drop (?:it|this)|discard(?: (?:it|this|the draft|draft))?/,
      /(?:delete|remove|trash) (?:the|this|my) draft/,
      /i don't want to (?:apply|continue|do this)(?: any ?more)?|scrap (?:it|this)|wrong one/,
    ),
  ],
  [
    'review',
    whole(
      /预览|汇总|总览|核对(?:一下)?(?:信息|内容|答案)?|检查(?:一下|一遍)?(?:信息|内容|答案)?|复核|(?:再|重新)?看一遍|再看看/,
      /(?:再|重新)(?:核对|检查)(?:一遍|一下)?/,
      /看(?:看|一下|下|一遍|一眼)?(?:汇总|总的|全部|整体|预览|(?:我)?(?:已|已经|都|目前|刚才)*填(?:的|了|好|过)?(?:的)?(?:些)?(?:内容|东西|信息|答案|什么|啥|哪些)?|草稿|表格?)/,
      /(?:把)?(?:我)?(?:都|已经|目前|现在|刚才|到现在)*(?:都)?填(?:了|的|好|过)(?:的)?(?:些)?(?:什么|啥|哪些|内容|东西|信息|答案)?(?:列|念|给我看|发|显示)*(?:出来|一下|一遍)*/,
      /(?:把)?我(?:都|已经|目前|现在|刚才|之前|当时)*(?:填|写|交|报)(?:的|了|过|上去|上来)+(?:那份)?(?:东西|内容|材料|申报书?|申请书?|表)?(?:再|都)?(?:发|给|拿|调|打开)?(?:给?我)?(?:再)?(?:看|瞧|过目)(?:看|一看|一遍|一下|一眼|下)?/,
      /(?:再)?(?:看看|看一下|看下|看一眼|打开|调出)我(?:之前|当时|已经)?(?:交|报|填|写)(?:的|过|上去|上来|了)+(?:那份)?(?:申报书?|申请书?|内容|材料|表|东西)?(?:看看|看一下|看看吧)?/,
      /我(?:之前|当时)?(?:交|报)(?:上去|上来|的|了)*(?:那份)?(?:申报书?|申请书?|表)?(?:里)?(?:都)?(?:写|填)了?(?:些)?(?:啥|什么|哪些)/,
      /(?:列|念|显示)(?:出|一下|一遍)?(?:我)?(?:已)?填(?:的|了)(?:内容|东西|什么)?/,
      /review(?: (?:it|this|my (?:answers|draft|application)|the (?:answers|draft|application|form)|everything|all))?/,
      /preview(?: it)?|(?:the |a )?summary(?: please)?|summari[sz]e/,
      /show (?:me )?(?:what (?:i've|i have|i) (?:entered|filled(?: in)?|put|written|said|got)(?: so far| in)?|(?:the |my |all )*(?:answers|summary|draft|application|form|entries)(?: so far)?|everything)/,
      /(?:let me )?(?:see|check|review) (?:everything|it all|all|the (?:whole|summary|draft)|my (?:answers|draft|application))(?: (?:again|first|once more))?/,
      /what (?:have i|did i|i've|i have) (?:enter(?:ed)?|fill(?:ed)?(?: in)?|put(?: in)?|say|said|written?|answered)(?: so far)?/,
      /read it back/,
    ),
  ],
  [
    'preview',
    whole(
      /(?:发布?|挂|登|公布|公开|张)(?:出去|出来|上去|上网|上|榜|后|以后|之后|了)*(?:的话|的)?(?:榜单?|需求)?(?:会|大概|到底|究竟|将|是|长|长成|变成)*(?:什么|啥|咋|怎么?)样?(?:子|的|儿)?(?:[,，\s]*(?:给我|让我|先)?看(?:看|一下|下|一眼)?)?/,
      /(?:别人|对方|大家|人家|揭榜方|外面|高校那边)(?:会|能)?(?:看到|看见|打开|点开)(?:的|了)?(?:我们?的?需求|榜单?)?(?:会|大概|到底|是|长)*(?:什么|啥|咋|怎么?)样?(?:子|的|儿)?/,
      /(?:看看?|看一下|瞧瞧|要)?(?:一下)?(?:榜单|发布|发榜)(?:的|后的?)?(?:预览|效果|样子)|预览(?:榜单|发布|发榜)(?:的?(?:效果|样子))?/,
      /(?:(?:can|could|may) i see )?(?:how|what) (?:will |would |does |it |the (?:list|need|listing) |my (?:list|need) )*(?:look|looks|look like|looks like|be like)(?: like)?(?: (?:when|once|after|if) .{2,30})?/,
      /preview (?:of )?(?:the|my) (?:list|listing|need)|(?:show me )?(?:the|a) (?:list |public )?preview/,
    ),
  ],
  [
    'submit',
    whole(
      /提交(?:申报|申请|材料|需求|表单|上去|审核|了|吧)*|确认(?:并)?(?:提交|申报|发布|无误[,，]?提交)/,
      /(?:现在|马上|直接|立即|立刻)(?:提交|交|发)(?:吧|了)?|交(?:了|上去|吧|卷)|报(?:上去|送)|发(?:出去|送|上去)|递交|上报/,
      /(?:可以|能)(?:提交|交|发|报)(?:了|上去)?|就(?:这样|这么)?(?:提交|交|发|报)(?:上去|出去|了)?|没(?:有)?问题[,，]?(?:提交|交)/,
      /submit(?: (?:it|this|now|the (?:form|application|need|draft)|application|my (?:application|form|need)|as is))*/,
      /send(?: (?:it|this|off|in|now|it off|it in|it now|the application))*|hand (?:it |this )?in/,
      /file (?:it|this)|go ahead and (?:submit|send)(?: it)?|ready to (?:submit|send)|submit please/,
      /publish it|post it/,
    ),
  ],
  [
    'revoke-link',
    /^(?:(?:作废|撤销|收回|停用|取消)(?:我的)?(?:返回|回访|登录|个人)?(?:链接|网址|二维码)|revoke (?:my |the )?(?:return )?links?)$/,
  ],
  [
    'return-link',
    whole(
      /(?:返回|回访|登录|个人|专属|续填|恢复)(?:链接|网址|二维码)/,
      /(?:给|发)(?:我)?(?:一)?(?:个|条)?(?:返回|回访|登录|个人|专属|续填)?(?:链接|网址|二维码)/,
      /换(?:个|一个|台)?(?:手机|设备|电脑|平台)(?:继续|填|接着填)?|在(?:别的|其他|另一台|另外)(?:手机|设备|电脑|平台)(?:上)?(?:继续|填).*|绑定码/,
      /验证码|return link|(?:my |a )?(?:personal )?(?:return |sign-?in |login )?link/,
      /continue on (?:another|a different|my other) (?:device|phone|computer|channel)|another device/,
      /switch device/,
    ),
  ],
  [
    'my-data',
    whole(
      /(?:把|将)?我的?(?:个人|所有|全部|那些|这些)*(?:数据|信息|资料|档案|记录)(?:都|全|全部)?(?:帮我|给我)?(?:导出|下载|打包|拷贝|拷|调出)(?:来|一份|给我|一下|出来|发我)*|(?:帮我|给我|请)?导出(?:一份|一下|来)?(?:给我|发我|出来|看看)*/,
      /(?:看|查看|查|导出|下载|给我|发我|打印)(?:一?下)?(?:你们(?:存|保存|有)的)?(?:我的)?(?:所有|全部)?(?:个人)?(?:数据|信息|资料)/,
      /我的(?:个人)?(?:数据|信息)(?:有哪些|导出|下载)?|(?:你们?|这[里边儿]?|系统|平台|后台|机器人)*(?:里|上|都|到底|现在|一共)*(?:保?存|记录?|留|收集|掌握|知道)(?:了|着|有|下)?(?:有关|关于)?我(?:们)?的?(?:个人)?(?:哪些|什么|啥|多少)(?:个人)?(?:数据|信息|资料|东西|内容|隐私)?/,
      /(?:export|download|show|see|get|view|give)(?: me)?(?: (?:all|all of))? my (?:personal )?(?:data|information|info)/,
      /my data|what (?:data )?do you (?:have|know|store|keep)(?: about| on)? (?:me|about me|on me)/,
    ),
  ],
  [
    'offline',
    /^(?:(?:走|转|转到)?线下(?:办理|办)?|转线下|线下(?:提交|申报|联系|谈)|(?:这个?|项目|内容|题目|需求|我们的)?(?:是|有)?(?:涉密|保密项目|涉密内容|涉密的|涉密项目|不便在线填写|不方便在?线?填)|(?:secret: ?)?(?:handle (?:it|this) |go )?offline|(?:it is |this is |it's )?(?:secret|classified))$/,
  ],
  [
    'more',
    whole(
      /更多|还有吗|还有(?:别的|其他的?)(?:吗|榜单?)?|再来(?:几|一|两|点)?(?:个|条|些|点)?(?:看看|瞧瞧|瞅瞅)?|下一页|换一批|再看(?:几|一)些|别的呢|more|show more/,
      /more (?:lists|results|please)|next page|any(?:thing)? (?:else|more|others?)|others/,
    ),
  ],
];
