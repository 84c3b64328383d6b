/**
 * Answers from whole sections: the problems a report admits, its plans, and in which section something stands.
 */
import { splitSentences } from '../../language/clauses.ts';
import type { Library } from '../../library/library.ts';
import type { FullReport } from '../../library/stored-report.ts';
import { isPlanHeading } from '../../report/plan-heading.ts';
import type { Paragraph, Section } from '../../report/report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ReportEvidence } from '../../retrieval/retrieve.ts';
import type { Answer, Citation } from '../answer.ts';
import { citeHeading, citeParagraph } from '../cite.ts';
import { compose, placeLine } from '../compose.ts';
import { chooseFigures } from '../figures/choose-figures.ts';
import { placeAndYear } from '../place.ts';
import { choosePassages } from './answer-passage.ts';

const PROBLEM_HEADING = /问题|不足|短板|困难|差距|薄弱/;
const PROBLEM_SENTENCE =
  /(?:存在|仍有|还有|尚有|面临).{0,24}(?:问题|不足|短板|困难|差距)|(?:有待|需要?进一步|还需|不够|不足|缺口|薄弱|欠缺|不强|不高|不到位|差距)/;
const PLAN_SENTENCE =
  /^(?:下一步|下步|今后|接下来|20\d\d年|明年).{0,4}[,，]?.{0,12}(?:将|继续|要|计划|打算)|^(?:下一步|下步)|^针?对(?:这些|上述|以上|存在的)[^,，]{0,8}(?:问题|不足)[,，].{0,12}将/;

/** The problems or plans of a report; `undefined` when it has no such section or sentence. */
export function answerSection(
  question: Question,
  report: FullReport,
  about: 'problems' | 'plans',
): Answer | undefined {
  const items = about === 'problems' ? problemItems(report) : planItems(report);
  if (items.length === 0) return undefined;
  const lines = items.map((item) => `· ${item.line}`);
  return compose({
    kind: 'answer',
    language: question.language,
    answer: items.map((item) => item.line).join(';'),
    lead: `${placeAndYear(report, question.language)}\n${lines.join('\n')}`,
    citations: items.map((item) => item.citation).slice(0, 12),
    leadQuotes: true,
  });
}

interface Item {
  readonly line: string;
  readonly citation: Citation;
}

function problemItems(report: FullReport): Item[] {
  const section = bestHeading(report, PROBLEM_HEADING);
  if (section) return itemsOf(report, section);
  const closing = report.paragraphs.findLast((paragraph) =>
    splitSentences(paragraph.text).some(
      (span) =>
        PROBLEM_SENTENCE.test(paragraph.text.slice(span.start, span.end)) &&
        /问题|不足|短板|差距/.test(paragraph.text),
    ),
  );
  return closing
    ? sentencesOf(
        report,
        closing,
        (sentence, before) =>
          PROBLEM_SENTENCE.test(sentence) || /(?:问题|不足|差距)[。;；]?$|[:：]$/.test(before),
      )
    : [];
}

function planItems(report: FullReport): Item[] {
  const section =
    report.sections.findLast((one) => one.level === 1 && isPlanHeading(one.heading, report.year)) ??
    report.sections.findLast((one) => isPlanHeading(one.heading));
  if (section) return itemsOf(report, section);
  const closing = report.paragraphs.findLast((paragraph) =>
    splitSentences(paragraph.text).some((span) =>
      PLAN_SENTENCE.test(paragraph.text.slice(span.start, span.end)),
    ),
  );
  return closing ? sentencesOf(report, closing, (sentence) => PLAN_SENTENCE.test(sentence)) : [];
}

/** The heading that announces problems: short, outermost, the later the likelier; 纠正突出问题 announces work done. */
function bestHeading(report: FullReport, form: RegExp): Section | undefined {
  const announces = (heading: string) =>
    form.test(heading) &&
    (/存在|不足|短板|困难|差距|薄弱/.test(heading) || heading.length <= 12) &&
    !/解决|整治|纠正|整改|化解|聚焦|坚持/.test(heading);
  return report.sections
    .filter((one) => announces(one.heading))
    .sort((a, b) => a.level - b.level || b.index - a.index)[0];
}

