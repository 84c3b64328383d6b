/**
 * Chinese into toneless pinyin, the way people type it.
 *
 * ü is written v (lv, nv). pinyin-pro takes some 60 ms to load, so it is loaded at the first use.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

let library: typeof import('pinyin-pro') | undefined;

/** The syllable of every Chinese character of the text, in order; other characters give nothing. */
export function toPinyin(text: string): string[] {
  library ??= require('pinyin-pro') as typeof import('pinyin-pro');
  return library.pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
}

/**
 * Pinyin as typed in the form that `toPinyin` joined would have: `Lü Liang`, `Lu:liang` and `Lyuliang` give
 * `lvliang`.
 *
 * Only letters stay.
 */
export function foldPinyin(typed: string): string {
  return typed
    .toLowerCase()
    .normalize('NFD')
    .replace(/u(?:[\u0300-\u0307\u0309-\u036f]*\u0308|:)/g, 'v')
    .replace(/[^a-z]/g, '')
    .replace(/lyu|^nyu/g, (typed) => `${typed[0]}v`)
    .replace(/([ln])ue/g, '$1ve');
}

/** Whether two Chinese texts of the same length sound alike, tones apart. */
export function samePinyin(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const left = toPinyin(a);
  const right = toPinyin(b);
  return left.length === right.length && left.every((syllable, i) => syllable === right[i]);
}
