/**
 * The bot as a process of its own, with an assistant that shows the beginning of every reply and never ends it, so that
 * it can be killed in the middle. Told by its environment where Telegram is and where `chats.sqlite` stands.
 */
import { startBot } from './start-bot.ts';
import { createWritingAssistant } from './writing-assistant.ts';

const {
  TELEGRAM_API_ROOT: url = '',
  TELEGRAM_BOT_TOKEN: token = '',
  LIBRARY_DIR: libraryDir = '',
} = process.env;
const { assistant, nextWriting } = createWritingAssistant();
startBot({ url, token }, { assistant, libraryDir, draftEveryMs: 5 });
for (;;) {
  const { show } = await nextWriting();
  for (const text of ['一', '一二']) show(text);
}
