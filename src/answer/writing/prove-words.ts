/**
 * Proves the words of a sentence: what it says has to be about what its paragraphs say. By terms, as a question is
 * matched to a report, so that English is proved as well.
 */
import { fold } from '../../retrieval/prepare-report.ts';
import type { QuestionTerm } from '../../retrieval/question.ts';
import { understand, type Vocabulary } from '../../retrieval/understand.ts';
import type { Language } from '../../wording/language.ts';
import type { NumberFault } from './prove-numbers.ts';

/** The share of a sentence's terms, by weight, that its paragraphs have at least; less where it states their figures. */
const LEAST_SUPPORT = { zh: 0.34, en: 0.2 } as const;
const LEAST_WITH_FIGURES = { zh: 0.2, en: 0.05 } as const;
const UNTRANSLATED = 0.4;
const HAN = /[\u3400-\u9fff]{2,}/g;
const FILLER =
  /^(?:根据|报告|显示|指出|提到|数据|方面|情况|此外|同时|其中|总体|以上|如下|以下|主要|包括|以及|分别|达到|方式|年度|全年|年份|地区|报告书?|不同|相同|说明|比较|相比|相比之下|之下|更[高低多少]|较[高低多少]|需要|注意|并不|前者|后者|针对|这些|这一|这两|问题|短板|两者|两地|两年|三地|各地|同为|不过|坦言|承认|反映|列出|按照|计划|提出|类型|面向|该[局县区市镇旗乡院]|第[一二三四五六七八九十]|[降升增减]至|[降升]到|件数|案件数|做法|可比|口径|according|report\w*|state\w*|show\w*|note\w*|mention\w*|year|figure\w*|data|include\w*|also|addition\w*|furthermore|moreover)$/i;

/** What a sentence of a paragraph has to share with it. */
export function leastSupport(language: Language, statesFigures: boolean): number {
  return (statesFigures ? LEAST_WITH_FIGURES : LEAST_SUPPORT)[language];
}

/** Whether texts bear a sentence out at all: enough of its terms, by weight, stand in them or in what was asked. */
export function proveSupport(
  text: string,
  texts: readonly string[],
  asked: string,
  vocabulary: Vocabulary,
  language: Language,
  least: number,
): NumberFault[] {
  const { total, share } = supportOf(text, texts.join('\n'), asked, vocabulary, language);
  if (total === 0 || share >= least) return [];
  return [
    {
      kind: 'unsupported',
      detail: `only ${Math.round(100 * share)}% of what it says stands in the paragraphs cited`,
    },
  ];
}

/**
 * The weight of the terms of a text, and the share of it that another text has or that was asked.
 *
 * @param leastLikely - How likely a Chinese wording of a term is at least, from 0 to 1.
 */
export function supportOf(
  text: string,
  texts: string,
  asked: string,
  vocabulary: Vocabulary,
  language: Language,
  leastLikely = 0.4,
): { readonly total: number; readonly share: number } {
  const own = language === 'zh' ? text : text.replace(HAN, ' ');
  const terms = telling(understand(own, vocabulary).terms);
  const printed = fold(texts);
  const words = fold(asked);
  // The report's own words within an English sentence.
  const quoted = language === 'zh' ? [] : (text.match(HAN) ?? []);
  let total = quoted.length;
  let borne = quoted.filter((run) => printed.includes(fold(run))).length;
  for (const term of terms) {
    total += term.weight;
    borne += term.weight * (words.includes(fold(term.surface)) ? 1 : bearing(term, printed, leastLikely));
  }
  return { total, share: total === 0 ? 1 : borne / total };
}

/** How well a text has a term: 1 under one of its names, less in parts of its own words. */
function bearing(term: QuestionTerm, printed: string, leastLikely: number): number {
  const names = term.wordings.filter(({ weight }) => weight >= leastLikely).map(({ text }) => fold(text));
  if (names.some((name) => printed.includes(name)) || printed.includes(fold(term.surface))) return 1;
  const pairs = pairsOf(fold(term.surface));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => printed.includes(pair)).length / pairs.length;
}

function pairsOf(words: string): string[] {
  const characters = [...words.replace(/[^\u4e00-\u9fff]/g, '')];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Terms that say something; an English word that nothing translates says little. */
function telling(terms: readonly QuestionTerm[]): QuestionTerm[] {
  return terms
    .filter(({ surface }) => !FILLER.test(surface))
    .map((term) =>
      term.wordings.length === 0 && /^[A-Za-z]/.test(term.surface)
        ? { ...term, weight: term.weight * UNTRANSLATED }
        : term,
    );
}
