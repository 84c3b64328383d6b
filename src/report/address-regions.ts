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
