/** What an administrator answers to the question for a region or a year. */
import { parseChineseNumeral } from '../../language/chinese-numerals.ts';
import { describeRegion } from '../../language/describe-region.ts';
import type { Upload } from './upload.ts';

type Corrections = Upload['given'];

const firstYear = 1949;
const lastYear = 2100;
const maxRegion = 60;

/** `2019`, `２０１９年`, `二〇一九年度`; `undefined` for anything else. */
export function readYear(text: string): Corrections | undefined {
  const words = text.normalize('NFKC').trim();
  const written = /^(?<digits>\d{4}|[〇零○一二三四五六七八九]{4})\s*(?:年(?:度)?)?$/u.exec(words)?.groups
    ?.digits;
  if (written === undefined) return undefined;
  const year = /^\d/.test(written)
    ? Number(written)
    : parseChineseNumeral(written.replace(/[零○]/gu, '〇'))?.value;
  return year !== undefined && year >= firstYear && year <= lastYear ? { year } : undefined;
}

/** The name of a region in one of the forms that reports use, with or without those around it; or one in pinyin. */
export function readRegion(text: string): Corrections | undefined {
  const latin = text.normalize('NFKC').trim();
  // Whether there is such a place is for whoever reads the report to say.
  if (latin.length <= maxRegion && /^\p{Script=Latin}[\p{Script=Latin}' -]{2,}$/u.test(latin))
    return { region: latin };
  const name = text.normalize('NFKC').replace(/[\s。.]+/gu, '');
  if (name === '' || name.length > maxRegion) return undefined;
  return describeRegion(name) ? { region: name } : undefined;
}
