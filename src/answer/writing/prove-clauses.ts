/**
 * Proves each clause of a sentence by itself: a true figure bears out nothing that is said beside it. `审结64宗,区长因此
 * 被免职`: of the second clause no word is printed.
 */
import { fold } from '../../retrieval/prepare-report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { Vocabulary } from '../../retrieval/understand.ts';
import type { Language } from '../../wording/language.ts';
import { GRAVE_CLAIMS } from './grave-claims.ts';
import type { NumberFault } from './prove-numbers.ts';
import { DENIALS, PERIODS } from './prove-signs.ts';
import { supportOf } from './prove-words.ts';
import { readNumbers } from './read-numbers.ts';
import type { Source } from './read-sources.ts';
import type { NamedPlace } from './sentence-places.ts';
import { listUnprinted, type Wording } from './statement-words.ts';

const CLAUSES = {
  zh: /[，；;：:。！？()（）]|,(?!\d{3}(?!\d))|(?=而且|并且|但是|因为|由于|因此|所以)/,
  en: /[;:—–()]|,(?!\d{3}(?!\d))|\.(?=\s|$)|\b(?:and|but|while|whereas|so that|after|before)\b|(?=\b(?:which|who|because|since|due to|thanks to|as a result)\b)/,
} as const;
/** Less than so much of a clause's weight says nothing that could be false. */
const LEAST_WEIGHT = { zh: 0.55, en: 1.7 } as const;
/** The share of a clause's terms that stand in the paragraphs or in what was asked. */
const LEAST_SHARE = { zh: 0.4, en: 0.2 } as const;

/** In a short clause a word may have a rarer meaning. */
const LEAST_LIKELY = { zh: 0.4, en: 0.3 } as const;
/** Of a cause that no paragraph calls one more has to be printed. */
const LEAST_OF_CAUSE = 0.6;
const CAUSES: Wording = {
  said: /因此|因为|由于|导致|所以|致使|\b(?:because|due to|owing to|thanks to|as a result|therefore|thus|hence|caused by|consequently)\b/i,
  printed: /因|由于|导致|致|所以|从而|使|为此/,
};

/** Clauses of a sentence that its paragraphs say nothing of. */
export function proveClauses(
  text: string,
  sources: readonly Source[],
  places: readonly NamedPlace[],
  { language, question }: { readonly language: Language; readonly question: Question },
  vocabulary: Vocabulary,
): NumberFault[] {
  const printed = fold(sources.map((source) => `${source.text}\n${source.around}`).join('\n'));
  return withoutNames(text, places, language)
    .split(CLAUSES[language])
    .flatMap((clause): NumberFault[] => {
      const isCounted = clause.includes(NUMBER);
      const grave = listUnprinted(clause, printed, [...GRAVE_CLAIMS, ...DENIALS, ...PERIODS]);
      const { total, share } = supportOf(
        clause,
        printed,
        question.normal,
        vocabulary,
        language,
        LEAST_LIKELY[language],
      );
      const isCause = listUnprinted(clause, printed, [CAUSES]).length > 0;
      // What an English clause counts is proved as a measure; its few other words are too loose.
      const least = isCause ? LEAST_OF_CAUSE : isCounted && language === 'en' ? 0 : LEAST_SHARE[language];
      // `队伍方面,……`: what follows is said of it.
      if (grave.length === 0 && TOPIC.test(clause)) return [];
      const isUnborne = total >= (isCause ? LEAST_WEIGHT.zh : LEAST_WEIGHT[language]) && share < least;
      if (grave.length === 0 && !isUnborne) return [];
      const detail =
        grave.length > 0
          ? `no paragraph cited says “${grave[0]!.trim()}”`
          : `of “${clause.trim().slice(0, 60)}” only ${Math.round(100 * share)}% stands in the paragraphs cited`;
      return [{ kind: 'unsupported', detail }];
    });
}

const TOPIC = /^\s*(?:在|从)?\p{Script=Han}{1,6}(?:方面|上|来看|看)\s*$/u;

/** What stands for a number, so that neither its words nor its commas count. */
const NUMBER = ' # ';

function withoutNames(text: string, places: readonly NamedPlace[], language: Language): string {
  const spans = [...readNumbers(text, language), ...places].sort((a, b) => b.start - a.start);
  return spans.reduce(
    (rest, span) =>
      rest.slice(0, span.start) +
      ('reports' in span ? ' ' : NUMBER) +
      rest.slice(span.end).replace(/^\s?[年月日]度?/, ' '),
    text,
  );
}
