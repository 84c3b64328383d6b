/**
 * Compares what a report counts in two places: all bodies of one kind, all villages, one named rate.
 *
 * Only counts of a whole are compared (`全市54个行政执法单位`, `全区188条行政村、63个社区全部…`), and rates with a long
 * name; a count of some need not be the same twice.
 */
import { WORDING } from '../wording/wording.ts';
import type { Check, Severity } from './check.ts';
import { type CheckedFigure, quoteAround } from './figure-context.ts';
import type { Figure, Paragraph } from './report.ts';
import { foldWidth } from './scan-numbers.ts';

/** A paragraph with its figures in context. */
export interface ReadParagraph {
  readonly paragraph: Paragraph;
  readonly figures: readonly CheckedFigure[];
}

interface WholeCount {
  readonly read: ReadParagraph;
  readonly figures: readonly Figure[];
  readonly value: number;
  /** What is counted: `行政执法单位`, or the nouns of a pair joined. */
  readonly noun: string;
  readonly parts: readonly string[];
}

const WHOLE = /(?:全[省市县区旗州镇乡街]|我[省市县区旗州镇局]|辖区)(?:现有|共有|共|有|所有|的)?$/;
const NOUN =
  /^(?:各)?([\u4e00-\u9fff]{1,12}?(?:[(（][\u4e00-\u9fff、]{1,6}[)）])?)(?=均|都|全部|已|全|共|也|按|配|组建|挂牌|聘|实现|完成|通过|和|及|、|[,，。;；\d]|$)/;
/** 全县247个…委员会 and 各类 of it differ in what they leave out. */
const NARROWER = /部分|首批|试点|重点|新增|一级|其中|等/;
const RATE = /([\u4e00-\u9fff]{4,16}率)(?:达到?|为|是)?$/;
const CHANGE = /同比|较|比上|提高|下降|上升|力争|目标|上年|去年/;

/** What the paragraphs of a report count differently in two places. */
export function checkCounts(paragraphs: readonly ReadParagraph[]): Check[] {
  return [...differingWholes(paragraphs), ...differingRates(paragraphs)];
}

function differingWholes(paragraphs: readonly ReadParagraph[]): Check[] {
  const counts = paragraphs.flatMap(wholeCounts);
  const checks: Check[] = [];
  for (const [index, one] of counts.entries()) {
    for (const other of counts.slice(index + 1)) {
      if (one.value === other.value) continue;
      const same = one.figures.length === 1 && other.figures.length === 1 && one.noun === other.noun;
      const alike =
        one.figures.length === 1 && other.figures.length === 1 && core(one.noun) === core(other.noun);
      const pair = isPairOf(one, other) || isPairOf(other, one);
      if (same || alike || pair) checks.push(countCheck(one, other, same || pair ? 'likely' : 'slight'));
    }
  }
  return checks;
}

/** Every count of a whole in a paragraph, and the pairs of one: 行政村 and 社区. */
function wholeCounts(read: ReadParagraph): WholeCount[] {
  const text = foldWidth(read.paragraph.text);
  return read.figures.flatMap(({ figure }, position) => {
    if (figure.precision !== 'exact' || !WHOLE.test(text.slice(Math.max(0, figure.start - 8), figure.start)))
      return [];
    const noun = nounAfter(text, figure);
    if (!noun) return [];
    const single: WholeCount = { read, figures: [figure], value: figure.value, noun, parts: partsOf(noun) };
    const next = read.figures[position + 1]?.figure;
    const between = next ? text.slice(figure.end + noun.length, next.start) : '';
    const second = next && /^[、和及与]$/.test(between) ? nounAfter(text, next) : undefined;
    if (!next || !second) return [single];
    return [
      {
        read,
        figures: [figure, next],
        value: figure.value + next.value,
        noun: `${noun}、${second}`,
        parts: [noun, second],
      },
    ];
  });
}

function nounAfter(text: string, figure: Figure): string | undefined {
  const noun = NOUN.exec(text.slice(figure.end, figure.end + 24))?.[1];
  return noun && noun.length >= 2 && !NARROWER.test(noun) ? noun : undefined;
}

/** 村(社区) is 村 and 社区. */
function partsOf(noun: string): string[] {
  const match = /^([\u4e00-\u9fff]{1,4})[(（]([\u4e00-\u9fff]{1,4})[)）]$/.exec(noun);
  return match ? [match[1]!, match[2]!] : [];
}

/** Whether a pair such as 行政村 and 社区 is what the single count 村(社区) counts. */
function isPairOf(pair: WholeCount, single: WholeCount): boolean {
  if (pair.figures.length !== 2 || single.parts.length !== 2 || single.figures.length !== 1) return false;
  return pair.parts.every((part, index) => part.endsWith(single.parts[index]!));
}

const core = (noun: string) => noun.replace(/主体|各级|各类|职能|现有/g, '');

function differingRates(paragraphs: readonly ReadParagraph[]): Check[] {
  const seen = new Map<string, { read: ReadParagraph; figure: Figure }>();
  return paragraphs.flatMap((read) =>
    read.figures.flatMap((one) => {
      const name = RATE.exec(one.before.trim())?.[1];
      const { figure } = one;
      if (
        !name ||
        figure.unit !== '%' ||
        figure.precision !== 'exact' ||
        figure.period ||
        CHANGE.test(one.before)
      )
        return [];
      const first = seen.get(name);
      if (!first) seen.set(name, { read, figure });
      if (!first || first.figure.value === figure.value || first.figure.period) return [];
      const side = (from: ReadParagraph, printed: Figure): WholeCount => ({
        read: from,
        figures: [printed],
        value: printed.value,
        noun: name,
        parts: [],
      });
      return [countCheck(side(first.read, first.figure), side(read, figure), 'slight')];
    }),
  );
}

function countCheck(one: WholeCount, other: WholeCount, severity: Severity): Check {
  const pair = [one, other].find((count) => count.figures.length === 2);
  const unit = pair?.figures.at(-1)?.unit ?? '';
  const shown = (count: WholeCount) =>
    count.figures.length === 1
      ? count.figures[0]!.raw
      : `${count.figures.map((figure) => figure.raw).join(' + ')} = ${count.value}${unit}`;
  const single = [one, other].find((count) => count.figures.length === 1) ?? one;
  return {
    kind: 'count',
    fits: false,
    severity,
    figures: [...one.figures, ...other.figures],
    operands: pair?.figures ?? [],
    ...(pair
      ? { recomputed: { operation: 'sum' as const, value: pair.value, raw: `${pair.value}${unit}` } }
      : {}),
    computation: `${shown(one)} ≠ ${shown(other)}`,
    quotes: [one, other].map((count) => ({
      paragraph: count.read.paragraph.number,
      text: quoteAround(count.read.paragraph, count.figures),
    })),
    message: WORDING.selfCheck.countDiffers(single.noun, shown(one), shown(other)),
  };
}
