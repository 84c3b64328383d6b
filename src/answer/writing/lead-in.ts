/**
 * Lines that lead in what follows (`花都区2019年的复议情况如下:`) need no citation, since they state nothing: they hold
 * places and years, words that readers ask with, and what was asked about where the evidence speaks of it too.
 */
import type { Question } from '../../retrieval/question.ts';
import type { Source } from './read-sources.ts';
import type { NamedPlace } from './sentence-places.ts';

const ENDS_OPEN = /[:：]\s*$/;
const YEAR = /(?:19|20)\d\d(?:年度?|\b)/g;
/** Words that say that something follows; none of them says what. */
const FILLER_ZH =
  /法治政府建设|依法行政|年度|报告|总结|根据|按照|关于|对于|有关|相关|其中|具体|主要|分别|情况|工作|内容|方面|做法|措施|举措|数据|数字|信息|问题|要点|结果|答案|概括|概述|归纳|总体|简要|大致|说明|介绍|列举|列出|提到|写道|写明|指出|显示|记载|回答|对比|比较|如下|以下|下列|下面|包括|包含|可以|几个|几项|几点|各项|各个|两地|两者|两份|[的在从中里为是有可对和与及将就以各等由了当年地所按]/g;
const FILLER_EN =
  /^(?:a|an|the|of|in|on|for|to|from|by|as|and|at|with|its|their|this|these|that|those|it|is|are|was|were|be|has|have|can|may|here|below|following|follows?|steps?|measures?|points?|details?|figures?|results?|numbers?|data|information|summary|summari[sz]ed|overview|main|key|several|some|report|reports|reported|describes?|states?|lists?|gives?|shows?|says|sets|out|respectively|situation|work|year|annual|law-based|government|construction|about|regarding|compare[ds]?|comparison|two|both|regions?|places?|district|county|city|town|s)$/i;
const DENIES = /[不没未无非否]|\b(?:no|not|never|none|without|fail\w*)\b/i;

/** Whether a sentence has the form of one. */
export function isOpenEnded(sentence: string): boolean {
  return ENDS_OPEN.test(sentence) && !/[[［【]\s*\d/.test(sentence);
}

/** Whether it states nothing: what is left without filler was asked about and is printed, word for word. */
export function statesNothing(
  text: string,
  places: readonly NamedPlace[],
  sources: readonly Source[],
  question: Question,
): boolean {
  if (DENIES.test(text)) return false;
  let rest = text;
  // A place that is none of the evidence's is left, and so is a claim.
  for (const place of places.filter(({ reports, isParent }) => reports.length > 0 || isParent))
    rest = rest.replaceAll(place.text, ' ');
  rest = rest.replace(YEAR, (year) => (isYearOf(Number.parseInt(year, 10), sources) ? ' ' : year));
  const printed = sources.map((source) => `${source.text}\n${source.around}`).join('\n');
  const asked = question.normal.toLowerCase();
  const wordings = question.terms
    .filter(({ wordings }) => wordings.some(({ text: words }) => printed.includes(words.toLowerCase())))
    .map(({ surface }) => surface.toLowerCase());
  const han = (rest.replace(FILLER_ZH, ' ').match(/\p{Script=Han}+/gu) ?? []).every(
    (words) => asked.includes(words) && printed.includes(words),
  );
  const latin = (rest.match(/[A-Za-z-]+/g) ?? []).every(
    (word) =>
      FILLER_EN.test(word) || wordings.some((words) => words.split(/[\s-]+/).includes(word.toLowerCase())),
  );
  return han && latin && !/\p{N}/u.test(rest);
}

function isYearOf(year: number, sources: readonly Source[]): boolean {
  return sources.some(({ report }) => report.year === year);
}
