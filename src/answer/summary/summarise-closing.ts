/** What a summary says of the problems admitted and of next year: the first words of each item, as printed. */
import { splitClauses } from '../../language/clauses.ts';
import type { FullReport } from '../../library/stored-report.ts';
import type { Paragraph } from '../../report/report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { Citation } from '../answer.ts';
import { answerSection } from '../passages/answer-section.ts';
import { pointMark } from './point-mark.ts';

const CLOSING_HEADING =
  /(?:存在|主要).{0,6}(?:问题|不足|短板|困难)|(?:问题|不足|短板)(?:和|与|及)|下一步|下步|今后|展望|努力方向|工作(?:计划|打算|安排|思路)|主要安排|下年度|明年/;
const LEAD_IN = 12;
/** A figure, a name or a document: what only this region plans. */
const TELLING = /[\d０-９]|《[^》]+》|“[^”]+”/;

/** Citations whose quote is what the summary shows, at most `most`; empty when the report has none. */
export function closingPoints(
  question: Question,
  report: FullReport,
  about: 'problems' | 'plans',
  most: number,
  longest: number,
): Citation[] {
  const items = answerSection(question, report, about)?.citations ?? [];
  const points = items.flatMap((citation) => shortened(citation, longest));
  const telling = points.filter((citation) => TELLING.test(citation.quote));
  const chosen = new Set([...(about === 'plans' ? telling : []), ...points].slice(0, most));
  return points.filter((citation) => chosen.has(citation));
}

/** The item without its mark, up to the last clause that fits; a lead-in that says nothing is passed over. */
function shortened(citation: Citation, longest: number): Citation[] {
  const { quote } = citation;
  const mark = pointMark(quote).length;
  const clauses = splitClauses(quote).map((clause) => ({
    start: Math.max(clause.start, mark),
    end: clause.end,
  }));
  const from = clauses.findLastIndex((clause) => isLeadIn(quote.slice(clause.start, clause.end))) + 1;
  const first = clauses[from];
  if (!first) return [];
  const start = first.start + pointMark(quote.slice(first.start)).length;
  let end = first.end;
  for (const clause of clauses.slice(from + 1)) {
    if (clause.end - start > longest) break;
    end = clause.end;
  }
  const words = quote.slice(start, end).replace(/[。;；,，:：]+$/, '');
  return words.length >= 4 ? [{ ...citation, quote: words }] : [];
}

/** 虽然取得了一定成效, 与群众期盼还有差距, 比如: leads in to the problems. */
function isLeadIn(clause: string): boolean {
  return (
    /成效|成绩|进步|^但|仍?存在(?:一些|以下|不少|着)?.{0,6}(?:问题|不足|差距|短板)|还?有.{0,4}差距|要求相比|对照.{0,10}要求|^比如$|^如$|坚持以|全面贯彻|指导思想|将重点|重点做好|抓好.{0,6}(?:事|工作)$/.test(
      clause,
    ) ||
    (clause.length < LEAD_IN && /^(?:下一步|下步|20\d\d年|明年|今后|接下来)/.test(clause))
  );
}

/** The paragraphs that report what was done: not those under a heading of problems or plans, nor the items themselves. */
export function bodyParagraphs(question: Question, report: FullReport): Paragraph[] {
  const closing = new Set(
    ['problems', 'plans']
      .flatMap((about) => answerSection(question, report, about as 'problems' | 'plans')?.citations ?? [])
      .map((citation) => citation.paragraph),
  );
  const last = report.paragraphs.length;
  return report.paragraphs.filter(
    (paragraph) =>
      !paragraph.chain.some(
        (heading) => CLOSING_HEADING.test(heading) || heading.includes(`${report.year + 1}年`),
      ) && !(closing.has(paragraph.number) && paragraph.number > last * 0.6 && isMostlyClosing(paragraph)),
  );
}

/** A last paragraph of results may end with 下一步: its results still count. */
function isMostlyClosing(paragraph: Paragraph): boolean {
  return /^.{0,120}(?:不足|问题|差距|短板|下一步|下步)/.test(paragraph.text);
}
