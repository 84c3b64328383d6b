/**
 * Every fixed sentence a reader sees, in both languages.
 *
 * Answers are worded in `src/answer`; errors for the person at the keyboard by who throws them.
 */
import type { Answer } from '../answer/answer.ts';

export type Language = Answer['language'];

/** The bot's commands. */
type CommandName =
  | 'start'
  | 'help'
  | 'reports'
  | 'summary'
  | 'compare'
  | 'audit'
  | 'language'
  | 'forget'
  | 'privacy'
  | 'feedback';

/** What stands on buttons. */
interface ButtonTexts {
  /** The paragraph of a citation; the report is named where several are cited. */
  readonly paragraph: (number: number, place?: string) => string;
  readonly place: (region: string, year: number) => string;
  readonly elsewhere: (place: string) => string;
  readonly compareWith: (place: string) => string;
  readonly summaryOf: (place: string) => string;
  readonly more: string;
  readonly back: string;
  readonly languages: Readonly<Record<'zh' | 'en' | 'auto', string>>;
}

/** The sentences of one language; lines are separated by `\n`. */
export interface Texts {
  /** Name and purpose, then what is held. */
  readonly greeting: (reports: number, regions: number) => string;
  /** Heads the example questions. */
  readonly examples: string;
  /** How to go on, under the terminal's greeting. */
  readonly terminalHint: string;
  readonly terminalHelp: string;
  /** How to ask, above the list of commands. */
  readonly telegramHelp: string;
  /** What is kept of a chat, and how to remove it. */
  readonly privacy: string;
  /** Heads the list of reports. */
  readonly reportsHeld: (reports: number) => string;
  readonly moreRegions: (regions: number) => string;
  readonly noReports: string;
  /** Between the names of a list. */
  readonly comma: string;
  /** Heads citations that are shown without their words. */
  readonly moreSources: string;
  /** Marks a caveat. */
  readonly note: (note: string) => string;
  readonly tooLong: (characters: number, limit: number) => string;
  readonly blank: string;
  /** Nothing was cited yet when the original was asked for. */
  readonly noOriginal: string;
  /** The last answer has only so many citations. */
  readonly noSuchOriginal: (citations: number) => string;
  readonly failed: string;
  readonly textOnly: string;
  readonly notAllowed: (userId: number | undefined) => string;
  /** Told once a minute to who asks faster than is answered. */
  readonly tooFast: string;
  readonly unknownCommand: (command: string) => string;
  /** A mistyped command, and the one that was probably meant. */
  readonly nearestCommand: (command: string, nearest: string) => string;
  readonly goodbye: string;
  /** Descriptions of the bot's commands, shown by Telegram's menu. */
  readonly commands: Readonly<Record<CommandName, string>>;
  /** /compare without two regions. */
  readonly compareUsage: string;
  /** An example under it. */
  readonly askToCompare: (one: string, other: string) => string;
  readonly askSummary: (place: string) => string;
  readonly buttons: ButtonTexts;
  /** Above the years of one region. */
  readonly yearsOf: (region: string) => string;
  /** The button belongs to a reply that is no longer kept. */
  readonly staleButton: string;
  /** The library no longer holds the paragraph. */
  readonly paragraphGone: string;
  /** Above the choice of a language, with the one that is set now. */
  readonly chooseLanguage: (now: string) => string;
  readonly languageChosen: (chosen: string) => string;
  readonly forgotten: string;
  readonly ratingThanks: string;
  /** After 👎. */
  readonly askWhatIsWrong: string;
  /** /feedback without words. */
  readonly askFeedback: string;
  readonly feedbackThanks: string;
  /** In the field of a message that asks for words. */
  readonly yourWords: string;
  /** Beside the list of an inline query that is empty, or finds nothing; at most 64 characters. */
  readonly inlineHint: string;
  readonly inlineNothing: string;
  /** Example questions about one report; the first that it answers is offered. */
  readonly questions: readonly ((region: string, year: number) => string)[];
  /** An example question over all reports. */
  readonly questionOverAll: string;
}

