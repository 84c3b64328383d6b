/**
 * The grammar of Chinese place names: a stem, sometimes the peoples of an autonomous area, a class word.
 */
import type { RegionLevel } from './region.ts';

const PEOPLES =
  '蒙古族?|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克族?|怒族|俄罗斯族|鄂温克族|德昂族|保安族|裕固族|独龙族|各族';

// A stem has two characters: of 内蒙古自治区 it is not 内.
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})*自治(区|州|县|旗)$`);
// The two district names that carry a people without 自治: 管城回族区, 梅里斯达斡尔族区.
const PEOPLE_DISTRICT = new RegExp(`^(.{2,})(?:${PEOPLES})区$`);
const CLASSED = /^(.+?)(特别行政区|地区|林区|特区|新区|[省市区县盟州])$/;

/** The class words that close a full name, longest first. */
export const CLASS_WORD =
  /(?:自治区|自治州|自治县|自治旗|特别行政区|地区|林区|特区|新区|省|市|区|县|旗|盟|州)$/;

/**
 * The name without its class word, as people say it: 花都区 gives 花都, 阜新蒙古族自治县 gives 阜新.
 *
 * A name that would be left with one character keeps its class word (黄县, 城区), and so does a banner,
 * of which several share a stem (鄂托克旗, 鄂托克前旗).
 */
export function shortPlaceName(name: string): string {
  const autonomous = AUTONOMOUS.exec(name) ?? PEOPLE_DISTRICT.exec(name);
  if (autonomous) return autonomous[1]!.length > 1 ? autonomous[1]! : name;
  const classed = CLASSED.exec(name);
  if (!classed) return name;
  const [, stem = '', word = ''] = classed;
  if (stem.length > 1) return stem;
  // 清新区 is a district 清新, not a new area 清.
  if (word.length > 1 && stem.length === 1) return name.length > 2 ? name.slice(0, -1) : name;
  return name;
}

/** Other regular short names: 恩施州 for an autonomous prefecture, 阜新县 for an autonomous county. */
export function autonomousNames(name: string): string[] {
  const autonomous = AUTONOMOUS.exec(name);
  if (!autonomous) return [];
  const [, stem = '', word = ''] = autonomous;
  if (word === '区') return [];
  // 鄂温克族自治旗 is called 鄂温克旗, 东乡族自治县 东乡县.
  const people = stem.length > 2 && stem.endsWith('族') ? [stem.slice(0, -1) + word] : [];
  return [stem + word, ...people];
}

/** The level that a class word tells, for names that no gazetteer has; 市 is taken for a city. */
export function levelOfName(name: string): RegionLevel | undefined {
  if (/(?:省|自治区|特别行政区)$/.test(name)) return 'province';
  if (/(?:市|地区|盟|州)$/.test(name)) return 'city';
  if (/(?:县|区|旗)$/.test(name)) return 'county';
  if (/(?:镇|乡|街道|苏木)$/.test(name)) return 'township';
  return undefined;
}
