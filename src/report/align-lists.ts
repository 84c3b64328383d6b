/**
 * Hands the values of a list out to its items: `戴南镇、安丰镇分别为214件、187件` says 187件 of 安丰镇.
 *
 * Values and items must be as many; otherwise nobody can say whose a value is, and no name is better than a wrong one.
 */
import { type Span, splitClauses, splitSentences } from '../language/clauses.ts';
import { countItems, type ItemList, readItems } from './list-items.ts';
import { foldWidth, type ScannedNumber } from './scan-numbers.ts';

/** What a list says of one of its values. */
export interface ListedValue {
  /** The name of its item with what is measured: `安丰镇办案量`; of one value for all items the names of all. */
  readonly label: string;
  /** The names of the other items, none of which is this value's. */
  readonly others: readonly string[];
}

const HANDED_OUT = /(?:分别|依次|各自)([^,，。;；:：、\d]{0,10})$/;
const JOINING = /^\s*(?:、|和|及|与|以及|[,，])\s*$/;
const TO_ALL = /(?:均|都|皆|全部|双双|各)(?:已|为|是|有|在|达到?|实现|保持|超过?|接近|[约近超逾])*$/;
const IS = /(?:达到?|[为是有]|[约近超逾])+$/;
/** How many clauses before its values a list may stand. */
const CLAUSES_BACK = 4;
const LONGEST_LABEL = 40;
/** Numbers of one paragraph; one that has more is no text of a report, and each is compared with the others. */
const MOST_NUMBERS = 1000;

/** What lists say of the numbers of a text, by their position among them. */
export function alignLists(
  text: string,
  numbers: readonly ScannedNumber[],
): ReadonlyMap<number, ListedValue> {
  const listed = new Map<number, ListedValue>();
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS) return listed;
  const folded = foldWidth(text);
  const [clauses, sentences] = [splitClauses(folded), splitSentences(folded)];
  for (let at = 0; at < numbers.length; ) {
    const run = runFrom(folded, numbers, at);
    const around: Around = { text: folded, clauses, sentences, numbers, at };
    for (const [index, value] of namesOf(around, run).entries()) listed.set(at + index, value);
    at += run;
  }
  return listed;
}

function namesOf(around: Around, run: number): ListedValue[] {
  if (run > 1) return handOut(around, run);
  const shared = shareOut(around);
  return shared.length > 0 ? shared : ofYearInBrackets(around);
}

interface Around {
  readonly text: string;
  readonly clauses: readonly Span[];
  readonly sentences: readonly Span[];
  readonly numbers: readonly ScannedNumber[];
  readonly at: number;
}

/** How many numbers follow one another with nothing but 、 or 和 between them. */
function runFrom(text: string, numbers: readonly ScannedNumber[], at: number): number {
  let end = at + 1;
  for (; end < numbers.length; end += 1)
    if (!JOINING.test(text.slice(numbers[end - 1]!.end, numbers[end]!.start))) break;
  return end - at;
}

/** One value for each item. */
function handOut(around: Around, run: number): ListedValue[] {
  const { text, clauses, numbers, at } = around;
  const first = numbers[at]!;
  const position = clauses.findIndex((clause) => clause.end > first.start);
  const clause = clauses[position];
  if (clause === undefined || clause.start > first.start) return [];
  const own = text.slice(clause.start, first.start);
  const marker = HANDED_OUT.exec(own);
  const head = marker === null ? own.replace(IS, '') : own.slice(0, marker.index);
  if (marker === null && !isMeasured(head, numbers.slice(at, at + run))) return [];
  const said = (marker?.[1] ?? '').replace(IS, '');
  const inside = readItems(head, within(numbers, clause, first.start), run);
  if (inside !== undefined)
    return inside.items.map((item) => labelled(item, inside, `${inside.tail}${said}`));
  if (countItems(head) > 1 && numbers.slice(0, at).every(({ start }) => start < clause.start)) return [];
  const before = listBefore(around, position, run);
  if (before === undefined) return [];
  const isTailed = head === '' && said === '';
  return before.items.map((item) => labelled(item, before, isTailed ? before.tail : `${head}${said}`));
}

/** `满意率98.6%和99.2%`: without 分别 only shares under the name of a rate are sure to be handed out. */
function isMeasured(head: string, values: readonly ScannedNumber[]): boolean {
  return /[率度比例]$/.test(head) && values.every(({ unit }) => unit === '%');
}

