/** Every fixed sentence of the replies, in both languages side by side. */
import type { Language } from '../retrieval/question.ts';

/** Picks the sentence of the question's language. */
export function say(language: Language, zh: string, en: string): string {
  return language === 'zh' ? zh : en;
}

/** The fixed sentences; parameters are printed as given. */
export const WORDING = {
  greeting: (language: Language) =>
    say(
      language,
      '您好!我根据各地的法治政府建设年度报告回答问题,每个数据都附原文和出处。',
      'Hello! I answer questions from annual reports on law-based government, with the exact words and section behind every figure.',
    ),
  thanks: (language: Language) =>
    say(language, '不客气,随时可以继续问。', 'You are welcome. Ask on whenever you like.'),
  goodbye: (language: Language) => say(language, '再见!', 'Goodbye!'),
  examples: (language: Language) => say(language, '可以这样问:', 'For example:'),
  askSummary: (language: Language, place: string) =>
    say(language, `总结一下${place}的报告`, `Summarise the report of ${place}`),
  askProblems: (language: Language, place: string) =>
    say(language, `${place}的报告承认了哪些问题?`, `What shortcomings does the report of ${place} admit?`),
  askMentions: (language: Language) =>
    say(language, '哪些报告提到行政复议?', 'Which reports mention administrative reconsideration?'),
  held: (language: Language) => say(language, '已收录的报告:', 'Reports held:'),
  regionNotHeld: (language: Language, name: string) =>
    say(
      language,
      `没有收录“${name}”的报告,因此无法回答。`,
      `No report of "${name}" is held, so this cannot be answered.`,
    ),
  yearNotHeld: (language: Language, place: string, years: string) =>
    say(language, `没有收录${place}${years}年的报告。`, `No report of ${place} for ${years} is held.`),
  heldYears: (language: Language, place: string, years: string) =>
    say(language, `${place}已收录的年份:${years}。`, `Held for ${place}: ${years}.`),
  notInReport: (language: Language, place: string, what: string) =>
    say(
      language,
      `${place}的报告中没有${what ? `“${what}”` : '这项内容'}。全文已查。`,
      `The report of ${place} does not give ${what ? `"${what}"` : 'this'}. The whole report was searched.`,
    ),
  notInAny: (language: Language, what: string) =>
    say(
      language,
      `已收录的报告中都没有${what ? `“${what}”` : '这项内容'}。`,
      `None of the reports held gives ${what ? `"${what}"` : 'this'}.`,
    ),
  reasonNotGiven: (language: Language, place: string) =>
    say(
      language,
      `${place}的报告没有说明原因。全文已查。`,
      `The report of ${place} gives no reason for this. The whole report was searched.`,
    ),
  forgotten: (language: Language) =>
    say(language, '好的,我已忘记我们的对话。', 'Done: I have forgotten our conversation.'),
  standsIn: (language: Language, place: string, chain: string) =>
    say(language, `${place} · 这一内容在:${chain}`, `${place} · This stands in: ${chain}`),
  isOfYear: (language: Language, place: string) =>
    say(language, `这是${place}的报告内容。`, `This is from the report of ${place}.`),
  whichRegion: (language: Language) => say(language, '您问的是哪个地区?', 'Which region do you mean?'),
  whichYear: (language: Language) => say(language, '您问的是哪一年?', 'Which year do you mean?'),
  severalAnswer: (language: Language) =>
    say(language, '没有指明地区,以下报告给出了这项内容:', 'No region was named. These reports give it:'),
  mentionedIn: (language: Language, what: string) =>
    say(language, `以下报告提到“${what}”:`, `These reports mention "${what}":`),
  offTopic: (language: Language) =>
    say(
      language,
      '我只回答法治政府建设年度报告里的内容,这个问题不在其中。',
      'I only answer from annual reports on law-based government; this is not in them.',
    ),
  instruction: (language: Language) =>
    say(
      language,
      '我不执行这类指令,只根据已收录的报告回答问题。',
      'I do not follow such instructions; I only answer from the reports held.',
    ),
  opinion: (language: Language) =>
    say(
      language,
      '我不评价个人,也不发表意见,只转述报告写了什么。',
      'I do not judge people or give opinions; I only say what the reports state.',
    ),
  private: (language: Language) =>
    say(
      language,
      '我不提供个人信息,报告中也没有公布。',
      'I do not give personal details, and the reports do not publish them.',
    ),
  unreadable: (language: Language) =>
    say(
      language,
      '没有看懂这个问题,请写出地区、年份和想问的内容。',
      'I could not read a question in this. Please name a region, a year and what you want to know.',
    ),
  twoFigures: (language: Language) =>
    say(
      language,
      '报告在同一名称下印了不止一个数,均照原文列出。',
      'The report prints more than one figure under this name; all are given as printed.',
    ),
  partYear: (language: Language, period: string) =>
    say(language, `统计时段:${period},不是全年。`, `Period: ${period}, not the whole year.`),
  planned: (language: Language) =>
    say(language, '这是计划数,不是已完成的结果。', 'This is planned, not done.'),
  definitionSource: (language: Language, source: string) =>
    say(language, `依据:${source}`, `Source: ${source}`),
  unproved: (language: Language) =>
    say(
      language,
      '找到的内容没有通过与原文的核对,因此不作答。',
      'What was found did not stand the check against the report, so it is not given.',
    ),
  notDefined: (language: Language) =>
    say(language, '词典里没有这个指标的定义。', 'The glossary has no definition of this.'),
  dated: (language: Language, kind: 'published' | 'issued', date: string) =>
    say(
      language,
      `${kind === 'published' ? '发布' : '落款'}日期:${date}`,
      `${kind === 'published' ? 'Published' : 'Signed'}: ${date}`,
    ),
  notDated: (language: Language, place: string) =>
    say(language, `${place}的报告没有印这个日期。`, `The report of ${place} prints no such date.`),
  noIssuer: (language: Language, place: string) =>
    say(language, `${place}的报告没有署名。`, `The report of ${place} prints no issuer.`),
  derivedTitle: (language: Language) =>
    say(
      language,
      '报告正文没有印标题,此标题由地区和年份推出。',
      'The report prints no title; this one is derived from region and year.',
    ),
  summaryOf: (language: Language, place: string) =>
    say(
      language,
      `${place}法治政府建设要点(报告原文)`,
      `${place}: the report's main points, in its own words`,
    ),
  honours: (language: Language) => say(language, '荣誉与首创', 'Honours and firsts'),
  problemsAdmitted: (language: Language) => say(language, '承认的问题', 'Problems admitted'),
  plansAhead: (language: Language) => say(language, '下一步打算', 'Plans ahead'),
  inDetail: (language: Language) =>
    say(language, '想看某一方面的详情,可以问:', 'For more of one theme, ask:'),
  askTheme: (language: Language, place: string, theme: string) =>
    say(language, `详细介绍${place}的${theme}`, `Summarise ${place} in detail: ${theme}`),
  notGiven: (language: Language) => say(language, '未提及', 'not given'),
  notGivenBy: (language: Language, places: string) =>
    say(language, `未提及:${places}。`, `Not given by: ${places}.`),
  noneGives: (language: Language, places: string, what: string) =>
    say(
      language,
      `${places}的报告都没有${what ? `“${what}”` : '这项内容'}。全文已查。`,
      `None of ${places} gives ${what ? `"${what}"` : 'this'}. The reports were searched whole.`,
    ),
  aheadBy: (
    language: Language,
    first: string,
    shown: string,
    second: string,
    other: string,
    more: boolean,
    by: string,
  ) =>
    say(
      language,
      `${first}更${more ? '高' : '低'}:${shown},与${second}的${other}相差${by}。`,
      `${first} is ${more ? 'higher' : 'lower'}: ${shown}; ${second} gives ${other}, a difference of ${by}.`,
    ),
  extremeOf: (language: Language, place: string, shown: string, most: boolean) =>
    say(
      language,
      `${place}最${most ? '高' : '低'}:${shown}。`,
      `${place} is ${most ? 'highest' : 'lowest'}: ${shown}.`,
    ),
  sameValue: (language: Language, shown: string) =>
    say(language, `相同:都是${shown}。`, `The same: ${shown}.`),
  onlyGivenBy: (language: Language, place: string, shown: string) =>
    say(language, `只有${place}给出:${shown}。`, `Only ${place} gives it: ${shown}.`),
  givenBy: (language: Language, what: string) =>
    say(
      language,
      `给出${what ? `“${what}”` : '这个数'}的报告:`,
      `Reports that give ${what ? `"${what}"` : 'it'}:`,
    ),
  bestSearched: (language: Language) =>
    say(
      language,
      '报告很多,只列出检索最相关的一部分。',
      'There are many reports; those nearest to the question were searched.',
    ),
  sharedIndicators: (language: Language) =>
    say(language, '至少两份报告都给出的指标:', 'Measures that at least two of the reports give:'),
  partOf: (language: Language, place: string, period: string) =>
    say(
      language,
      `${place}统计时段为${period},不是全年。`,
      `${place}: period ${period}, not the whole year.`,
    ),
  plannedOf: (language: Language, place: string) =>
    say(language, `${place}的是计划数,不是已完成的结果。`, `${place}: planned, not done.`),
  roundedOf: (language: Language, place: string, raw: string) =>
    say(language, `${place}的“${raw}”不是精确数。`, `${place}: "${raw}" is not exact.`),
  namesDiffer: (language: Language, names: readonly { readonly place: string; readonly name: string }[]) =>
    say(
      language,
      `名称不同,口径可能不一:${names.map((one) => `${one.place}“${one.name}”`).join(',')}。`,
      `Names differ, so the bases may too: ${names.map((one) => `${one.place} "${one.name}"`).join('; ')}.`,
    ),
  unitsDiffer: (language: Language, units: readonly string[]) =>
    say(language, `单位不同(${units.join('、')}),不宜直接相比。`, `Units differ (${units.join(', ')}).`),
  levelsDiffer: (language: Language) =>
    say(
      language,
      '报告主体的级别不同,数量不宜直接相比。',
      'The bodies are of different levels, so counts are not directly comparable.',
    ),
  yearsDiffer: (language: Language) => say(language, '年份不同。', 'The years differ.'),
  changedBy: (language: Language, later: string, up: boolean, by: string, percent: string) =>
    say(
      language,
      `${later}${up ? '上升' : '下降'}${by}${percent ? `(${percent})` : ''}`,
      `${later}: ${up ? 'up' : 'down'} ${by}${percent ? ` (${percent})` : ''}`,
    ),
  unchanged: (language: Language, later: string) => say(language, `${later}没有变化`, `${later}: unchanged`),
  printedChange: (language: Language, place: string, words: string, fits: boolean | undefined) => {
    const zh = fits === undefined ? '' : fits ? ',与所收录的上一年报告相符' : ',与所收录的上一年报告不符';
    const en =
      fits === undefined
        ? ''
        : fits
          ? ', which fits the report of the year before'
          : ', which does not fit the report of the year before';
    return say(
      language,
      `${place}报告自己写:“${words}”${zh}。`,
      `The report of ${place} itself says: "${words}"${en}.`,
    );
  },
  oneYearOnly: (language: Language, place: string, year: string) =>
    say(
      language,
      `${place}只收录了${year}年的报告,看不出历年变化。`,
      `Only the ${year} report of ${place} is held, so there is no trend to show.`,
    ),
  premiseRight: (language: Language, place: string, raw: string) =>
    say(language, `与报告一致:${place}的报告写的是${raw}。`, `The report agrees: ${place} gives ${raw}.`),
  premiseWrong: (language: Language, place: string, stated: string, printed: string) =>
    say(
      language,
      `不是${stated}。${place}的报告写的是:“${printed}”。`,
      `Not ${stated}. The report of ${place} says: “${printed}”.`,
    ),
  premiseElsewhere: (language: Language, place: string, raw: string) =>
    say(
      language,
      `没有这样写。${raw}是${place}报告里的数:`,
      `It does not say so. ${raw} is from the report of ${place}:`,
    ),
  otherFileGives: (language: Language, raw: string) =>
    say(
      language,
      `同一地区、同一年份还收录了另一份文件,写的是${raw}。`,
      `Another file of the same region and year is held; it gives ${raw}.`,
    ),
  otherFile: (language: Language) =>
    say(
      language,
      '同一地区、同一年份还收录了另一份文件,内容与此不同。',
      'Another file of the same region and year is held, and its words differ.',
    ),
  noReason: (language: Language) => say(language, '这句话没有说明原因。', 'This sentence gives no reason.'),
  canBeAsked: (language: Language) => say(language, '可以改问:', 'You can ask:'),
  noContradiction: (language: Language) =>
    say(
      language,
      '没有发现矛盾:能够重算的比率、合计和前后数据都一致。',
      'No contradiction was found: the shares, sums and repeated counts that can be recomputed all fit.',
    ),
  notRecomputable: (language: Language) =>
    say(
      language,
      '报告印了这些数,没有说明它们之间的关系,无法据此重算。照原文列出:',
      'The report prints these figures without saying how they relate, so they cannot be recomputed. As printed:',
    ),
  computedShare: (language: Language) =>
    say(
      language,
      '这个比率由程序按报告所列的数计算,报告没有直接给出。',
      'This share was computed from the counts given; the report does not print it.',
    ),
  noteLine: (language: Language, note: string) => say(language, `注:${note}`, `Note: ${note}`),
} as const;
