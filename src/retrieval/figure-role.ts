/**
 * What a figure is to the figures around it, by the words that lead to it: the before or after of a change, the change
 * itself, what is left, the figure of an earlier year.
 */

/** Read from a clause of text or from the label of a cell. */
export interface FigureRole {
  /** Of `从以前的30个工作日压缩至10个工作日`, which of the two. */
  readonly aspect?: 'before' | 'after';
  /** Whether it is by how much something rose or fell, not the level. */
  readonly isChange: boolean;
  /** Whether it is what is left or was refused: 其余6件, 不予受理10件. */
  readonly isRest: boolean;
  /** The earlier year that the figure is printed for, in comparison: 较2024年的896件. */
  readonly ofYear?: number;
}

/** The words around a number, folded. */
interface FigureWords {
  /** Its clause up to it. */
  readonly before: string;
  /** Its clause behind it. */
  readonly after: string;
  /** What stands before it and belongs to it alone. */
  readonly own: string;
  readonly label: string;
  readonly unit: string;
}

const LEFT =
  /其余|剩余|另有|仍有|余下|尚有|尚未|还有|不予|未(?:能|予|被|按|经)?[\u4e00-\u9fff]|不合格|不达标/;
const CHANGED = /(?:增长|增加|上升|提高|提升|下降|降低|减少|增|降|减|少|多|升|压减)(?:了|近|约|超过?)?$/;
const COMPARED = /(?:同比|较|比|环比)[^,，。;]{0,16}$|(?:个[百千]分点)/;

/** The role of a figure in running text; `year` is the report's. */
export function roleInText({ before, after, own, label, unit }: FigureWords, year: number): FigureRole {
  const aspect = aspectOf(before, after);
  return {
    isChange: /净[增减]$/.test(own) || (COMPARED.test(before + unit) && CHANGED.test(own)),
    isRest: LEFT.test(label),
    ...(aspect ? { aspect } : {}),
    ...earlierYear(before, year),
  };
}

/** The role of a figure in a table, by its row and column; `year` is the report's. */
export function roleInTable(label: string, year: number): FigureRole {
  const named = /((?:19|20)\d\d)年?|(上年|去年|上一年)/.exec(label);
  return {
    isChange: /同比|环比|[增降][长幅减]|较上年|比上年/.test(label),
    isRest: /其余|剩余|未(?:结|办|完成)|不予|不合格/.test(label),
    ...yearBefore(named, year),
  };
}

/** 较2024年的896件, 上年同期的31宗: a figure of the year before. */
function earlierYear(before: string, year: number): { ofYear?: number } {
  const named = /(?:((?:19|20)\d\d)年(?:度|同期)?|(上年|去年)(?:度|同期)?)(?:的|为|是|[(（])?$/.exec(before);
  return yearBefore(named, year);
}

/** Of a match of a printed year, or of words for the last one, the year where it is earlier than the report's. */
function yearBefore(named: RegExpExecArray | null, year: number): { ofYear?: number } {
  const found = named?.[1] ? Number(named[1]) : named?.[2] ? year - 1 : undefined;
  return found !== undefined && found < year ? { ofYear: found } : {};
}

const CHANGE = '(?:压缩|缩短|减少|降低|下降|精简|降|减|提高|提升|增加|上升|增长|增|延长|扩大|调整|优化)';

function aspectOf(before: string, after: string): 'before' | 'after' | undefined {
  if (
    /(?:由|从)[^,，。]{0,14}$/.test(before) &&
    new RegExp(`^[^,，。]{0,12}${CHANGE}?[^,，。]{0,3}(?:至|到|为)`).test(after)
  )
    return 'before';
  return new RegExp(`${CHANGE}[^,，。]{0,3}(?:至|到|为)[^,，。]{0,4}$`).test(before) ? 'after' : undefined;
}
