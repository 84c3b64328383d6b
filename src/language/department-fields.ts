/**
 * The fields of departments, as people name them without the department's full name: 交通 for 交通运输厅.
 *
 * No list is complete: a department of another field is known under its own name alone.
 */

/** One field of government. */
export interface DepartmentField {
  /** In the name of the department. */
  readonly name: RegExp;
  /** The department of it, in English, without `Bureau` and its like. */
  readonly english: string;
  /** How Chinese questions name the field. */
  readonly chinese: RegExp;
  /** How English questions name the field. */
  readonly words: RegExp;
}

const field = (name: RegExp, english: string, chinese: RegExp, words: RegExp): DepartmentField => ({
  name,
  english,
  chinese,
  words,
});

// The first that fits a name is its field: 市场监督管理 before 监督.
const FIELDS: readonly DepartmentField[] = [
  field(/市场监督管理|市场监管|工商行政/, 'Market Supervision', /市场监[督管]|市监|工商/, /market/i),
  field(/司法/, 'Justice', /司法/, /justice|judicial/i),
  field(/公安/, 'Public Security', /公安|警察|警方/, /public security|police/i),
  field(/教育/, 'Education', /教育|教体/, /education/i),
  field(/财政/, 'Finance', /财政/, /financ/i),
  field(/生态环境|环境保护/, 'Ecology and Environment', /生态环境|环保|环境/, /ecolog|environment/i),
  field(/卫生健康|卫生和计划生育/, 'Health', /卫生|卫健|卫计/, /health/i),
  field(
    /人力资源/,
    'Human Resources and Social Security',
    /人力资源|人社|人力社保/,
    /human resources|social security/i,
  ),
  field(
    /自然资源|国土资源|规划/,
    'Natural Resources',
    /自然资源|资规|自规|规资|国土/,
    /natural resources|land/i,
  ),
  field(/住房和?城乡|建设/, 'Housing and Construction', /住建|住房|建设/, /housing|construction/i),
  field(/交通/, 'Transport', /交通/, /transport/i),
  field(/农业/, 'Agriculture and Rural Affairs', /农业|农村/, /agricultur|rural/i),
  field(/应急管理/, 'Emergency Management', /应急/, /emergency/i),
  field(/城市管理|城管/, 'Urban Management', /城市管理|城管/, /urban management|city management|chengguan/i),
  field(/水[利务]/, 'Water Resources', /水[利务]/, /water/i),
  field(/审计/, 'Audit', /审计/, /audit/i),
  field(/文化|旅游/, 'Culture and Tourism', /文旅|文化|旅游|文广/, /cultur|tourism/i),
  field(/发展和?改革/, 'Development and Reform', /发改|发展和?改革/, /development and reform/i),
  field(/信息化/, 'Industry and Information Technology', /工信|经信|信息化/, /industry|information/i),
  field(/商务/, 'Commerce', /商务/, /commerc/i),
  field(/民政/, 'Civil Affairs', /民政/, /civil affairs/i),
  field(/税务/, 'Taxation', /税务/, /tax/i),
  field(/气象/, 'Meteorological', /气象/, /meteorolog/i),
  field(/统计/, 'Statistics', /统计/, /statistic/i),
  field(/医疗保障/, 'Healthcare Security', /医疗保障|医保/, /health ?care security|medical insurance/i),
  field(/退役军人/, 'Veterans Affairs', /退役军人/, /veteran/i),
  field(/林业/, 'Forestry', /林业/, /forest/i),
  field(/科学技术/, 'Science and Technology', /科技|科学技术/, /science/i),
  field(/综合行政?执法/, 'Comprehensive Law Enforcement', /综合行政?执法/, /comprehensive law enforcement/i),
  field(
    /行政审批|政务服务/,
    'Administrative Approval',
    /行政审批|审批局|政务服务/,
    /approval|government services/i,
  ),
];

/** The field of a department by its name; `undefined` for one of no field listed. */
export function departmentField(name: string): DepartmentField | undefined {
  return FIELDS.find((known) => known.name.test(name));
}

/** The field that the words of a question name: of several the first, and of those the longest. */
export function fieldNamed(words: string): DepartmentField | undefined {
  let best: { readonly at: number; readonly length: number; readonly known: DepartmentField } | undefined;
  for (const known of FIELDS) {
    const match = known.chinese.exec(words) ?? known.words.exec(words);
    if (!match) continue;
    const [{ length }, at] = [match[0], match.index];
    // Healthcare Security is no matter of Health.
    if (!best || at < best.at || (at === best.at && length > best.length)) best = { at, length, known };
  }
  return best?.known;
}

/** `Market Supervision Administration`, `Department of Transport`: a department without its place. */
export function englishDepartment(name: string): string {
  const english = departmentField(name)?.english;
  if (/厅$/.test(name)) return english === undefined ? 'Department' : `Department of ${english}`;
  const rank = /委(?:员会)?$/.test(name) ? 'Commission' : /局$/.test(name) ? 'Bureau' : 'Department';
  if (english === undefined) return rank;
  return `${english} ${english === 'Market Supervision' ? 'Administration' : rank}`;
}
