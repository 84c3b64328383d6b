/**
 * The items of a list in running text: `委托长沙、岳阳、郴州三个片区实施的事项` names three.
 *
 * The first item has words of the sentence in front of it, the last one words behind it; the items are told from
 * those by the verbs that open lists, the class words that places, bodies and measures end in, and their length.
 */
import type { Span } from '../language/clauses.ts';

/** What a list names, and the words behind its last item that are said of all of them. */
export interface ItemList {
  readonly items: readonly string[];
  readonly tail: string;
}

/** 和 of 和解 and 调和, 及 of 及时 and 普及, 与 of 参与 join nothing. */
const JOINS =
  /、|以及|(?<![以涉普波危])及(?![时格])|(?<![共调缓温饱呼平柔祥])和(?![解谐平睦田县顺政静硕布])|(?<!参)与(?!会)/;
const COMMAS = /、/;
/** Words that open a list and are none of its first item. */
const OPENING =
  /^.*(?:办理|受理|收到|承办|审结|办结|查处|排查|调解|化解|处理|开展|组织|实施|完成|委托|其中|包括|共有|新增|聘请|对|向|由|在|从|全年|全[省市县区旗镇州]|我[省市县区旗镇局厅])/;
/** What the names of places, bodies and measures end in. */
const CLASS =
  /(?:自治[州县旗]|新区|[省市县区旗乡镇村州]|街道|社区|片区|企业|公司|集团|中心|大队|支队|局|厅|所|委(?!员|托)|院(?!士|长)|队(?![伍员])|站(?!点)|办(?![案事理件公结法])|会(?![议员])|建议|提案|议案|案件|[率数量额度费])/g;
/** Words that say something of all the items before them. */
const SAID =
  /的|等|(?<=..)(?:[一二三四五六七八九十两\d]+[个家类项种件]|分别|均|都|各|办案|办理|受理|调解|办结|审结|立案|处罚|完成|实现|达到|数量|位居|名列|居|占|共|同比|较|得分|排名|满意|合计)/;
const LONGEST = 20;

/**
 * Reads exactly as many items as are wanted; `undefined` where a text names more, fewer, or names that cannot be told
 * from the words around them.
 *
 * @param text - A clause, or several; half width.
 * @param numbers - The numbers in it, by their offsets: `建议167件、提案208件` names two items with their counts.
 */
export function readItems(text: string, numbers: readonly Span[], wanted: number): ItemList | undefined {
  const pieces = [COMMAS, JOINS].map((mark) => splitAt(text, mark)).find((found) => found.length === wanted);
  if (pieces === undefined || wanted < 2) return undefined;
  const counted = pieces.map((piece) =>
    numbers.filter(({ start }) => start >= piece.start && start < piece.end),
  );
  const isCounted = counted.every((inside) => inside.length > 0);
  const names = pieces.map((piece, index) =>
    isCounted ? nameOfCounted(text, piece, counted[index]?.[0]) : text.slice(piece.start, piece.end).trim(),
  );
  // Of 政协提案208件 the number ends the name.
  const isEnded = isCounted && isNamedBefore(text, pieces.at(-1)!, counted.at(-1)?.[0]);
  const { item, tail } = isEnded ? { item: names.at(-1) ?? '', tail: '' } : trimLast(names);
  const items = trimFirst([...names.slice(0, -1), item]);
  const sound = items.every(
    (one) =>
      one.length >= 2 &&
      one.length <= LONGEST &&
      !/\d|[,。;:，；：]/.test(one) &&
      /\p{Script=Han}|[A-Z]/u.test(one),
  );
  return sound && new Set(items).size === items.length ? { items, tail } : undefined;
}

/** How many pieces a text has at most. */
export function countItems(text: string): number {
  return splitAt(text, JOINS).length;
}

