/**
 * Every fixed sentence that a reader sees, Chinese above English.
 *
 * All stand in one file, however long, so that whoever translates or proofreads finds them in one place: there is
 * nothing else here. What stands in `${…}` is filled in: words of a report, names, numbers. Errors for the person
 * at the keyboard are English only and worded by who throws them.
 */
import { count } from './count.ts';
import type { BothLanguages } from './language.ts';

type Sentence = BothLanguages | ((...filledIn: never[]) => BothLanguages);

/** The sentences by who says them. */
export const WORDING = {
  /** What stands between the parts of a list. */
  joins: {
    names: { zh: '、', en: ', ' },
    /** Places of one list: in English they have commas of their own. */
    places: { zh: '、', en: '; ' },
    answers: { zh: ';', en: '; ' },
    colon: { zh: ':', en: ': ' },
  },

  /** Greetings and what is no question about a report. */
  smallTalk: {
    greeting: {
      zh: '您好!我根据各地的法治政府建设年度报告回答问题,每个数据都附原文和出处。',
      en: 'Hello! I answer questions from annual reports on law-based government, with the exact words and section behind every figure.',
    },
    thanks: { zh: '不客气,随时可以继续问。', en: 'You are welcome. Ask on whenever you like.' },
    goodbye: { zh: '再见!', en: 'Goodbye!' },
    forgotten: { zh: '好的,我已忘记我们的对话。', en: 'Done: I have forgotten our conversation.' },
    examples: { zh: '可以这样问:', en: 'For example:' },
    askSummary: (place: string) => ({
      zh: `总结一下${place}的报告`,
      en: `Summarise the report of ${place}`,
    }),
    askProblems: (place: string) => ({
      zh: `${place}的报告承认了哪些问题?`,
      en: `What shortcomings does the report of ${place} admit?`,
    }),
    askMentions: { zh: '哪些报告提到行政复议?', en: 'Which reports mention administrative reconsideration?' },
  },

  /** What is not answered and why, and what is asked back. */
  refusals: {
    offTopic: {
      zh: '我只回答法治政府建设年度报告里的内容,这个问题不在其中。',
      en: 'I only answer from annual reports on law-based government; this is not in them.',
    },
    instruction: {
      zh: '我不执行这类指令,只根据已收录的报告回答问题。',
      en: 'I do not follow such instructions; I only answer from the reports held.',
    },
    opinion: {
      zh: '我不评价个人,也不发表意见,只转述报告写了什么。',
      en: 'I do not judge people or give opinions; I only say what the reports state.',
    },
    private: {
      zh: '我不提供个人信息,报告中也没有公布。',
      en: 'I do not give personal details, and the reports do not publish them.',
    },
    unreadable: {
      zh: '没有看懂这个问题,请写出地区、年份和想问的内容。',
      en: 'I could not read a question in this. Please name a region, a year and what you want to know.',
    },
    held: (reports: string) => ({ zh: `已收录的报告:${reports}`, en: `Reports held: ${reports}` }),
    /** Behind the first of the reports held. */
    heldInAll: (reports: number) => ({
      zh: `等${reports}份`,
      en: ` and others, ${reports} in all`,
    }),
    regionNotHeld: (name: string) => ({
      zh: `没有收录“${name}”的报告,因此无法回答。`,
      en: `No report of "${name}" is held, so this cannot be answered.`,
    }),
    yearNotHeld: (place: string, years: string) => ({
      zh: `没有收录${place}${years}年的报告。`,
      en: `No report of ${place} for ${years} is held.`,
    }),
    heldYears: (place: string, years: string) => ({
      zh: `${place}已收录的年份:${years}。`,
      en: `Held for ${place}: ${years}.`,
    }),
    notInReport: (place: string, what: string) => ({
      zh: `${place}的报告中没有${what ? `“${what}”` : '这项内容'}。全文已查。`,
      en: `The report of ${place} does not give ${what ? `"${what}"` : 'this'}. The whole report was searched.`,
    }),
    notInAny: (what: string) => ({
      zh: `已收录的报告中都没有${what ? `“${what}”` : '这项内容'}。`,
      en: `None of the reports held gives ${what ? `"${what}"` : 'this'}.`,
    }),
    noneGives: (places: string, what: string) => ({
      zh: `${places}的报告都没有${what ? `“${what}”` : '这项内容'}。全文已查。`,
      en: `None of ${places} gives ${what ? `"${what}"` : 'this'}. The reports were searched whole.`,
    }),
    reasonNotGiven: (place: string) => ({
      zh: `${place}的报告没有说明原因。全文已查。`,
      en: `The report of ${place} gives no reason for this. The whole report was searched.`,
    }),
    notDated: (place: string) => ({
      zh: `${place}的报告没有印这个日期。`,
      en: `The report of ${place} prints no such date.`,
    }),
    noIssuer: (place: string) => ({
      zh: `${place}的报告没有署名。`,
      en: `The report of ${place} prints no issuer.`,
    }),
    unproved: {
      zh: '找到的内容没有通过与原文的核对,因此不作答。',
      en: 'What was found did not stand the check against the report, so it is not given.',
    },
    canBeAsked: { zh: '可以改问:', en: 'You can ask:' },
    whichRegion: { zh: '您问的是哪个地区?', en: 'Which region do you mean?' },
    whichYear: { zh: '您问的是哪一年?', en: 'Which year do you mean?' },
  },

  /** Answers from one report, or from each of several. */
  answers: {
    note: (note: string) => ({ zh: `注:${note}`, en: `Note: ${note}` }),
    reportsHeld: (reports: number) => ({
      zh: `已收录 ${reports} 份报告:`,
      en: `${count(reports, 'report')} held:`,
    }),
    severalAnswer: {
      zh: '没有指明地区,以下报告给出了这项内容:',
      en: 'No region was named. These reports give it:',
    },
    mentionedIn: (what: string) => ({
      zh: `以下报告提到“${what}”:`,
      en: `These reports mention "${what}":`,
    }),
    standsIn: (place: string, chain: string) => ({
      zh: `${place} · 这一内容在:${chain}`,
      en: `${place} · This stands in: ${chain}`,
    }),
    /** Above what the report of another year says of a year that is not held. */
    plannedBy: (place: string, year: number, from: number) => ({
      zh: `没有收录${place}${year}年的报告;以下是${from}年的报告为${year}年定的目标或计划:`,
      en: `No report of ${place} for ${year} is held; this is what the report for ${from} planned for ${year}:`,
    }),
    comparedBy: (place: string, year: number, from: number) => ({
      zh: `没有收录${place}${year}年的报告;以下是${from}年的报告用来对比的数:`,
      en: `No report of ${place} for ${year} is held; this is what the report for ${from} prints of ${year} in comparison:`,
    }),
    isOfYear: (place: string) => ({
      zh: `这是${place}的报告内容。`,
      en: `This is from the report of ${place}.`,
    }),
    published: (date: string) => ({ zh: `发布日期:${date}`, en: `Published: ${date}` }),
    signed: (date: string) => ({ zh: `落款日期:${date}`, en: `Signed: ${date}` }),
    derivedTitle: {
      zh: '报告正文没有印标题,此标题由地区和年份推出。',
      en: 'The report prints no title; this one is derived from region and year.',
    },
    definitionSource: (source: string) => ({ zh: `依据:${source}`, en: `Source: ${source}` }),
    twoFigures: {
      zh: '报告在同一名称下印了不止一个数,均照原文列出。',
      en: 'The report prints more than one figure under this name; all are given as printed.',
    },
    partYear: (period: string) => ({
      zh: `统计时段:${period},不是全年。`,
      en: `Period: ${period}, not the whole year.`,
    }),
    planned: { zh: '这是计划数,不是已完成的结果。', en: 'This is planned, not done.' },
    computedShare: {
      zh: '这个比率由程序按报告所列的数计算,报告没有直接给出。',
      en: 'This share was computed from the counts given; the report does not print it.',
    },
    premiseRight: (place: string, raw: string) => ({
      zh: `与报告一致:${place}的报告写的是${raw}。`,
      en: `The report agrees: ${place} gives ${raw}.`,
    }),
    premiseWrong: (place: string, stated: string, printed: string) => ({
      zh: `不是${stated}。${place}的报告写的是:“${printed}”。`,
      en: `Not ${stated}. The report of ${place} says: “${printed}”.`,
    }),
    premiseElsewhere: (place: string, raw: string) => ({
      zh: `没有这样写。${raw}是${place}报告里的数:`,
      en: `It does not say so. ${raw} is from the report of ${place}:`,
    }),
    noReason: { zh: '这句话没有说明原因。', en: 'This sentence gives no reason.' },
    otherFileGives: (raw: string) => ({
      zh: `同一地区、同一年份还收录了另一份文件,写的是${raw}。`,
      en: `Another file of the same region and year is held; it gives ${raw}.`,
    }),
    otherFile: {
      zh: '同一地区、同一年份还收录了另一份文件,内容与此不同。',
      en: 'Another file of the same region and year is held, and its words differ.',
    },
  },

  /** Several regions side by side, and one region over its years. */
  comparisons: {
    higherBy: (first: string, shown: string, second: string, other: string, by: string) => ({
      zh: `${first}更高:${shown},与${second}的${other}相差${by}。`,
      en: `${first} is higher: ${shown}; ${second} gives ${other}, a difference of ${by}.`,
    }),
    lowerBy: (first: string, shown: string, second: string, other: string, by: string) => ({
      zh: `${first}更低:${shown},与${second}的${other}相差${by}。`,
      en: `${first} is lower: ${shown}; ${second} gives ${other}, a difference of ${by}.`,
    }),
    highest: (place: string, shown: string) => ({
      zh: `${place}最高:${shown}。`,
      en: `${place} is highest: ${shown}.`,
    }),
    lowest: (place: string, shown: string) => ({
      zh: `${place}最低:${shown}。`,
      en: `${place} is lowest: ${shown}.`,
    }),
    sameValue: (shown: string) => ({ zh: `相同:都是${shown}。`, en: `The same: ${shown}.` }),
    onlyGivenBy: (place: string, shown: string) => ({
      zh: `只有${place}给出:${shown}。`,
      en: `Only ${place} gives it: ${shown}.`,
    }),
    givenBy: { zh: '给出这个数的报告:', en: 'Reports that give it:' },
    notGiven: { zh: '未提及', en: 'not given' },
    notGivenBy: (places: string) => ({ zh: `未提及:${places}。`, en: `Not given by: ${places}.` }),
    /** Behind the first of many places. */
    andOthers: { zh: '等', en: ' …' },
    bestSearched: {
      zh: '报告很多,只列出检索最相关的一部分。',
      en: 'There are many reports; those nearest to the question were searched.',
    },
    sharedIndicators: {
      zh: '至少两份报告都给出的指标:',
      en: 'Measures that at least two of the reports give:',
    },
    percentagePoints: (value: number) => ({ zh: `${value}个百分点`, en: `${value} percentage points` }),
    partOf: (place: string, period: string) => ({
      zh: `${place}统计时段为${period},不是全年。`,
      en: `${place}: period ${period}, not the whole year.`,
    }),
    plannedOf: (place: string) => ({
      zh: `${place}的是计划数,不是已完成的结果。`,
      en: `${place}: planned, not done.`,
    }),
    roundedOf: (place: string, raw: string) => ({
      zh: `${place}的“${raw}”不是精确数。`,
      en: `${place}: "${raw}" is not exact.`,
    }),
    namesDiffer: (names: readonly { readonly place: string; readonly name: string }[]) => ({
      zh: `名称不同,口径可能不一:${names.map((one) => `${one.place}“${one.name}”`).join(',')}。`,
      en: `Names differ, so the bases may too: ${names.map((one) => `${one.place} "${one.name}"`).join('; ')}.`,
    }),
    unitsDiffer: (units: readonly string[]) => ({
      zh: `单位不同(${units.join('、')}),不宜直接相比。`,
      en: `Units differ (${units.join(', ')}).`,
    }),
    levelsDiffer: {
      zh: '报告主体的级别不同,数量不宜直接相比。',
      en: 'The bodies are of different levels, so counts are not directly comparable.',
    },
    yearsDiffer: { zh: '年份不同。', en: 'The years differ.' },
    inYear: (year: number, shown: string) => ({ zh: `${year}年 ${shown}`, en: `${year}: ${shown}` }),
    /** `percent` is empty where the values are shares themselves. */
    roseBy: (later: string, by: string, percent: string) => ({
      zh: `${later}上升${by}${percent ? `(${percent})` : ''}。`,
      en: `${later}: up ${by}${percent ? ` (${percent})` : ''}.`,
    }),
    fellBy: (later: string, by: string, percent: string) => ({
      zh: `${later}下降${by}${percent ? `(${percent})` : ''}。`,
      en: `${later}: down ${by}${percent ? ` (${percent})` : ''}.`,
    }),
    unchanged: (later: string) => ({ zh: `${later}没有变化。`, en: `${later}: unchanged.` }),
    printedChange: (place: string, words: string) => ({
      zh: `${place}报告自己写:“${words}”。`,
      en: `The report of ${place} itself says: "${words}".`,
    }),
    printedChangeFits: (place: string, words: string) => ({
      zh: `${place}报告自己写:“${words}”,与所收录的上一年报告相符。`,
      en: `The report of ${place} itself says: "${words}", which fits the report of the year before.`,
    }),
    printedChangeMisfits: (place: string, words: string) => ({
      zh: `${place}报告自己写:“${words}”,与所收录的上一年报告不符。`,
      en: `The report of ${place} itself says: "${words}", which does not fit the report of the year before.`,
    }),
    oneYearOnly: (place: string, year: number) => ({
      zh: `${place}只收录了${year}年的报告,看不出历年变化。`,
      en: `Only the ${year} report of ${place} is held, so there is no trend to show.`,
    }),
  },

  /** A year of a region in one message. */
  summaries: {
    summaryOf: (place: string) => ({
      zh: `${place}法治政府建设要点(报告原文)`,
      en: `${place}: the report's main points, in its own words`,
    }),
    honours: { zh: '荣誉与首创', en: 'Honours and firsts' },
    problemsAdmitted: { zh: '承认的问题', en: 'Problems admitted' },
    plansAhead: { zh: '下一步打算', en: 'Plans ahead' },
    inDetail: { zh: '想看某一方面的详情,可以问:', en: 'For more of one theme, ask:' },
    askTheme: (place: string, theme: string) => ({
      zh: `详细介绍${place}的${theme}`,
      en: `Summarise ${place} in detail: ${theme}`,
    }),
  },

  /** Titles of the parts of a summary. */
  themes: {
    organisation: { zh: '组织领导', en: 'Organisation and leadership' },
    services: { zh: '政务服务与营商环境', en: 'Services and business environment' },
    rules: { zh: '立法与规范性文件', en: 'Rule-making and normative documents' },
    decisions: { zh: '依法决策', en: 'Decision-making and legal advice' },
    enforcement: { zh: '行政执法与监管', en: 'Enforcement and regulation' },
    supervision: { zh: '监督与公开', en: 'Supervision and openness' },
    disputes: { zh: '化解纠纷', en: 'Disputes, reconsideration and litigation' },
    publicity: { zh: '普法与法律服务', en: 'Law publicity and legal services' },
  },

  /** What a report's own figures say about each other; a `name` may be empty. */
  selfCheck: {
    noContradiction: {
      zh: '没有发现矛盾:能够重算的比率、合计和前后数据都一致。',
      en: 'No contradiction was found: the shares, sums and repeated counts that can be recomputed all fit.',
    },
    notRecomputable: {
      zh: '报告印了这些数,没有说明它们之间的关系,无法据此重算。照原文列出:',
      en: 'The report prints these figures without saying how they relate, so they cannot be recomputed. As printed:',
    },
    shareFits: (name: string, printed: string, computation: string) => ({
      zh: `${name ? `“${name}”` : ''}印作“${printed}”,按所列的数计算:${computation},两者一致`,
      en: `${name ? `"${name}", ` : ''}printed "${printed}"; from the counts given: ${computation}. It fits`,
    }),
    shareMisfits: (name: string, printed: string, computation: string) => ({
      zh: `${name ? `“${name}”` : ''}印作“${printed}”,按所列的数计算却是:${computation}`,
      en: `${name ? `"${name}", ` : ''}printed "${printed}", but the counts given make ${computation}`,
    }),
    sumFits: (name: string, printed: string, computation: string) => ({
      zh: `${name ? `“${name}”` : ''}合计印作“${printed}”,各项相加:${computation},两者一致`,
      en: `${name ? `"${name}", ` : ''}printed total "${printed}"; its parts add up: ${computation}. It fits`,
    }),
    sumMisfits: (name: string, printed: string, computation: string) => ({
      zh: `${name ? `“${name}”` : ''}合计印作“${printed}”,各项相加却是:${computation}`,
      en: `${name ? `"${name}", ` : ''}printed total "${printed}", but its parts make ${computation}`,
    }),
    partExceeds: (part: string, whole: string) => ({
      zh: `“${part}”是“${whole}”的一部分,却比它多`,
      en: `"${part}" is a part of "${whole}" and yet larger`,
    }),
    labelDiffers: (name: string, printed: readonly string[]) => ({
      zh: `“${name}”在同一处印了不同的数:${printed.join('、')}`,
      en: `"${name}" is printed with different figures in one place: ${printed.join(', ')}`,
    }),
    countDiffers: (name: string, one: string, other: string) => ({
      zh: `“${name}”前后不同:一处为${one},另一处为${other}`,
      en: `"${name}" differs between two places: ${one} in one, ${other} in the other`,
    }),
    claimsDiffer: (all: string, less: string) => ({
      zh: `一处说“${all}”,另一处说“${less}”`,
      en: `One place says "${all}", the other "${less}"`,
    }),
    wrongHotline: (printed: string, expected: string) => ({
      zh: `热线号码印作“${printed}”,全国统一的政务服务便民热线是${expected}`,
      en: `The hotline is printed "${printed}"; the national government service hotline is ${expected}`,
    }),
    impossibleDate: (printed: string, expected: string | undefined) => ({
      zh: `日期“${printed}”不存在${expected ? `,或为“${expected}”之误` : ''}`,
      en: `The date "${printed}" is impossible${expected ? `, perhaps for "${expected}"` : ''}`,
    }),
  },

  /** What the terminal and Telegram say around the answers; lines are separated by `\n`. */
  chat: {
    greeting: (reports: number, regions: number) => ({
      zh: `治报：法治政府建设年度报告问答。资料库现有${reports}份报告，来自${regions}个地区。每个数据都附出处和原文。`,
      en: `Zhibao answers questions about China's annual reports on law-based government. It holds ${count(reports, 'report')} from ${count(regions, 'region')}; every figure comes with its source and the report's own words.`,
    }),
    examples: { zh: '可以这样问：', en: 'You can ask:' },
    /** How to go on, under the terminal's greeting. */
    terminalHint: {
      zh: '输入问题后按回车。/help 帮助，/reports 报告列表，原文 看出处全段，/quit 退出。',
      en: 'Type a question and press Enter. /help, /reports, original (the whole cited paragraph), /quit.',
    },
    terminalHelp: {
      zh: [
        '请写明地区、年份和想知道的内容；中文、英文、拼音地名都可以。',
        '',
        '/reports  列出资料库中的报告',
        '/原文      显示上一个回答的出处全段（也可输入 原文；原文 2 看第二处）',
        '/help     显示本帮助',
        '/quit     退出（或按 Ctrl-D）',
      ].join('\n'),
      en: [
        'Name the region, the year and what you want to know, in English or Chinese; regions also in pinyin.',
        '',
        '/reports   lists the reports held',
        '/original  shows the whole paragraph that the last answer cites (also: original; original 2 for the second)',
        '/help      shows this help',
        '/quit      ends the chat (or press Ctrl-D)',
      ].join('\n'),
    },
    /** How to ask, above the list of commands. */
    telegramHelp: {
      zh: [
        '请直接发送问题，写明地区、年份和想知道的内容；中文、英文、拼音地名都可以。',
        '回答只来自资料库中的报告，并附报告、章节、段落（¶）和原文。可以接着追问，例如“那高州呢？”。',
        '群聊里请 @我、回复我的消息或使用命令；在任何聊天里输入 @我 加问题，可以直接插入回答。',
      ].join('\n'),
      en: [
        'Just send a question that names the region, the year and what you want to know, in English or Chinese; regions also in pinyin.',
        "Answers come only from the reports held, with report, section, paragraph (¶) and the report's own words. Ask on as you like: and Gaozhou?",
        'In a group, mention me, reply to me or use a command; in any chat, type @ and my name with a question to insert the answer.',
      ].join('\n'),
    },
    /** Added to what is kept, where a model is used. */
    privacyOfModel: {
      zh: '为了让回答更通顺，提问和有关的报告段落会发送给管理员设置的语言模型；您是谁不会发送。',
      en: 'To make replies more fluent, questions and the paragraphs they concern are sent to the language model that the administrator has set; who you are is not.',
    },
    /** What is kept of a chat, and how to remove it. */
    privacy: {
      zh: [
        '为了能接着追问，我记住每个聊天最近的提问和出处；为了让按钮可用，我保留最近50条回答，最长90天。',
        '群聊里每个人的记忆各自分开。插入式提问（@我 加问题）不留记忆。',
        '点 👍 👎 或写下的意见，会连同问题、回答和出处保存，供管理员改进，不记录是谁写的。',
        '文件里的聊天编号经过散列处理。除非管理员为排查问题打开调试，日志里不写消息内容。',
        '/forget 删除本聊天中关于您的记忆和回答记录，并切断意见与您的联系。',
      ].join('\n'),
      en: [
        'So that you can ask on, I remember the last questions of each chat and what was cited; so that buttons work, I keep the last 50 replies, for 90 days at most.',
        'In groups everybody has a memory of their own. Inline questions are not remembered.',
        '👍, 👎 and what you write about a reply are kept with question, answer and sources for the administrator, without your name.',
        'The ids of chats are hashed in the file. Logs hold no message text unless the administrator turns on debugging.',
        '/forget deletes what I remember of you in this chat and the replies kept, and cuts the tie between you and your feedback.',
      ].join('\n'),
    },
    reportsHeld: (reports: number) => ({
      zh: `资料库现有${reports}份报告：`,
      en: `${count(reports, 'report')} held:`,
    }),
    moreRegions: (regions: number) => ({
      zh: `……另有${regions}个地区，可直接提问。`,
      en: `… and ${count(regions, 'more region')}; just ask.`,
    }),
    noReports: {
      zh: '资料库中还没有报告。请把报告文件放进报告文件夹后重新启动。',
      en: 'No report is held yet. Put report files into the reports folder and start again.',
    },
    /** Heads citations that are shown without their words. */
    moreSources: { zh: '其他出处：', en: 'Also:' },
    /** Below or behind the place that a citation names: the day its page says that it was published. */
    publishedOn: (date: string) => ({ zh: `发布于 ${date}`, en: `published ${date}` }),
    note: (note: string) => ({ zh: `注：${note}`, en: `Note: ${note}` }),
    tooLong: (characters: number, limit: number) => ({
      zh: `问题太长：共${characters}字，最多${limit}字。请缩短后再问。`,
      en: `The question is too long: ${characters} characters, at most ${limit} are read. Please shorten it.`,
    }),
    blank: { zh: '请输入问题。', en: 'Please type a question.' },
    /** Nothing was cited yet when the original was asked for. */
    noOriginal: {
      zh: '还没有可以显示原文的回答。请先提一个问题。',
      en: 'No answer with a source yet. Ask a question first.',
    },
    /** The last answer has only so many citations. */
    noSuchOriginal: (citations: number) => ({
      zh: `上一个回答只有${citations}处出处。`,
      en: `The last answer has ${count(citations, 'source')}.`,
    }),
    failed: {
      zh: '抱歉，这个问题没能处理完，请再试一次。',
      en: 'Sorry, this question could not be worked through. Please try again.',
    },
    textOnly: { zh: '我只能阅读文字，请用文字提问。', en: 'I read text only. Please type your question.' },
    notAllowed: (userId: number | undefined) => ({
      zh: `这个机器人只对指定用户开放。${userId === undefined ? '' : `如需使用，请把您的用户编号 ${userId} 告诉管理员。`}`,
      en: `This bot is open to certain users only.${userId === undefined ? '' : ` To be let in, give the administrator your user id, ${userId}.`}`,
    }),
    /** Told once a minute to who asks faster than is answered. */
    tooFast: {
      zh: '您发得太快了，请过一分钟再问。',
      en: 'That is faster than I can answer. Please ask again in a minute.',
    },
    /** A stop of the reply being written; the reply itself follows, in the reports' own words. */
    stopped: { zh: '已停止。', en: 'Stopped.' },
    nothingToStop: { zh: '现在没有正在写的回答。', en: 'No reply is being written.' },
    alreadyWritten: { zh: '这条回答已经写完。', en: 'This reply is already complete.' },
    notYourReply: {
      zh: '只有提问的人可以停止这条回答。',
      en: 'Only the person who asked can stop this reply.',
    },
    unknownCommand: (command: string) => ({
      zh: `没有 ${command} 这个命令，输入 /help 查看帮助。`,
      en: `There is no command ${command}; /help lists them.`,
    }),
    /** A mistyped command, and the one that was probably meant. */
    nearestCommand: (command: string, nearest: string) => ({
      zh: `没有 ${command} 这个命令。您是想用 ${nearest} 吗？`,
      en: `There is no command ${command}. Did you mean ${nearest}?`,
    }),
    /** /compare without two regions. */
    compareUsage: {
      zh: '请写出两个或更多地区，也可以加上指标，例如：/compare 花都 高州 综合纠错率',
      en: 'Name two or more regions, and a measure if you like: /compare Huadu Gaozhou comprehensive correction rate',
    },
    askToCompare: (one: string, other: string) => ({
      zh: `比较${one}和${other}`,
      en: `Compare ${one} and ${other}`,
    }),
    /** Above the years of one region. */
    yearsOf: (region: string) => ({
      zh: `${region}的报告，点年份看总结：`,
      en: `Reports of ${region}; press a year for its summary:`,
    }),
    /** The button belongs to a reply that is no longer kept. */
    staleButton: {
      zh: '这个按钮已经失效，请重新提问。',
      en: 'This button no longer works. Please ask again.',
    },
    /** The library no longer holds the paragraph. */
    paragraphGone: {
      zh: '资料库已经更新，找不到这一段了。请重新提问。',
      en: 'The library has changed and no longer holds this paragraph. Please ask again.',
    },
    /** Above the choice of a language, with the one that is set now. */
    chooseLanguage: (now: string) => ({
      zh: `请选择回答的语言。现在：${now}`,
      en: `Choose the language of replies. Now: ${now}`,
    }),
    /** The choice of no language, beside 中文 and English. */
    languageAsAsked: { zh: '跟随提问', en: 'As asked' },
    languageChosen: (chosen: string) => ({
      zh: `好的，回答的语言：${chosen}`,
      en: `Done. Language of replies: ${chosen}`,
    }),
    forgotten: {
      zh: '已经忘记：本聊天中关于您的记忆和回答记录都已删除，旧按钮不再有效。',
      en: 'Forgotten: what I remembered of you in this chat and the replies kept are deleted; old buttons no longer work.',
    },
    ratingThanks: { zh: '谢谢！', en: 'Thank you!' },
    /** After 👎. */
    askWhatIsWrong: {
      zh: '哪里不对？请回复这条消息告诉我；不想说明可以不理会。',
      en: 'What is wrong? Reply to this message to tell me, or simply ignore it.',
    },
    /** /feedback without words. */
    askFeedback: {
      zh: '请回复这条消息，写下您的意见。',
      en: 'Reply to this message with what you would like to say.',
    },
    feedbackThanks: { zh: '谢谢，已经记下。', en: 'Thank you, it is noted.' },
    /** In the field of a message that asks for words. */
    yourWords: { zh: '您的意见', en: 'Your feedback' },
    /** Beside the list of an inline query that is empty, or finds nothing; at most 64 characters. */
    inlineHint: {
      zh: '输入地区、年份和想知道的内容',
      en: 'Type a region, a year and what you want to know',
    },
    inlineNothing: {
      zh: '报告里没有找到，点这里直接问我',
      en: 'Not found in the reports; press here to ask me',
    },
    goodbye: { zh: '再见。', en: 'Goodbye.' },
  },

  /** Example questions of a greeting about one report; the first that it answers is offered. */
  examples: {
    reconsideration: (region: string, year: number) => ({
      zh: `${region}${year}年行政复议案件有多少件？`,
      en: `How many administrative reconsideration cases were there in ${region} in ${year}?`,
    }),
    litigation: (region: string, year: number) => ({
      zh: `${region}${year}年行政诉讼案件有多少件？`,
      en: `How many administrative litigation cases were there in ${region} in ${year}?`,
    }),
    mediation: (region: string, year: number) => ({
      zh: `${region}${year}年人民调解了多少件纠纷？`,
      en: `How many disputes were mediated in ${region} in ${year}?`,
    }),
    section: (region: string, year: number) => ({
      zh: `${region}${year}年的报告里，规范性文件管理在哪一节？`,
      en: `Which section of the ${year} report of ${region} is about normative documents?`,
    }),
    issuer: (region: string, year: number) => ({
      zh: `${region}${year}年的报告是谁发布的？`,
      en: `Who issued the ${year} report of ${region}?`,
    }),
  },

  /** Example questions of a greeting about all reports. */
  examplesOverAll: {
    reports: { zh: '资料库里有哪些报告？', en: 'Which reports do you have?' },
  },

  /** Questions to go on with, sent as they stand. */
  followUps: {
    elsewhere: (place: string, indicator: string) => ({
      zh: `${place}${indicator}是多少?`,
      en: `${place}: ${indicator}?`,
    }),
    compare: (one: string, other: string, indicator: string) => ({
      zh: `比较${one}和${other}的${indicator}`,
      en: `Compare ${indicator}: ${one} and ${other}`,
    }),
  },

  /** What stands on the bot's buttons. */
  buttons: {
    /** The paragraph of a citation; the report is named where several are cited. */
    paragraph: (number: number, place?: string) => ({
      zh: `📄 ${place ?? '原文'} ¶${number}`,
      en: `📄 ${place ?? 'Paragraph'} ¶${number}`,
    }),
    place: (region: string, year: number) => ({ zh: `${region}${year}年`, en: `${region} ${year}` }),
    elsewhere: (place: string) => ({ zh: `🔎 ${place}呢？`, en: `🔎 And ${place}?` }),
    compareWith: (place: string) => ({ zh: `⚖️ 与${place}比较`, en: `⚖️ Compare with ${place}` }),
    summaryOf: (place: string) => ({ zh: `📋 ${place}总结`, en: `📋 Summary of ${place}` }),
    more: { zh: '⬇️ 继续显示', en: '⬇️ More' },
    back: { zh: '« 返回', en: '« Back' },
    stop: { zh: '⏹ 停止', en: '⏹ Stop' },
  },

  /** The questions that commands stand for; `words` stood behind the command. */
  commandQuestions: {
    summary: (words: string) => ({ zh: `总结 ${words}`, en: `Summarise ${words}` }),
    summaryOfAny: { zh: '总结', en: 'Summarise a report' },
    compare: (words: string) => ({ zh: `比较 ${words}`, en: `Compare ${words}` }),
    audit: (words: string) => ({
      zh: `检查${words}的报告有没有矛盾`,
      en: `Check the report of ${words} for contradictions`,
    }),
    auditOfAll: { zh: '哪些报告自相矛盾？', en: 'Which reports contradict themselves?' },
  },

  /** Reports that administrators send to the bot, or name by address. */
  uploads: {
    adminsOnly: {
      zh: '只有管理员可以添加报告。您可以直接用文字提问。',
      en: 'Only administrators may add reports. You may simply type a question.',
    },
    /** Behind /help, for administrators. */
    help: {
      zh: [
        '管理员：把报告文件（PDF、Word、网页、文本或 zip，最大 20 MB）发给我，我会先说明读到了什么，按“添加”之后才会入库。',
        '未添加的文件 48 小时后自动删除。群聊里请在文件说明中 @我。',
      ].join('\n'),
      en: [
        'Administrators: send me the file of a report (PDF, Word, web page, text or zip, at most 20 MB). I say first what I read; it enters the library only when you press Add.',
        'A file that is not added is deleted after 48 hours. In a group, mention me in its caption.',
      ].join('\n'),
    },
    addUsage: {
      zh: '请写出报告网页的地址，例如：/add https://www.example.gov.cn/report.html',
      en: 'Name the address of the report, such as /add https://www.example.gov.cn/report.html',
    },

    /** Of a card: what was read. */
    sizes: (sections: number, paragraphs: number, figures: number) => ({
      zh: `共 ${sections} 个标题、${paragraphs} 段、${figures} 个数据。`,
      en: `${count(sections, 'heading')}, ${count(paragraphs, 'paragraph')}, ${count(figures, 'figure')}.`,
    }),
    /** `place` is the region with its parents. */
    heading: (place: string, year: number) => ({ zh: `${place} · ${year}年`, en: `${place} · ${year}` }),
    problems: { zh: '请核对：', en: 'Please check:' },
    moreProblems: (others: number) => ({ zh: `…另有 ${others} 处`, en: `… and ${others} more` }),
    listHeading: (reports: number, files: number) => ({
      zh: `${files} 个文件，其中 ${reports} 份报告：`,
      en: `${count(files, 'file')}, ${count(reports, 'report')} among them:`,
    }),
    moreFiles: (others: number) => ({
      zh: `…另有 ${others} 个文件`,
      en: `… and ${count(others, 'further file')}`,
    }),

    askRegion: {
      zh: '这份报告是哪个地区的？请回复这条消息，写出全称，例如：广州市花都区',
      en: 'Which region does the report speak for? Reply to this message with its full name, in Chinese or pinyin',
    },
    askYear: {
      zh: '这份报告讲的是哪一年的工作？请回复这条消息，例如：2019',
      en: 'Which year does the report cover? Reply to this message, such as 2019',
    },
    noRegion: (name: string) => ({
      zh: `“${name}”不是我认识的地区。请回复这条消息，写出全称，例如：广州市花都区`,
      en: `"${name}" is no region that I know. Reply to this message with its full name, in Chinese or pinyin`,
    }),
    noYear: (words: string) => ({
      zh: `“${words}”不是 1949 至 2100 之间的年份。请回复这条消息，例如：2019`,
      en: `"${words}" is no year between 1949 and 2100. Reply to this message, such as 2019`,
    }),
    corrected: (what: string) => ({
      zh: `已改为：${what}。请看上面的卡片。`,
      en: `Corrected: ${what}. See the card above.`,
    }),
    placeholder: { zh: '地区或年份', en: 'Region or year' },

    waiting: { zh: '⏳ 前面还有报告正在添加，请稍候…', en: '⏳ Waiting for the report before it…' },
    progress: (stage: string, share: string) => ({
      zh: `⏳ 正在添加：${stage} ${share}`,
      en: `⏳ Adding: ${stage} ${share}`,
    }),
    added: (place: string, id: string) => ({
      zh: `✅ 已添加：${place}（${id}），现在就可以提问。`,
      en: `✅ Added: ${place} (${id}). You may ask about it now.`,
    }),
    replaced: (place: string, id: string) => ({
      zh: `✅ 已替换：${place}（${id}），现在就可以提问。`,
      en: `✅ Replaced: ${place} (${id}). You may ask about it now.`,
    }),
    unchanged: (place: string, id: string) => ({
      zh: `资料库已有：${place}（${id}），没有变化。`,
      en: `Held already: ${place} (${id}); nothing has changed.`,
    }),
    addedSeveral: (added: number, replaced: number, unchanged: number, skipped: number) => ({
      zh: `✅ 已添加 ${added} 份，替换 ${replaced} 份，没有变化 ${unchanged} 份，跳过 ${skipped} 个文件。`,
      en: `✅ ${added} added, ${replaced} replaced, ${unchanged} unchanged, ${skipped} skipped.`,
    }),
    notAdded: (reason: string) => ({
      zh: `⚠️ 没能添加：${reason}。资料库没有变化，可以再试一次。`,
      en: `⚠️ Not added: ${reason}. The library is as it was; you may try again.`,
    }),
    diskFull: { zh: '磁盘已满', en: 'the disk is full' },
    notWritable: { zh: '报告文件夹不可写', en: 'the folder of reports cannot be written' },
    discarded: { zh: '🗑 已放弃，没有入库。', en: '🗑 Discarded; nothing was entered.' },
    /** A button or an answer that came too late. */
    over: { zh: '这份文件已经处理过了。', en: 'This file has been dealt with already.' },
    gone: {
      zh: '这份文件已经不在了（最多保留 48 小时），请重新发送。',
      en: 'This file is gone (it is kept for 48 hours). Please send it again.',
    },
    busy: { zh: '正在添加，请稍候。', en: 'It is being added, please wait.' },

    /** Above the reason why a file was not taken. */
    refused: (name: string, reason: string) => ({
      zh: `没有接受“${name}”：${reason}`,
      en: `"${name}" was not taken: ${reason}`,
    }),
    /** Behind the reason: what a person can do instead. */
    byHand: {
      zh: '可以在浏览器里打开并保存，再把文件发给我。',
      en: 'You may open it in a browser, save it and send me the file.',
    },
  },

  /** What adding a report that was sent would do. */
  uploadPlans: {
    isNew: {
      zh: '资料库还没有这份报告。按“添加”入库。',
      en: 'The library does not hold this report. Press Add to enter it.',
    },
    unchanged: (id: string) => ({
      zh: `资料库已有同一份报告（${id}），无需添加。`,
      en: `The library holds the same report already (${id}); there is nothing to add.`,
    }),
    replaces: (id: string) => ({
      zh: `这是已有报告的新版本。添加后替换 ${id}，编号不变。`,
      en: `This is a newer version of a report that is held. Adding it replaces ${id}, under the same id.`,
    }),
    second: (id: string) => ({
      zh: `资料库已有该地区该年的另一份报告（${id}）。添加后两份都会保留，请先确认地区和年份。`,
      en: `The library holds another report of this region and year (${id}). Adding keeps both; please check region and year first.`,
    }),
    missingRegion: {
      zh: '文件没有写明是哪个地区的报告。请按“更正地区”告诉我。',
      en: 'The file does not say which region it speaks for. Press Correct region to tell me.',
    },
    missingYear: {
      zh: '文件没有写明是哪一年的报告。请按“更正年份”告诉我。',
      en: 'The file does not say which year it covers. Press Correct year to tell me.',
    },
    several: (reports: number) => ({
      zh: `可以添加 ${reports} 份报告。`,
      en: `${count(reports, 'report')} can be added.`,
    }),
    severalUnchanged: { zh: '没有可以添加的新报告。', en: 'There is no new report to add.' },
  },

  /** The same in a list of several. */
  uploadStandings: {
    new: { zh: '新', en: 'new' },
    unchanged: { zh: '已有', en: 'held' },
    replaces: { zh: '替换已有', en: 'replaces one' },
    second: { zh: '该地区该年的另一份', en: 'second of its region and year' },
  },

  /** Under a report that was sent. */
  uploadButtons: {
    add: { zh: '✅ 添加', en: '✅ Add' },
    addAll: (reports: number) => ({ zh: `✅ 全部添加（${reports}）`, en: `✅ Add all (${reports})` }),
    region: { zh: '📍 更正地区', en: '📍 Correct region' },
    year: { zh: '📅 更正年份', en: '📅 Correct year' },
    discard: { zh: '🗑 放弃', en: '🗑 Discard' },
  },

  /** How far adding it is. */
  uploadStages: {
    scan: { zh: '查看文件夹', en: 'looking into the folder' },
    enter: { zh: '保存原件', en: 'keeping the original' },
    read: { zh: '阅读', en: 'reading' },
    embed: { zh: '计算向量', en: 'embedding' },
    words: { zh: '整理词语', en: 'collecting words' },
    index: { zh: '建立索引', en: 'indexing' },
    save: { zh: '写入', en: 'saving' },
  },

  /** Why a file cannot be read as a report. */
  uploadRefusals: {
    scan: {
      zh: '里面只有页面的图片，没有文字（扫描件）。请先做文字识别，或另存为带文字的 PDF。',
      en: 'it holds pictures of pages and no text, as a scan does. Recognise its text first, or save it with text.',
    },
    fonts: {
      zh: '文件的字体没有说明对应哪些字，读不出文字。请另存为文本或 Word 文件。',
      en: 'its fonts do not say which characters they show. Save its text as plain text or .docx.',
    },
    password: {
      zh: '文件有密码保护。请另存为没有密码的文件。',
      en: 'it is protected by a password. Save it without one.',
    },
    empty: { zh: '文件是空的。', en: 'it is empty.' },
    tooLarge: (limit: string) => ({
      zh: `文件太大，最多 ${limit}。请拆分，或用命令行 npm run ingest 添加。`,
      en: `it is too large, at most ${limit} are taken. Split it, or add it by npm run ingest.`,
    }),
    tooManyPages: (limit: string) => ({
      zh: `页数太多，最多 ${limit} 页。请只留报告本身。`,
      en: `it has too many pages, at most ${limit} are read. Take out the report itself.`,
    }),
    tooManyFiles: (limit: string) => ({
      zh: `压缩包里文件太多，最多 ${limit} 个。请分成几个压缩包。`,
      en: `it holds too many files, at most ${limit} are read. Split it into several archives.`,
    }),
    tooMuch: {
      zh: '读这个文件要用的时间或内存太多，已停止。请把报告正文另存为文本再试。',
      en: 'reading it takes more time or memory than any report needs. Save the text of the report and try again.',
    },
    tooLong: {
      zh: '内容比任何一份报告都长得多。请拆分，每份报告一个文件。',
      en: 'it is much longer than any report. Split it, one report a file.',
    },
    register: (said: string) => ({
      zh: `这份清单用不了（${said}）。请改正或去掉；旁边的文件按没有清单读取。`,
      en: `this list of reports cannot be used (${said}). Correct it or take it out; the files beside it are read without it.`,
    }),
    noReport: {
      zh: '里面没有法治政府建设报告的正文。',
      en: 'it holds no text of a report on law-based government.',
    },
    noRegion: { zh: '没有写明是哪个地区的报告。', en: 'it does not say which region it speaks for.' },
    noYear: { zh: '没有写明是哪一年的报告。', en: 'it does not say which year it covers.' },
    kind: (kind: string) => ({
      zh: `不能读这种文件（${kind}）。请另存为 PDF、Word、网页或文本。`,
      en: `it is ${kind}, which cannot be read. Save it as PDF, .docx, web page or text.`,
    }),
    damaged: {
      zh: '文件已损坏，或不是它自称的格式。请重新保存后再试。',
      en: 'it is damaged, or not what it claims to be. Save it anew and try again.',
    },
    binary: { zh: '文件里不是文字。', en: 'it is no text.' },
    other: (reason: string) => ({ zh: `读不了（${reason}）。`, en: `${reason}.` }),
    /** The Bot API handed out no bytes. */
    unreachable: {
      zh: '没能从 Telegram 下载，请稍后重新发送。',
      en: 'it could not be downloaded from Telegram. Please send it again later.',
    },
    /** The server of TELEGRAM_API_ROOT runs with --local. */
    localServer: {
      zh: 'Bot API 服务器以 --local 方式运行，只给出它自己磁盘上的路径，机器人不会去读。',
      en: 'the Bot API server runs with --local and names a path on its own disk, which the bot does not read.',
    },
  },

  /** Why a page was not fetched. */
  fetchRefusals: {
    'url-invalid': { zh: '这不是网页地址。', en: 'this is no address of a page.' },
    'url-credentials': {
      zh: '地址里不能带用户名和密码。',
      en: 'an address must not hold a name and password.',
    },
    'url-port': { zh: '只访问 80 和 443 端口。', en: 'only ports 80 and 443 are used.' },
    'url-private': {
      zh: '这是本机或内网的地址，不访问。',
      en: 'this is an address of this machine or its network.',
    },
    'url-robots': { zh: '网站不允许程序读取这一页。', en: 'the site does not let programs read this page.' },
    'url-robots-unreachable': {
      zh: '读不到网站的 robots.txt，不确定是否允许读取。',
      en: "the site's robots.txt cannot be read, so that nobody knows whether it may be.",
    },
    'url-redirects': { zh: '网页转来转去，没有尽头。', en: 'its redirects do not end.' },
    'url-status': { zh: '网站没有给出这一页。', en: 'the site does not give this page.' },
    'url-slow': { zh: '网站太慢，没有等到。', en: 'the site is too slow.' },
    'url-too-large': { zh: '网页太大。', en: 'the page is too large.' },
    'url-truncated': { zh: '网页没有传完。', en: 'the page did not come whole.' },
    'url-empty': { zh: '网页是空的。', en: 'the page is empty.' },
    'url-encoding': { zh: '网页的压缩方式读不了。', en: 'the page is packed in an unknown way.' },
    'url-certificate': { zh: '网站的证书无效。', en: 'the certificate of the site is not valid.' },
    'url-unreachable': { zh: '连不上网站。', en: 'the site cannot be reached.' },
  },

  /** What a region is read from. */
  regionSources: {
    title: { zh: '标题', en: 'title' },
    issuer: { zh: '发文机关', en: 'issuer' },
    signature: { zh: '落款', en: 'signature' },
    source: { zh: '来源', en: 'source' },
    'names of documents': { zh: '文件名称和文号', en: 'names of documents' },
    "page's address": { zh: '网址', en: "page's address" },
    text: { zh: '正文', en: 'text' },
  },

  /** What is uncertain about a reading. */
  uploadDoubts: {
    regionFrom: (region: string, source: string) => ({
      zh: `标题没有写地区，“${region}”取自${source}`,
      en: `No title names the region; "${region}" was taken from the ${source}`,
    }),
    regionDiffers: (region: string, other: string, source: string) => ({
      zh: `取“${region}”为地区，而按${source}是“${other}”`,
      en: `"${region}" was taken as the region; by the ${source} it is "${other}"`,
    }),
    ownBody: (region: string) => ({
      zh: `正文以部门自称（我局、我厅），但没有写是哪个部门，“${region}”可能只是所在地区`,
      en: `The text speaks of a department that nothing names; "${region}" may be its place only`,
    }),
    regionGiven: (given: string, printed: string) => ({
      zh: `地区按您给的“${given}”，文件里写的是“${printed}”`,
      en: `"${given}" was given as the region; the file names "${printed}"`,
    }),
    parentsUnknown: (region: string) => ({
      zh: `不清楚“${region}”在哪个省市`,
      en: `The text does not tell in which province or city "${region}" lies`,
    }),
    noTitle: {
      zh: '文件没有标题，标题按地区和年份拟定',
      en: 'The file prints no title; it was derived from region and year',
    },
    yearGiven: (given: string, printed: string) => ({
      zh: `年份按您给的 ${given}，标题写的是 ${printed}`,
      en: `${given} was given as the year; the title says ${printed}`,
    }),
    yearFromText: (year: string) => ({
      zh: `标题没有写年份，${year} 取自正文`,
      en: `No title states the year; ${year} was taken from the text`,
    }),
    yearFromDate: (year: string) => ({
      zh: `标题和正文没有写年份，${year} 按日期推定`,
      en: `Neither title nor text states the year; ${year} was taken from the date`,
    }),
    noIssuer: { zh: '文件没有写发布机关', en: 'The file does not say who issued the report' },
    noDate: { zh: '文件没有写日期', en: 'The file prints no date' },
    lineKept: (line: string) => ({
      zh: `第 ${line} 行可能不是正文，但保留了`,
      en: `Line ${line} may be no text of the report, and was kept`,
    }),
    lineDropped: (line: string) => ({
      zh: `第 ${line} 行起像是另一篇文章，没有收入`,
      en: `What begins with line ${line} was taken for another article`,
    }),
    joinedCell: (line: string) => ({
      zh: `第 ${line} 行表格中有一格像是两格连在一起，相关数字没有读取`,
      en: `A cell of the table in line ${line} reads like two; its figures were left out`,
    }),
    joinedTable: (line: string) => ({
      zh: `第 ${line} 行开始的表格分不清各格，表中数字没有读取`,
      en: `The cells of the table from line ${line} cannot be told apart; its figures were left out`,
    }),
    closing: (paragraph: string) => ({
      zh: `结尾的第 ${paragraph} 段没有自己的标题`,
      en: `Paragraph ${paragraph} closes the report without a heading`,
    }),
  },

  /** What each command of the bot does, in Telegram's menu. */
  commands: {
    start: { zh: '开始：能做什么，三个例子', en: 'What I do, with three examples' },
    help: { zh: '怎样提问', en: 'How to ask' },
    reports: { zh: '资料库中的报告', en: 'The reports held' },
    summary: { zh: '总结一份报告：/summary 花都 2019', en: 'Summarise a report: /summary Huadu 2019' },
    compare: { zh: '比较地区：/compare 花都 高州', en: 'Compare regions: /compare Huadu Gaozhou' },
    audit: {
      zh: '报告自查：/audit 花都 2019',
      en: 'Where reports contradict themselves: /audit Huadu 2019',
    },
    stop: { zh: '停止正在写的回答', en: 'Stop the reply being written' },
    language: { zh: '选择回答的语言', en: 'Choose the language of replies' },
    forget: { zh: '删除本聊天的记忆', en: 'Delete the memory of this chat' },
    privacy: { zh: '保存了什么', en: 'What is kept' },
    feedback: { zh: '写意见给管理员', en: 'Write to the administrator' },
  },

  /** Those that only administrators have. */
  adminCommands: {
    add: {
      zh: '添加网页上的报告：/add https://…',
      en: 'Add a report from the web: /add https://…',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Sentence>>>>;
