/** What becomes of a case, in the words of reports: a figure of one stage is none of another. */
import type { FittedTerm } from './fit-terms.ts';

/** 收到 is no stage of its own: reports say it for 受理. */
export const CASE_STAGES: readonly RegExp[] = [
  /(?<!不予|未)受理/,
  /不予受理|未受理/,
  /审结|办结|结案/,
  /维持/,
  /撤销|撤改|纠正/,
  /驳回/,
  /终止|撤回/,
];

/** The stages that terms name: by the question's own words, or by the first wording of an English one. */
export function stagesOf(terms: readonly FittedTerm[]): RegExp[] {
  return CASE_STAGES.filter((stage) =>
    terms.some(({ term }) =>
      stage.test(/[\u4e00-\u9fff]/.test(term.surface) ? term.surface : firstOf(term.wordings)),
    ),
  );
}

function firstOf(wordings: readonly { readonly text: string }[]): string {
  return wordings[0]?.text ?? '';
}
