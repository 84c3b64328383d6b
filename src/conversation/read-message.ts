/**
 * The words of a message that speak to the chat and not to the reports: `那…呢`, `不对,我问的是…`, `换个话题`,
 * `in English:`, and what points back (`它`, `这个比例`, `of them`).
 */
import type { Language } from '../wording/language.ts';

/** A message without the words that only steer the chat. */
export interface Message {
  /** What is left, in normal form; empty when there was nothing else. */
  readonly own: string;
  /** 不对, I meant: the last question was taken wrongly. */
  readonly corrects: boolean;
  /** 换个话题: what was asked about before is dropped. */
  readonly isNewTopic: boolean;
  /** It begins with an insult, which `own` is without. */
  readonly isRude: boolean;
  /** The language asked for in words. */
  readonly language?: Language;
  /** 这个比例, 同样, ones: the matter asked about before. */
  readonly refersToMatter: boolean;
  /** 其中, of them: a part of what was just given. */
  readonly refersToPart: boolean;
}

const NEW_TOPIC =
  /^(?:换(?:一)?个?(?:话题|问题|主题)|(?:另外|再)问(?:一下|个|你)?|新(?:问题|话题)|说点别的|(?:a )?(?:new|different|another) (?:topic|question|subject)|on another (?:note|topic)|change of (?:topic|subject))(?:吧|了)?[\s,.。:;!-]*/i;
const CORRECTION =
  /^(?:(?:不对|不是(?:这个|的)?|错了|搞错了|你?弄错了|no|nope|wrong)(?=[\s,.。!;:]|$)[\s,.。!;:]*|我(?:是)?(?:想)?(?:问|说|指|要)(?:的)?(?:不是.{1,12}?[,，]\s*)?(?:而)?是\s*|我是(?:问|说|指)\s*|i (?:meant|mean|was asking (?:about|for)|asked (?:about|for)|am asking (?:about|for)|wanted)\s+)/i;
const LEAD =
  /^(?:那么|那(?![年个些份里边时儿几两三四五六是])|还有|另外|好的?(?=[,，\s])|嗯+|哦|噢|行(?=[,，])|请问|麻烦问下|(?:ok|okay|and|so|but|then|also|well|hmm+|fine|sorry|oh|right|thanks|great|now)(?=[\s,.:;!]))[\s,.。:;!、-]*/i;
/** 你傻吗, 垃圾机器人: says nothing about what is asked. */
const RUDE =
  /^(?:(?:你|妳)?(?:是不是|真是?|怎么(?:这么)?|他妈的?|有点)?(?:太)?(?:傻|笨|蠢|瞎|聋|弱智|智障|脑残|白痴|废物|有病|没用)[^,，。!！?？\d]{0,5}|(?:垃圾|破|傻|笨|蠢|智障|废物)(?:机器人|玩意儿?|东西|软件|程序|bot)|(?:you )?(?:are (?:you )?)?(?:stupid|dumb|idiot(?:ic)?|useless|moron|silly)(?: (?:bot|machine|thing|robot))?)(?:[\s,，。!！?？]+)(?=.)/i;
const ABOUT = /^(?:(?:what|how) about|back to|same for|likewise for)\s+/i;
const CHINESE_ASKED =
  /^(?:请)?(?:(?:用|拿)?(?:中文|汉语|普通话)(?:来)?(?:回答|回复|说|讲|问)?(?:一下|吧|我)?|(?:please )?(?:answer )?in chinese(?: please)?)(?:[\s,，.。:：;!?]+|$)/i;
const ENGLISH_ASKED =
  /^(?:请)?(?:用?英(?:文|语)(?:来)?(?:回答|回复|说|讲|问)?(?:一下|吧|我|版)?(?:呢)?|(?:please )?(?:(?:say|answer|repeat)(?: (?:that|it|this))? )?in english(?:,? please)?|english(?:,? please)?)(?:[\s,，.。:：;!?-]+|$)/i;
