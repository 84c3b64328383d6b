/** Sets several reports side by side in words: their problems, their plans, or what each says of a matter. */
import type { Library } from '../../library/library.ts';
import { retrieveFrom } from '../../retrieval/retrieve.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer, Citation, StatedFigure } from '../answer.ts';
import { compose } from '../compose.ts';
import { quotedFigures } from '../figures/quoted-figures.ts';
import { answerPassage } from '../passages/answer-passage.ts';
import { answerSection } from '../passages/answer-section.ts';
import { placeAndYear } from '../place.ts';
import type { Reasoning } from '../reasoning.ts';
import { refuseAll } from './compare-lines.ts';
import { findMeasures } from './compare-measures.ts';
import type { Side } from './compare-sides.ts';
import { MOST_CITATIONS } from './value-sheet.ts';

const LONGEST_LINE = 120;
const MOST_LINES = 6;

/** Composes one block a report; a refusal when none says anything of it. */
export async function comparePassages(
  library: Library,
  reasoning: Reasoning,
  sides: readonly Side[],
): Promise<Answer> {
  const { question } = reasoning;
  const { language } = question;
  const about =
    question.intent === 'plans' ? 'plans' : question.intent === 'problems' ? 'problems' : undefined;
  const measures = findMeasures(question, sides);
  const blocks: string[] = [];
  const citations: Citation[] = [];
  const figures: StatedFigure[] = [];
  const room = Math.max(2, Math.min(MOST_LINES, Math.floor(MOST_CITATIONS / sides.length)));
  let given = 0;
  for (const [index, { report }] of sides.entries()) {
    const { question: own } = measures[index]![0]!;
    const place = placeAndYear(report, language);
    const section = about ? answerSection(question, library.report(report.id)!, about) : undefined;
    const [source] = section
      ? []
      : await retrieveFrom(library, { ...own, intent: question.intent, asks: [] }, [report]);
    const found = section ?? (source && answerPassage({ ...own, intent: question.intent, asks: [] }, source));
    if (found) given++;
    const cited = found?.citations.slice(0, section ? room : 1) ?? [];
    const lines = cited.map((citation) => {
      const line = `· ${shorten(citation.quote)}`;
      const held = citations.findIndex(
        (one) =>
          one.report === citation.report &&
          one.paragraph === citation.paragraph &&
          one.text === citation.text,
      );
      figures.push(...quotedFigures(line, held >= 0 ? held : citations.push(citation) - 1));
      return line;
    });
    blocks.push(`${place}\n${lines.length > 0 ? lines.join('\n') : WORDING.comparisons.notGiven[language]}`);
  }
  if (given === 0)
    return refuseAll(
      question,
      sides.map((side) => side.report),
      measures[0]![0]!,
    );
  reasoning.isFixed = given < sides.length;
  return compose({
    kind: 'compare',
    language,
    answer: blocks.join('\n'),
    lead: blocks.join('\n\n'),
    citations,
    figures,
  });
}

function shorten(quote: string): string {
  return quote.length > LONGEST_LINE ? `${quote.slice(0, LONGEST_LINE)}…` : quote.replace(/[。;；]$/, '');
}
