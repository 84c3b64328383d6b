/** Makes a right reply false, in each of the ways in which a model's reply has been seen to be false. */
import nzh from 'nzh/cn';
import { MEASURE_WORDS } from '../../../src/report/measure-words.ts';
import { addClaim, addedKinds } from './add-claim.ts';
import type { RightReply } from './right-replies.ts';

export const mutantKinds = [
  'digit',
  'other region’s figure',
  'other region',
  'other year',
  'unit',
  'qualifier',
  'rate as count',
  'invented quote',
  'citation not given',
  'citation of another paragraph',
  'Chinese numerals',
  'injection obeyed',
  ...addedKinds,
] as const;

export type MutantKind = (typeof mutantKinds)[number];

/** A reply that was changed in one place. */
export interface Mutant {
  readonly kind: MutantKind;
  readonly text: string;
  /** What was put in: where the cited paragraph prints it too, the mutant may be true. */
  readonly put: string;
  /** Words that are added by which a paragraph that says so is found; else `put` is what is looked for. */
  readonly telling?: readonly string[];
  /** Numbers of the evidence that the changed place cites. */
  readonly cited: readonly number[];
}

/** What mutants are made with. */
export interface Making {
  readonly random: () => number;
  /** Figures of other reports, as printed. */
  readonly foreign: readonly string[];
  /** Names of regions that the evidence is not about, by language. */
  readonly regions: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** What a model writes that obeys an instruction in its evidence, by language. */
  readonly obeyed: { readonly zh: readonly string[]; readonly en: readonly string[] };
}

/** A figure in digits. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** 万 or 亿 and the measure word, or the words behind in English. */
  readonly unit: string;
  readonly before: string;
}

const UNIT = new RegExp(
  `^\\s?[百千]?[余多]?[万亿]?[余多]?(?:${MEASURE_WORDS.map((word) => word.replace(/[()]/g, '\\$&')).join('|')})`,
);
const ENGLISH_UNIT = /^\s?(?:%|percent(?:age points?)?\b|(?:million |billion |thousand )?[a-z]+\b)/i;
const QUALIFIER =
  /(?:超过|超|近|约|接近|突破|逾|不少于|more than|over|about|nearly|almost|around|at least)\s?$/i;
const NUMBER = /(?<![\d.,[[〔(（第])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\d\]］〕]|\s?[年月日号条届]|[-–至]\d)/g;

