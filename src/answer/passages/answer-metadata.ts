/** Answers who issued a report, when, and under which title: from the printed lines, cited as paragraph 0. */
import type { FullReport } from '../../library/stored-report.ts';
import { parseDate } from '../../report/parse-date.ts';
import type { MetadataLine } from '../../report/report.ts';
import type { Question } from '../../retrieval/question.ts';
import { WORDING } from '../../wording/wording.ts';
import type { Answer } from '../answer.ts';
import { citeMetadata } from '../cite.ts';
import { compose } from '../compose.ts';
import { fullName, placeAndYear } from '../place.ts';

/** Composes the reply; a refusal where the report does not print what is asked. */
export function answerMetadata(question: Question, report: FullReport): Answer {
  const { language, normal } = question;
  const place = placeAndYear(report, language);
  const say = (
    answer: string,
    line: MetadataLine | undefined,
    notes: readonly string[] = [],
    shown = answer,
  ) =>
    compose({
      kind: 'answer',
      language,
      answer,
      lead: `${place} · ${shown}`,
      citations: line ? [citeMetadata(report, line)] : [],
      notes,
    });
  // A page may print a date twice, as its own and under the report: the line that has the date decides.
  const values = {
    title: report.title,
    issuer: report.issuer,
    issued: report.issued,
    published: report.published,
  };
  const shows = (one: MetadataLine) =>
    one.text.includes(values[one.kind] ?? '\0') || parseDate(one.text) === values[one.kind];
  const line = (...kinds: MetadataLine['kind'][]) =>
    kinds
      .map((kind) => report.metadata.filter((one) => one.kind === kind))
      .map((lines) => lines.find(shows) ?? lines[0])
      .find((one) => one !== undefined);
  if (/标题|题目|全称|叫什么|\btitle\b|\bcalled\b/i.test(normal))
    return say(
      report.title,
      line('title'),
      report.titlePrinted ? [] : [WORDING.answers.derivedTitle[language]],
    );
  if (
    /谁|哪个(?:单位|部门|机关|机构)|什么(?:单位|部门|机关)|(?:单位|机关|机构|部门|主体)|署名|\bwho\b|\bissuer\b|\bissuing\b/i.test(
      normal,
    ) &&
    !/时候|日期|时间|\bwhen\b|\bdate\b/i.test(normal)
  ) {
    const issuer = line('issuer', 'title');
    return report.issuer && issuer
      ? say(report.issuer, issuer)
      : compose({
          kind: 'refusal',
          language,
          answer: '',
          lead: WORDING.refusals.noIssuer(fullName(report))[language],
        });
  }
  const publication = /发布|公布|上网|公开|刊登|\bpublish|\breleased?\b/i.test(normal);
  const dated = publication ? line('published', 'issued') : line('issued', 'published');
  if (!dated)
    return compose({
      kind: 'refusal',
      language,
      answer: '',
      lead: WORDING.refusals.notDated(fullName(report))[language],
    });
  const date = dated.kind === 'published' ? report.published : report.issued;
  const [year, month, day] = (date ?? '').split('-').map(Number);
  const spoken = language === 'zh' ? `${year}年${month}月${day}日` : (date ?? '');
  const answer = date ? spoken : dated.text;
  const { published, signed } = WORDING.answers;
  return say(answer, dated, [], (dated.kind === 'published' ? published : signed)(answer)[language]);
}
