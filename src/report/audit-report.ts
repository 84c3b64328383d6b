/**
 * Checks a report against itself: every share, sum and count that its own words allow to be recomputed.
 *
 * Precision comes first: what can be read in a way that fits is no contradiction.
 */
import type { Check, CheckedReport, Severity } from './check.ts';
import { checkClaims } from './check-claims.ts';
import { checkCounts } from './check-counts.ts';
import { checkLabels } from './check-labels.ts';
import { checkMisprints } from './check-misprints.ts';
import { checkShares } from './check-shares.ts';
import { checkSums } from './check-sums.ts';
import { figuresInContext } from './figure-context.ts';

const ORDER: readonly Severity[] = ['clear', 'likely', 'slight'];

/** Everything that could be checked, in the order of the report; those that fit included. */
export function checkReport(report: CheckedReport): Check[] {
  const all = report.paragraphs.map((paragraph) => ({
    paragraph,
    figures: figuresInContext(paragraph, report.figures),
  }));
  // 拟修改19件 is a part of what was sorted, but no result.
  const read = all.map(({ paragraph, figures }) => ({
    paragraph,
    figures: figures.filter((one) => !one.figure.planned),
  }));
  const checks = [
    ...all.flatMap(({ paragraph, figures }) => checkSums(paragraph, figures)),
    ...read.flatMap(({ paragraph, figures }) => [
      ...checkShares(paragraph, figures),
      ...checkLabels(paragraph, figures),
      ...checkMisprints(paragraph, report.year),
    ]),
    ...checkCounts(read),
    ...checkClaims(read),
  ];
  return checks.sort((a, b) => placeOf(a) - placeOf(b));
}

/** The contradictions of a report, the surest first. */
export function auditReport(report: CheckedReport): Check[] {
  return contradictionsOf(checkReport(report));
}

/** Those of the checks that do not fit, the surest first. */
export function contradictionsOf(checks: readonly Check[]): Check[] {
  const found = checks.filter((check) => !check.fits);
  return found.sort(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) || placeOf(a) - placeOf(b),
  );
}

const placeOf = (check: Check) => check.quotes[0]?.paragraph ?? 0;
