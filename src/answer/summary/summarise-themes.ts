/**
 * The themes of a summary, and which of them a piece of a report belongs to.
 *
 * A theme is told by what the words speak of, never by the number of the section: reports order their matters as
 * they please, and one paragraph may hold several.
 */
import { findConcepts, isIndicator } from '../../language/concepts.ts';
import type { Question } from '../../retrieval/question.ts';
import type { BothLanguages } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';

/** One theme of law-based government, as reports and summaries group their matters. */
export interface Theme {
  readonly id: string;
  readonly title: BothLanguages;
  /** Words that tell of it in a report. */
  readonly words: RegExp;
  /** Words that ask for it alone in a question. */
  readonly asked: RegExp;
  /** Topics of the lexicon's indicators that belong to it. */
  readonly topics: readonly string[];
}

/** All themes in the order a summary shows them. */
export const THEMES: readonly Theme[] = [
  {
    id: 'organisation',
    title: WORDING.themes.organisation,
    words:
      /组织领导|第一责任人|依法治[^,，。]{1,8}(?:委员会|领导小组|办)|法治[^,，。]{0,8}领导小组|协调小组|依法治[省市区县镇旗]|述法|述职|考核|督察|法治督查|工作要点|实施方案|责任书|责任清单|党的领导|习近平法治思想|第一议题/g,
    asked: /组织领导|组织保障|第一责任人|督察|考核|述法|leadership|organi[sz]ation/i,
    topics: ['组织领导', '督察考核'],
  },
  {
    id: 'services',
    title: WORDING.themes.services,
    words:
      /政务服务|营商环境|放管服|简政放权|审批|一窗|一网通办|跑动|跑一次|不用跑|网办|证照分离|市场主体|机构改革|党政机构|职能转变|权责清单|许可事项|企业|个体工商户|信用|惠企|减税|代办|数字政府|开办|登记|好差评|办件/g,
    asked:
      /政务服务|营商|放管服|简政放权|机构改革|政府职能|履职|职能转变|审批|数字政府|business environment|government services?|public services?|deregulation|streamlin/i,
    topics: ['政务服务', '营商环境', '信用', '机构改革', '数字政府', '卫生健康'],
  },
  {
    id: 'rules',
    title: WORDING.themes.rules,
    words: /规范性文件|立法|备案审查|清理|废止|修订|地方性法规|草案|制度体系|意见征集|征集意见|被采纳/g,
    asked:
      /规范性文件|立法|制度建设|制度体系|文件(?:清理|管理|备案)|rule-?making|normative document|legislat/i,
    topics: ['行政规范性文件', '立法'],
  },
  {
    id: 'decisions',
    title: WORDING.themes.decisions,
    words: /决策|合法性审查|法律顾问|公职律师|集体讨论|风险评估|专家论证|协议|合同|法律意见/g,
    asked: /决策|法律顾问|公职律师|合法性审查|decision|legal advis|public lawyer|legality review/i,
    topics: ['重大行政决策', '合法性审查', '法律顾问'],
  },
  {
    id: 'enforcement',
    title: WORDING.themes.enforcement,
    words:
      /执法|三项制度|记录仪|行政处罚|行政检查|行政强制|双随机|案卷|裁量|立案|罚没|罚款|抽检|抽查|安全生产|隐患|应急|环境|污染|危险废物|整治|监管|执法证/g,
    asked: /执法|监管|处罚|三项制度|双随机|安全生产|生态环境|enforcement|penalt|inspection|regulation of/i,
    topics: [
      '行政执法',
      '行政执法监督',
      '市场监管',
      '城市管理',
      '社会治安',
      '双随机',
      '安全生产',
      '应急管理',
      '生态环境',
    ],
  },
  {
    id: 'supervision',
    title: WORDING.themes.supervision,
    words:
      /人大代表|政协|建议提案|提案|议案|审计|政务公开|公开(?=.{0,6}(?:信息|条))|信息公开|政府信息|依申请|纪检|司法建议|检察建议|热线|工单|政务诚信|办复|问责|处分/g,
    asked:
      /监督(?!.{0,4}管理)|公开|审计|热线|建议提案|人大|政协|supervis|oversight|openness|disclosure|transparen|audit work/i,
    topics: ['政务公开', '建议提案', '审计', '纪检监察', '12345热线'],
  },
  {
    id: 'disputes',
    title: WORDING.themes.disputes,
    words: /复议|应诉|行政诉讼|败诉|出庭|纠错率|调解|纠纷|信访|枫桥|仲裁|积案|接访|联调|府院/g,
    asked: /纠纷|复议|诉讼|应诉|调解|信访|矛盾|disput|reconsideration|litigation|lawsuit|mediation|petition/i,
    topics: [
      '行政复议',
      '行政诉讼',
      '人民调解',
      '矛盾纠纷',
      '行政调解',
      '诉前调解',
      '行政裁决',
      '劳动争议',
      '仲裁',
      '信访',
      '基层治理',
    ],
  },
  {
    id: 'publicity',
    title: WORDING.themes.publicity,
    words:
      /普法|法治宣传|宣传|学法|法治讲座|培训|法律援助|公证|公共法律服务|法律服务|法律明白人|法治副校长|讲座|民主法治|旁听|考试|法治文化/g,
    asked:
      /普法|宣传|学法|法律援助|公证|公共法律服务|法律服务|publicity|legal education|law popular|legal aid|legal services?\b/i,
    topics: ['普法', '领导干部学法', '公共法律服务', '法律援助', '公证', '社区矫正'],
  },
];

/** A text and how much it says about the theme of what stands in it. */
export interface ThemeZone {
  readonly text: string;
  readonly weight: number;
}

/** The theme that the zones speak of most; `undefined` when they speak of none. */
export function themeOf(zones: readonly ThemeZone[]): Theme | undefined {
  const spoken = zones
    .filter((zone) => zone.text !== '')
    .map((zone) => ({ ...zone, topics: topicsOf(zone.text) }));
  const scores = THEMES.map((theme) =>
    spoken.reduce((sum, { text, weight, topics }) => sum + weight * spokenOf(theme, text, topics), 0),
  );
  const best = Math.max(...scores);
  return best > 0 ? THEMES[scores.indexOf(best)] : undefined;
}

/** The topics of the indicators that a text names, one entry an indicator. */
function topicsOf(text: string): string[] {
  const indicators = new Map(
    findConcepts(text).flatMap(({ id, entry }) => (isIndicator(entry) ? [[id, entry.topic] as const] : [])),
  );
  return [...indicators.values()];
}

/** Distinct words of the theme and its indicators in a text, the later ones counting less. */
function spokenOf(theme: Theme, text: string, topics: readonly string[]): number {
  const words = new Set(text.match(theme.words));
  const indicators = topics.filter((topic) => theme.topics.includes(topic)).length;
  return Math.sqrt(words.size + 0.5 * Math.min(3, indicators));
}

/** The themes that a question asks for by name; empty when it asks for the whole report. */
export function themesAsked(question: Question): readonly Theme[] {
  return THEMES.filter((theme) => theme.asked.test(question.normal));
}
