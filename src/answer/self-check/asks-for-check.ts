/** Whether a question asks for figures to be checked against each other. */
import type { Question } from '../../retrieval/question.ts';

const CHINESE =
  /(?:算|印|写|说|加)得?(?:对|准)(?:了)?(?:吗|不|么|没|的吗)|算错|写错|印错|搞错|对不对|对得上|对不上|说得通|打架|自相矛盾|前后(?:是否)?(?:一致|矛盾|不一)|(?:数据|数字|报告|统计).{0,10}(?:矛盾|错误|有误|一致吗|对吗|准确吗|靠谱吗)|怎么来的|加起来|是不是.{0,8}(?:错了|有误|重复|矛盾)|(?:一致|相符|吻合|准确|属实)(?:吗|么|不)|真的?(?:是|有|达到|超过|不到)?.{0,14}\d.{0,14}(?:吗|么)|够\d+|才.{0,12}怎么.{0,30}\d/;
const ENGLISH =
  /\b(?:fits?|match(?:es)?|agree|square|tally|consistent)\b.{0,60}(?:\?|\d|numbers?|figures?|counts?)|\badds? up\b|\bcontradict|\binconsisten|\bcheck (?:it|this|that|the (?:figures|numbers|arithmetic|math))|\b(?:calculated|computed|printed) (?:correctly|right)|\bcorrectly (?:calculated|computed)|\b(?:typo|misprint|impossible date)\b|\bis .{2,40} (?:right|correct) (?:that|in|about|to)\b|\bis\b.{4,90}\b(?:right|correct|accurate)\s*\?*$|\berrors? in\b|\breally .{0,30}\d/i;
const ALL_CHINESE =
  /(?:数据|数字|报告|统计).{0,12}(?:矛盾|错误|出错|错的|有误|一致吗|对吗|准确吗|靠谱|对不上|不一致|打架|有问题)|自相矛盾|前后(?:矛盾|不一|不符)|自查|核对|核验|有没有.{0,8}(?:矛盾|对不上|算错)/;
const ALL_ENGLISH =
  /\bcontradict|\binconsisten|\bconsistent\b|\berrors? in\b|\badd up\b|\bself-check|\b(?:check|verify) the (?:figures|numbers|arithmetic)/i;
const CHECKED_INTENTS: ReadonlySet<Question['intent']> = new Set([
  'audit',
  'figure',
  'fact',
  'define',
  'compare',
  'mentions',
]);
/** 算一下, calculate. */
export const COMPUTE = /算(?:一?下|算|出)|计算(?:一下|出)?|折算|\b(?:calculate|compute|work out)\b/i;

/** Whether a question asks for figures to be checked, or a share to be computed. */
export function asksForCheck(question: Question): boolean {
  const { intent, normal } = question;
  if (!CHECKED_INTENTS.has(intent)) return false;
  return (
    asksForArithmetic(question) ||
    asksForAll(question) ||
    (COMPUTE.test(normal) && /率|占比|比例|\brate\b|\bshare\b|percent/i.test(normal))
  );
}

/** Whether the question doubts a figure or asks how it was computed. */
export function asksForArithmetic({ normal, language }: Question): boolean {
  return (language === 'zh' ? CHINESE : ENGLISH).test(withoutDisputes(normal));
}

/** Whether the report as a whole is to be checked, where the question names nothing in it. */
export function asksForAll({ normal, language }: Question): boolean {
  return (language === 'zh' ? ALL_CHINESE : ALL_ENGLISH).test(withoutDisputes(normal));
}

/** 矛盾纠纷 are disputes between people, not between figures. */
function withoutDisputes(normal: string): string {
  return normal.replace(
    /(?:化解|排查|调处|调解|处理|社会|基层|各类|摆平)(?:的|了)?矛盾|矛盾(?:纠|隐患|化解|排查|调|多元)/g,
    '',
  );
}
