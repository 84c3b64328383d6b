/** The sign-off of a document: the body that speaks and the date, under the text or under the title. */

import { isDateAlone, parseDate } from './parse-date.ts';
import { countHan, type Line } from './report-lines.ts';

/** Where a sign-off stands; positions are those of the lines given. */
export interface Signature {
  readonly issuer?: { readonly text: string; readonly position: number };
  readonly issued?: { readonly date: string; readonly position: number };
}

/**
 * Finds the sign-off in lines that hold no body text: a body's name, a date, or both.
 *
 * @param positions Candidates, nearest to the text first.
 */
export function findSignature(lines: readonly Line[], positions: readonly number[]): Signature {
  for (const position of positions) {
    const line = lines[position];
    if (line === undefined) continue;
    const own = readSignedLine(line);
    const next = lines[position + 1];
    if (own.date !== undefined) {
      const issued = { date: own.date, position };
      return own.body === undefined ? { issued } : { issuer: { text: own.body, position }, issued };
    }
    if (own.body === undefined) continue;
    const issuer = { text: own.body, position };
    const date = next === undefined ? undefined : readSignedLine(next);
    if (date?.date !== undefined && date.body === undefined) {
      return { issuer, issued: { date: date.date, position: position + 1 } };
    }
    return { issuer };
  }
  return {};
}

/** A body's name, a date, or a name and its date on one line. */
function readSignedLine(line: Line): { body?: string; date?: string } {
  const date = parseDate(line.plain);
  if (date !== undefined && isDateAlone(line.plain)) return { date };
  const start = date === undefined ? -1 : line.plain.search(/(?:(?:19|20)\d{2}|[一二][〇零○九])/);
  const name = (start === -1 ? line.text : line.text.slice(0, start)).trim();
  if (!isBodyName(name)) return {};
  if (date === undefined) return start === -1 ? { body: name } : {};
  return isDateAlone(line.plain.slice(start)) ? { body: name, date } : {};
}

/** Whether a text is the name of a public body and nothing else: `东山县人民政府`, `中共…委员会 …人民政府`. */
export function isBodyName(text: string): boolean {
  const plain = text.replace(/\s+/g, '').replace(/[(（][^)）]{1,16}[)）]$/, '');
  const han = countHan(plain);
  if (han < 3 || han > 45 || /[,，。;；:：、"“”《》>|!?\d]/.test(plain)) return false;
  return /(?:人民政府|政府|委员会|管委会|办公室|办事处|[^结布格大当时全部]局|厅|委|法院|检察院|中心|司法所|支队|大队|总队|公司|管理处|海关|学院|大学|协会)$/.test(
    plain,
  );
}
