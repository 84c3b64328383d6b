/** The regions that the address of a government's page can name: `www.huadu.gov.cn`, `sfj.nanjing.gov.cn`. */
import { regionsByPinyin } from '../language/place-pinyin.ts';
import type { Region } from '../language/region.ts';

/** For each part of the host that is the pinyin of a place, the places; none for other sites than a government's. */
export function addressRegions(url: string | undefined): readonly (readonly Region[])[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const [, names] = /^(.+)\.gov\.cn$/.exec(new URL(url).hostname.toLowerCase()) ?? [];
  if (names === undefined) return [];
  return names.split('.').flatMap((name) => {
    // Shorter ones are abbreviations: `sx` is 绍兴 and 山西.
    const regions = name.length >= 4 ? regionsByPinyin().get(name) : undefined;
    return regions ? [regions] : [];
  });
}

/**
 * The one place that an address names, the innermost: `gulou.fuzhou` is 鼓楼区 of 福州市.
 *
 * @param text Decides which place is meant by a spelling that several have.
 */
export function findAddressRegion(url: string | undefined, text: string): Region | undefined {
  const parts = addressRegions(url);
  for (const [position, regions] of parts.entries()) {
    const outer = parts.slice(position + 1).flat();
    const within = regions.filter(({ parents }) => outer.some(({ name }) => parents.includes(name)));
    // `gongan` before `beijing` is the police and no county.
    if (outer.length > 0 && within.length === 0) continue;
    const fitting = outer.length > 0 ? within : regions;
    const printed = fitting.filter(({ name, short }) => text.includes(name) || text.includes(short));
    const [only, ...others] = printed.length > 0 ? printed : fitting;
    if (only === undefined || others.length > 0) return undefined;
    const { name, short, level, parents, code } = only;
    return { name, short, level, parents, ...(code !== undefined && { code }) };
  }
  return undefined;
}
