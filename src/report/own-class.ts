/** The class word by which a text speaks of its own region: the 区 of 我区 and 全区. */

/** The class word, or `undefined` where the text never speaks so. */
export function findOwnClass(text: string): string | undefined {
  return (
    mostFrequent(text, /我([省市县区旗镇乡州盟])/g, 1) ?? mostFrequent(text, /全([省市县区旗镇乡州盟])/g, 3)
  );
}

/** A district may be the first of its whole city (全市) once; often it speaks only of itself. */
function mostFrequent(text: string, pattern: RegExp, least: number): string | undefined {
  const counts = new Map<string, number>();
  for (const [, word = ''] of text.matchAll(pattern)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= least ? best[0] : undefined;
}
