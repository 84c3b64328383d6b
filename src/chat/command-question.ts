/** The question that a command stands for: `/summary 花都 2019` is `总结 花都 2019`. */
import { type Language, languageOf } from './texts.ts';

/** Commands that ask about reports. */
export const askingCommands = ['summary', 'compare', 'audit'] as const;

export type AskingCommand = (typeof askingCommands)[number];

/** Whether a command asks about reports. */
export function isAskingCommand(name: string): name is AskingCommand {
  return askingCommands.some((one) => one === name);
}

const questions: Readonly<Record<Language, Readonly<Record<AskingCommand, (words: string) => string>>>> = {
  zh: {
    summary: (words) => `总结 ${words}`.trim(),
    compare: (words) => `比较 ${words}`,
    audit: (words) => (words === '' ? '哪些报告自相矛盾？' : `检查${words}的报告有没有矛盾`),
  },
  en: {
    summary: (words) => `Summarise ${words === '' ? 'a report' : words}`,
    compare: (words) => `Compare ${words}`,
    audit: (words) =>
      words === ''
        ? 'Which reports contradict themselves?'
        : `Check the report of ${words} for contradictions`,
  },
};

/**
 * The question of a command with what stands behind it; `undefined` where /compare names fewer than two things.
 *
 * @param fallback - Language of a command without words of its own.
 */
export function commandQuestion(name: AskingCommand, words: string, fallback: Language): string | undefined {
  const given = words.trim();
  if (name === 'compare' && given.split(/[\s,，、;；和与]+/u).filter((word) => word !== '').length < 2)
    return undefined;
  const language = /\p{L}/u.test(given) ? languageOf(given) : fallback;
  return questions[language][name](given);
}
