/** The mark that opens a point of an enumeration: 一是, (二), 3., 1.4.1, １．. */
const MARK =
  /^(?:[一二三四五六七八九十]{1,2}是|[(（][一二三四五六七八九十\d０-９]{1,2}[)）]|[\d０-９]{1,2}(?:[.．][\d０-９]{1,2}){1,3}(?![\d０-９%％万亿元个件倍成])|[\d０-９]{1,2}[.、．](?![\d０-９])|[一二三四五六七八九十]{1,3}、|比如[,，]?|如[:：])\s*/;

/** The mark at the start of a text with the space behind it; empty where it has none. */
export function pointMark(text: string): string {
  return MARK.exec(text)?.[0] ?? '';
}