const zh: Texts = {
  greeting: (reports, regions) =>
    `治报：法治政府建设年度报告问答。资料库现有${reports}份报告，来自${regions}个地区。每个数据都附出处和原文。`,
  examples: '可以这样问：',
  terminalHint: '输入问题后按回车。/help 帮助，/reports 报告列表，原文 看出处全段，/quit 退出。',
  terminalHelp: [
    '请写明地区、年份和想知道的内容；中文、英文、拼音地名都可以。',
    '',
    '/reports  列出资料库中的报告',
    '/原文      显示上一个回答的出处全段（也可输入 原文；原文 2 看第二处）',
    '/help     显示本帮助',
    '/quit     退出（或按 Ctrl-D）',
  ].join('\n'),
  telegramHelp: [
    '请直接发送问题，写明地区、年份和想知道的内容；中文、英文、拼音地名都可以。',
    '回答只来自资料库中的报告，并附报告、章节、段落（¶）和原文。可以接着追问，例如“那高州呢？”。',
    '群聊里请 @我、回复我的消息或使用命令；在任何聊天里输入 @我 加问题，可以直接插入回答。',
  ].join('\n'),
  privacy: [
    '为了能接着追问，我记住每个聊天最近的提问和出处；为了让按钮可用，我保留最近50条回答，最长90天。',
    '群聊里每个人的记忆各自分开。插入式提问（@我 加问题）不留记忆。',
    '点 👍 👎 或写下的意见，会连同问题、回答和出处保存，供管理员改进，不记录是谁写的。',
    '文件里的聊天编号经过散列处理。除非管理员为排查问题打开调试，日志里不写消息内容。',
    '/forget 删除本聊天中关于您的记忆和回答记录，并切断意见与您的联系。',
  ].join('\n'),
  reportsHeld: (reports) => `资料库现有${reports}份报告：`,
  moreRegions: (regions) => `……另有${regions}个地区，可直接提问。`,
  noReports: '资料库中还没有报告。请把报告文件放进报告文件夹后重新启动。',
  comma: '、',
  moreSources: '其他出处：',
  note: (note) => `注：${note}`,
  tooLong: (characters, limit) => `问题太长：共${characters}字，最多${limit}字。请缩短后再问。`,
  blank: '请输入问题。',
  noOriginal: '还没有可以显示原文的回答。请先提一个问题。',
  noSuchOriginal: (citations) => `上一个回答只有${citations}处出处。`,
  failed: '抱歉，这个问题没能处理完，请再试一次。',
  textOnly: '我只能阅读文字，请用文字提问。',
  notAllowed: (userId) =>
    `这个机器人只对指定用户开放。${userId === undefined ? '' : `如需使用，请把您的用户编号 ${userId} 告诉管理员。`}`,
  tooFast: '您发得太快了，请过一分钟再问。',
  unknownCommand: (command) => `没有 ${command} 这个命令，输入 /help 查看帮助。`,
  nearestCommand: (command, nearest) => `没有 ${command} 这个命令。您是想用 ${nearest} 吗？`,
  goodbye: '再见。',
  commands: {
    start: '开始：能做什么，三个例子',
    help: '怎样提问',
    reports: '资料库中的报告',
    summary: '总结一份报告：/summary 花都 2019',
    compare: '比较地区：/compare 花都 高州',
    audit: '报告自查：/audit 花都 2019',
    language: '选择回答的语言',
    forget: '删除本聊天的记忆',
    privacy: '保存了什么',
    feedback: '写意见给管理员',
  },
  compareUsage: '请写出两个或更多地区，也可以加上指标，例如：/compare 花都 高州 综合纠错率',
  askToCompare: (one, other) => `比较${one}和${other}`,
  askSummary: (place) => `总结一下${place}的报告`,
  buttons: {
    paragraph: (number, place) => `📄 ${place ?? '原文'} ¶${number}`,
    place: (region, year) => `${region}${year}年`,
    elsewhere: (place) => `🔎 ${place}呢？`,
    compareWith: (place) => `⚖️ 与${place}比较`,
    summaryOf: (place) => `📋 ${place}总结`,
    more: '⬇️ 继续显示',
    back: '« 返回',
    languages: { zh: '中文', en: 'English', auto: '跟随提问' },
  },
  yearsOf: (region) => `${region}的报告，点年份看总结：`,
  staleButton: '这个按钮已经失效，请重新提问。',
  paragraphGone: '资料库已经更新，找不到这一段了。请重新提问。',
  chooseLanguage: (now) => `请选择回答的语言。现在：${now}`,
  languageChosen: (chosen) => `好的，回答的语言：${chosen}`,
  forgotten: '已经忘记：本聊天中关于您的记忆和回答记录都已删除，旧按钮不再有效。',
  ratingThanks: '谢谢！',
  askWhatIsWrong: '哪里不对？请回复这条消息告诉我；不想说明可以不理会。',
  askFeedback: '请回复这条消息，写下您的意见。',
  feedbackThanks: '谢谢，已经记下。',
  yourWords: '您的意见',
  inlineHint: '输入地区、年份和想知道的内容',
  inlineNothing: '报告里没有找到，点这里直接问我',
  questions: [
    (region, year) => `${region}${year}年行政复议案件有多少件？`,
    (region, year) => `${region}${year}年行政诉讼案件有多少件？`,
    (region, year) => `${region}${year}年人民调解了多少件纠纷？`,
    (region, year) => `${region}${year}年的报告里，规范性文件管理在哪一节？`,
    (region, year) => `${region}${year}年的报告是谁发布的？`,
  ],
  questionOverAll: '资料库里有哪些报告？',
};

