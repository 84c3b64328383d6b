/**
 * Answers whether a report's figures fit each other: all of them, or the one that the question names.
 *
 * The checks are those of `report/audit-report.ts`; nothing is judged here that was not computed there.
 */
import type { Library } from '../../library/library.ts';
import type { FullReport, StoredReport } from '../../library/stored-report.ts';
import { contradictionsOf } from '../../report/audit-report.ts';
import type { Check } from '../../report/check.ts';
import type { Question } from '../../retrieval/question.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { compose } from '../compose.ts';
import { answerComputedShare } from '../figures/answer-computed-share.ts';
import { answerStatedFigures } from '../figures/answer-stated-figures.ts';
import { placeAndYear } from '../place.ts';
import { askBack } from '../refuse.ts';
import { asksForAll, asksForArithmetic, COMPUTE } from './asks-for-check.ts';
import { chooseChecks, rateNamed } from './choose-checks.ts';
import { checksOf } from './report-checks.ts';
import { CheckProof, checkLine } from './state-check.ts';

const MOST_SHOWN = 6;
const MOST_SHOWN_ACROSS = 3;

/**
 * Answers for the reports of the scope; `undefined` when the question is not about figures that can be checked.
 *
 * Where no region is named and one report has what the question speaks of, it is asked back which is meant.
 */
export function answerAudit(
  question: Question,
  library: Library,
  reports: readonly StoredReport[],
): Answer | undefined {
  const sources = reports.flatMap((report) => library.report(report.id) ?? []);
  const [only] = sources;
  if (!only) return undefined;
  const single = sources.length === 1 ? only : undefined;
  const computed =
    single && COMPUTE.test(question.normal) && !printsRate(question, single)
      ? answerComputedShare(question, single)
      : undefined;
  if (computed) return computed;
  const chosen = chooseAcross(question, library, sources);
  if (chosen.length === 1 && sources.length > 1 && question.regions.length === 0)
    return askBack(
      question,
      'region',
      chosen.map(({ report }) => report),
    );
  if (chosen.length > 0) return stateChecks(question, chosen);
  const stated = single ? answerStatedFigures(question, single) : undefined;
  if (stated) return stated;
  const isWhole = asksForAll(question) && question.premises.length === 0 && rateNamed(question) === undefined;
  return isWhole ? overview(question, library, sources) : undefined;
}

/** Whether the rate that is to be computed is printed. */
function printsRate(question: Question, report: FullReport): boolean {
  const rate = rateNamed(question)?.slice(-2);
  return (
    rate !== undefined &&
    report.figures.some((figure) => figure.unit === '%' && figure.label.includes(`${rate}率`))
  );
}

interface ReportChecks {
  readonly report: FullReport;
  readonly checks: readonly Check[];
}

/** The checks that the question names, in the reports where it fits best. */
function chooseAcross(question: Question, library: Library, sources: readonly FullReport[]): ReportChecks[] {
  const scored = sources.map((report) => ({
    report,
    chosen: chooseChecks(question, checksOf(library, report.id)),
  }));
  const best = Math.max(0, ...scored.map(({ chosen }) => chosen[0]?.score ?? 0));
  const stated = scored.some(({ chosen }) => chosen[0]?.stated);
  return scored.flatMap(({ report, chosen }) => {
    const [first] = chosen;
    // Words alone pick out a check only where a check is asked for; a figure that the report prints always does.
    if (
      !first ||
      first.score < best * 0.8 ||
      (stated && !first.stated) ||
      (!first.stated &&
        (question.premises.length > 0 || (!asksForArithmetic(question) && !asksForAll(question))))
    )
      return [];
    return [{ report, checks: chosen.map((one) => one.check) }];
  });
}

function stateChecks(question: Question, found: readonly ReportChecks[]): Answer {
  const { language } = question;
  const proof = new CheckProof();
  const parts = found.map(({ report, checks }) => {
    const shown = checks.slice(0, found.length > 1 ? MOST_SHOWN_ACROSS : MOST_SHOWN);
    for (const check of shown) proof.add(report, check);
    const lines = shown.map((check) => `· ${checkLine(check, language)}`);
    return {
      lines: shown.map((check) => checkLine(check, language)),
      text: `${placeAndYear(report, language)}\n${lines.join('\n')}`,
    };
  });
  return compose({
    kind: found.length > 1 ? 'list' : 'answer',
    language,
    answer: parts.flatMap((part) => part.lines).join(WORDING.joins.answers[language]),
    lead: parts.map((part) => part.text).join('\n'),
    citations: proof.citations,
    figures: proof.figures,
  });
}

/** All contradictions of the reports, or that none was found. */
function overview(question: Question, library: Library, sources: readonly FullReport[]): Answer {
  const { language } = question;
  const found = sources
    .map((report) => ({ report, checks: contradictionsOf(checksOf(library, report.id)) }))
    .filter(({ checks }) => checks.length > 0);
  if (found.length > 0) return stateChecks(question, found.slice(0, 12));
  const places = sources
    .slice(0, 8)
    .map((report) => placeAndYear(report, language))
    .join(WORDING.joins.places[language]);
  const sentence = WORDING.selfCheck.noContradiction[language];
  const proof = new CheckProof();
  const [only] = sources;
  const confirmed = sources.length === 1 && only ? checksOf(library, only.id).slice(0, 3) : [];
  for (const check of confirmed) proof.add(only!, check);
  const lines = confirmed.map((check) => `\n· ${checkLine(check, language)}`).join('');
  return compose({
    kind: 'answer',
    language,
    answer: sentence,
    lead: `${places} · ${sentence}${lines}`,
    citations: proof.citations,
    figures: proof.figures,
  });
}
