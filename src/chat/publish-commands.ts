/** Fills the menu of commands that Telegram shows. */
import { type Api, GrammyError } from 'grammy';
import { describeError, type Log } from '../log.ts';
import type { BothLanguages, Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';

/**
 * Publishes the commands in both languages; where that fails only the menu is missing.
 *
 * @param admins - Users whose private chats have the commands of administrators too.
 */
export async function publishCommands(
  api: Api,
  log: Log,
  cut: AbortSignal,
  admins: readonly number[],
): Promise<void> {
  try {
    // Chinese for its readers, English as the default of all others.
    await api.setMyCommands(commandsIn('en'));
    await api.setMyCommands(commandsIn('zh'), { language_code: 'zh' });
    for (const admin of admins) await publishTo(admin, api);
  } catch (error) {
    if (!cut.aborted) log.warn({ error: describeError(error) }, 'commands not published');
  }
}

/** An administrator who has not yet spoken to the bot has no chat; the next start finds it. */
async function publishTo(admin: number, api: Api): Promise<void> {
  const scope = { type: 'chat', chat_id: admin } as const;
  const all = { ...WORDING.commands, ...WORDING.adminCommands };
  try {
    await api.setMyCommands(commandsIn('en', all), { scope });
    await api.setMyCommands(commandsIn('zh', all), { scope, language_code: 'zh' });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}

function commandsIn(
  language: Language,
  commands: Readonly<Record<string, BothLanguages>> = WORDING.commands,
): { command: string; description: string }[] {
  return Object.entries(commands).map(([command, said]) => ({
    command,
    description: said[language],
  }));
}
