/** `npm start`: builds or refreshes the library, then runs the bot or the chat in the terminal. */
import type { OpenedAssistant } from './assemble.ts';
import { printError } from './chat/print-error.ts';
import { showBuild } from './chat/show-build.ts';
import { startChat } from './chat/start-chat.ts';
import { readConfig } from './config.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => {
    // Whoever asks twice does not want to wait for a clean end.
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}

async function run(): Promise<void> {
  const config = readConfig();
  const build = showBuild(process.stderr);
  let assistant: OpenedAssistant | undefined;
  try {
    const { createIngest, createServe, openAssistant } = await import('./assemble.ts');
    assistant = await openAssistant(config, { ...build.hooks, signal: stop.signal });
    build.close();
    const serve = createServe(config, assistant);
    const ingest = createIngest(config, assistant);
    await startChat({ config, assistant, ingest, signal: stop.signal, ...(serve ? { serve } : {}) });
  } finally {
    build.close();
    assistant?.close();
  }
}

try {
  await run();
  process.exitCode = 0;
} catch (error) {
  if (stop.signal.aborted) process.exitCode = 130;
  else {
    printError(error);
    process.exitCode = 1;
  }
}
// A stopped bot may leave a connection to Telegram open for a while.
if (stop.signal.aborted) process.exit();
