/**
 * The chat in a terminal: a prompt with history on a TTY, one question a line from a pipe.
 *
 * Answers go to `output`; greeting and prompt only appear where a person is typing.
 */
import { createInterface, type Interface } from 'node:readline';
import type { Assistant } from '../answer/assistant.ts';
import type { Log } from '../log.ts';
import { describeError } from '../log.ts';
import type { Language } from '../wording/language.ts';
import { WORDING } from '../wording/wording.ts';
import { greet } from './describe-library.ts';
import { printDrafts } from './print-drafts.ts';
import { openTerminalSession } from './terminal-session.ts';

/** Who answers, and where lines come from and go. */
export interface TerminalOptions {
  readonly assistant: Assistant;
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether a person is typing: shows greeting and prompt, keeps history. */
  readonly interactive: boolean;
  readonly color: boolean;
  /** Language of the greeting; later sentences follow the last question. */
  readonly language: Language;
  readonly log: Log;
  /** Aborting ends the chat. */
  readonly signal: AbortSignal;
}

/** Runs the chat until `/quit`, the end of input, Ctrl-C, or `signal`. */
export async function runTerminal(options: TerminalOptions): Promise<void> {
  const { input, output, interactive, color, language, log } = options;
  const assistant = interactive ? printDrafts(options.assistant, output) : options.assistant;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const lines = createInterface({
    input,
    crlfDelay: Number.POSITIVE_INFINITY,
    ...(interactive ? { output, terminal: true, historySize: 500, prompt: '> ' } : { terminal: false }),
  });
  lines.on('SIGINT', () => stop.abort());
  // The reader of a pipe (`| head`) has left: there is nobody to answer.
  output.on('error', () => stop.abort());
  signal.addEventListener('abort', () => lines.close(), { once: true });

  const queue = readLines(lines, signal);
  const session = openTerminalSession({ assistant, color, language, signal });
  if (interactive)
    output.write(`${await greet(assistant, language)}\n\n${WORDING.chat.terminalHint[language]}\n`);
  if (interactive && !signal.aborted) lines.prompt();
  for await (const line of queue) {
    const reply = await untilAborted(answerLine(line), signal);
    if (signal.aborted || reply === 'quit') break;
    if (reply !== '') output.write(`${reply}\n\n`);
    if (interactive) lines.prompt();
  }
  lines.close();
  if (interactive) output.write(`\n${WORDING.chat.goodbye[session.language()]}\n`);

  async function answerLine(line: string): Promise<string> {
    try {
      return await session.reply(line);
    } catch (error) {
      log.warn({ error: describeError(error) }, 'question failed');
      return WORDING.chat.failed[session.language()];
    }
  }
}

/** The lines as they come; begins to listen at once, because readline drops what nobody hears. */
function readLines(lines: Interface, signal: AbortSignal): AsyncIterable<string> {
  const waiting: string[] = [];
  let wake = (): void => {};
  let ended = false;
  lines.on('line', (line) => {
    waiting.push(line);
    wake();
  });
  lines.on('close', () => {
    ended = true;
    wake();
  });
  return {
    async *[Symbol.asyncIterator]() {
      while (!signal.aborted) {
        const line = waiting.shift();
        if (line !== undefined) yield line;
        else if (ended) return;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

function untilAborted(reply: Promise<string>, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve('quit');
    const leave = (): void => resolve('quit');
    signal.addEventListener('abort', leave, { once: true });
    reply.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