function labelled(item: string, { items }: ItemList, measured: string): ListedValue {
  const said = measured
    .replace(/^[的等]+/, '')
    .replace(/(?:数量)?(?:位?居|名列|排名|最多|最高|较多).*$/, '')
    .replace(/[一二三四五六七八九十两\d]+[个家类项](?=\p{Script=Han})/u, '');
  return {
    label: `${item}${said}`.slice(0, LONGEST_LABEL),
    others: items.filter((other) => other !== item),
  };
}

/** The list in the clauses before, the nearest first; several clauses where each of them names one item or more. */
function listBefore(
  { text, clauses, sentences, numbers }: Around,
  position: number,
  wanted: number,
): ItemList | undefined {
  const holding = sentences.findIndex((sentence) => sentence.end > (clauses[position]?.start ?? 0));
  const from = sentences[Math.max(0, holding - 1)]?.start ?? 0;
  let gathered: Span | undefined;
  for (let back = 1; back <= CLAUSES_BACK; back += 1) {
    const clause = clauses[position - back];
    if (clause === undefined || clause.start < from) return undefined;
    const words = text.slice(clause.start, clause.end);
    const found = readItems(words, within(numbers, clause, clause.end), wanted);
    if (found !== undefined) return found;
    const counted = within(numbers, clause, clause.end).length > 0;
    if (countItems(words) > wanted) return undefined;
    // 办理建议167件,提案208件: the items stand in clauses of their own.
    if (counted) {
      gathered = { start: clause.start, end: gathered?.end ?? clause.end };
      const joined = text.slice(gathered.start, gathered.end).replace(/[,，;；。]/g, '、');
      const list = readItems(joined, within(numbers, gathered, gathered.end), wanted);
      if (list !== undefined) return list;
      if (countItems(joined) > wanted) gathered = undefined;
    } else if (countItems(words) > 1) return undefined;
  }
  return undefined;
}

/** The numbers inside a span, by their offsets in it. */
function within(numbers: readonly ScannedNumber[], span: Span, end: number): Span[] {
  return numbers
    .filter((number) => number.start >= span.start && number.end <= end)
    .map((number) => ({ start: number.start - span.start, end: number.end - span.start }));
}

/** `败诉率10.53%,与2020年(14.29%)相比`: a share in brackets behind a year is that of the share before it. */
function ofYearInBrackets({ text, clauses, sentences, numbers, at }: Around): ListedValue[] {
  const [number, before] = [numbers[at]!, numbers[at - 1]];
  const year = /(?:(?:19|20)\d\d年|上年|去年)(?:度|同期)?[(（]$/.exec(text.slice(0, number.start))?.[0];
  if (year === undefined || before === undefined || before.unit !== '%' || number.unit !== '%') return [];
  const sentence = sentences.find(({ end }) => end > number.start);
  const clause = clauses.find(({ end }) => end > before.start);
  if (!/^[)）]/.test(text.slice(number.end)) || before.start < (sentence?.start ?? 0)) return [];
  const from = Math.max(clause?.start ?? 0, numbers[at - 2]?.end ?? 0);
  const name = text
    .slice(from, before.start)
    .replace(IS, '')
    .replace(/^[、和及与\s]+/, '');
  return name.length < 2 ? [] : [{ label: `${year.slice(0, -1)}${name}`, others: [] }];
}

/** `报备率、及时率、规范率均为100%`: one value for every item. */
function shareOut({ text, clauses, numbers, at }: Around): ListedValue[] {
  const number = numbers[at]!;
  const clause = clauses.find(({ end }) => end > number.start);
  if (clause === undefined || clause.start > number.start) return [];
  const from = Math.max(clause.start, numbers[at - 1]?.end ?? 0);
  const words = text.slice(from, number.start).replace(/^(?:、|和|及|与|以及|\s)+/, '');
  if (countItems(words) < 2 || words.length > LONGEST_LABEL || /[()（）]/.test(words)) return [];
  const names = words.replace(TO_ALL, '').replace(IS, '');
  const areRates = names.split(/、|和|与|及(?!时)|以及/).every((name) => /[率度]$/.test(name));
  return TO_ALL.test(words) || (areRates && number.unit === '%') ? [{ label: names, others: [] }] : [];
}
