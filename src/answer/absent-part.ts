/**
 * A town, village or department inside the region that the question is about, and that its report never names.
 *
 * Whatever the report gives is then of the region as a whole, and no answer.
 */
import { departmentField } from '../language/department-fields.ts';
import { townsNamed } from '../language/gazetteer.ts';
import type { StoredReport } from '../library/stored-report.ts';
import { bodyBehind } from '../retrieval/body-behind.ts';
import { heldBy } from '../retrieval/held-region.ts';
import type { Question, QuestionTerm } from '../retrieval/question.ts';

const CLASS = /(?:街道|苏木|嘎查|社区|[镇乡村])/gu;
/** 村民, 镇村两级, 社区矫正, 乡镇: the class word belongs to another word. */
const OTHER_WORD =
  /^(?:街道[巷上两三]|社区(?:矫正|戒毒|康复|工作|治理|服务|民警|法律)|[镇乡村](?:[民委级规干庄里居两务史情社容域企]|[(（、]|街|村|振兴|风|土|贤|道|落)|[镇乡](?:镇|乡))/u;
/** What can stand before a name, and never in one. */
const BOUNDARY = /[^\p{Script=Han}]|[的在是和与及跟同了把对被由从到给向年月日内里]/u;
/** 行政村, 各街道, 示范社区: kinds of places, and no names. */
const NO_NAME =
  /^$|行政|自然|示范|贫困|脱贫|重点|试点|文明|美丽|特色|中心|城中|集体|智慧|法治|民主|平安|和谐|先进|薄弱|软弱|全|各|每|多少|几|哪|个|整|本|该|某|何|所有|乡|城|农|集|建制|一|二|两|三|十|百/;

/** The part of its region that a question names and its report does not; `undefined` where there is none. */
export function absentPart(question: Question, report: StoredReport, text: string): string | undefined {
  if (question.language !== 'zh') return undefined;
  const part = [...partsNamed(question, report)].find(({ stem }) => !text.includes(stem));
  return part?.name ?? absentBody(question, report, text);
}

/** The question as one about nothing but a name, for saying that the report does not have it. */
export function aboutName(question: Question, name: string): Question {
  const term: QuestionTerm = {
    surface: name,
    kind: 'place',
    wordings: [{ text: name, weight: 1 }],
    weight: 1,
    focus: true,
    start: 0,
    end: name.length,
  };
  return { ...question, terms: [term] };
}

/** A name with its class word and without. */
interface PartName {
  readonly stem: string;
  readonly name: string;
}

/** The towns and villages named. */
function* partsNamed(question: Question, report: StoredReport): Iterable<PartName> {
  const text = withoutRegions(question);
  let from = 0;
  for (const { 0: word, index } of text.matchAll(CLASS)) {
    const run = text.slice(from, index).split(BOUNDARY).at(-1) ?? '';
    const town = townIn(run, word, report);
    const isOther = OTHER_WORD.test(text.slice(index, index + 8));
    if (!isOther) from = index + word.length;
    const isName = !isOther && run.length >= 2 && run.length <= 3 && !NO_NAME.test(run);
    const stem = town ?? (isName ? run : undefined);
    if (stem !== undefined) yield { stem, name: stem + word };
  }
}

/** The town of the region that a run of characters closes with. */
function townIn(run: string, word: string, report: StoredReport): string | undefined {
  if (!/^(?:街道|苏木|[镇乡])$/.test(word)) return undefined;
  for (let length = Math.min(run.length, 6); length >= 1; length--) {
    const stem = run.slice(-length);
    const towns = [stem + word, `${stem}${word}办事处`].flatMap((name) => townsNamed(name));
    if (towns.some((town) => town.parents.includes(report.region))) return stem;
  }
  return undefined;
}

/** Regions and years become spaces. */
function withoutRegions({ normal, regions }: Question): string {
  return regions.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    normal,
  );
}

/** 审计局 right behind the region's name, where the report has neither the department nor its field. */
function absentBody(question: Question, report: StoredReport, text: string): string | undefined {
  if (report.body === 'department') return undefined;
  for (const mention of question.regions) {
    if (mention.end === 0 || heldBy(mention, [report]).length === 0) continue;
    const body = bodyBehind(question.normal, mention.end);
    if (body === undefined || !/^(?!.*[哪什么各个几])\p{Script=Han}{2,8}$/u.test(body.field)) continue;
    const name = question.normal.slice(mention.end, body.end).replace(/^(?:20\d\d年|[的全])+/, '');
    const field = departmentField(name);
    const isPrinted = field ? field.chinese.test(text) : text.includes(body.field.slice(0, 2));
    if (!isPrinted) return name;
  }
  return undefined;
}
