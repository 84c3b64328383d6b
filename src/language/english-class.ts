/**
 * The class words of Chinese regions in English and in pinyin: `District`, `High-tech Zone`, `gaoxinqu`.
 */

import { isSameZoneKind } from './region-forms.ts';

/** A class word at the start of a text, and what it is in Chinese. */
export interface EnglishClass {
  /** Its length, with the space in front. */
  readonly length: number;
  /** Endings a region's name can have under it: 县 and 旗 for `County`. */
  readonly endings: readonly string[];
  /** Whether the class makes a zone. */
  readonly zone: boolean;
}

/** Kinds of zones in English, as replies print them. */
const ZONE_LABELS: readonly (readonly [string, string])[] = [
  ['高新区', 'High-tech Zone'],
  ['经开区', 'Development Zone'],
  ['综保区', 'Comprehensive Bonded Zone'],
  ['自贸区', 'Free Trade Zone'],
  ['保税港区', 'Bonded Port Zone'],
  ['保税区', 'Bonded Zone'],
  ['新区', 'New Area'],
  ['示范区', 'Demonstration Zone'],
  ['试验区', 'Pilot Zone'],
  ['实验区', 'Pilot Zone'],
  ['合作区', 'Cooperation Zone'],
  ['度假区', 'Resort'],
  ['风景名胜区', 'Scenic Area'],
  ['风景区', 'Scenic Area'],
  ['景区', 'Scenic Area'],
  ['旅游区', 'Tourist Area'],
  ['保护区', 'Nature Reserve'],
  ['管理区', 'Management Area'],
  ['航空港区', 'Airport Zone'],
  ['港务区', 'Port Zone'],
  ['港区', 'Port Zone'],
  ['集聚区', 'Cluster Zone'],
  ['聚集区', 'Cluster Zone'],
  ['功能区', 'Functional Zone'],
  ['工业园区', 'Industrial Park'],
  ['工业园', 'Industrial Park'],
  ['工业区', 'Industrial Park'],
  ['产业园区', 'Industrial Park'],
  ['产业园', 'Industrial Park'],
  ['科技园区', 'Science Park'],
  ['科技园', 'Science Park'],
  ['物流园区', 'Logistics Park'],
  ['化工园区', 'Chemical Park'],
  ['园区', 'Park'],
  ['新城', 'New Town'],
  ['开发区', 'Development Zone'],
];

/** `High-tech Zone` for a kind of zones; `undefined` for a kind that has no word of its own. */
export function englishZoneLabel(kind: string): string | undefined {
  return ZONE_LABELS.find(([known]) => known === kind)?.[1];
}

/** Whether an English class word, read as `ending`, can mean zones of a kind: `Development Zone` for 经开区. */
export function meansZoneKind(ending: string, kind: string): boolean {
  if (isSameZoneKind(ending, kind)) return true;
  const label = englishZoneLabel(ending);
  return label !== undefined && label === englishZoneLabel(kind);
}

const TECH = 'tech(?:nology|nological)?';
const ZONES: readonly (readonly [string, string])[] = [
  [
    `(?:national )?(?:high|hi)(?: and new)?[ -]?${TECH}(?: industr\\w+)?(?: development)?(?: (?:zone|district|area|park))?`,
    '高新区',
  ],
  ['gao ?xin(?: ?(?:qu|zone|district))?', '高新区'],
  [`economic(?:al)?(?:(?: and| &)? ${TECH})?(?: development)? (?:zone|area|district)|etdz`, '经开区'],
  ['jing ?kai(?: ?qu)?', '经开区'],
  ['(?:comprehensive|integrated) bonded (?:zone|area)|zong ?bao ?qu', '综保区'],
  ['bonded port (?:zone|area)', '保税港区'],
  ['bonded (?:zone|area)|bao ?shui ?qu', '保税区'],
  ['(?:pilot )?free[ -]trade (?:pilot )?zone|ftz|zi ?mao ?qu', '自贸区'],
  ['(?:national )?new (?:area|district|zone)|xin ?qu', '新区'],
  ['demonstration (?:zone|area)|shi ?fan ?qu', '示范区'],
  ['pilot (?:zone|area)', '试验区'],
  ['cooperation (?:zone|area)', '合作区'],
  ['(?:tourist |holiday )?resort', '度假区'],
  ['scenic (?:area|zone|spot)', '风景名胜区'],
  ['touris(?:t|m) (?:area|zone)', '旅游区'],
  ['nature reserve', '保护区'],
  ['management (?:area|zone)|guan ?li ?qu', '管理区'],
  ['airport (?:zone|area)', '航空港区'],
  ['port (?:zone|area)', '港区'],
  ['cluster zone', '集聚区'],
  ['functional zone', '功能区'],
  ['industrial (?:park|zone)', '工业园区'],
  ['science (?:and technology )?park', '科技园区'],
  ['logistics park', '物流园区'],
  ['chemical park', '化工园区'],
  ['new town', '新城'],
  ['park', '园区'],
  ['development (?:zone|area)|kai ?fa ?qu', '开发区'],
];

const PLACES: readonly (readonly [string, readonly string[]])[] = [
  ['(?:autonomous )?(?:county|banner)|xian', ['县', '旗']],
  ['district|qu', ['区']],
  ['(?:county-level )?city|municipality|shi', ['市']],
  ['province|sheng', ['省']],
  ['(?:autonomous )?prefecture|league', ['州', '地区', '盟']],
  ['autonomous region', ['自治区']],
];

const CLASSES = [
  ...ZONES.map(([pattern, ending]) => ({ pattern, endings: [ending], zone: true })),
  ...PLACES.map(([pattern, endings]) => ({ pattern, endings, zone: false })),
];
// One expression with a group for each class, since it is tried behind every word of a text.
const AHEAD = new RegExp(`^[ -]?(?:${CLASSES.map(({ pattern }) => `(${pattern})`).join('|')})(?![a-z])`, 'i');
const CHINESE_AHEAD = /^ ?(高新区|经开区|新区|区|县|市|省)/;

/** The class word at the start of `text`, which stands right behind a name. */
export function englishClassAhead(text: string): EnglishClass | undefined {
  const found = AHEAD.exec(text);
  if (found) {
    const { endings, zone } = CLASSES[found.slice(1).findIndex((group) => group !== undefined)]!;
    return { length: found[0].length, endings, zone };
  }
  const chinese = CHINESE_AHEAD.exec(text);
  if (!chinese) return undefined;
  const ending = chinese[1]!;
  return { length: chinese[0].length, endings: [ending], zone: ending.length > 1 };
}
