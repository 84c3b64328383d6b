/**
 * Puts text of reports and people between the tags of a prompt so that it cannot leave them.
 *
 * The tags bear a mark that is new for every request; what looks like a tag, a role or a citation inside is written
 * with other characters, and what cannot be seen is left out.
 */
import { randomBytes } from 'node:crypto';

/** A mark for the tags of one request, which nobody can foresee. */
export function createNonce(): string {
  return randomBytes(6).toString('hex');
}

/** The text as it may stand between tags. */
export function fenceText(text: string): string {
  return (
    text
      // What a person does not see must not speak to the model.
      .replace(/[\p{Cf}\u{e0000}-\u{e007f}]/gu, '')
      .replace(/(?![\n])\p{Cc}/gu, ' ')
      .replaceAll('<', '＜')
      .replaceAll('>', '＞')
      .replaceAll('```', "'''")
      // `国发[2015]10号` is printed with 〔〕; any other would be taken for a citation.
      .replace(/[[［【](\s*\d[\d\s,，、–-]*)[\]］】]/g, '〔$1〕')
      .replace(/^(\s*)(?=(?:system|assistant|user|developer|tool)\s*[:：])/gim, '$1· ')
  );
}

/** The text as it may stand between tags, on one line. */
export function fenceLine(text: string): string {
  return fenceText(text.replace(/\s+/g, ' ').trim());
}
