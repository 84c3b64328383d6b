/** How a reply names a figure and writes it in the question's language. */
import type { Figure } from '../../report/report.ts';
import type { Question } from '../../retrieval/question.ts';
import type { ScoredFigure } from '../../retrieval/score-figures.ts';
import type { Language } from '../../wording/language.ts';

const LONGEST_LABEL = 30;

/** The printed label; in English with the indicator's English name in front, where the label has that indicator. */
export function nameFor(one: ScoredFigure, { language, indicators }: Question): string {
  const label = labelFor(one);
  if (language === 'zh') return label;
  const named = indicators.find((indicator) =>
    [...indicator.zh, ...(indicator.weak ?? [])].some((name) => label.includes(name)),
  );
  return named ? `${named.en[0]} (${label})` : label;
}

function labelFor({ prepared, figure }: ScoredFigure): string {
  const [before = '', after = ''] = figure.label.split('…');
  const isWhole = prepared.aspect === undefined && before.length + after.length <= LONGEST_LABEL;
  const label = bare(isWhole ? before + after : before || figure.label);
  return label.length >= 2 ? label : bare(prepared.label) || figure.clause;
}

/** A label without the words that only join it to its number. */
export function bare(label: string): string {
  return label
    .replace(
      /^(?:其中|并|和|及|与|以及|从|由|[一二三四五六七八九十]是)+[,，]?|(?:达到?|为|是|共|有|共计|已|的)+$/gu,
      '',
    )
    .trim();
}

/** The figure as printed; from a table, with the unit of its header: `605` under 受理(件) is 605件. */
export function printedFigure({ raw, headed = '' }: Figure): string {
  return raw + headed;
}

/** `1.91亿元 (191 million yuan)` in English. */
export function withConversion(figure: Figure, language: Language): string {
  const printed = printedFigure(figure);
  if (language === 'zh' || !/[万亿]/.test(printed)) return printed;
  const { value } = figure;
  const size =
    value >= 1e9
      ? `${trim(value / 1e9)} billion`
      : value >= 1e6
        ? `${trim(value / 1e6)} million`
        : value.toLocaleString('en-US');
  return `${printed} (${size}${figure.unit === '元' ? ' yuan' : ''})`;
}

const trim = (value: number) => String(Number(value.toPrecision(9)));
