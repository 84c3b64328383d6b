/**
 * Whether an answer cites a place it should not: under a region or year that is not its file's, or from another
 * report than the one the question is about. Comparisons and questions to refuse or ask back are about no one report,
 * and a list over all reports or a trend over years names each and passes none off as another.
 */
import { basename } from 'node:path';
import type { GradedAnswer } from './ask-graded.ts';
import { type GradedReports, isNamed, type ReportFacts } from './graded-reports.ts';

/** Whether a citation gives another region than its file's, or is of another region than the question. */
export function citesWrongRegion(graded: GradedAnswer, reports: GradedReports): boolean {
  return citesWhere(
    graded,
    reports,
    (cited, { region }) => !isNamed(cited, region),
    (cited, asked) => !isSameRegion(cited, asked),
  );
}

/** Whether a citation gives another year than its file's, or is of the question's region and another year. */
export function citesWrongYear(graded: GradedAnswer, reports: GradedReports): boolean {
  return citesWhere(
    graded,
    reports,
    (cited, { year }) => cited.year !== year,
    (cited, asked) => isSameRegion(cited, asked) && cited.year !== asked.year,
  );
}

type Cited = NonNullable<GradedAnswer['answer']>['citations'][number];

function citesWhere(
  { question, answer }: GradedAnswer,
  reports: GradedReports,
  isMislabelled: (cited: ReportFacts, citation: Cited) => boolean,
  isElsewhere: (cited: ReportFacts, asked: ReportFacts) => boolean,
): boolean {
  const namesEach = answer?.kind === 'list' || answer?.kind === 'trend';
  const asked = namesEach ? undefined : reports.factsOf(reports.fileOf(question.report) ?? '');
  return (answer?.citations ?? []).some((citation) => {
    const cited = reports.factsOf(basename(citation.file));
    return cited !== undefined && (isMislabelled(cited, citation) || (asked && isElsewhere(cited, asked)));
  });
}

/** Two districts may share their short name; their full lists of names differ. */
function isSameRegion(one: ReportFacts, other: ReportFacts): boolean {
  return one.file === other.file || one.names.toSorted().join() === other.names.toSorted().join();
}
