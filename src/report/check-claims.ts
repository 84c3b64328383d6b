/**
 * Holds "all" against the report's own words that it was not all.
 *
 * Two forms: `均严格进行法制审核,…法制审核制度执行比率接近100%` in one sentence, and `所有…均经过…合法性审查` beside
 * `未经合法性审查` where the report admits its problems.
 */
import { splitClauses, splitSentences } from '../language/clauses.ts';
import { WORDING } from '../wording/wording.ts';
import type { Check } from './check.ts';
import type { ReadParagraph } from './check-counts.ts';

const ALL = /均(?!衡)|全部(?!门)|所有|一律|一概|无一例外/;
const PROBLEMS = /问题|不足|短板|困难|薄弱|差距/;
const NOT_DONE = /未(?:经|进行|开展|履行|通过)(?:过)?([\u4e00-\u9fff]{4,8})/g;
const DUTY = /应当|必须|不得|要求|凡/;
const LEAST_SHARED = 4;

/** The claims of a report that its own words take back. */
export function checkClaims(paragraphs: readonly ReadParagraph[]): Check[] {
  return [...paragraphs.flatMap(nearlyAll), ...admitted(paragraphs)];
}

/** A clause that says 均 and the next one a rate of the same thing below 100%. */
function nearlyAll({ paragraph, figures }: ReadParagraph): Check[] {
  const clauses = splitClauses(paragraph.text);
  return figures.flatMap(({ figure }) => {
    const at = clauses.findIndex((span) => span.end > figure.start);
    const [before, own] = [clauses[at - 1], clauses[at]];
    if (!before || !own || figure.unit !== '%' || (figure.value >= 100 && figure.precision === 'exact'))
      return [];
    const [all, rate] = [
      paragraph.text.slice(before.start, before.end),
      paragraph.text.slice(own.start, own.end),
    ];
    if (!ALL.test(all) || /\d/.test(all) || paragraph.text.slice(before.end, own.start).includes('。'))
      return [];
    const shared = longestShared(all.slice(all.search(ALL)), rate);
    if (shared.length < LEAST_SHARED || !/(?:率|比例)/.test(rate)) return [];
    return [
      claimCheck(
        [{ number: paragraph.number, text: paragraph.text.slice(before.start, own.end) }],
        all,
        rate,
        [figure],
      ),
    ];
  });
}

/** What the problems admit was not done, and a sentence elsewhere that all of it was. */
function admitted(paragraphs: readonly ReadParagraph[]): Check[] {
  const isProblem = ({ paragraph }: ReadParagraph) =>
    paragraph.chain.some((heading) => PROBLEMS.test(heading) && heading.length < 30);
  const results = paragraphs
    .filter((read) => !isProblem(read))
    .flatMap(({ paragraph }) =>
      splitSentences(paragraph.text).map((span) => ({
        number: paragraph.number,
        text: paragraph.text.slice(span.start, span.end),
      })),
    );
  return paragraphs.filter(isProblem).flatMap(({ paragraph }) =>
    splitClauses(paragraph.text).flatMap((span) => {
      const less = paragraph.text.slice(span.start, span.end);
      return [...less.matchAll(NOT_DONE)].flatMap((match) => {
        const all = results.find(
          ({ text }) =>
            ALL.test(text) &&
            text.slice(text.search(ALL)).includes(match[1]!) &&
            !DUTY.test(text) &&
            !/未经|未进行/.test(text),
        );
        return all
          ? [claimCheck([all, { number: paragraph.number, text: less }], clauseWithAll(all.text), less, [])]
          : [];
      });
    }),
  );
}

function claimCheck(
  places: readonly { number: number; text: string }[],
  all: string,
  less: string,
  figures: Check['figures'],
): Check {
  const quotes = places.map(({ number, text }) => ({ paragraph: number, text }));
  return {
    kind: 'claim',
    fits: false,
    severity: 'slight',
    figures,
    operands: [],
    computation: '',
    quotes,
    message: WORDING.selfCheck.claimsDiffer(all, less),
  };
}

function clauseWithAll(sentence: string): string {
  const clause =
    splitClauses(sentence)
      .map((span) => sentence.slice(span.start, span.end))
      .find((text) => ALL.test(text)) ?? sentence;
  return clause.replace(/^[一二三四五六七八九十]是/, '');
}

function longestShared(a: string, b: string): string {
  let best = '';
  for (let start = 0; start < a.length; start++) {
    for (let end = start + best.length + 1; end <= a.length && b.includes(a.slice(start, end)); end++)
      best = a.slice(start, end);
  }
  return best;
}