/** The headings under a section, else the first sentence of each 一是 or paragraph. */
function itemsOf(report: FullReport, section: Section): Item[] {
  const below = report.sections.filter(
    (one) =>
      one.index > section.index &&
      one.level === section.level + 1 &&
      one.chain.slice(0, section.chain.length).join('\n') === section.chain.join('\n'),
  );
  if (below.length > 1)
    return below.map((one) => ({ line: one.heading.replace(/。$/, ''), citation: citeHeading(report, one) }));
  const paragraphs = report.paragraphs.filter(
    (paragraph) => paragraph.chain.slice(0, section.chain.length).join('\n') === section.chain.join('\n'),
  );
  return paragraphs.flatMap((paragraph) => {
    const points = splitSentences(paragraph.text).filter((span) =>
      /^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五]|[（(]?\d[)）.、])/.test(
        paragraph.text.slice(span.start, span.end),
      ),
    );
    const spans =
      points.length > 0
        ? points
        : splitSentences(paragraph.text).slice(paragraphs.length > 1 ? 0 : 0, paragraphs.length > 2 ? 1 : 4);
    return spans.map((span) => {
      const quote = paragraph.text.slice(span.start, span.end);
      return { line: quote.replace(/[。;；]$/, ''), citation: citeParagraph(report, paragraph, quote) };
    });
  });
}

function sentencesOf(
  report: FullReport,
  paragraph: Paragraph,
  wanted: (sentence: string, before: string) => boolean,
): Item[] {
  const spans = splitSentences(paragraph.text);
  const first = spans.findIndex((span, index) =>
    wanted(
      paragraph.text.slice(span.start, span.end),
      index > 0 ? paragraph.text.slice(spans[index - 1]!.start, spans[index - 1]!.end) : '',
    ),
  );
  if (first < 0) return [];
  const rest = spans.slice(first);
  const plan = rest.findIndex(
    (span, index) => index > 0 && PLAN_SENTENCE.test(paragraph.text.slice(span.start, span.end)),
  );
  return rest.slice(0, plan > 0 ? plan : undefined).map((span) => {
    const quote = paragraph.text.slice(span.start, span.end);
    return { line: quote.replace(/[。;；]$/, ''), citation: citeParagraph(report, paragraph, quote) };
  });
}

/** Where something stands: the heading chain of the best figure, sentence or heading. */
export function answerWhere(question: Question, found: ReportEvidence, library: Library): Answer | undefined {
  const report = library.report(found.report.id)!;
  const citation = headingCitation(question, found, report) ?? bestCitation(question, found);
  if (!citation) return undefined;
  const chain = citation.section.length > 0 ? citation.section.join(' › ') : placeLine(citation);
  return compose({
    kind: 'answer',
    language: question.language,
    answer: chain,
    lead: `${placeAndYear(found.report, question.language)} · ${chain}`,
    citations: [citation],
  });
}

/** A heading that has what the question asks for says it better than any sentence. */
function headingCitation(
  _question: Question,
  found: ReportEvidence,
  report: FullReport,
): Citation | undefined {
  const total = found.terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const scored = report.sections.map((section) => {
    const earned = found.terms.reduce(
      (sum, term) =>
        sum +
        term.weight *
          Math.max(0, ...term.wordings.filter((w) => section.heading.includes(w.text)).map((w) => w.weight)),
      0,
    );
    return { section, share: earned / total + section.level * 0.01 };
  });
  const best = scored.sort((a, b) => b.share - a.share)[0];
  return best && best.share >= 0.6 ? citeHeading(report, best.section) : undefined;
}

function bestCitation(question: Question, found: ReportEvidence): Citation | undefined {
  const figure = chooseFigures(
    {
      ...question,
      asks:
        question.asks.length > 0
          ? question.asks
          : question.indicators.length > 0
            ? [{ at: question.normal.length }]
            : [],
    },
    found,
  )[0];
  if (figure) return citeParagraph(found.report, figure.paragraph.paragraph, figure.figure.sentence);
  const passage = choosePassages(question, found)[0];
  return passage
    ? citeParagraph(
        found.report,
        passage.paragraph.paragraph,
        passage.paragraph.paragraph.text.slice(passage.sentence.start, passage.sentence.end),
      )
    : undefined;
}