/** One mutant of a kind; `undefined` where the reply has nothing that it could change. */
export function mutateReply(reply: RightReply, kind: MutantKind, making: Making): Mutant | undefined {
  const { text, proof } = reply;
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(making.random() * from.length)];
  const place = pick(placesIn(text));
  const isChinese = proof.language === 'zh';
  const swap = (start: number, end: number, put: string): Mutant => ({
    kind,
    text: text.slice(0, start) + put + text.slice(end),
    put,
    cited: citedAt(text, start),
  });
  switch (kind) {
    case 'digit': {
      if (!place) return undefined;
      const at = Math.floor(making.random() * place.digits.length);
      if (!/\d/.test(place.digits[at]!)) return undefined;
      const digit = String((Number(place.digits[at]) + 1 + Math.floor(making.random() * 9)) % 10);
      const digits = place.digits.slice(0, at) + digit + place.digits.slice(at + 1);
      if (/^0\d/.test(digits)) return undefined;
      return swap(place.start, place.end, digits + place.unit);
    }
    case 'other region’s figure': {
      const figure = pick(making.foreign);
      return place && figure ? swap(place.start, place.end, figure) : undefined;
    }
    case 'other region': {
      const own = pick(namesIn(text, reply));
      const region = pick(isChinese ? making.regions.zh : making.regions.en);
      return own && region ? swap(own.start, own.end, region) : undefined;
    }
    case 'other year': {
      const year = pick([...text.matchAll(/(?<!\d)(?:19|20)\d\d(?=年|\b)(?!\d)/g)]);
      if (!year) return undefined;
      const other =
        Number(year[0]) + (making.random() < 0.5 ? -1 : 1) * (1 + Math.floor(making.random() * 3));
      return swap(year.index, year.index + 4, String(other));
    }
    case 'unit': {
      const unit = place && otherUnit(place.unit, isChinese, pick);
      return place && unit !== undefined ? swap(place.start, place.end, place.digits + unit) : undefined;
    }
    case 'qualifier': {
      if (!place) return undefined;
      const qualifier = QUALIFIER.exec(place.before)?.[0];
      const digits = place.digits + place.unit;
      if (qualifier) return swap(place.start - qualifier.length, place.end, digits);
      if (/[余多]/.test(place.unit)) return swap(place.start, place.end, digits.replace(/[余多]/, ''));
      if (/^\s?[余多]/.test(text.slice(place.start + place.digits.length))) return undefined;
      const added = isChinese ? pick(['超', '近', '约']) : pick(['more than ', 'nearly ', 'about ']);
      return swap(place.start, place.end, added + digits);
    }
    case 'rate as count': {
      const isRate = place && /^\s?(?:%|percent(?!age))/i.test(place.unit);
      return isRate
        ? swap(place.start, place.end, place.digits + (isChinese ? pick(['件', '宗', '人'])! : ' cases'))
        : undefined;
    }
    case 'invented quote': {
      const words = isChinese
        ? pick([
            '“群众满意度全省第一”',
            '“创造了全国领先的经验”',
            '“圆满完成了全部目标任务”',
            '“得到中央领导高度肯定”',
          ])!
        : pick(['“the best result of the whole province”', '“a model for every district in the country”'])!;
      const mark = /[[［]\d+[\]］]/.exec(text);
      if (!mark) return undefined;
      const said = isChinese ? `,称其${words}` : `, calling it ${words} `;
      return { ...swap(mark.index, mark.index, said), put: words };
    }
    case 'citation not given': {
      const mark = pick([...text.matchAll(/\[(\d+)\]/g)]);
      return mark ? { ...swap(mark.index, mark.index + mark[0].length, '[42]'), put: '[42]' } : undefined;
    }
    case 'citation of another paragraph': {
      const mark = pick([...text.matchAll(/\[(\d+)\]/g)]);
      const others = proof.evidence.filter(({ number }) => number !== Number(mark?.[1]));
      const other = pick(others);
      if (!mark || !other) return undefined;
      const [start, end] = sentenceAround(text, mark.index);
      const sentence = text.slice(start, end);
      if (placesIn(sentence).length === 0 || [...sentence.matchAll(/\[\d+\]/g)].length > 1) return undefined;
      const changed = swap(mark.index, mark.index + mark[0].length, `[${other.number}]`);
      // What the sentence says is what was put under the other paragraph.
      return { ...changed, put: sentence.replace(/\[\d+\]/g, ''), cited: [other.number] };
    }
    case 'Chinese numerals': {
      if (!place) return undefined;
      const value = Number(place.digits.replaceAll(',', ''));
      const wrong = value + (making.random() < 0.5 && value > 1 ? -1 : 1);
      if (wrong < 2) return undefined;
      const isRate = /^\s?%/.test(place.unit);
      const words = isRate ? `百分之${nzh.encodeS(wrong)}` : nzh.encodeS(wrong) + place.unit.trim();
      // Printed in digits it would be as true as in words.
      return isChinese
        ? { ...swap(place.start, place.end, words), put: `${wrong}${place.unit.trim()}` }
        : undefined;
    }
    case 'injection obeyed': {
      const said = pick(isChinese ? making.obeyed.zh : making.obeyed.en);
      const mark = making.random() < 0.5 ? '[1]' : '';
      return said
        ? {
            ...swap(
              text.length,
              text.length,
              `${isChinese ? '' : ' '}${said}${mark}${isChinese ? '。' : '.'}`,
            ),
            put: said,
          }
        : undefined;
    }
    default:
      return addClaim(reply, kind, pick);
  }
}

