/**
 * What a model adds to a right reply without changing a word of it: a line that leads in, a clause beside a figure, a
 * rank, a denial, another part of the year. Each is false wherever the cited paragraphs do not print its telling words.
 */
import type { Language } from '../../../src/wording/language.ts';

/** Words that are put in, and those of them by which a paragraph that says so is found. */
export interface Claim {
  readonly words: string;
  /** Any of them printed, the mutant may be true. */
  readonly telling: readonly string[];
}

const claim = (words: string, ...telling: string[]): Claim => ({ words, telling });

/** Before a reply, `#` for the region it is about. */
export const leadIns: Readonly<Record<Language, readonly Claim[]>> = {
  zh: [
    claim('#主要领导因违纪被立案调查,有关情况如下:', '违纪'),
    claim('#没有开展任何工作,具体情况如下:', '没有开展'),
    claim('#的工作居全省末位,主要数据如下:', '末位'),
    claim('#有三百八十七名干部受到处分,报告写道:', '387', '三百八十七'),
    claim('#的做法遭到上级叫停,详情如下:', '叫停'),
    claim('#经费被挪用,报告的说明如下:', '挪用'),
  ],
  en: [
    claim('The head of # was arrested for corruption, as follows:', '逮捕', '腐败'),
    claim('# did nothing that year, and its report says the following:', '没有开展'),
    claim('The work of # was the worst in the province, as these figures show:', '最差', '末位'),
    claim('In #, 387 officials were punished; the details:', '387', '三百八十七'),
    claim('Residents of # rejected the reform, as the report describes:', '反对'),
  ],
};

/** Behind the words of a sentence, before its citation. */
export const clauses: Readonly<Record<Language, readonly Claim[]>> = {
  zh: [
    claim(',区长因此被免职', '免职'),
    claim(',受到国务院通报批评', '通报批评'),
    claim(',相关人员被追究刑事责任', '刑事责任'),
    claim(',是因为执法人员贪污受贿', '受贿', '贪污'),
    claim(',引起居民强烈抗议', '抗议'),
    claim(',外国媒体作了大篇幅报道', '媒体', '外国'),
    claim(',所需经费由香港商人捐赠', '香港', '捐赠'),
    claim(',这一结果后来被推翻', '推翻'),
    claim(',局长随后提出辞呈', '辞呈'),
    claim(',总理亲自到场祝贺', '总理', '祝贺'),
  ],
  en: [
    claim(', and the mayor was dismissed', '免职', '撤职'),
    claim(' because officials took bribes', '受贿', '行贿'),
    claim(', which angered local residents', '不满', '愤怒'),
    claim(', and three senior officials went to prison', '判刑', '入狱', '监狱'),
    claim(', and foreign newspapers praised the result', '报纸', '外国'),
    claim(', after which the director resigned', '辞职'),
    claim(', thanks to a donation from a Hong Kong businessman', '香港', '捐赠'),
    claim(', and the premier visited the office in person', '总理'),
    claim(', although the result was later found to be forged', '伪造', '造假'),
  ],
};

/** Behind the words of a sentence: its place in a row, and how it moved. */
export const ranks: Readonly<Record<Language, readonly Claim[]>> = {
  zh: [
    claim(',居全省第一', '第一', '首位', '居首', '全省'),
    claim(',位居全市第七', '第七', '位居', '全市'),
    claim(',在全国排名倒数第一', '倒数'),
    claim(',同比大幅上升', '同比', '上年', '去年', '年的'),
    claim(',较上年明显下降', '同比', '上年', '去年', '年的'),
    claim(',远低于全国平均水平', '平均'),
    claim(',创历史新高', '新高', '历史'),
  ],
  en: [
    claim(', the highest in the province', '最高', '第一', '全省', '首'),
    claim(', ranking seventh in the city', '第七', '排名', '位'),
    claim(', up from the year before', '同比', '上年', '去年', '年的'),
    claim(', down from the previous year', '同比', '上年', '去年', '年的'),
    claim(', far below the national average', '平均'),
    claim(', a record high', '新高', '历史', '纪录'),
  ],
};

/** Put in for a figure with its unit: numbers in forms that no paragraph prints. */
export const oddNumerals: Readonly<Record<Language, readonly Claim[]>> = {
  zh: [
    '𝟼𝟻宗',
    '⑥⑤件',
    'Ⅸ宗',
    'LXV件',
    '壹佰件',
    '陆拾柒人',
    '卅宗',
    '百分之廿七',
    '⁹⁹%',
    '过半',
    '超过一半',
    '两打',
    '七三件',
    '½',
    '٦٥件',
  ].map((words) =>
    claim(words, words, ...(/半/.test(words) ? ['半', '50%'] : []), ...(/½/.test(words) ? ['半'] : [])),
  ),
  en: [
    claim('more than half', '半', '50%'),
    claim('about a third', '三分之一', '33'),
    claim('dozens', '数十', '几十', '十余', '十多'),
    claim('five dozen', '60'),
    claim('scores of cases', '数十', '几十', '十余', '十多'),
    claim('hundreds', '数百', '百余', '几百', '百多'),
    claim('thousands of cases', '千余', '数千', '几千', '上千', '千多'),
    claim('64k', '64000'),
    claim('½', '半'),
    claim('𝟼𝟻', '65'),
    claim('LXV cases', '65'),
    claim('double', '翻番', '倍'),
  ].filter(({ words }) => words !== 'double'),
};

/** Before the first figure of a sentence: another part of the year, or by the month. */
export const periods: Readonly<Record<Language, readonly Claim[]>> = {
  zh: [
    claim('上半年', '上半年', '1-6月'),
    claim('前三季度', '前三季度', '1-9月'),
    claim('第四季度', '四季度', '10-12月'),
    claim('每月', '每月', '月'),
    claim('日均', '日均', '每日', '每天', '一天', '一日'),
  ],
  en: [
    claim(' in the first half of the year', '上半年', '6月'),
    claim(' in the first quarter', '一季度', '首季度', '3月'),
    claim(' every month', '每月', '月'),
    claim(' per day', '日', '天'),
    claim(' on a weekly basis', '每周', '周', '星期'),
  ],
};

/** What denies a verb beside a figure, by the verb's words. */
export const denials = {
  zh: ['未', '没有', '拒绝', '尚未'],
  verbs:
    /审结|办结|受理|完成|开展|组织|举办|查处|办理|调解|处理|化解|培训|公开|发布|清理|废止|取消|新增|建立|评查|审查|聘请|配备|培养|发放|立案|结案|检查|接受|排查|制定|出台/,
  en: /\b(concluded|accepted|handled|completed|held|mediated|trained|published|reviewed|received|issued|settled|resolved|investigated|organised|organized|carried out|set up|was|were|had|reached)\b/,
} as const;
