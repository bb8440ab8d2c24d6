/** Names of people that show what they are: a family name everybody knows and one or two further characters. */

const FAMILY =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const ZH = new RegExp(`^[${FAMILY}]\\p{Script=Han}{1,2}$`, 'u');
const EN = /^[A-Z][a-z'-]+(?: [A-Z][a-z'.-]*){1,3}$/;
/** Words that begin like a name and are none. */
const NONE =
  /待定|未定|不变|同上|经理|主任|老师|教授|处长|科长|先生|女士|写错|有误|错了|换人|单位|公司|大学|方面|项目|团队/;

/** The name the text is, trimmed; null when it is none for certain. Expects the person's own spelling, traditional or simplified. */
export function personName(text: string, simplified: string): string | null {
  const name = text.trim();
  if (NONE.test(simplified)) return null;
  return ZH.test(simplified.trim()) || EN.test(name) ? name : null;
}

/** Where somebody says who they are: 我是李敏, my name is Anna Fischer. The first group is the name. */
export const SAYS_NAME =
  /(?:我是|我叫|本人叫?|负责人[是为:：]?|联系人[是为:：]?|(?<![A-Za-z])(?:my name is|i am|i'm|this is|led by|PI(?: is)?) )\s*([\p{Script=Han}]{2,3}(?=$|[\s,，。;；、.])|[A-Z][a-z'-]+(?: [A-Z][a-z'.-]+){1,2})/iu;
