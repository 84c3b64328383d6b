/**
 * Proves a written text against its evidence, sentence by sentence while it is written and as a whole at its end.
 *
 * Every sentence cites; every number, date, quotation, region and year of it stands in a paragraph that it is attached
 * to; what it says is what those paragraphs are about. The whole states the figures that code chose.
 */
import { regionOf } from '../../retrieval/held-region.ts';
import type { Vocabulary } from '../../retrieval/understand.ts';
import type { StatedFigure } from '../answer.ts';
import { isOpenEnded, statesNothing } from './lead-in.ts';
import { withPlainDates } from './plain-dates.ts';
import { withPlainNumerals } from './plain-numerals.ts';
import type { Fault, Proof } from './proof.ts';
import { proveClauses } from './prove-clauses.ts';
import { proveComparisons } from './prove-comparisons.ts';
import { proveDiscretion, proveLanguage, proveLinks, proveModesty } from './prove-form.ts';
import { proveMeasures } from './prove-measures.ts';
import { isComputed, type NumberFault, type ProvedNumber, proveNumbers } from './prove-numbers.ts';
import { proveNumerals } from './prove-numerals.ts';
import { proveBelonging, provePlaces, proveReportYears } from './prove-places.ts';
import { provePolarity } from './prove-polarity.ts';
import { proveQuotes } from './prove-quotes.ts';
import { proveRanks } from './prove-ranks.ts';
import { proveSigns } from './prove-signs.ts';
import { proveStages } from './prove-stages.ts';
import { leastSupport, proveSupport } from './prove-words.ts';
import { readNumbers } from './read-numbers.ts';
import { readSource, type Source } from './read-sources.ts';
import { readStatements, type Statement } from './read-statements.ts';
import { readPlaces } from './sentence-places.ts';
import { splitProse } from './split-prose.ts';

export { splitProse } from './split-prose.ts';

/** Faults of one whole sentence with its citations (`花都区2019年综合纠错率为21.9%[1]。`); empty when it may be shown. */
export function proveSentence(sentence: string, proof: Proof): Fault[] {
  return readProved(sentence, proof).faults;
}

/** Faults of a whole text: those of its sentences, and what only the whole can lack. */
export function proveText(text: string, proof: Proof): Fault[] {
  const sentences = splitProse(text, true);
  if (sentences.length === 0) return [{ kind: 'form', detail: 'nothing is written', sentence: '' }];
  const read = sentences.map((sentence) => readProved(sentence, proof));
  const numbers = read.flatMap(({ proved }) => proved);
  const missing = proof.required.filter((figure) => !numbers.some((number) => states(number, figure, proof)));
  return [
    ...read.flatMap(({ faults }) => faults),
    ...missing.map(({ raw }) => ({
      kind: 'missing' as const,
      detail: `“${raw}” is not stated`,
      sentence: '',
    })),
  ];
}

/** The numbers of a sentence that its evidence bears out, and its faults. */
export function readProved(
  sentence: string,
  proof: Proof,
): { readonly proved: readonly ProvedNumber[]; readonly faults: readonly Fault[] & Fault[] } {
  const leadsIn = isLeadIn(sentence, proof);
  const { text, statements } = readStatements(
    withPlainNumerals(withPlainDates(sentence)),
    leadsIn ? proof.evidence : [],
  );
  const cited = [...new Set(statements.flatMap((statement) => statement.cited))];
  const sources = sourcesOf(cited, proof);
  const faults: NumberFault[] = [];
  if (cited.length === 0 && /[\p{L}\p{N}]/u.test(text))
    faults.push({ kind: 'uncited', detail: 'the sentence cites no paragraph' });
  const unknown = cited.filter((number) => !sources.some((source) => source.number === number));
  if (unknown.length > 0)
    faults.push({ kind: 'unknown-citation', detail: `[${unknown.join('], [')}] was not given` });
  const proved: ProvedNumber[] = [];
  for (const statement of statements) {
    const attached = sources.filter(({ number }) => statement.cited.includes(number));
    const result = proveNumbers(text, statement, attached, proof);
    proved.push(...result.proved);
    faults.push(...result.faults, ...proveRanks(text, statement, attached));
  }
  const places = readPlaces(text, sources, proof.library);
  const vocabulary = vocabularyOf(proof);
  faults.push(
    ...provePlaces(places, sources),
    ...proveBelonging(text, proved, places),
    ...proveReportYears(text, sources),
    ...proveComparisons(text, places, proof),
    ...proveQuotes(text, sources, vocabulary),
    ...proveNumerals(text, sources),
    ...proveSigns(text, proved),
    ...proveStages(text, proved),
    ...proveMeasures(text, proved, proof.library, vocabulary, proof.language),
    // What code computed may be said in words that no paragraph prints.
    ...(cited.length > 0 && !leadsIn && !statesComputed(text, statements, proof)
      ? proveSupport(
          text,
          sources.map(printedIn),
          proof.question.normal,
          vocabulary,
          proof.language,
          leastSupport(proof.language, proved.length > 0),
        )
      : []),
    ...(cited.length > 0 && !leadsIn && !statesComputed(text, statements, proof)
      ? proveClauses(text, sources, places, proof, vocabulary)
      : []),
    ...(proof.language === 'zh' && !leadsIn ? provePolarity(text, sources) : []),
    ...proveLinks(text),
    ...proveModesty(text, sources),
    ...proveDiscretion(text, proof.instructions, sources),
    ...proveLanguage(text, proof.language),
  );
  return { proved, faults: faults.map((fault) => ({ ...fault, sentence })) };
}

/** Whether a proved number is the required figure: the same value, printed in a paragraph of the same report. */
function states(
  { borne }: ProvedNumber,
  { value, unit, citation }: StatedFigure,
  { evidence }: Proof,
): boolean {
  const report = evidence[citation ?? -1]?.citation.report;
  return borne.some(
    ({ source, figure }) =>
      figure.value === value && figure.unit === unit && (report === undefined || source.report.id === report),
  );
}

function printedIn({ text, around }: Source): string {
  return `${text}\n${around}`;
}

/** `……可概括如下:` states nothing itself: it speaks of all that is cited below. */
function isLeadIn(sentence: string, proof: Proof): boolean {
  if (!isOpenEnded(sentence)) return false;
  const sources = sourcesOf(
    proof.evidence.map(({ number }) => number),
    proof,
  );
  return statesNothing(sentence, readPlaces(sentence, sources, proof.library), sources, proof.question);
}

function statesComputed(text: string, statements: readonly Statement[], proof: Proof): boolean {
  return readNumbers(text, proof.language).some((number) =>
    statements.some((statement) => isComputed(number, text, statement, proof)),
  );
}

const laidOut = new WeakMap<Proof['evidence'], Map<number, Source>>();

function sourcesOf(numbers: readonly number[], { evidence, library }: Proof): Source[] {
  const sources = laidOut.get(evidence) ?? new Map<number, Source>();
  laidOut.set(evidence, sources);
  return numbers.flatMap((number) => {
    const given = evidence.find((one) => one.number === number);
    const source = sources.get(number) ?? (given && readSource(given, library));
    if (source) sources.set(number, source);
    return source ?? [];
  });
}

const vocabularies = new WeakMap<Proof['library'], Vocabulary>();

function vocabularyOf({ library }: Proof): Vocabulary {
  const held = vocabularies.get(library) ?? {
    known: library.reports().map(regionOf),
    dictionary: (english: string) => library.chineseFor(english),
  };
  vocabularies.set(library, held);
  return held;
}
