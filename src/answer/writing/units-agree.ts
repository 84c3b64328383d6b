/** Whether a unit, or what an English text counts, can stand for the unit that the report prints. */
import { kindOfUnit } from '../../report/measure-words.ts';
import type { WrittenNumber } from './written-number.ts';

/** Units that say the same of one number. */
const SAME: readonly (readonly string[])[] = [
  ['件', '宗', '起', '例', '案'],
  ['人', '名', '位'],
  ['个百分点', '百分点'],
  ['工作日', '个工作日'],
  ['小时', '个小时'],
  ['元', '块'],
  // Its value is compared in percent.
  ['成', '%'],
  // 五十周岁 is scanned as 五十周.
  ['周', '岁'],
  ['场', '场次', '场(次)'],
  ['件次', '件(次)'],
  ['人次', '人/次', '人(次)'],
];
/** Units that no other can stand for, nor none. */
const OWN_KINDS = new Set(['share', 'money', 'time', 'area', 'length', 'weight', 'score']);

type Counted =
  | 'person'
  | 'case'
  | 'times'
  | 'body'
  | 'text'
  | 'time'
  | 'share'
  | 'area'
  | 'length'
  | 'weight';

const NOUNS: readonly (readonly [Counted, RegExp])[] = [
  ['share', /\bpercent(?:age)?\b/],
  [
    'time',
    /\b(?:(?:working |business )?days?|hours?|minutes?|seconds?|weeks?|months?|years?|quarters?)$|^(?:(?:working|business) )?days?\b/,
  ],
  ['area', /\b(?:mu|hectares?|square (?:kilo)?met(?:re|er)s?)\b/],
  ['length', /\b(?:kilomet(?:re|er)s?|km|met(?:re|er)s?)$/],
  ['weight', /\b(?:tons?|tonnes?|kilograms?|kg|grams?)\b/],
  ['times', /\b(?:times|occasions)$/],
  [
    'person',
    /\b(?:people|persons?|individuals?|residents|citizens|officials|officers|cadres|lawyers|attorneys|mediators|students|employees|workers|staff|judges|villagers|experts|advis[eo]rs|counsel(?:lors)?|personnel|participants|attendees|trainees|volunteers|women|men|heads)$/,
  ],
  [
    'body',
    /\b(?:households|companies|enterprises|firms|businesses|departments|agencies|institutions|villages|communities|towns|townships|stations|offices|bureaus|committees|organi[sz]ations|units|courts|schools)$/,
  ],
  [
    'case',
    /\b(?:cases|lawsuits|suits|disputes|applications|complaints|petitions|prosecutions|appeals|violations|penalties)$/,
  ],
  [
    'text',
    /\b(?:documents|regulations|copies|opinions|articles|contracts|laws|rules|policies|books|brochures|leaflets|judgments|agreements)$/,
  ],
];

/** The nouns of units that measure. */
const OWN_NOUNS: readonly (readonly [RegExp, RegExp])[] = [
  [/吨/, /\b(?:tons?|tonnes?)\b/],
  [/公斤|千克/, /\b(?:kilograms?|kg)\b/],
  [/平方公里/, /\bsquare kilomet/],
  [/平方米/, /\bsquare met/],
  [/公里|千米/, /\b(?:kilomet\w+|km)\b/],
  [/^米/, /\bmet(?:re|er)s?\b/],
  [/公顷/, /\bhectares?\b/],
  [/亩/, /\bmu\b/],
  [/个?工作日/, /\b(?:(?:working|business|work) )?days?\b/],
  [/天|^日/, /\bdays?\b/],
  [/小时/, /\bhours?\b/],
  [/分钟/, /\bminutes?\b/],
  [/个?月/, /\bmonths?\b/],
  [/季度/, /\bquarters?\b/],
  [/年/, /\byears?\b/],
];

/** What a noun must not count where the report prints a unit of the kind. */
const REFUSED: Readonly<Record<string, readonly Counted[]>> = {
  person: ['case', 'times', 'body', 'text'],
  case: ['person', 'times', 'body'],
  event: ['person', 'body'],
  body: ['case', 'times', 'text'],
  text: ['person', 'times', 'body'],
  device: ['person', 'times', 'case', 'text'],
  thing: ['times'],
};

/** Whether the number says what the report counts by a figure of this unit. */
export function unitsAgree(written: WrittenNumber, printed: string, language: 'zh' | 'en'): boolean {
  const unit = written.unit;
  if (unit === printed || SAME.some((units) => units.includes(unit) && units.includes(printed))) return true;
  // 188条行政村, 12条措施: it counts anything.
  const kind = printed === '条' ? 'thing' : kindOfUnit(printed);
  // A cell of a table prints none: what its column counts may be said.
  if (printed === '') return unit === '' || !OWN_KINDS.has(kindOfUnit(unit) ?? 'thing');
  if (unit !== '') return unit === '岁' && printed === '岁';
  if (printed === '岁') return language === 'en' && /^$|\byears?\b/.test(written.noun);
  return language === 'en' && nounAgrees(written.noun, printed, kind ?? 'thing');
}

function nounAgrees(noun: string, printed: string, kind: string): boolean {
  const counted = NOUNS.find(([, pattern]) => pattern.test(noun))?.[0];
  if (OWN_KINDS.has(kind)) {
    if (printed === '%' || printed === '元' || /百分点$/.test(printed)) return false;
    const names = OWN_NOUNS.find(([units]) => units.test(printed))?.[1];
    if (names) return names.test(noun);
    return counted === kind || (kind === 'score' && /\b(?:points?|marks?)\b/.test(noun));
  }
  if (counted === undefined) return true;
  if (/次/.test(printed) && counted === 'times') return true;
  // 860人次 may be fewer people, who came more than once.
  if (/次/.test(printed) && counted === 'person') return /\bperson[- ]times\b/.test(noun);
  if (
    counted === 'share' ||
    counted === 'time' ||
    counted === 'area' ||
    counted === 'length' ||
    counted === 'weight'
  )
    return false;
  return !(REFUSED[kind] ?? []).includes(counted);
}
