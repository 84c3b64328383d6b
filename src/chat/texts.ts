/**
 * Every fixed sentence a reader sees, in both languages.
 *
 * Answers are worded in `src/answer`; errors for the person at the keyboard by who throws them.
 */
import type { Answer } from '../answer/answer.ts';

export type Language = Answer['language'];

/** The sentences of one language; lines are separated by `\n`. */
export interface Texts {
  /** Name and purpose, then what is held. */
  readonly greeting: (reports: number, regions: number) => string;
  /** Heads the example questions. */
  readonly examples: string;
  /** How to go on, under the terminal's greeting. */
  readonly terminalHint: string;
  readonly terminalHelp: string;
  readonly telegramHelp: string;
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
  readonly unknownCommand: (command: string) => string;
  readonly goodbye: string;
  /** Descriptions of the bot's commands, shown by Telegram's menu. */
  readonly commands: Readonly<Record<'start' | 'help' | 'reports', string>>;
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
    '回答只来自资料库中的报告，并附报告、章节、段落（¶）和原文。',
    '',
    '/reports 列出资料库中的报告',
    '/help 显示本帮助',
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
  unknownCommand: (command) => `没有 ${command} 这个命令，输入 /help 查看帮助。`,
  goodbye: '再见。',
  commands: { start: '开始', help: '怎样提问', reports: '资料库中的报告' },
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
    "Answers come only from the reports held, with report, section, paragraph (¶) and the report's own words.",
    '',
    '/reports lists the reports held',
    '/help shows this help',
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
  unknownCommand: (command) => `There is no command ${command}; /help lists them.`,
  goodbye: 'Goodbye.',
  commands: { start: 'Start', help: 'How to ask', reports: 'The reports held' },
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