function splitAt(text: string, mark: RegExp): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(new RegExp(mark, 'g'))) {
    if (depthAt(text, match.index) > 0) continue;
    pieces.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  pieces.push({ start, end: text.length });
  return pieces.filter((piece) => text.slice(piece.start, piece.end).trim() !== '');
}

/** Nothing is cut inside brackets, titles and quotations. */
function depthAt(text: string, at: number): number {
  const before = text.slice(0, at);
  return (before.match(/[(（《“]/g) ?? []).length - (before.match(/[)）》”]/g) ?? []).length;
}

/** `办理政协提案208件` is counted behind its name, `569家水运企业` before it. */
function nameOfCounted(text: string, piece: Span, number: Span | undefined): string {
  if (number === undefined) return '';
  if (!isNamedBefore(text, piece, number)) return text.slice(number.end, piece.end).trim();
  return wordsBefore(text, piece, number).replace(/(?:共|共计|达|为|有|是)+$/, '');
}

function isNamedBefore(text: string, piece: Span, number: Span | undefined): boolean {
  return number !== undefined && wordsBefore(text, piece, number).length >= 2;
}

function wordsBefore(text: string, piece: Span, number: Span): string {
  return withoutOpening(text.slice(piece.start, number.start).trim()).replace(/[(（]$/, '');
}

function withoutOpening(words: string): string {
  const rest = words.replace(OPENING, '');
  return rest.length >= 2 || rest === '' ? rest : words;
}

/** Takes the words of the sentence off the first item. */
function trimFirst(names: readonly string[]): readonly string[] {
  const [first = '', ...others] = names;
  const inner = others.slice(0, -1);
  const longest = Math.max(0, ...inner.map((name) => name.length));
  const rest = withoutOpening(first);
  // 行政调解案件、人民调解案件: a verb inside a name opens nothing.
  const isOpened = rest.length >= Math.min(...others.map((name) => name.length)) - 1;
  const opened = isOpened ? rest : first;
  // 湖南自贸试验区长沙、岳阳、郴州: as long as those in the middle.
  const isEven = inner.length > 0 && inner.every((name) => name.length === longest);
  const words = isEven && opened.length > longest + 2 ? opened.slice(-longest) : opened;
  return [words, ...others];
}

/** Parts the last item from what is said of all of them. */
function trimLast(names: readonly string[]): { item: string; tail: string } {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1);
  const cut = (end: number) => ({ item: last.slice(0, end), tail: last.slice(end) });
  // 行政调解案件、人民调解案件: what follows the word that all end in is said of them.
  const ending = others.map((name) => last.lastIndexOf(name.slice(-2))).find((at) => at > 0);
  if (ending !== undefined && !/[一二三四五六七八九十]$/.test(last.slice(0, ending))) return cut(ending + 2);
  const said = SAID.exec(last);
  const most = said !== null && said.index >= 2 ? said.index : last.length;
  const ends = [...last.slice(0, most).matchAll(CLASS)].map((match) => match.index + match[0].length);
  const classes = others
    .map((name) => [...name.matchAll(CLASS)].at(-1))
    .filter((match, index) => match !== undefined && match.index + match[0].length === others[index]?.length);
  // 戴南镇、昭阳街道办案量居前三: the others end in class words, so this one ends at its first.
  const own = classes.length === others.length ? endLike(others, last.slice(0, most), ends) : undefined;
  if (own !== undefined) return cut(own);
  const inner = others.slice(1);
  const longest = Math.max(0, ...inner.map((name) => name.length));
  const isEven = inner.length > 0 && inner.every((name) => name.length === longest);
  if (isEven && most > longest + 2) return cut(longest);
  return cut(most);
}

/** The end of an item whose fellows end in class words: at the word that they share, else at its first one. */
function endLike(others: readonly string[], last: string, ends: readonly number[]): number | undefined {
  const shared = others.map((name) => last.indexOf(name.slice(-1), 1) + 1).find((end) => end > 1);
  return shared ?? ends.find((end) => end >= 2);
}
