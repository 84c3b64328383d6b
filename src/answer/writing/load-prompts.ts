/**
 * Reads the prompts of `prompts/*.md`: a header that names the variables, then a Chinese and an English part, each
 * with the messages that it consists of.
 *
 * Header, text and the code that fills the text must name the same variables, or nothing starts.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChatPromptTemplate } from '@langchain/core/prompts';
import { UserError } from '../../errors.ts';
import type { Language } from '../../wording/language.ts';

const WRITING = ['nonce', 'about', 'question', 'found', 'evidence', 'absent'] as const;

/** What the code fills in, by task. */
export const PROMPT_VARIABLES = {
  answer: WRITING,
  summarise: WRITING,
  compare: WRITING,
  repair: ['draft', 'faults', 'absent'],
  rewrite: ['nonce', 'message', 'last', 'regions', 'years'],
} as const;

/** What a model is asked for; each has a file of its name in `prompts/`. */
export type PromptTask = keyof typeof PROMPT_VARIABLES;

/** The values of a task's variables. */
export type PromptValues<Task extends PromptTask> = Readonly<
  Record<(typeof PROMPT_VARIABLES)[Task][number], string>
>;

/** A prompt in one language, ready to be filled. */
export interface Prompt {
  readonly template: ChatPromptTemplate;
  /** Role and text of each message, with its variables. */
  readonly messages: readonly Message[];
  /** Its text with the names of the variables left out: what a reply must not repeat. */
  readonly instructions: string;
  /** Changes when its text does. */
  readonly hash: string;
}

/** All prompts, in both languages. */
export type Prompts = Readonly<Record<PromptTask, Readonly<Record<Language, Prompt>>>>;

type Message = readonly [role: string, text: string];

const FOLDER = fileURLToPath(new URL('../../../prompts/', import.meta.url));
const ROLES: Readonly<Record<string, string>> = { system: 'system', user: 'human', assistant: 'ai' };

/**
 * The prompts of a folder.
 *
 * @throws UserError that names file and variable, or part, where a prompt is not as the code needs it.
 */
export function loadPrompts(folder: string = FOLDER): Prompts {
  const load = (task: PromptTask) => loadPrompt(folder, task);
  return {
    answer: load('answer'),
    summarise: load('summarise'),
    compare: load('compare'),
    repair: load('repair'),
    rewrite: load('rewrite'),
  };
}

/** A prompt with another behind it, as one conversation. */
export function joinPrompts(first: Prompt, then: Prompt): ChatPromptTemplate {
  return templates().fromMessages([...first.template.promptMessages, ...then.template.promptMessages]);
}

function loadPrompt(folder: string, task: PromptTask): Readonly<Record<Language, Prompt>> {
  const file = `prompts/${task}.md`;
  let text: string;
  try {
    text = readFileSync(join(folder, `${task}.md`), 'utf8').replaceAll('\r\n', '\n');
  } catch (cause) {
    throw new UserError('prompt-missing', `Cannot read the prompt "${file}"`, undefined, { cause });
  }
  const named = headerVariables(text, file);
  compareNames(file, 'its header', named, 'the code', PROMPT_VARIABLES[task]);
  const part = (language: Language): Prompt => {
    const messages = readMessages(text, language, file);
    const template = buildTemplate(messages, file);
    compareNames(file, `its part "${language}"`, template.inputVariables, 'its header', named);
    const instructions = messages.map(([, message]) => message.replace(/\{\w+\}/g, '')).join('\n');
    const hash = createHash('sha256').update(JSON.stringify(messages)).digest('hex');
    return { template, messages, instructions, hash };
  };
  return { zh: part('zh'), en: part('en') };
}

function headerVariables(text: string, file: string): string[] {
  const header = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '';
  const names = /^variables:(.*)$/m.exec(header)?.[1];
  if (names === undefined) throw invalid(file, 'its header names no variables');
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The messages under `# zh` or `# en`: `## system`, `## user`, `## assistant`. */
function readMessages(text: string, language: Language, file: string): readonly Message[] {
  const parts = text.split(/^# /m).slice(1);
  const part = parts.find((one) => one.startsWith(`${language}\n`));
  if (part === undefined) throw invalid(file, `it has no part "${language}"`);
  const messages = part
    .split(/^## /m)
    .slice(1)
    .map((section): Message => {
      const [name = '', ...lines] = section.split('\n');
      const role = ROLES[name.trim()];
      if (role === undefined) throw invalid(file, `"${name.trim()}" is no role in its part "${language}"`);
      return [role, lines.join('\n').trim()];
    });
  if (messages.at(-1)?.[0] !== 'human') throw invalid(file, `its part "${language}" ends with no "user"`);
  return messages;
}

function buildTemplate(messages: readonly Message[], file: string): ChatPromptTemplate {
  try {
    return templates().fromMessages(messages.map(([role, text]) => [role, text]));
  } catch (cause) {
    throw new UserError(
      'prompt-invalid',
      `Cannot use the prompt "${file}": its braces do not match`,
      undefined,
      {
        cause,
      },
    );
  }
}

function compareNames(
  file: string,
  one: string,
  ones: readonly string[],
  other: string,
  others: readonly string[],
): void {
  const [extra] = ones.filter((name) => !others.includes(name));
  if (extra !== undefined) throw invalid(file, `${one} names "${extra}", ${other} does not`);
  const [lacking] = others.filter((name) => !ones.includes(name));
  if (lacking !== undefined) throw invalid(file, `${other} names "${lacking}", ${one} does not`);
}

function invalid(file: string, reason: string): UserError {
  return new UserError('prompt-invalid', `Cannot use the prompt "${file}": ${reason}`);
}

/** Loaded when a model is there: without one nobody waits for it. */
function templates(): typeof ChatPromptTemplate {
  const prompts = createRequire(import.meta.url)(
    '@langchain/core/prompts',
  ) as typeof import('@langchain/core/prompts');
  return prompts.ChatPromptTemplate;
}