const CHINESE_TAIL = /[\s,，.。;]*(?:请)?(?:用中文(?:回答|说|回复)?|in chinese(?:,? please)?)[\s.。!?]*$/i;
const ENGLISH_TAIL =
  /[\s,，.。;]*(?:请)?(?:用英(?:文|语)(?:回答|说|回复)?|in english(?:,? please)?)[\s.。!?]*$/i;
/** What points at the region or year that the chat is about; leaving it out changes nothing. */
const POINTS_AT_SCOPE =
  /它们?|他们|她们|(?:该|这个?|那个?|本)(?:区|县|市|镇|乡|局|旗|州|省|新区|开发区|高新区|经开区|地区|地方|部门|单位)(?![\u4e00-\u9fff]*(?:政府|委员会))|当地|(?:那|这)(?:里|边|儿)|同一?年|那一?年|\b(?:in |of |during |for )?(?:the same|that|this) (?:year|district|county|city|town|zone|region|place|area)\b/gi;
/** As a question: 去年呢. As `than the year before` it is a change and stays. */
const YEAR_BEFORE = /(?<!than )\b(?:in |for )?the (?:year before|previous year|prior year)\b/i;
const YEAR_AFTER = /\b(?:in |for )?the (?:year after|following year)\b/i;
const POINTS_AT_MATTER =
  /(?:这|那|上述|前述)(?:一|两|三|几|些)?(?:个|项|类|种)?(?:比例|比率|指标|数字|数据|数|率|情况|内容)|同样|一样的|这(?:个|些|项)(?=[^\u4e00-\u9fff]|$)|\b(?:ones|the (?!other|first|second|last)\w+ one|the same|likewise|(?:this|that|these|those) (?:rates?|figures?|numbers?|indicators?|shares?))\b/i;
const POINTS_AT_PART =
  /^其中|里面?(?:有|的)|当中|\b(?:of|among) (?:which|them|those|these|whom|the \d{4} ones)\b|\bof the(?:m|se)\b/i;

/** Reads a message in normal form. */
export function readMessage(normal: string): Message {
  let own = normal.trim();
  let corrects = false;
  let isNewTopic = false;
  let isRude = false;
  let language: Language | undefined;
  const strip = (pattern: RegExp) => {
    const next = own.replace(pattern, '').trim();
    const changed = next !== own;
    own = next;
    return changed;
  };
  for (let changed = true; changed && own !== ''; ) {
    changed = false;
    if (strip(NEW_TOPIC)) changed = isNewTopic = true;
    if (strip(CHINESE_ASKED) || strip(CHINESE_TAIL)) [changed, language] = [true, 'zh'];
    if (strip(ENGLISH_ASKED) || strip(ENGLISH_TAIL)) [changed, language] = [true, 'en'];
    if (strip(CORRECTION)) changed = corrects = true;
    if (strip(RUDE)) changed = isRude = true;
    if (strip(LEAD) || strip(ABOUT)) changed = true;
  }
  const refersToMatter = POINTS_AT_MATTER.test(own);
  const refersToPart = POINTS_AT_PART.test(own);
  // 提了多少条: the 了 would stick to its verb.
  own = own
    .replace(/(?<=[\u4e00-\u9fff])了(?=多少|几)/g, '')
    .replace(YEAR_BEFORE, 'last year')
    .replace(YEAR_AFTER, 'next year')
    .replace(POINTS_AT_SCOPE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    own,
    corrects,
    isNewTopic,
    isRude,
    refersToMatter,
    refersToPart,
    ...(language ? { language } : {}),
  };
}

/** Whether a message is not a question of its own but the name of something: `公证呢`, `accepted?`. */
export function isElliptical(own: string): boolean {
  return !/什么|哪|谁|怎|为何|为啥|吗|如何|是否|有没有|有无|介绍|说说|多少|几|^(?:what|which|who|whose|when|where|why|how|is|are|was|were|did|does|do|has|have|can|could|tell|give|list|show)\b|\bhow (?:many|much)\b/i.test(
    own,
  );
}
