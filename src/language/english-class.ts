/**
 * The class words of Chinese regions in English and in pinyin: `District`, `High-tech Zone`, `gaoxinqu`.
 */

/** A class word at the start of a text, and what it is in Chinese. */
export interface EnglishClass {
  /** Its length, with the space in front. */
  readonly length: number;
  /** Endings a region's name can have under it: 县 and 旗 for `County`. */
  readonly endings: readonly string[];
  /** Whether the class makes a zone. */
  readonly zone: boolean;
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
  ['bonded (?:zone|area)|bao ?shui ?qu', '保税区'],
  ['(?:pilot )?free[ -]trade (?:pilot )?zone|ftz|zi ?mao ?qu', '自贸区'],
  ['(?:national )?new (?:area|district|zone)|xin ?qu', '新区'],
  ['demonstration (?:zone|area)|shi ?fan ?qu', '示范区'],
  ['industrial (?:park|zone)', '工业园区'],
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
