/** Fills the menu of commands that Telegram shows. */
import type { Api } from 'grammy';
import { describeError, type Log } from '../log.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';

/** Publishes the commands in both languages; where that fails only the menu is missing. */
export async function publishCommands(api: Api, log: Log, cut: AbortSignal): Promise<void> {
  try {
    // Chinese for its readers, English as the default of all others.
    await api.setMyCommands(commandsIn('en'));
    await api.setMyCommands(commandsIn('zh'), { language_code: 'zh' });
  } catch (error) {
    if (!cut.aborted) log.warn({ error: describeError(error) }, 'commands not published');
  }
}

function commandsIn(language: Language): { command: string; description: string }[] {
  return Object.entries(WORDING.commands).map(([command, said]) => ({
    command,
    description: said[language],
  }));
}
