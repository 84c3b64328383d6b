/**
 * Summarises a region's year in one message a phone can show, in the report's own words.
 *
 * By theme the most telling figures, names and firsts; then the problems admitted and next year's plans. Every line
 * is an exact run of clauses with its paragraph behind it.
 */

import { findConcepts, isIndicator, longestMentions } from '../../language/concepts.ts';
import type { FullReport } from '../../library/stored-report.ts';
import { foldWidth, scanNumbers } from '../../report/scan-numbers.ts';
import type { Question } from '../../retrieval/question.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer, Citation, StatedFigure } from '../answer.ts';
import { askablePlace } from '../askable-place.ts';
import { citeParagraph } from '../cite.ts';
import { placeAndYear } from '../place.ts';
import { choosePoints, type Room, type ThemePoints } from './summarise-choice.ts';
import { bodyParagraphs, closingPoints } from './summarise-closing.ts';
import { findPoints, type Point } from './summarise-points.ts';
import { THEMES, type Theme, themesAsked } from './summarise-themes.ts';

/** Of twenty, three are left for notes on what the report contradicts. */
const MOST_CITATIONS = 17;
const PERIODS_SHOWN = 4;
const WHOLE: Room = { points: MOST_CITATIONS, characters: 1150, perTheme: 3, honours: 2 };
const THEME: Room = { points: MOST_CITATIONS, characters: 1200, perTheme: MOST_CITATIONS, honours: 0 };
/** Most characters of one line: of the whole report in each language, of one theme, of a problem or plan. */
const LONGEST = { zh: 96, en: 80, theme: 130, closing: 44 };
/** Least score of a line: of the whole report, of a report that prints few figures, of one theme. */
const LEAST = { whole: 0.4, sparse: -0.05, theme: 0.2 };

/** Up to December is the whole year. */
const WHOLE_YEAR = /(?:1[2２]|１２|十二)月(?:底|末|3[01]日)?$|年[底末]$/;

interface Line {
  readonly citation: Citation;
  /** A part of the year that the words shown do not name. */
  readonly period: string | undefined;
}

interface Part {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Composes the summary of a report, or of the themes that the question names; `undefined` when nothing is telling. */
export function summariseReport(question: Question, report: FullReport): Answer | undefined {
  const { language } = question;
  const asked = themesAsked(question);
  const closing = asked.length > 0 ? [] : closingParts(question, report);
  const taken = closing.reduce((sum, part) => sum + part.lines.length, 0);
  const themes = themePoints(question, report, asked, MOST_CITATIONS - taken).map(({ theme, points }) => ({
    title: theme ? theme.title[language] : WORDING.summaries.honours[language],
    lines: points.map((point) => lineOf(report, point)),
  }));
  const parts = [...themes, ...closing].filter((part) => part.lines.length > 0);
  return parts.length > 0 ? composeSummary(question, report, parts, asked) : undefined;
}

function themePoints(
  question: Question,
  report: FullReport,
  asked: readonly Theme[],
  most: number,
): ThemePoints[] {
  const paragraphs = bodyParagraphs(question, report);
  if (asked.length > 0) {
    const found = findPoints(report, paragraphs, { longest: LONGEST.theme, least: LEAST.theme });
    return choosePoints(
      found.filter((point) => point.theme && asked.includes(point.theme)),
      THEME,
    );
  }
  const found = findPoints(report, paragraphs, { longest: LONGEST[question.language], least: LEAST.whole });
  const enough =
    found.length >= most
      ? found
      : findPoints(report, paragraphs, { longest: LONGEST[question.language], least: LEAST.sparse });
  return choosePoints(enough, { ...WHOLE, points: most });
}

function closingParts(question: Question, report: FullReport): Part[] {
  const { language } = question;
  const part = (about: 'problems' | 'plans', title: string, most: number): Part => ({
    title,
    lines: closingPoints(question, report, about, most, LONGEST.closing).map((citation) => ({
      citation,
      period: undefined,
    })),
  });
  return [
    part('problems', WORDING.summaries.problemsAdmitted[language], 3),
    part('plans', WORDING.summaries.plansAhead[language], 2),
  ];
}

function lineOf(report: FullReport, point: Point): Line {
  const quote = point.paragraph.text.slice(point.start, point.end);
  const period = point.figures.find(
    (figure) => figure.period && !figure.planned && !WHOLE_YEAR.test(figure.period),
  )?.period;
  return { citation: citeParagraph(report, point.paragraph, quote), period };
}

function composeSummary(
  question: Question,
  report: FullReport,
  parts: readonly Part[],
  asked: readonly Theme[],
): Answer {
  const { language } = question;
  const citations = parts.flatMap((part) => part.lines.map((line) => line.citation)).slice(0, MOST_CITATIONS);
  const bodies = parts.map((part) =>
    [`【${part.title}】`, ...part.lines.map((line) => `· ${printed(line, language)}`)].join('\n'),
  );
  const periods = [...new Set(parts.flatMap((part) => part.lines.flatMap((line) => line.period ?? [])))];
  const period = periods.slice(0, PERIODS_SHOWN).join(WORDING.joins.names[language]);
  const notes = period === '' ? [] : [WORDING.answers.partYear(period)[language]];
  const suggestions = asked.length > 0 ? [] : furtherThemes(report, parts, language);
  const text = [
    `${WORDING.summaries.summaryOf(placeAndYear(report, language))[language]}\n《${report.title}》`,
    ...bodies,
    ...notes.map((note) => WORDING.answers.note(note)[language]),
    ...(suggestions.length > 0
      ? [`${WORDING.summaries.inDetail[language]}\n${suggestions.map((one) => `· ${one}`).join('\n')}`]
      : []),
  ].join('\n\n');
  const answer = parts
    .map(
      (part) =>
        `${part.title}${WORDING.joins.colon[language]}${part.lines.map((line) => line.citation.quote).join(WORDING.joins.answers[language])}`,
    )
    .join('\n');
  return {
    kind: 'summary',
    answer,
    text,
    citations,
    figures: figuresOf(citations),
    notes,
    language,
    suggestions,
  };
}

/** The report's words, the part of the year where they leave it out, English names of measures, and the paragraph. */
function printed({ citation, period }: Line, language: Language): string {
  const { quote, paragraph } = citation;
  const missing =
    period && !foldWidth(quote).includes(foldWidth(period))
      ? language === 'zh'
        ? `(${period})`
        : ` (${period})`
      : '';
  const names = language === 'en' ? englishNames(quote) : [];
  return `${quote}${missing}${names.length > 0 ? ` [${names.join('; ')}]` : ''} ¶${paragraph}`;
}

function englishNames(quote: string): string[] {
  const longest = longestMentions(findConcepts(foldWidth(quote)).filter(({ entry }) => isIndicator(entry)));
  return [...new Set(longest.map((mention) => mention.entry.en[0]!))].slice(0, 3);
}

function figuresOf(citations: readonly Citation[]): StatedFigure[] {
  return citations.flatMap(({ quote }, citation) =>
    scanNumbers(quote).map((number) => ({
      raw: quote.slice(number.start, number.end),
      value: number.value,
      unit: number.unit,
      citation,
    })),
  );
}

/** Questions for two themes in full: those with most to tell. */
function furtherThemes(report: FullReport, parts: readonly Part[], language: Language): string[] {
  const shown = THEMES.filter((theme) =>
    parts.some((part) => part.title === theme.title[language] && part.lines.length > 1),
  );
  return shown
    .slice(-2)
    .map(
      (theme) => WORDING.summaries.askTheme(askablePlace(report, language), theme.title[language])[language],
    );
}
