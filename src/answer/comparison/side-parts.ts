/** Which words of a question belong to which side: `甲的可网办率和乙的一网通办率`. */
import type { Span } from '../../language/clauses.ts';
import type { Question, QuestionTerm } from '../../retrieval/question.ts';
import type { Side } from './compare-sides.ts';
import { isTelling } from './compared-words.ts';

/** What is asked of a side. */
export interface Part {
  readonly terms: readonly QuestionTerm[];
  /** The words of the question that belong to it; all of them when absent. */
  readonly span: Span | undefined;
}

/** The own words of each side, by the offset of its name; `undefined` when all sides share one matter. */
export function ownParts(question: Question, sides: readonly Side[]): Map<number, Part> | undefined {
  const mentions = [
    ...new Map(
      sides.flatMap((side) => (side.mention ? [[side.mention.start, side.mention] as const] : [])),
    ).values(),
  ].sort((a, b) => a.start - b.start);
  if (mentions.length < 2 || mentions.length < new Set(sides.map((side) => side.report.region)).size)
    return undefined;
  if (mentions.some((mention) => question.text.length < mention.end)) return undefined;
  const cuts = [0, ...mentions.map((mention) => mention.start), question.normal.length];
  const pieces = cuts.slice(0, -1).map((start, index) => pieceOf(question, { start, end: cuts[index + 1]! }));
  const [head, ...tails] = pieces as [Piece, ...Piece[]];
  const leads = [head, ...tails.slice(0, -1)];
  const isBefore = head.hasTerms && !tails.at(-1)!.hasTerms && !tails.at(-1)!.hasAsk;
  const own = isBefore ? leads : tails;
  if (
    own.filter((piece) => piece.hasTerms || piece.hasAsk).length < 2 ||
    (!own.some((piece) => piece.hasTerms) && !head.hasTerms)
  )
    return undefined;
  const result = new Map<number, Part>();
  let last: Piece | undefined;
  for (const [index, mention] of mentions.entries()) {
    const piece = own[index]!;
    const next = own.slice(index).find((other) => other.hasTerms);
    const source = piece.hasTerms
      ? piece
      : !piece.hasAsk && !isBefore && next
        ? next
        : (last ?? (head.hasTerms ? undefined : next));
    const shared = isBefore ? [] : head.terms;
    result.set(mention.start, {
      terms: [...shared, ...(source?.terms ?? [])],
      span: piece.hasAsk ? piece.span : (source?.span ?? piece.span),
    });
    if (piece.hasTerms) last = piece;
  }
  return new Set([...result.values()].map((part) => part.terms.map((term) => term.surface).join('|'))).size >
    1
    ? result
    : undefined;
}

interface Piece extends Part {
  readonly span: Span;
  readonly hasTerms: boolean;
  readonly hasAsk: boolean;
}

function pieceOf(question: Question, span: Span): Piece {
  const terms = question.terms.filter((term) => term.start >= span.start && term.end <= span.end);
  return {
    terms,
    span,
    hasTerms: terms.some(isTelling),
    hasAsk: question.asks.some(
      (ask) =>
        ask.at >= span.start &&
        ask.at < span.end &&
        /多少|几/.test(question.normal.slice(ask.at, ask.at + 4)),
    ),
  };
}
