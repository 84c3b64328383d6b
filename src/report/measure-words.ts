/**
 * Measure words that reports print after a number, longest first, and the kind of thing each counts.
 *
 * Two words of one kind may stand for each other in a question (`多少件` of a report's `64宗`).
 */

/** What a unit counts. */
export type UnitKind =
  | 'case'
  | 'person'
  | 'share'
  | 'money'
  | 'time'
  | 'score'
  | 'weight'
  | 'area'
  | 'volume'
  | 'age'
  | 'length'
  | 'event'
  | 'body'
  | 'text'
  | 'device'
  | 'thing';

const BY_KIND: Record<UnitKind, readonly string[]> = {
  share: ['个百分点', '百分点', '个千分点', '千分点', '%', '‰', '成', '倍'],
  time: [
    '个工作日',
    '工作日',
    '个小时',
    '小时',
    '分钟',
    '个月',
    '个季度',
    '天',
    '周',
    '年',
    '学时',
    '课时/人次',
    '课时',
    '秒',
  ],
  money: ['元', '块', '美元'],
  person: ['人次', '人/次', '人(次)', '人(户)', '名', '人', '位'],
  event: ['场次', '场(次)', '场', '次', '期', '轮', '批次', '批', '届', '堂', '节', '讲'],
  case: ['件次', '件(次)', '件', '宗', '起', '例', '案', '单', '桩', '笔'],
  body: ['家', '户', '所', '支', '间', '座', '处', '站', '栋', '幢', '队'],
  text: ['份', '条', '篇', '部', '册', '本', '封', '张', '幅', '道', '则', '款', '字', '卷'],
  device: ['台', '辆', '套', '艘', '架', '枚', '块', '眼'],
  score: ['分'],
  weight: ['万吨', '吨', '千克', '公斤', '克'],
  area: ['平方公里', '平方米', '公顷', '亩'],
  volume: ['立方米'],
  age: ['岁'],
  length: ['公里', '千米', '米'],
  thing: [
    '个',
    '项',
    '类',
    '种',
    '级',
    '批',
    '门',
    '对',
    '组',
    '户次',
    '家次',
    '台次',
    '厂次',
    '矿次',
    '车次',
    '大类',
    '点',
  ],
};

const KIND_OF = new Map<string, UnitKind>();
for (const [kind, words] of Object.entries(BY_KIND)) {
  for (const word of words) if (!KIND_OF.has(word)) KIND_OF.set(word, kind as UnitKind);
}

/** All measure words, longest first. */
export const MEASURE_WORDS: readonly string[] = [...KIND_OF.keys()].sort((a, b) => b.length - a.length);

/** The kind of a measure word; `undefined` for a word that is none. */
export function kindOfUnit(unit: string): UnitKind | undefined {
  return KIND_OF.get(unit.replace(/^[万亿千百]+/, '')) ?? KIND_OF.get(unit);
}

/** Measure words that people use for each other: 多少件 of `64宗`, 几家 of `53个单位`. */
const INTERCHANGEABLE: readonly (readonly string[])[] = [
  ['件', '宗', '起', '例', '案', '单', '个', '件次', '桩', '笔', '项', '份'],
  ['份', '件', '部', '篇', '个', '条', '册', '本', '张', '项', '卷'],
  ['人', '名', '位', '人次', '人/次'],
  ['家', '户', '个', '所', '间', '处', '支', '座'],
  ['次', '场', '场次', '期', '轮', '回', '批次', '批', '堂'],
  ['条', '件', '项', '则', '个'],
  ['台', '个', '部', '套', '辆'],
  ['工作日', '个工作日', '天'],
];

/** Whether a question asking for one measure word can mean a figure printed with the other. */
export function areInterchangeable(asked: string, printed: string): boolean {
  return (
    asked === printed || INTERCHANGEABLE.some((words) => words.includes(asked) && words.includes(printed))
  );
}

const LOOSE: ReadonlySet<UnitKind> = new Set<UnitKind>(['case', 'event', 'body', 'text', 'device', 'thing']);

/** Whether a figure with unit `printed` can answer a question that asks for `asked`. */
export function unitsAgree(asked: UnitKind, printed: UnitKind | undefined): boolean {
  if (printed === undefined) return LOOSE.has(asked) || asked === 'person';
  return asked === printed || (LOOSE.has(asked) && LOOSE.has(printed));
}
