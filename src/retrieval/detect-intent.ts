/**
 * What kind of reply a question asks for, by its words alone.
 */
import type { Language } from '../wording/language.ts';
import { OUTSIDE_RULES } from './outside-rules.ts';
import type { Ask, Intent } from './question.ts';

type Rule = readonly [Intent, RegExp];

const SMALL_TALK: readonly Rule[] = [
  [
    'greeting',
    /^(?=.{1,60}$)(?:(?:你好|您好|hi|hello|hey|嗨|哈喽|早上好|下午好|晚上好|早安|在吗|在不在|good (?:morning|afternoon|evening)|how are you|谢谢|多谢|感谢|谢了|thanks?|thank you|thx|再见|拜拜|bye|goodbye|辛苦|好的|ok|okay|知道了|明白|很好|不错|great|nice|cool)(?:\s?(?:你|您|大家|啦|了|啊|呀|哦|哈|吗|doing|so much|a lot|very much|there|bot|everyone)(?![a-z]))*[\s!！。.~?？,，]*)+$/i,
  ],
  [
    'help',
    /^(?:help|帮助|使用说明|怎么用|如何使用|你是谁|你能做什么|你会什么|你能干什么|你可以做什么|功能|说明|what can you do|who are you|how do (?:i|you) (?:use|work).*)[\s?？!！。.]*$/i,
  ],
];
const CHINESE: readonly Rule[] = [
  [
    'define',
    /(?:是什么意思|什么叫|何谓|啥意思|是啥意思|的定义|怎么定义|含义|指的是什么|是指什么|如何计算|怎么算(?:的|出来的)?[?？]?$|怎么计算)/,
  ],
  [
    'reports',
    /(?:有|收录|收了|库里|都有)[^,，。?？]{0,6}(?:哪些|什么|几份|多少份?|哪几份)[^,，。?？]{0,6}(?:报告|地区|资料)|(?:报告|地区|资料)(?:都)?(?:有|收录了?)哪些|(?:报告|地区)(?:列表|清单|目录)|(?:列出|列一下|看看)(?:所有|全部)?(?:的)?(?:报告|地区)|^(?:哪些|什么)(?:报告|地区)[?？]?$/,
  ],
  [
    'mentions',
    /(?:哪些|哪几个|哪几份|哪个|哪份|有哪些|什么)(?:地区|报告|地方|区县?|县区?|市|单位)(?:的报告)?(?:都|里|中)?(?:公布|提到|提及|写|说|讲|披露|给出|涉及|包含|有|报告了|列出|介绍|开展|做|建|实行|推行|被|获|承认)/,
  ],
  [
    'audit',
    /(?:数据|报告|数字|前后).{0,8}(?:矛盾(?!纠|调|排|化|冲)|自相|对不上|不一致|打架|错误|有误)|自相矛盾|矛盾(?:吗|的?(?:地方|数据|之处)|[?？]|$)|对不上|不一致|前后不符|打架|算错|算得对|算对|自查一?下|核对|核验/,
  ],
  ['trend', /趋势|历年|逐年|这几年|近几年|变化(?:情况|如何|趋势|大吗)|同比变化|走势/],
  [
    'compare',
    /(?:比较|对比|相比|比一比|谁(?:的)?.{0,14}(?:多|高|低|少|大|好)|哪(?:个|里|家|边|地|一个).{0,14}(?:更|最)?(?:高|多|低|少|大|好)|和.{1,20}(?:哪个|谁).{0,8}(?:高|多|低|少)|差多少|相差|高多少|多多少|共同点|不同点|区别|排名|排第|(?:哪|谁|什么).{0,16}最(?:高|多|低|少|大)|最(?:高|多|低|少)的(?:是|地区|报告))/,
  ],
  [
    'summary',
    /^(?:请|麻烦)?(?:帮我|给我|帮忙)?(?:简单|用要点|简要|大致|全面)?(?:的)?(?:总结|概括|概述|归纳|综述|摘要|梳理|介绍)|(?:总结|概括|概述|归纳|摘要|梳理)(?:一下|下)|帮我总结|(?:总体|整体|主要)(?:情况|工作|亮点|成效)(?:如何|怎么样|是什么|有哪些)?[?？]?$|(?:写|做|来|出|生成|整理)(?:一|个|份|篇|段|下)*.{0,30}(?:总结|摘要|概要|概述|小结)[。!?？]?$|(?:年|区|县|市|镇|旗|州|报告|的)总结[。!！?？]?$|太长不看|(?:[一两二三四五]|几)(?:句|段)话?(?:说完|说清|讲完|讲清|概括|总结|介绍)|[讲说写]了些?[什啥]么?|主要内容|要点版|亮点|^(?:请|麻烦)?(?:再|帮我|给我)?(?:详细|展开|具体)(?:一?[点些])?(?:说说|讲讲|介绍|说明|讲|说|总结)(?:一下|一?[点些])?/,
  ],
  [
    'metadata',
    /落款.{0,4}(?:哪|几[月号日]|什么时候|何时|多少)|(?:报告|总结|这份|那份).{0,6}(?:哪天|哪一天|什么时候|何时|几号)(?:写|签|定|出|落款|印|发)|(?:报告|总结).{0,8}(?:日期|信息来源|发布来源)|(?:信息|发布|文章)来源|(?:落款|印发|成文|发布|公布|公开|出具|签发|发文|刊登|上网|报告的?)(?:的)?(?:日期|时间)|(?:什么时候|何时|哪天|哪一天|几号|几月几[日号])(?:在)?(?:网上|网站|官网)?(?:公布|发布|发的|印发|出的|落款|成文|公开)(?:的)?[?？]?$|(?:报告|总结).{0,8}(?:谁|哪个(?:单位|部门|机关|机构)|什么(?:单位|部门|机关))(?:发布|发的|出的|写的|出具|印发|编制|公布|落款|署名)|(?:谁|哪个(?:单位|部门|机关|机构)|什么(?:单位|部门|机关))(?:发布|发的|出的|写的|出具|印发|公布|落款|署名).{0,6}(?:报告|总结)|(?:发布|发文|落款|印发|署名|出具)(?:的)?(?:单位|机关|机构|部门|主体)|报告(?:的)?(?:全称|标题|题目|名称|名字|叫什么)|标题(?:是|叫)/,
  ],
  [
    'where',
    /(?:哪|第几)(?:一)?(?:个)?(?:节|章|部分|段|章节|板块|小节|页|一处)|(?:写|放|出|讲|说|记|印)在(?:报告)?(?:的)?(?:哪里|哪儿|哪|什么地方)|出自(?:哪|报告)|出处|在报告(?:的)?(?:哪里|哪儿|什么位置|什么地方)/,
  ],
];
const PROBLEMS =
  /(?:问题|不足|短板|困难|缺点|毛病|薄弱(?:环节|之处|点)?|缺陷|弱项|差距)(?:(?:和|与|及|、)(?:不足|问题|原因|短板))?(?:有|是|都)?(?:哪|什么|啥|几|多少|呢|吗|方面|[?？]|$)|(?:承认|存在|指出|坦承|列出|自认|自曝|有).{0,10}(?:问题|不足|短板|困难|缺点|薄弱|弱项)|(?:哪|什么|啥).{0,6}(?:问题|不足|短板|做得不好|没做好|缺点|薄弱)/;
