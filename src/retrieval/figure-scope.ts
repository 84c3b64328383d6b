/**
 * Of what part of a region a figure speaks, and whether that is the part that a question asks about.
 *
 * Reports print figures of the whole beside those of a part: `个别县(市、区)行政诉讼败诉率超过15%`, `2615件(不含街道)`,
 * `28个部门和27个乡镇(街道)共办理`, a row of a table among others. Where nobody asked for that part it is no answer.
 */
import type { FittedTerm } from './fit-terms.ts';
import { isItemOfAskedWhole } from './list-claims.ts';
import { matchTerm } from './match-terms.ts';
import { fold, type PreparedFigure, type PreparedParagraph } from './prepare-report.ts';
import type { Ask, Question } from './question.ts';

/** Some of the places or bodies below, not all of them. */
const SOME =
  /(?:个别|少数|部分|有的|有些|某些|最[少多高低差好]的)[^,，。;；]{0,3}(?:[省市县区旗州乡镇街村]|单位|部门|地方|地区|机关)/;
const ASKS_SOME =
  /个别|少数|部分|有的|有些|某些|最|\b(?:some|certain|individual|few|worst|best|least|most|lowest|highest|parts? of)\b/i;
/** `(不含街道)`, `除公安外`. */
const WITHOUT =
  /(?:不含|不包括|不包含|不计|未含)([\u4e00-\u9fff、]{2,12}?)(?=[)）,，。;；\d]|$)|除了?([\u4e00-\u9fff、]{2,12}?)(?:以|之)?外/g;
