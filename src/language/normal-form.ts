/**
 * One spelling for text that looks alike, with the way back to the original.
 *
 * Full-width letters and digits become half-width, compatibility forms their plain characters, and
 * every kind of space a space. Line ends and the marks 。、〔〕《》“” stay. NFKC is applied to one
 * base character (with its combining marks) at a time, since NFKC of a whole text loses the offsets.
 */

/** A text in normal form and where its characters come from. */
export interface NormalForm {
  readonly text: string;
  /** `offsets[i]` is the index in the original of `text[i]`; one entry more gives the original's length. */
  readonly offsets: Uint32Array;
}

// What is already in normal form, so that almost all of a report is copied without a look-up.
const PLAIN = /^[\n\r\t\x20-\x7e\u3001-\u3002\u3007-\u301b\u4e00-\u9fff\u2018-\u201d—…]*$/;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
const INVISIBLE = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+$/;

/** The text in normal form, with the offset in the original of each of its characters. */
export function normalise(text: string): NormalForm {
  const offsets = new Uint32Array(text.length * 4 + 1);
  if (PLAIN.test(text)) {
    for (let i = 0; i <= text.length; i++) offsets[i] = i;
    return { text, offsets: offsets.slice(0, text.length + 1) };
  }
  let normal = '';
  let all = offsets;
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const form = normalCluster(cluster);
    if (normal.length + form.length >= all.length) all = grown(all);
    for (let i = 0; i < form.length; i++) all[normal.length + i] = index;
    normal += form;
  }
  all[normal.length] = text.length;
  return { text: normal, offsets: all.slice(0, normal.length + 1) };
}

/** The text in normal form, for comparing where offsets do not matter. */
export function normalText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(CLUSTER, normalCluster);
}

function normalCluster(cluster: string): string {
  if (PLAIN.test(cluster)) return cluster;
  if (INVISIBLE.test(cluster)) return '';
  if (/^\p{Zs}+$/u.test(cluster)) return ' ';
  if (cluster === '‐' || cluster === '‑') return '-';
  const form = cluster.normalize('NFKC');
  // `第5①条` must not become 51, nor `300㎡` 3002: only plain digits and bracketed ones become digits.
  if (/[\d⁄]/.test(form) && !/^\p{Nd}/u.test(cluster) && !/^(?:\(\d+\)|\d+\.)$/.test(form)) return cluster;
  return form;
}

function grown(offsets: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(offsets.length * 2 + 32);
  larger.set(offsets);
  return larger;
}
