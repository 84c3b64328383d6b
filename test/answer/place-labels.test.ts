import { describe, expect, it } from 'vitest';
import { fullName, placeAndYear, shortPlaceAndYear } from '../../src/answer/place.ts';
import { describeRegion, regionAliases } from '../../src/language/find-regions.ts';
import { gazetteer } from '../../src/language/gazetteer.ts';
import type { Region } from '../../src/language/region.ts';
import type { StoredReport } from '../../src/library/stored-report.ts';
import { regionOf } from '../../src/retrieval/held-region.ts';
import { resolveScope } from '../../src/retrieval/resolve-scope.ts';
import { understand } from '../../src/retrieval/understand.ts';

const YEAR = 2021;

function reportOf(region: Region): StoredReport {
  return {
    id: region.name,
    file: `${region.name}.txt`,
    hash: '',
    region: region.name,
    parents: region.parents,
    aliases: regionAliases(region),
    body: region.level,
    year: YEAR,
    title: '',
    titlePrinted: true,
    issuer: null,
    issued: null,
    published: null,
    sectionCount: 0,
    paragraphCount: 0,
    figureCount: 0,
  };
}

/** Whether a question that names a report as replies name it is about that report. */
function isFound(label: string, report: StoredReport): boolean {
  const question = understand(`${label} fines`, { known: [regionOf(report)], dictionary: () => [] });
  const scope = resolveScope(question, [report], () => false);
  return scope.kind === 'reports' && scope.reports[0] === report;
}

/** The labels of a report that do not name it. */
function lostLabels(region: Region): string[] {
  const report = reportOf(region);
  const labels = [
    fullName(report),
    placeAndYear(report, 'zh'),
    placeAndYear(report, 'en'),
    shortPlaceAndYear(report, 'zh'),
    shortPlaceAndYear(report, 'en'),
  ];
  return labels.filter((label) => !isFound(label, report)).map((label) => `${region.name}: ${label}`);
}

// Names beyond the longest run of letters that is read as pinyin are told by their Chinese alone.
const regions: readonly Region[] = gazetteer().regions.filter(({ name }) => name.length <= 10);
const cities = regions.filter(({ level, name }) => level === 'city' && name.endsWith('市'));

/** Every `step`th city with these words behind its name. */
function named(words: readonly string[], step: number, full = false): Region[] {
  return cities
    .filter((_, index) => index % step === 0)
    .flatMap((city) => words.map((word) => describeRegion(`${full ? city.name : city.short}${word}`)))
    .filter((region) => region !== undefined);
}

describe('what a reply calls a region', () => {
  it('names that region in both languages, for every fourth region of the gazetteer', () => {
    expect(regions.filter((_, index) => index % 4 === 0).flatMap(lostLabels)).toEqual([]);
  });

  it.each([
    '高新技术产业开发区',
    '经济技术开发区',
    '经济开发区',
    '开发区',
    '新区',
    '综合保税区',
    '保税区',
    '工业园区',
    '旅游度假区',
    '风景名胜区',
    '管理区',
    '示范区',
  ])('names the zone of a city: %s', (word) => {
    expect(named([word], 20).flatMap(lostLabels)).toEqual([]);
  });

  it.each([
    '交通运输局',
    '水利局',
    '文化广电和旅游局',
    '城市管理局',
    '司法局',
    '公安局',
    '农业农村局',
    '气象局',
    '卫生健康委员会',
  ])('names the department of a city: %s', (word) => {
    expect(named([word], 20, true).flatMap(lostLabels)).toEqual([]);
  });
});
