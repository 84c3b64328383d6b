/** The values that a page prints around a report: who issued it and when, and when the page appeared. */

import { isBodyName } from './find-signature.ts';
import { type LabelKind, type LabelledValue, readLabels } from './page-labels.ts';
import { noiseReason } from './page-noise.ts';
import { isDateAlone, parseDate } from './parse-date.ts';
import type { DroppedLine, MetadataLine } from './report.ts';
import { type Line, toHalfWidth } from './report-lines.ts';

/** What the lines around a report say; the first value of a kind counts. */
export interface PageMetadata {
  readonly issuer?: string;
  /** Where the text came from: a body (`东山县人民政府`); names of sites and papers are left out. */
  readonly source?: string;
  readonly issued?: string;
  readonly published?: string;
  readonly lines: readonly MetadataLine[];
  readonly dropped: readonly DroppedLine[];
}

interface Values {
  issuer?: string;
  source?: string;
  issued?: string;
  published?: string;
}

/** Reads the lines around a body; every line ends up in `lines` or in `dropped`. */
export function readPageMetadata(around: readonly Line[]): PageMetadata {
  const values: Values = {};
  const lines: MetadataLine[] = [];
  const dropped: DroppedLine[] = [];
  let open: LabelKind | undefined;
  for (const line of around) {
    const dated = DATE_FIRST.exec(line.plain)?.[0].length ?? 0;
    const labels = readDated(line.text, dated);
    const pairs = labels.length === 0 && open !== undefined ? [{ kind: open, value: line.text }] : labels;
    const kinds = pairs.flatMap(({ kind, value }) => takeValue(values, kind, value));
    if (pairs.length === 0 && takePlainDate(values, line)) kinds.push('published');
    for (const kind of new Set(kinds)) lines.push({ kind, text: line.text, line: line.number });
    if (kinds.length === 0) {
      dropped.push({
        line: line.number,
        text: line.text,
        reason: noiseReason(line, 'around') ?? 'outside the report',
      });
    }
    const last = labels.at(-1);
    open = last !== undefined && last.value === '' && last.kind !== 'other' ? last.kind : undefined;
  }
  return { ...values, lines, dropped };
}

/** `2020-02-28 15:51 来源：区司法局`: the date needs no label. */
const DATE_FIRST =
  /^(?:19|20)\d{2}(?:[-./]\d{1,2}[-./]\d{1,2}|年\d{1,2}月\d{1,2}日)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?=\s+\S)/;

function readDated(text: string, dated: number): LabelledValue[] {
  const behind = dated === 0 ? [] : readLabels(text.slice(dated).trim());
  if (behind.length === 0) return readLabels(text);
  return [{ kind: 'published', label: '', value: text.slice(0, dated) }, ...behind];
}

/** Keeps a value that fits its label; says which kind of metadata the line carries by it. */
function takeValue(values: Values, kind: LabelKind, value: string): MetadataLine['kind'][] {
  if (kind === 'issued' || kind === 'published') {
    const date = parseDate(toHalfWidth(value));
    if (date === undefined || values[kind] !== undefined) return [];
    values[kind] = date;
    return [kind];
  }
  if (kind === 'issuer' || kind === 'source') {
    const body = value.trim();
    if (!isBodyName(body) || values[kind] !== undefined) return [];
    values[kind] = body;
    return ['issuer'];
  }
  return [];
}

/** `2023-02-08 10:26` alone on a line is the page's own date. */
function takePlainDate(values: Values, line: Line): boolean {
  if (values.published !== undefined || !isDateAlone(line.plain)) return false;
  const date = parseDate(line.plain);
  if (date === undefined) return false;
  values.published = date;
  return true;
}
