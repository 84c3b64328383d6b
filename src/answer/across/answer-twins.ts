/**
 * Several files of one region and year are held: the first that answers is the reply, and what another gives
 * instead stands in a note, so that neither file is lost behind the other.
 */
import type { StoredReport } from '../../library/stored-report.ts';
import type { Language } from '../../wording/language.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';

/** Files that are asked; of more, the rest is not. */
const MOST_ASKED = 4;

/** Whether all reports are of the same region and year, and more than one. */
export function areTwins(reports: readonly StoredReport[]): boolean {
  const names = reports.map((report) => [...report.parents, report.region, report.year].join(' '));
  return names.length > 1 && new Set(names).size === 1;
}

/** Asks the files one by one; `ask` answers from one file alone. */
export async function answerTwins(
  twins: readonly StoredReport[],
  ask: (report: StoredReport) => Promise<Answer>,
): Promise<Answer> {
  const answers: Answer[] = [];
  for (const twin of twins.slice(0, MOST_ASKED)) answers.push(await ask(twin));
  const given = answers.filter((one) => one.citations.length > 0);
  const [first, ...others] = given;
  if (!first) return answers[0]!;
  return others.filter((other) => other.answer !== first.answer).reduce(withOther, first);
}

function withOther(first: Answer, other: Answer): Answer {
  const shift = first.citations.length;
  const note = noteOn(other, first.language);
  return {
    ...first,
    text: `${first.text}\n\n${WORDING.answers.note(note)[first.language]}`,
    notes: [...first.notes, note],
    citations: [...first.citations, ...other.citations],
    figures: [
      ...first.figures,
      ...other.figures.map((figure) => ({
        ...figure,
        citation: figure.citation === null ? null : figure.citation + shift,
        ...(figure.computed
          ? {
              computed: {
                ...figure.computed,
                operands: figure.computed.operands.map((operand) => operand + first.figures.length),
              },
            }
          : {}),
      })),
    ],
  };
}

/** A figure is given as the other file prints it; anything longer is only pointed at. */
function noteOn(other: Answer, language: Language): string {
  const isFigure = other.kind === 'answer' && other.figures.some((figure) => other.answer === figure.raw);
  return isFigure
    ? WORDING.answers.otherFileGives(other.answer)[language]
    : WORDING.answers.otherFile[language];
}