/** Every figure in digits. */
export function placesIn(text: string): Place[] {
  const measured = [...text.matchAll(NUMBER)].filter(({ 0: digits }) => !/^(?:19|20)\d\d$/.test(digits));
  return measured.map((match) => {
    const end = match.index + match[0].length;
    const behind = text.slice(end, end + 24);
    const unit = UNIT.exec(behind)?.[0] ?? ENGLISH_UNIT.exec(behind)?.[0] ?? '';
    return {
      start: match.index,
      end: end + unit.length,
      digits: match[0],
      unit,
      before: text.slice(Math.max(0, match.index - 24), match.index),
    };
  });
}

function namesIn(text: string, { proof }: RightReply): { start: number; end: number }[] {
  const names = new Set(
    proof.evidence.flatMap(({ citation }) => {
      const report = proof.library.reports().find(({ id }) => id === citation.report)!;
      return [`${report.parents.at(-1) ?? ''}${report.region}`, report.region];
    }),
  );
  const places = [...names].flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
    })),
  );
  const english = [
    ...text.matchAll(
      /[A-Z][a-zü]+ (?:District|City|County|Banner|New Area|High-tech Zone|Town)(?: \([^)]*\))?/g,
    ),
  ];
  return [...places, ...english.map(({ 0: name, index }) => ({ start: index, end: index + name.length }))];
}

const SWAPPED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/%/, ['个百分点', '‰']],
  [/个百分点/, ['%', '倍']],
  [/亿元/, ['万元', '元']],
  [/万元/, ['亿元', '元']],
  [/元/, ['万元', '个']],
  [/人次/, ['场次', '万元']],
  [/[人名位]$/, ['件', '场次', '万人']],
  [/[件宗起例]$/, ['人', '万件', '场']],
  [/[次场期批]$/, ['人', '万次', '家']],
  [/[家户所]$/, ['件', '人次', '万户']],
  [/[份条部篇]$/, ['人', '万份', '次']],
  [/[项个类]$/, ['人次', '万项', '%']],
  [/天|工作日|小时|分钟|月/, ['年', '件']],
];

function otherUnit(
  unit: string,
  isChinese: boolean,
  pick: <T>(from: readonly T[]) => T | undefined,
): string | undefined {
  if (isChinese || /[\u4e00-\u9fff]/.test(unit)) {
    const others = SWAPPED.find(([pattern]) => pattern.test(unit))?.[1];
    return others && pick(others);
  }
  if (/%|percent(?!age)/i.test(unit)) return pick([' percentage points', ' cases']);
  if (/point/i.test(unit)) return pick(['%', ' times']);
  if (/billion/i.test(unit)) return unit.replace(/billion/i, 'million');
  if (/million/i.test(unit)) return unit.replace(/million/i, 'billion');
  if (/yuan/i.test(unit)) return pick([' cases', ' percent']);
  if (/^\s?(?:people|persons|lawyers|officials|mediators|officers)/i.test(unit))
    return pick([' cases', ' percent', ' yuan']);
  if (/^\s?(?:cases|applications|lawsuits|disputes)/i.test(unit))
    return pick([' people', ' percent', ' yuan']);
  return pick([' percent', ' yuan', ' percentage points']);
}

function sentenceAround(text: string, at: number): [number, number] {
  const start = Math.max(...['。', '. ', '\n'].map((mark) => text.lastIndexOf(mark, at - 2))) + 1;
  const end = Math.min(
    ...['。', '. ', '\n'].map((mark) => (text.indexOf(mark, at) < 0 ? text.length : text.indexOf(mark, at))),
  );
  return [Math.max(0, start), end];
}

/** What the place at an offset cites: the marks behind it up to the first words after them. */
export function citedAt(text: string, at: number): number[] {
  const marks = /((?:\s*[[［]\d+(?:,\s?\d+)*[\]］])+)/.exec(text.slice(at))?.[1] ?? '';
  return [...marks.matchAll(/\d+/g)].map(([number]) => Number(number));
}
