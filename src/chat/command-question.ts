/** The question that a command stands for: `/summary 花都 2019` is `总结 花都 2019`. */

import type { BothLanguages, Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { languageOf } from './language-of.ts';

/** Commands that ask about reports. */
export const askingCommands = ['summary', 'compare', 'audit'] as const;

/** A command that stands for a question. */
export type AskingCommand = (typeof askingCommands)[number];

/** Whether a command asks about reports. */
export function isAskingCommand(name: string): name is AskingCommand {
  return askingCommands.some((one) => one === name);
}

function questionOf(name: AskingCommand, words: string): BothLanguages {
  if (name === 'compare') return WORDING.commandQuestions.compare(words);
  if (name === 'summary')
    return words === '' ? WORDING.commandQuestions.summaryOfAny : WORDING.commandQuestions.summary(words);
  return words === '' ? WORDING.commandQuestions.auditOfAll : WORDING.commandQuestions.audit(words);
}

/**
 * The question of a command with what stands behind it; `undefined` where /compare names fewer than two things.
 *
 * @param fallback - Language of a command without words of its own.
 */
export function commandQuestion(name: AskingCommand, words: string, fallback: Language): string | undefined {
  const given = words.trim();
  if (name === 'compare' && new Set(given.split(/[\s,，、;；和与]+/u).filter((word) => word !== '')).size < 2)
    return undefined;
  const language = /\p{L}/u.test(given) ? languageOf(given) : fallback;
  return questionOf(name, given)[language];
}
