/**
 * Regions and bodies that are known by the form of their names: development zones, departments, towns.
 *
 * No list of them is complete, but each kind closes with its own words: 高新技术产业开发区, 管理委员会, 局, 镇.
 */

/** A zone's name taken apart: 涪陵高新技术产业开发区 is `涪陵` + `高新技术产业开发区`, of kind 高新区. */
export interface ZoneName {
  /** What stands before the class word; may be empty. */
  readonly stem: string;
  /** The class word as printed. */
  readonly classWord: string;
  /** The short class word that stands for all wordings of the kind. */
  readonly kind: string;
}

/** Kinds of zones that are called by several class words, the short one first, then the official one. */
const KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    '高新区',
    [
      '高新技术产业开发区',
      '高新技术开发区',
      '高新技术产业园区',
      '高技术产业开发区',
      '高新开发区',
      '高新园区',
    ],
  ],
  ['经开区', ['经济技术开发区', '经济开发区']],
  ['综保区', ['综合保税区']],
  ['自贸区', ['自由贸易试验区', '自贸试验区']],
]);

const OTHER_CLASSES =
  '新区|开发区|管理区|保税港区|保税区|示范区|试验区|实验区|合作区|度假区|风景名胜区|风景区|保护区|旅游区|景区|港务区|航空港区|港区|集聚区|聚集区|功能区|工业区|工业园区|产业园区|产业园|工业园|科技园区|科技园|物流园区|化工园区|园区|新城';

const KIND_OF = new Map([...KINDS].flatMap(([kind, words]) => [kind, ...words].map((word) => [word, kind])));

const CLASSES = [...KIND_OF.keys()].join('|');
const COMMITTEE = '(?:(?:筹备)?(?:党工委)?(?:管理委员会|管委会|行政委员会|党工委))';

const ZONE = new RegExp(`^(.*?)(${CLASSES}|${OTHER_CLASSES})${COMMITTEE}?$`);
const COMMITTEE_ONLY = new RegExp(`^(.{2,})${COMMITTEE}$`);
/** What a department manages, and no zone is called after: 国有资产监督管理委员会, 住房和城乡建设管理委员会. */
const DEPARTMENT_COMMITTEE =
  /(?:监督|资产|建设|城市|市政|市容|交通|绿化|环境|事务|综合|公共|应急|执法)管理委员会$/;
const COMMITTEE_ALONE = new RegExp(`^${COMMITTEE}$`);

const ZONE_CLASS = new RegExp(
  `(?:${CLASSES}|保税港区|保税区|新区|开发区|工业园区|管理区)(?![域块划间别分])`,
  'g',
);

/** Class words that make a zone of whatever name stands before them, at the start of the rest of a text. */
const ZONE_CLASS_AHEAD = new RegExp(
  `^(?:${CLASSES}|保税港区|保税区|新区|工业园区|风景名胜区|度假区|示范区|管理区|开发区)(?![域块划间别分])`,
);
/** Those of them that follow a district's full name too: 涪陵区高新区, but not 花都区新区. */
const STRONG_CLASS_AHEAD = new RegExp(`^(?:${CLASSES})(?![域块划间别分])`);

const TOWN = /^([\p{Script=Han}]{1,8}?(?:街道|镇|乡|苏木))(?:办事处|办)?$/u;
const BODY =
  /^[\p{Script=Han}、（）()]{1,28}(?:局|厅|委|委员会|办|办公室|中心|法院|检察院|署|处|支队|大队|总队|所|站|部|院|行|会|公司|大学|学院|医院|集团|街道办|分局)$/u;

/** Takes a zone's name apart; a 管理委员会 behind it is left out. */
export function parseZoneName(name: string): ZoneName | undefined {
  const zone = ZONE.exec(name);
  if (zone) {
    const [, stem = '', classWord = ''] = zone;
    return { stem, classWord, kind: KIND_OF.get(classWord) ?? classWord };
  }
  const committee = isDepartmentCommittee(name) ? undefined : COMMITTEE_ONLY.exec(name);
  return committee ? { stem: committee[1]!, classWord: '', kind: '' } : undefined;
}

/** Whether a 管理委员会 is a department's name and governs no zone. */
export function isDepartmentCommittee(name: string): boolean {
  return DEPARTMENT_COMMITTEE.test(name);
}

/** Whether the words are those of a zone's governing body and nothing else: 管理委员会, 管委会. */
export function isCommittee(words: string): boolean {
  return COMMITTEE_ALONE.test(words);
}

/** All class words of a zone kind, the short one first. */
export function zoneClassWords(kind: string): readonly string[] {
  return [kind, ...(KINDS.get(kind) ?? [])];
}

/**
 * The zone class word at the start of `text`, with a committee behind it, or an empty string.
 *
 * @param afterFullName Whether the text stands behind a district's full name, where only 高新区 and its like
 * make a zone of it.
 */
export function zoneClassAhead(text: string, afterFullName: boolean): string {
  return (afterFullName ? STRONG_CLASS_AHEAD : ZONE_CLASS_AHEAD).exec(text)?.[0] ?? '';
}

/** Where class words of zones stand in a text. */
export function zoneClassesIn(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(ZONE_CLASS)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** The town or street that a name names, without its 办事处. */
export function parseTownName(name: string): string | undefined {
  return TOWN.exec(name)?.[1];
}

/** Whether a name closes like a department's: 市场监督管理局, 政法委, 人民法院. */
export function isBodyName(name: string): boolean {
  return BODY.test(name);
}
