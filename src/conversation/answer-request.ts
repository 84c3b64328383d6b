/** Replies to requests about the last reply: where it stands, of which year it is, its whole paragraph. */
import type { Answer, Citation } from '../answer/answer.ts';
import { citeHeading, citeMetadata, citeParagraph } from '../answer/cite.ts';
import { compose, placeLine } from '../answer/compose.ts';
import { placeAndYear } from '../answer/place.ts';
import type { Library } from '../library/library.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import type { ChatRequest } from './read-request.ts';
import type { Topic } from './topic.ts';
import type { Place } from './turn.ts';

/** A request, what the chat was about, and the library that answers it. */
export interface RequestContext {
  readonly request: ChatRequest | undefined;
  readonly topic: Topic | undefined;
  readonly library: Library;
  readonly language: Language;
}

const LONGEST_ORIGINAL = 900;

/** The reply; `undefined` for what is no such request, or has no last reply to be about. */
export function answerRequest({ request, topic, library, language }: RequestContext): Answer | undefined {
  if (request === 'forget') {
    const line = WORDING.smallTalk.forgotten[language];
    return compose({ kind: 'help', language, answer: line, lead: line });
  }
  if (!topic?.place || request === undefined || request === 'why') return undefined;
  const citation = citePlace(topic.place, library);
  const report = library.report(topic.place.report);
  if (!citation || !report) return undefined;
  const place = placeAndYear(report, language);
  if (request === 'where') {
    const chain = citation.section.length > 0 ? citation.section.join(' › ') : placeLine(citation);
    return compose({
      kind: 'answer',
      language,
      answer: chain,
      lead: WORDING.answers.standsIn(place, chain)[language],
      citations: [citation],
    });
  }
  if (request === 'year') {
    const year = language === 'zh' ? `${report.year}年` : String(report.year);
    return compose({
      kind: 'answer',
      language,
      answer: year,
      lead: WORDING.answers.isOfYear(place)[language],
      citations: [citation],
    });
  }
  const shown =
    citation.text.length > LONGEST_ORIGINAL ? `${citation.text.slice(0, LONGEST_ORIGINAL)}…` : citation.text;
  const text = `${place}\n\n“${shown}”\n—— ${placeLine(citation)}`;
  return {
    ...compose({ kind: 'answer', language, answer: shown, lead: place, citations: [citation] }),
    text,
  };
}

function citePlace(place: Place, library: Library): Citation | undefined {
  const report = library.report(place.report);
  if (!report) return undefined;
  if (place.heading !== undefined) {
    const section = report.sections.find((one) => one.heading === place.heading);
    return section ? citeHeading(report, section) : undefined;
  }
  if (place.paragraph === 0) {
    const line = report.metadata.find((one) => one.text.startsWith(place.quote));
    return line ? citeMetadata(report, line) : undefined;
  }
  const paragraph = report.paragraphs[place.paragraph - 1];
  return paragraph ? citeParagraph(report, paragraph, place.quote) : undefined;
}