const PLANS =
  /(?:哪|什么|啥)(?:些|几)?.{0,6}(?:工作)?(?:计划|打算|安排|部署|举措)|(?:要|重点|准备)(?:做|抓|干|推进)?(?:好)?(?:的)?(?:是)?(?:哪|什么).{0,6}(?:事|工作|方面|重点|任务)|下一步|下步|接下来|(?:明年|今后|以后|之后)(?:想|要|会|准备)(?:干|做)|今后|明年|次年|下一年|下年度|来年|(?:工作)?(?:计划|打算|安排|规划|思路|部署).{0,6}(?:哪|什么|几|有|是|分|呢|如何|怎么)|(?:准备|打算|计划).{0,12}(?:怎么|如何|哪|什么|啥|做|抓)|(?:打算|准备|想|要)(?:干|做|搞|办)(?:点|些|的)?(?:啥|什么|哪)|(?:年|[年区县市镇乡旗州]的)(?:度|主要|重点)?(?:工作)?(?:的)?(?:计划|打算|目标|安排|思路|规划|目标任务)(?:是|有|都)?(?:什么|啥|哪些)?(?:呢|吗)?[\s。.!?]*$/;
const ENGLISH_RULES: readonly Rule[] = [
  [
    'define',
    /\bwhat (?:does|do) .{2,60} mean\b|\bdefin(?:e|ition)\b|\bmeaning of\b|\bwhat is meant by\b|\bhow is .{2,60} (?:calculated|computed|defined)\b/i,
  ],
  [
    'reports',
    /\b(?:which|what|list|show).{0,14}(?:reports|regions|places|documents)\b.{0,14}\b(?:do you (?:have|hold|cover|know)|are (?:available|held|there|covered|included)|can i ask)|\blist (?:all )?(?:the )?(?:reports|regions)\b|^(?:which |what )?reports\??$/i,
  ],
  [
    'mentions',
    /\b(?:which|what|who all)(?: (?:other|of the|of these|of your|local|all))?(?: \w+)? (?:reports?|regions?|places?|districts?|areas?|counties|governments?|ones?)\b.{0,20}\b(?:mention|publish|give|report|disclose|state|contain|talk|cover|describe|set up|have|has|admit|include|say)/i,
  ],
  [
    'audit',
    /\bcontradict|\binconsisten|\bdo(?:es)?n'?t add up|\badd up\b|\berrors? in\b|\bfit (?:its|the|their) (?:own )?numbers|\b(?:check|verify) the (?:figures|numbers|arithmetic)|\bself-check|\bconsistent\b/i,
  ],
  [
    'trend',
    /\btrend|\bover the years\b|\byear by year\b|\bhow (?:has|have|did) .{3,60} (?:chang|develop|evolv|grow)/i,
  ],
  [
    'compare',
    /\bcompar|\bversus\b|\bvs\b\.?|\bwhich (?:\w+ ){0,3}(?:had|has|handled|did|was|is|got|region|one|district).{0,40}\b(?:more|higher|lower|fewer|most|highest|larger|bigger|best|better|less)\b|\bdifference between\b|\b(?:higher|more|lower|fewer)\b.{0,60}\bor\b|\bin common\b/i,
  ],
  [
    'summary',
    /\bsummar|\b(?:sum|wrap) (?:it |this |that )?up\b|\bin (?:one|two|three|four|five|a few|\d) (?:lines?|sentences?|words|bullets?|points)\b|\bin a nutshell\b|\boverview\b|\bkey (?:points|figures|takeaways)\b|\bhighlights?\b|\bmain (?:points|content)\b|\bbrief me\b|\bgist\b|\btl;?dr\b|^(?:please )?(?:tell me (?:more )?about|more (?:detail|about)|in detail)\b|\bin (?:more )?detail\b/i,
  ],
  [
    'metadata',
    /\b(?:when|what date|which date|on what day|publication date|issue date|date of (?:issue|publication))\b.{0,60}\b(?:report|published|issued|released|signed|dated|publication)\b.{0,30}(?:published|issued|released|dated|signed|out)?\b|\bwho (?:issued|published|wrote|released|signed|authored)\b.{0,50}\breport\b|\b(?:issuer|issuing (?:body|authority)|title) of\b|\bfull title\b|\bwhat is the .{0,30}report called\b/i,
  ],
  [
    'where',
    /\bwhich (?:section|part|chapter|paragraph|heading)\b|\bwhat (?:section|part|chapter|heading)\b|\bwhere (?:in|does) .{0,40}report\b|\bin which (?:section|part|chapter|paragraph)\b|\bunder (?:which|what) heading\b/i,
  ],
];
const ENGLISH_PROBLEMS =
  /\b(?:shortcoming|weakness|problem|deficienc|shortfall|challenge|issue|difficult|inadequac|flaw|gap)\w*\b.{0,60}\b(?:admit|own up|confess|acknowledge|identif|list|face|report|exist|mention|concede|name|have|are there|remain)|\b(?:admit|acknowledge|concede|identif|what|which|list)\w*\b.{0,40}\b(?:shortcoming|weakness|problem|deficienc|challenge|inadequac|flaw)/i;