const en: Texts = {
  greeting: (reports, regions) =>
    `Zhibao answers questions about China's annual reports on law-based government. It holds ${count(reports, 'report')} from ${count(regions, 'region')}; every figure comes with its source and the report's own words.`,
  examples: 'You can ask:',
  terminalHint:
    'Type a question and press Enter. /help, /reports, original (the whole cited paragraph), /quit.',
  terminalHelp: [
    'Name the region, the year and what you want to know, in English or Chinese; regions also in pinyin.',
    '',
    '/reports   lists the reports held',
    '/original  shows the whole paragraph that the last answer cites (also: original; original 2 for the second)',
    '/help      shows this help',
    '/quit      ends the chat (or press Ctrl-D)',
  ].join('\n'),
  telegramHelp: [
    'Just send a question that names the region, the year and what you want to know, in English or Chinese; regions also in pinyin.',
    "Answers come only from the reports held, with report, section, paragraph (¶) and the report's own words. Ask on as you like: and Gaozhou?",
    'In a group, mention me, reply to me or use a command; in any chat, type @ and my name with a question to insert the answer.',
  ].join('\n'),
  privacy: [
    'So that you can ask on, I remember the last questions of each chat and what was cited; so that buttons work, I keep the last 50 replies, for 90 days at most.',
    'In groups everybody has a memory of their own. Inline questions are not remembered.',
    '👍, 👎 and what you write about a reply are kept with question, answer and sources for the administrator, without your name.',
    'The ids of chats are hashed in the file. Logs hold no message text unless the administrator turns on debugging.',
    '/forget deletes what I remember of you in this chat and the replies kept, and cuts the tie between you and your feedback.',
  ].join('\n'),
  reportsHeld: (reports) => `${count(reports, 'report')} held:`,
  moreRegions: (regions) => `… and ${count(regions, 'more region')}; just ask.`,
  noReports: 'No report is held yet. Put report files into the reports folder and start again.',
  comma: ', ',
  moreSources: 'Also:',
  note: (note) => `Note: ${note}`,
  tooLong: (characters, limit) =>
    `The question is too long: ${characters} characters, at most ${limit} are read. Please shorten it.`,
  blank: 'Please type a question.',
  noOriginal: 'No answer with a source yet. Ask a question first.',
  noSuchOriginal: (citations) => `The last answer has ${count(citations, 'source')}.`,
  failed: 'Sorry, this question could not be worked through. Please try again.',
  textOnly: 'I read text only. Please type your question.',
  notAllowed: (userId) =>
    `This bot is open to certain users only.${userId === undefined ? '' : ` To be let in, give the administrator your user id, ${userId}.`}`,
  tooFast: 'That is faster than I can answer. Please ask again in a minute.',
  unknownCommand: (command) => `There is no command ${command}; /help lists them.`,
  nearestCommand: (command, nearest) => `There is no command ${command}. Did you mean ${nearest}?`,
  goodbye: 'Goodbye.',
  commands: {
    start: 'What I do, with three examples',
    help: 'How to ask',
    reports: 'The reports held',
    summary: 'Summarise a report: /summary Huadu 2019',
    compare: 'Compare regions: /compare Huadu Gaozhou',
    audit: 'Where reports contradict themselves: /audit Huadu 2019',
    language: 'Choose the language of replies',
    forget: 'Delete the memory of this chat',
    privacy: 'What is kept',
    feedback: 'Write to the administrator',
  },
  compareUsage:
    'Name two or more regions, and a measure if you like: /compare Huadu Gaozhou comprehensive correction rate',
  askToCompare: (one, other) => `Compare ${one} and ${other}`,
  askSummary: (place) => `Summarise the report of ${place}`,
  buttons: {
    paragraph: (number, place) => `📄 ${place ?? 'Paragraph'} ¶${number}`,
    place: (region, year) => `${region} ${year}`,
    elsewhere: (place) => `🔎 And ${place}?`,
    compareWith: (place) => `⚖️ Compare with ${place}`,
    summaryOf: (place) => `📋 Summary of ${place}`,
    more: '⬇️ More',
    back: '« Back',
    languages: { zh: '中文', en: 'English', auto: 'As asked' },
  },
  yearsOf: (region) => `Reports of ${region}; press a year for its summary:`,
  staleButton: 'This button no longer works. Please ask again.',
  paragraphGone: 'The library has changed and no longer holds this paragraph. Please ask again.',
  chooseLanguage: (now) => `Choose the language of replies. Now: ${now}`,
  languageChosen: (chosen) => `Done. Language of replies: ${chosen}`,
  forgotten:
    'Forgotten: what I remembered of you in this chat and the replies kept are deleted; old buttons no longer work.',
  ratingThanks: 'Thank you!',
  askWhatIsWrong: 'What is wrong? Reply to this message to tell me, or simply ignore it.',
  askFeedback: 'Reply to this message with what you would like to say.',
  feedbackThanks: 'Thank you, it is noted.',
  yourWords: 'Your feedback',
  inlineHint: 'Type a region, a year and what you want to know',
  inlineNothing: 'Not found in the reports; press here to ask me',
  questions: [
    (region, year) => `How many administrative reconsideration cases were there in ${region} in ${year}?`,
    (region, year) => `How many administrative litigation cases were there in ${region} in ${year}?`,
    (region, year) => `How many disputes were mediated in ${region} in ${year}?`,
    (region, year) => `Which section of the ${year} report of ${region} is about normative documents?`,
    (region, year) => `Who issued the ${year} report of ${region}?`,
  ],
  questionOverAll: 'Which reports do you have?',
};

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The sentences by language. */
export const texts: Readonly<Record<Language, Texts>> = { zh, en };

/** The language of what a person wrote: Chinese where it holds a Chinese character. */
export function languageOf(text: string): Language {
  return /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
}
