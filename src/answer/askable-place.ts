/** How a suggested question names a report, so that it is understood when it is sent as it stands. */
import { shortPlaceName } from '../language/place-name.ts';
import type { StoredReport } from '../library/stored-report.ts';
import type { Language } from '../wording/language.ts';
import { englishName, englishPlace, fullName } from './place.ts';

/** Longer names and names of bodies are not told by their pinyin. */
const LONGEST_SPELLED = 5;

/** `南京市鼓楼区`, or `Nanjing Gulou District`; in English a long name stays Chinese, in quotes. */
export function askableName(report: StoredReport, language: Language): string {
  if (language === 'zh') return fullName(report);
  if (report.region.length > LONGEST_SPELLED || report.body === 'zone' || report.body === 'department')
    return `"${fullName(report)}"`;
  const name = englishName(report).replace(/ \([^)]*\)$/, '');
  const parent = report.parents.at(-1);
  if (parent === undefined || report.region.startsWith(shortPlaceName(parent))) return name;
  return `${englishPlace(parent)} ${name}`;
}

/** `南京市鼓楼区2019年`, `Nanjing Gulou District 2019`. */
export function askablePlace(report: StoredReport, language: Language): string {
  return language === 'zh'
    ? `${askableName(report, language)}${report.year}年`
    : `${askableName(report, language)} ${report.year}`;
}
