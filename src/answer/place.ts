/** How a reply names a report's region and year, in the question's language. */
import { englishDepartment } from '../language/department-fields.ts';
import { englishZoneLabel } from '../language/english-class.ts';
import { shortPlaceName } from '../language/place-name.ts';
import { placePinyin } from '../language/place-pinyin.ts';
import { parseZoneName } from '../language/region-forms.ts';
import { regionLexicon } from '../language/region-lexicon.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { regionOf } from '../retrieval/held-region.ts';
import type { Language } from '../wording/language.ts';

const CLASS_WORDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{2})新区$/, 'New Area'],
  [/自治县$/, 'Autonomous County'],
  [/(?:自治)?旗$/, 'Banner'],
  [/自治州$/, 'Autonomous Prefecture'],
  [/街道(?:办事处)?$/, 'Subdistrict'],
  [/镇$/, 'Town'],
  [/乡$/, 'Township'],
  [/(?<=.{2})县$/, 'County'],
  [/(?<=.{2})区$/, 'District'],
  [/(?<=.{2})市$/, 'City'],
  [/(?<=.{2})省$/, 'Province'],
];

/** `广州市花都区`: the region with its nearest parent, which tells it from others of the same name. */
export function fullName(report: StoredReport): string {
  const parent = report.parents.at(-1) ?? '';
  return report.region.startsWith(parent) ? report.region : `${parent}${report.region}`;
}

/** `广州市花都区` or `Huadu District (广州市花都区)`. */
export function placeName(report: StoredReport, language: Language): string {
  return language === 'zh' ? fullName(report) : englishName(report);
}

/** `广州市花都区2019年` or `Huadu District (花都区), 2019`. */
export function placeAndYear(report: StoredReport, language: Language): string {
  return `${placeName(report, language)}${language === 'zh' ? `${report.year}年` : `, ${report.year}`}`;
}

/** `花都区2019年` or `Huadu District 2019`: for a place with little room. */
export function shortPlaceAndYear(report: StoredReport, language: Language): string {
  if (language === 'zh') return `${report.region}${report.year}年`;
  return `${englishName(report).replace(/ \([^()]*\)$/, '')} ${report.year}`;
}

/** `Huadu District (广州市花都区)`: pinyin, class word translated, printed name beside it. */
export function englishName(report: StoredReport): string {
  if (report.body === 'department') return `${departmentName(report)} (${fullName(report)})`;
  if (report.body === 'zone') return `${zoneName(report)} (${fullName(report)})`;
  const [pattern, word] = CLASS_WORDS.find(([form]) => form.test(report.region)) ?? [/$^/, ''];
  const { short } = regionOf(report);
  // Of 长阳土家族自治县 the short name is 长阳; of a zone it keeps its class word.
  const stem =
    short.replace(pattern, '').length < report.region.replace(pattern, '').length
      ? short.replace(pattern, '')
      : report.region.replace(pattern, '');
  const own = englishWord(report.region) ?? capitalised(stem);
  return `${own}${word && !own.endsWith(word) ? ` ${word}` : ''} (${fullName(report)})`;
}

/** `Fuling High-tech Zone`: what stands before the class word in pinyin. */
function zoneName({ region }: StoredReport): string {
  const zone = parseZoneName(region);
  const word = englishZoneLabel(zone?.kind ?? '');
  const own = englishWord(region);
  if (own !== undefined) return word === undefined || /[A-Z].* [A-Z]/.test(own) ? own : `${own} ${word}`;
  return zone && word ? `${capitalised(zone.stem)} ${word}` : capitalised(region);
}

/** `Pizhou Market Supervision Administration`: the place in pinyin, the department translated. */
function departmentName(report: StoredReport): string {
  const parent = report.parents.at(-1) ?? '';
  return `${englishPlace(parent)} ${englishDepartment(report.region)}`.trim();
}

/** `Ordos`, `Hunan`: a place without its class word. */
export function englishPlace(name: string): string {
  return englishWord(name) ?? capitalised(shortPlaceName(name));
}

/** Inner Mongolia, Ewenki: a name that is not pinyin. */
function englishWord(name: string): string | undefined {
  return regionLexicon().english[name]?.[0];
}

function capitalised(name: string): string {
  const spelled = placePinyin(name).join('').replace(/v/g, 'ü');
  return `${spelled.charAt(0).toUpperCase()}${spelled.slice(1)}`;
}
