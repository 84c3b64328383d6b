/** Right replies to questions, as a model would write them from numbered evidence: what mutants are made from. */
import type { Answer, Citation } from '../../../src/answer/answer.ts';
import { placeName } from '../../../src/answer/place.ts';
import type { NumberedEvidence, Proof } from '../../../src/answer/writing/proof.ts';
import { splitProse } from '../../../src/answer/writing/prove-text.ts';
import type { Library } from '../../../src/library/library.ts';
import type { StoredReport } from '../../../src/library/stored-report.ts';
import type { Question } from '../../../src/retrieval/question.ts';

/** A reply of which every sentence is true, with what it is proved against. */
export interface RightReply {
  readonly id: string;
  readonly text: string;
  readonly proof: Proof;
}

/** Paragraphs that are handed over besides those that the reply needs. */
const DISTRACTORS = 3;

/** The reply to a composed answer; `undefined` for one that no model would write (a refusal, a quotation in English). */
export function rightReply(
  id: string,
  answer: Answer,
  question: Question,
  library: Library,
  instructions: string,
): RightReply | undefined {
  if (!['answer', 'summary', 'compare', 'trend'].includes(answer.kind)) return undefined;
  const cited = answer.citations.filter(({ paragraph, quote }) => paragraph > 0 && /\p{L}/u.test(quote));
  const evidence = numberEvidence(cited, library);
  const sentences = cited.flatMap((citation) => sentenceOf(citation, answer, evidence, library) ?? []);
  const text = [...new Set(sentences)].slice(0, 6).join(answer.language === 'zh' ? '' : ' ');
  if (text === '') return undefined;
  const { language } = question;
  const direct = answer.kind === 'answer' ? answer.figures : [];
  const required = direct.filter(
    ({ raw, citation }) => citation === 0 && answer.answer.startsWith(raw) && text.includes(raw),
  );
  const computed = answer.figures.filter((figure) => figure.computed !== undefined);
  return { id, text, proof: { library, question, language, evidence, required, computed, instructions } };
}

/** The cited paragraphs and some more of the same reports. */
function numberEvidence(citations: readonly Citation[], library: Library): NumberedEvidence[] {
  const wanted = new Map(citations.map((citation) => [`${citation.report} ${citation.paragraph}`, citation]));
  const first = citations[0];
  const report = first && library.report(first.report);
  for (const paragraph of (report?.paragraphs ?? []).slice(0, 40)) {
    if (wanted.size >= citations.length + DISTRACTORS) break;
    const key = `${first!.report} ${paragraph.number}`;
    if (paragraph.text.length > 30 && !wanted.has(key))
      wanted.set(key, {
        ...first!,
        section: paragraph.chain,
        paragraph: paragraph.number,
        quote: paragraph.text,
        text: paragraph.text,
      });
  }
  return [...wanted.values()].map((citation, index) => ({ number: index + 1, citation }));
}

function sentenceOf(
  citation: Citation,
  answer: Answer,
  evidence: readonly NumberedEvidence[],
  library: Library,
): string | undefined {
  const report = library.reports().find(({ id }) => id === citation.report)!;
  const mark = evidence.find(
    (one) => one.citation.report === citation.report && one.citation.paragraph === citation.paragraph,
  )!.number;
  return answer.language === 'zh' ? chinese(citation, report, mark) : english(citation, report, answer, mark);
}

/** The sentences of the quotation, said of their region and year. */
function chinese({ quote }: Citation, report: StoredReport, mark: number): string | undefined {
  const place = `${placeName(report, 'zh')}${report.year}年`;
  const said = splitProse(quote, true).map((sentence) => sentence.trim().replace(/[。;；!！?？…]+$/u, ''));
  // Half a quotation mark makes no sentence.
  const whole = said.filter((one) => count(one, '“') === count(one, '”') && one.length > 6);
  const written = whole.slice(0, 3).map((one) => `${place}的报告写道,${one}[${mark}]。`);
  return written.length > 0 ? written.join('') : undefined;
}

/** The direct answer as a sentence; nothing where the reports' own Chinese words are the answer. */
function english(citation: Citation, report: StoredReport, answer: Answer, mark: number): string | undefined {
  const [lead = ''] = answer.text.split('\n', 1);
  const [, label, value] = /^[^·]+· ([^:]+): (.+)$/.exec(lead) ?? [];
  if (answer.kind !== 'answer' || !label || !value || citation !== answer.citations[0]) return undefined;
  return `According to the report of ${placeName(report, 'en')} for ${report.year}, the figure for ${label} was ${value} [${mark}].`;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