const ASKS_WITHOUT = /不含|不包括|不包含|不计|不算|除了?|\b(?:excluding|without|except)\b/i;
/** Bodies below the region that a question may ask about alone. */
const LEVEL = /街道|乡镇|镇街|苏木|(?<![城市集])镇(?=[、(和一])|(?<![城])乡(?=[、(和一])/;
/** `28个行政执法部门和27个乡镇(街道)共`: of both together. */
const JOINT_BODIES =
  /(?:部门|单位|机关|机构|局|队伍)[^,，。;；、]{0,2}(?:和|及|与|、)(?:\d+个?)?[^,，。;；、]{0,4}(?:街道|乡镇|镇街|苏木|镇|乡)/;
const BODIES = /部门|单位|机关|机构|局/;
/** `重大决策、规范性文件、合同协议等共计`: of all that is listed. */
const JOINT_THINGS = /[、和及与][^,，。;；]{0,14}等[^,，。;；、]{0,6}(?:共计|合计|总计|共)?$/;
/** The question names the level as the one that acted: 街道一级, 8个街道, 各镇街. */
const ASKED_LEVEL =
  /(?:\d+|[二三四五六七八九十]{1,3}|各|所有|全部)个?(?:街道|乡镇|镇街|苏木)(?![长办]事?)|(?:街道|乡镇|镇街|苏木|[乡镇])(?:街道)?(?:一级|层面|层级)/;
const TOTAL_ROW = /^(?:合\s*计|总\s*计|共\s*计|总数|全[省市县区旗州镇])/;
const ASKS_SUM =
  /合计|总计|加起来|加在一起|一共|总共|总额|总数|总量|累计|\b(?:in total|altogether|in all|total|overall|combined)\b/i;
const ASKS_PART = /其中|当中|之中|里面|\b(?:of (?:them|these|those|which)|among|including)\b/i;

/** What was issued in the year is not what was looked through: 对现行有效的108件规范性文件开展清理. */
const ISSUED =
  /制定|制发|印发|出台|颁布|[新共]发|发了|\b(?:issued?|adopt(?:ed)?|enact(?:ed)?|drew up|formulated?)\b/i;
const LOOKED_THROUGH = /清理|现行有效|梳理/;

const OUTSIDE = -0.6;
const JOINT = -0.3;
const LEFT_OUT = 0.7;
const STOCK = -0.2;
const ITEM = -0.2;
const PART_OF_SUM = -0.25;
const TOTAL_OF_ROWS = 0.3;
const EARLIER_STATE = -0.2;
const EARLIER_MEASURE = -0.35;
/** Nearness of a term in the words of a row. */
const IN_ROW = 0.5;
/** Nearness of the level that was asked for. */
const AROUND = 0.36;

/** What the part that a figure speaks of adds to its score, by reason. */
export function scoreScope(
  question: Question,
  ask: Ask,
  terms: readonly FittedTerm[],
  paragraph: PreparedParagraph,
  prepared: PreparedFigure,
): (readonly [string, number])[] {
  const { normal } = question;
  const before = clauseBefore(prepared, paragraph);
  const isSum = ASKS_SUM.test(normal);
  const isJoint =
    (LEVEL.test(normal) && !BODIES.test(normal) && JOINT_BODIES.test(before)) ||
    (JOINT_THINGS.test(before) && !isSum && !/[、和及与]|\band\b/.test(normal));
  return [
    ['outside', isOutsideScope(question, terms, paragraph, prepared) ? OUTSIDE : 0],
    ['left out as asked', leavesOutAsAsked(normal, before, prepared, paragraph) ? LEFT_OUT : 0],
    ['joint', isJoint ? JOINT : 0],
    ['item', !ASKS_PART.test(normal) && isItemOfAskedWhole(terms, paragraph, prepared) ? ITEM : 0],
    ['part of sum', isSum && prepared.isPart && !ASKS_PART.test(normal) ? PART_OF_SUM : 0],
    [
      'stock',
      ISSUED.test(normal) && !/清理|clean/i.test(normal) && LOOKED_THROUGH.test(prepared.label) ? STOCK : 0,
    ],
    ['total row', isTotalRow(prepared) ? TOTAL_OF_ROWS : 0],
    [
      'earlier state',
      ask.aspect !== undefined || prepared.aspect !== 'before'
        ? 0
        : /^(?:%|天|日|小时|分钟|(?:个)?工作日)$/.test(prepared.figure.unit)
          ? EARLIER_MEASURE
          : EARLIER_STATE,
    ],
  ];
}

/** Whether a figure speaks of another part than the question: such a figure is never the answer. */
export function isOutsideScope(
  { normal, years }: Question,
  terms: readonly FittedTerm[],
  paragraph: PreparedParagraph,
  prepared: PreparedFigure,
): boolean {
  const { figure } = prepared;
  if (figure.row !== undefined)
    return (
      isOtherRow(fold(figure.row), years, terms) ||
      // The total of the departments' table is not that of the towns.
      (LEVEL.test(normal) &&
        TOTAL_ROW.test(fold(figure.row)) &&
        !prepared.zones.some(({ text }) => LEVEL.test(text)))
    );
  const before = clauseBefore(prepared, paragraph);
  if (SOME.test(before) && !ASKS_SOME.test(normal)) return true;
  const around =
    sentenceBefore(prepared, paragraph) + (/^[^,，。;；]*/.exec(paragraph.text.slice(figure.end))?.[0] ?? '');
  if (!ASKS_WITHOUT.test(normal) && withoutWords(around).some((word) => normal.includes(word))) return true;
  const [asked] = ASKED_LEVEL.exec(normal) ?? [];
  const level = asked && /街道|乡镇|镇街|苏木|[乡镇]/.exec(asked)?.[0];
  return (
    level !== undefined &&
    !prepared.zones.some(({ text, weight }) => weight >= AROUND && [...level].some((c) => text.includes(c)))
  );
}

/** 不含街道的有多少 asks for `2615件(不含街道)`, whose words have 街道 after all. */
function leavesOutAsAsked(
  normal: string,
  before: string,
  { figure }: PreparedFigure,
  { text }: PreparedParagraph,
): boolean {
  if (!ASKS_WITHOUT.test(normal)) return false;
  const around = before + (/^[^,，。;；]*/.exec(text.slice(figure.end))?.[0] ?? '');
  return withoutWords(around).some((word) => normal.includes(word));
}

function withoutWords(text: string): string[] {
  return [...text.matchAll(WITHOUT)].flatMap((match) =>
    (match[1] ?? match[2]!).split('、').filter((word) => word.length > 1),
  );
}

/** The words of the figure's clause that stand before it. */
function clauseBefore({ figure }: PreparedFigure, { text }: PreparedParagraph): string {
  return /[^,，。;；:：\n]*$/.exec(text.slice(0, figure.start))?.[0] ?? '';
}

/** `2615件(不含街道),罚没金额643.9万元`: what is left out counts for the rest of the sentence. */
function sentenceBefore({ figure }: PreparedFigure, { text }: PreparedParagraph): string {
  return /[^。;；\n]*$/.exec(text.slice(0, figure.start))?.[0] ?? '';
}

/** 合计 is the row of a question that names none. */
function isTotalRow({ figure }: PreparedFigure): boolean {
  return figure.row !== undefined && TOTAL_ROW.test(fold(figure.row));
}

/** A row that the question says nothing of: the 市场监管 of a question for the county. */
function isOtherRow(row: string, years: readonly number[], terms: readonly FittedTerm[]): boolean {
  if (!/[\u4e00-\u9fff]/.test(row) || TOTAL_ROW.test(row)) return false;
  if (years.some((year) => row.includes(String(year)))) return false;
  const name = row.replace(/^[省市县区旗](?=.{3})|(?:局|委|厅|部门|领域|系统|单位|类)$/g, '');
  return !terms.some(
    (term) =>
      matchTerm(term, row) >= IN_ROW ||
      term.term.wordings.some(({ text }) => text.includes(name)) ||
      term.parts.some((part) => matchTerm(part, row) >= IN_ROW),
  );
}
