/** Says, line by line, how an answer came about: understood, scope, evidence with scores, why this figure. */
import type { Question } from '../retrieval/question.ts';
import type { ReportEvidence } from '../retrieval/retrieve.ts';
import type { Scope } from '../retrieval/scope.ts';
import { scoreFigures } from '../retrieval/score-figures.ts';
import { scoreSentences } from '../retrieval/score-sentences.ts';
import { placeAndYear } from './place.ts';

const SHOWN_EVIDENCE = 6;
const SHOWN_CHOICES = 4;

/** Lines for a terminal, in English. */
export function explainSteps(
  question: Question,
  scope: Scope | undefined,
  sources: readonly ReportEvidence[],
): string[] {
  return [
    ...understood(question),
    ...scopeLines(scope),
    ...sources.slice(0, 4).flatMap((source) => [...evidenceLines(source), ...choiceLines(question, source)]),
  ];
}

function understood(question: Question): string[] {
  const regions = question.regions.map(
    (mention) =>
      `${mention.text} → ${mention.candidates
        .slice(0, 3)
        .map((region) => [...region.parents, region.name].join(''))
        .join(' | ')} (${mention.certainty.toFixed(2)})`,
  );
  const terms = question.terms.map(
    (term) =>
      `${term.surface}${term.focus ? '*' : ''} [${term.kind} ${term.weight.toFixed(2)}] ${term.wordings
        .slice(0, 5)
        .map((wording) => `${wording.text} ${wording.weight.toFixed(2)}`)
        .join(', ')}`,
  );
  return [
    `understood: ${question.language}, ${question.intent}; years ${question.years.join(', ') || 'none'}; asks ${question.asks.map((ask) => ask.unitWord ?? ask.unit ?? 'a number').join(', ') || 'no number'}`,
    ...regions.map((line) => `  region ${line}`),
    ...terms.map((line) => `  term ${line}`),
  ];
}

function scopeLines(scope: Scope | undefined): string[] {
  if (!scope) return ['scope: none needed'];
  const reports = 'reports' in scope ? scope.reports : [];
  return [
    `scope: ${scope.kind}${
      reports.length > 0
        ? `: ${reports
            .slice(0, 8)
            .map((report) => placeAndYear(report, 'zh'))
            .join(', ')}`
        : ''
    }`,
  ];
}

function evidenceLines(source: ReportEvidence): string[] {
  const used = source.evidence[0]?.used ?? 'none';
  return [
    `evidence from ${placeAndYear(source.report, 'zh')} (${source.evidence.length} paragraphs; vectors: ${used})`,
    ...source.evidence.slice(0, SHOWN_EVIDENCE).map((one) => {
      const part = (name: string, found?: { score: number; rank: number }) =>
        `${name} ${found ? `${found.score.toFixed(3)} (#${found.rank})` : '-'}`;
      return `  ¶${one.paragraph}  ${part('keywords', one.keywords)}  ${part('vectors', one.vectors)}  fused ${one.fused.toFixed(4)}  ranked ${one.rank.toFixed(3)}  ${one.prepared.paragraph.text.slice(0, 30)}`;
    }),
    ...source.terms.map(
      (term) =>
        `  term ${term.term.surface}: ${term.found}, weight ${term.weight.toFixed(2)}, as ${
          term.wordings
            .slice(0, 4)
            .map((wording) => wording.text)
            .join(', ') || 'nothing'
        }`,
    ),
  ];
}

function choiceLines(question: Question, source: ReportEvidence): string[] {
  const paragraphs = source.evidence.map((one) => one.prepared);
  const ask = question.asks[0];
  if (ask) {
    return scoreFigures(question, ask, source.terms, paragraphs)
      .slice(0, SHOWN_CHOICES)
      .map(
        (one) =>
          `  figure ${one.figure.raw} ¶${one.figure.paragraph} score ${one.score.toFixed(3)} support ${one.support.toFixed(2)} “${one.prepared.label.slice(0, 24)}”: ${one.reasons.join(', ')}`,
      );
  }
  return scoreSentences(question, source.terms, paragraphs)
    .slice(0, SHOWN_CHOICES)
    .map(
      (one) =>
        `  sentence ¶${one.sentence.paragraph} score ${one.score.toFixed(3)} support ${one.support.toFixed(2)} “${one.sentence.text.slice(0, 30)}”: ${one.reasons.join(', ')}`,
    );
}