const ENGLISH_PLANS =
  /\bplan(?:s|ned|ning)?\b|\b(?:want|going|have|hope)s? to do\b.{0,20}\bnext\b|\bwill\b.{2,40}\bdo next\b|\bnext (?:year|step)|\bgoing forward\b|\bupcoming\b|\bintend|\bwork arrangements?\b|\bpriorit(?:y|ies) for\b/i;

/** The intent of a question in normal form. A question for a number is `figure` when nothing else fits. */
export function detectIntent(normal: string, language: Language, asks: readonly Ask[]): Intent {
  const text = normal.trim();
  const first = [...SMALL_TALK, ...OUTSIDE_RULES].find(([, pattern]) => pattern.test(text));
  if (first) return first[0];
  if (!/[\p{L}\p{N}]/u.test(text)) return 'unreadable';
  const rules = language === 'zh' ? CHINESE : ENGLISH_RULES;
  const found = rules.find(([, pattern]) => pattern.test(text))?.[0];
  if (
    found &&
    !(
      found === 'summary' &&
      (language === 'zh' ? PROBLEMS : ENGLISH_PROBLEMS).test(text) &&
      !/^(?:请|帮我|总结|概括|summar)|总结一下|[,，].{0,4}(?:包括|连同|含)|\bincluding\b/i.test(text)
    )
  )
    return found;
  if ((language === 'zh' ? PROBLEMS : ENGLISH_PROBLEMS).test(text) && asks.length === 0) return 'problems';
  if ((language === 'zh' ? PLANS : ENGLISH_PLANS).test(text) && asks.length === 0) return 'plans';
  return asks.length > 0 ? 'figure' : 'fact';
}
