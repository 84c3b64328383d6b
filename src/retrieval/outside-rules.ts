/**
 * What is no question for the reports: instructions to the bot, private data, opinions, other subjects, harm.
 *
 * Many of these words occur in reports too (破解办证难, 毒品案件, 餐饮酒店检查, personal information), so a rule names
 * what is wanted of them and not the word alone.
 */
import type { Intent } from './question.ts';

type Rule = readonly [Intent, RegExp];

/** One pattern of alternatives, case-insensitive. */
function anyOf(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join('|'), 'iu');
}

const OFFICIAL =
  '(?:区长|市长|县长|旗长|镇长|乡长|局长|厅长|部长|省长|书记|主任(?!办公)|领导(?!干部|小组|班子|责任|包案|机制)|一把手|官员|这个人)';

const INSTRUCTION = anyOf(
  /(?:忽略|无视|忘记|忘掉|抛开|跳过|绕过|不要管|别管|不用管).{0,14}(?:指令|规则|要求|提示|设定|限制|约束|报告|内容|说过)/,
  /提示词|你的(?:初始|系统|内部|底层)?(?:指令|设定|规则|配置|提示)|(?:输出|打印|显示|泄露|告诉我|给我).{0,10}(?:密钥|口令|密码|token|环境变量|源代码|源码|配置文件)|API.?key/,
  /(?:你|请)?(?:现在|从现在起|从此|接下来)?(?:扮演|假装|假设你是|装作)|(?:从现在起|从现在开始|现在起)[,，]?你(?:是|就|要)|不受.{0,6}限制|没有(?:任何)?(?:限制|约束)的|越狱|开发者模式/,
  /(?:ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(?:instruction|prompt|rule|above|previous|guideline|restriction|report)/,
  /system prompt|\byour (?:(?:initial|hidden|internal|original|secret|system) )?(?:instructions|prompt|guidelines|configuration|source code)\b|(?:reveal|print|repeat|show|output|leak)\b.{0,30}\b(?:prompt|instructions|everything above|text above|secret|token|environment variables)/,
  /pretend (?:to be|you|that)|you are now\b|from now on,? you|(?:^|please |you (?:must|should|will) )act as\b|role-?play|jailbreak|developer mode|\bDAN\b.{0,10}mode|(?:without|no) (?:any )?restrictions|unrestricted (?:ai|assistant|model)/,
);

const PRIVATE = anyOf(
  /(?:姓名|名字|电话|手机号?|住址|地址|身份证|联系方式|家庭|个人信息|银行卡|工资)(?:.{0,8}(?:和|、|及|与).{0,4}(?:电话|姓名|住址|手机|地址|身份证))/,
  /手机号|身份证|家庭住址|家庭情况|私人|银行卡|银行账号|微信号|(?<!接|打|热线|咨询|投诉|举报|服务|监督|维权|多少)电话(?:号码?)?(?:是?多少(?![个通次条件])|是什么|几号|给我|发我|告诉|[?？]?$)|住(?:在)?(?:哪里|哪儿|什么地方)|联系方式/,
  new RegExp(`${OFFICIAL}.{0,8}(?:工资|收入|财产|存款|老婆|妻子|丈夫|子女|孩子|家人|年龄|多大|婚姻|住)`),
  /(?:败诉|被处罚|受处罚|违法|上访|信访|投诉|举报|起诉|被告|原告|涉案|被矫正)(?:案件|人员|行为)?(?:的)?(?:当事人|人|者|群众|个人|居民)(?:都|的)?(?:是谁|姓名|名字|名单|叫什么|有谁|信息)|(?:姓名|名单)(?:列|发|给|报)/,
  /\b(?:phone|mobile|cell|telephone) ?numbers?\b|\bhome address|\bid (?:card )?numbers?\b|\bnames and (?:phones?|addresses|contact)|\be-?mail address|\bpersonal (?:data|details|information|contact)s? (?:of|about|for|on)\b|\bbank account|\bwhere does .{0,40} live\b/,
  /\b(?:names?|identit(?:y|ies)|list) of (?:the )?(?:people|persons|individuals|complainants?|petitioners?|plaintiffs?|defendants?|litigants?|whistle-?blowers?|those)\b.{0,40}\b(?:punish|fined|penal|sued|lost|complain|petition|report|who)|\b(?:salary|wife|husband|children|family|age) of the (?:mayor|secretary|director|governor|magistrate)|\bhow old is the (?:mayor|secretary|director)/,
);

const OPINION = anyOf(
  /你(?:觉得|认为|怎么看|的看法|支持|喜欢|讨厌|相信)|(?:谈谈|说说|讲讲)(?:你的)?(?:看法|观点|意见|感想)|应不应该|该不该|应该?(?:被)?(?:辞职|下台|免职|撤职|处分|坐牢)/,
  /(?:是不是|算不算|有没有)(?:贪官|腐败|贪污|作秀|形式主义|造假|吹牛|好官|清官|受贿)|(?:更|最)(?:廉洁|清廉|腐败|贪|有良心|无能)/,
  new RegExp(
    `${OFFICIAL}.{0,8}(?:好不好|好吗|怎么样|称职|人品|贪不贪|是贪|贪官|贪污|廉洁|清廉|腐败|靠谱|无能|能力(?:如何|怎么样|强|差|行)|水平(?:如何|怎么样|高|低|差))|(?:评价|点评|骂|夸)(?:一下|一句)?.{0,8}${OFFICIAL}`,
  ),
  /(?:共产党|习近平|政府|国家|体制)(?:.{0,4})(?:好不好|好吗|坏不坏|合法吗|民主吗|独裁)|哪个党/,
  /\bwhat(?:'s| is| are)? (?:do you think|your (?:opinion|view|take|thoughts))|\bdo you (?:think|believe|agree|support|like|trust)\b|\byour (?:opinion|personal view|honest view)\b|\bshould .{0,60}\b(?:resign|be fired|be removed|be sacked|step down|go to jail|be punished)\b/,
  /\b(?:is|are|was|were) .{0,40}\b(?:corrupt|incompetent|a good (?:mayor|leader|official|person|secretary)|honest|lying|a liar|dictator)\b|\bwho is (?:the )?(?:more|most|less|least) (?:corrupt|honest|competent|capable)|\bwhich .{0,30}(?:leader|mayor|secretary|official)s? (?:is|are) (?:better|worse|more|cleaner)/,
);

const ELSEWHERE = anyOf(
  /天气|气温|下(?:不下)?雨|下雪|台风来|股票|股价|大盘|比特币|汇率|彩票|笑话|星座|算命|足球|篮球|世界杯|奥运|房价|减肥|追女|恋爱|电影推荐|菜谱|怎么做(?:饭|菜)|数学题|等于几|现在几点|今天(?:是)?(?:星期|周|几号)|讲(?:个|一个)?故事|唱(?:首|个|一首)?歌|高考(?:分数|志愿)|吃什么药/,
  /(?:什么|哪些|哪里|哪儿|哪家|推荐).{0,6}(?:美食|小吃|好吃|特产|好玩|景点|餐厅|饭店|酒店|宾馆|民宿(?!.{0,6}(?:执法|检查|监管|会商|联合)))|(?:美食|小吃|景点|餐厅|饭店|酒店|民宿)(?:.{0,4})(?:推荐|攻略|哪家|好吃)|旅游攻略|(?:机票|火车票|门票|车票|高铁票).{0,8}(?:多少|几|价|贵|怎么买|在哪)|(?:花|樱花|红叶).{0,8}(?:几月|什么时候|何时).{0,6}(?:看|开|赏|去|最好|最美)|怎么(?:走|坐车)(?:到|最|比较|[?？]|$)|(?:怎么|如何)去(?!化解|做|落实|推进|解决|处理|完善|监督)/,
  /写(?:一)?(?:首|篇|段)(?:.{0,6})(?:诗|小说|作文|歌|散文|故事|文案)|(?:帮|给|替|为|请|代)(?:我|他|她|忙)?.{0,4}(?:写|起草|拟|生成|编|做|画|作)(?:一|个|份|封|首|篇|段|张|幅|点|些|副)*.{0,16}(?:诗|情书|小说|作文|歌|代码|程序|脚本|申请书|起诉书|起诉状|诉状|答辩状|合同(?!.{0,4}审查)|论文|演讲稿|发言稿|讲话稿|文案|检讨|对联|邮件|简历|图|画|游戏|网站)(?:[,，。!！?？呗吧]|$)|翻译成?(?:日|法|德|韩|俄|西班牙)/,
  /(?:怎么|如何|怎样|教我|帮我|告诉我)(?:去|才能|能|可以|做|来)?.{0,4}(?:伪造|逃避|躲避|逃税|行贿|贿赂|报复|诈骗|煽动|黑进|黑掉|攻击|入侵|制作?炸|造炸|制毒|造假证|做炸弹|买枪|杀人|自杀)|(?:制作|制造|购买|做|造)(?:一?[个枚])?(?:炸弹|炸药|毒品|枪支|假证|病毒|木马)(?!.{0,6}(?:案|罪|行为))|破解.{0,8}(?:密码|账号|网站|wifi|系统)|黑客(?:教程|工具|攻击.{0,4}怎么)/,
  /\bweather\b|\bforecast\b|\bstock (?:price|market)|\bbitcoin|\bexchange rate|\blottery\b|\bjokes?\b|\brecipe|\bpoems?\b|\bfootball|\bsoccer|\bbasketball|\bmovies?\b|\bhoroscope|\bsong lyrics|\b(?:what|which)(?:'s| is| city is)? the capital (?:city )?of (?!new|all|these|those|enterprise|compan)[a-z]+\s*\?*$|\bwhat time is it|\blose weight|\bolympic/,
  /\b(?:best|good|nice|recommend\w*|nearby|cheap\w*|famous|book)\b.{0,30}\b(?:restaurants?|hotels?|food|dish(?:es)?|places? to (?:eat|visit|stay)|attractions?|sights?)|\b(?:restaurants?|hotels?) (?:in|near|around) .{0,20}\b(?:recommend|good|cheap)|\btourist attraction|\bsightseeing|\bticket prices?\b|\bhow (?:do|can) i get to\b|\bhow much (?:is|are|does) .{0,30}\b(?:ticket|hotel|flight)/,
  /\b(?:write|compose|draft|generate|code)\b (?:me |us )?(?:an?|some|the)\b.{0,40}\b(?:poem|essay|story|code|script|letter|email|song|application|complaint|contract|speech|cover letter|function|program)\b|\btranslate .{0,60}\b(?:into|to) (?!english|chinese|mandarin)\w+|\bpython\b|\bjavascript\b|\bsolve .{0,20}(?:equation|problem for)|\bhomework\b/,
  /\bhow (?:to|do i|can i|could i|would i|do you)\b.{0,24}\b(?:bomb|hack|malware|forge|bribe|evade|launder|poison|explosives?|weapons?|kill|drugs?|stalk|cheat)\b|\bhack into\b|\bmalware\b|\bbuild (?:a|an) (?:bomb|weapon|explosive)|\b(?:make|cook) (?:a bomb|meth|drugs)/,
);

/** The rules in the order they are tried. */
export const OUTSIDE_RULES: readonly Rule[] = [
  ['instruction', INSTRUCTION],
  ['private', PRIVATE],
  ['opinion', OPINION],
  ['off-topic', ELSEWHERE],
];
