/** Which of the choices offered a short reply means: a number, a name, a part of a name, a year. */
import { shortPlaceName } from '../language/place-name.ts';
import { placePinyin } from '../language/place-pinyin.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { chineseValue } from '../report/scan-numbers.ts';
import type { Question } from '../retrieval/question.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const NUMBER =
  /^(?:第|选(?:择)?|选项|我选|no\.? ?|number |option |choice |#)?\s*(\d{1,2}|[一二三四五六七八九十两]{1,2})\s*(?:个|项|份|种|号|条|、|\.|\))?(?:吧|的|报告|那个)?$/i;
const NAMING =
  /^(?:我(?:要|想)?(?:问|说|选|看)?(?:的)?(?:是)?|就|选|要|看)?(.{1,12}?)(?:的?(?:那个|那份|这个|报告|呢|吧|的|啊))*$/;

/** The reports meant; empty when the reply is not one of the choices. */
export function chooseReport(
  own: string,
  question: Question,
  choices: readonly StoredReport[],
): StoredReport[] {
  const bare = own.replace(/[\s?!.。,，]+$/g, '').trim();
  const position = positionOf(bare, choices.length);
  if (position !== undefined) return choices[position - 1] ? [choices[position - 1]!] : [];
  if (/^(?:全部|所有|都要?|都看|全都|all(?: of them)?|both|every one)$/i.test(bare)) return [...choices];
  const inYears = choices.filter(
    (report) => question.years.length === 0 || question.years.includes(report.year),
  );
  const named = question.regions.flatMap((mention) =>
    inYears.filter((report) =>
      mention.candidates.some(
        (region) =>
          region.name === report.region ||
          report.aliases.includes(region.name) ||
          report.parents.includes(region.name),
      ),
    ),
  );
  const exact = named.filter((report) =>
    question.regions.some((mention) =>
      mention.candidates.some(
        (region) =>
          region.name === report.region && region.parents.every((parent) => report.parents.includes(parent)),
      ),
    ),
  );
  if (exact.length > 0 || named.length > 0) return [...new Set(exact.length > 0 ? exact : named)];
  if (question.regions.length > 0) return [];
  if (question.years.length > 0 && question.terms.length === 0) return inYears.length === 1 ? inYears : [];
  const spelled = spelledChoice(bare, choices);
  if (spelled) return [spelled];
  const part = NAMING.exec(bare)?.[1] ?? bare;
  if (!/^[\u4e00-\u9fff]{1,12}$/.test(part)) return [];
  const partly = choices.filter((report) =>
    [report.region, ...report.aliases, ...report.parents].some((name) => name.includes(part)),
  );
  return partly.length === 1 ? partly : [];
}

/** `the fuzhou one`: in small letters the pinyin of a parent is not looked for as a region. */
function spelledChoice(bare: string, choices: readonly StoredReport[]): StoredReport | undefined {
  const words: readonly string[] = bare.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const meant = choices.filter((report) =>
    [report.region, ...report.parents].some((name) =>
      words.includes(placePinyin(shortPlaceName(name)).join('')),
    ),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

function positionOf(bare: string, count: number): number | undefined {
  const word = /^(?:the )?(\w+)(?: (?:one|report|choice))?$/i.exec(bare)?.[1]?.toLowerCase();
  if (word === 'last' || /^最后(?:一)?(?:个|份)?$/.test(bare)) return count;
  if (word === 'latter' || bare === '后者') return count === 2 ? 2 : undefined;
  if (word === 'former' || bare === '前者') return count === 2 ? 1 : undefined;
  const ordinal = word ? ORDINALS.indexOf(word) : -1;
  if (ordinal >= 0) return ordinal + 1;
  const number = NUMBER.exec(bare)?.[1];
  if (number === undefined) return undefined;
  return /^\d/.test(number) ? Number(number) : chineseValue(number);
}
