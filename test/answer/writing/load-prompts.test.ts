import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  joinPrompts,
  loadPrompts,
  PROMPT_VARIABLES,
  type PromptTask,
} from '../../../src/answer/writing/load-prompts.ts';

const prompts = loadPrompts();
const tasks = Object.keys(PROMPT_VARIABLES) as PromptTask[];
const languages = ['zh', 'en'] as const;

/** A copy of the prompts with one file changed. */
function changed(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-prompts-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(fileURLToPath(new URL('../../../prompts', import.meta.url)), folder, { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return folder;
}

describe('loadPrompts()', () => {
  it.each(tasks)('fills every variable of "%s" in both languages', async (task) => {
    const values = Object.fromEntries(PROMPT_VARIABLES[task].map((name) => [name, `‹${name}›`]));

    for (const language of languages) {
      const messages = await prompts[task][language].template.formatMessages(values);
      const text = messages.map((message) => message.content).join('\n');
      for (const value of Object.values(values)) expect(text).toContain(value);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('reads braces of a value as they are', async () => {
    const values = Object.fromEntries(PROMPT_VARIABLES.answer.map((name) => [name, '{evidence} }{']));
    const messages = await prompts.answer.zh.template.formatMessages(values);

    expect(messages.at(-1)?.content).toContain('{evidence} }{');
  });

  it('puts a repair behind the prompt that the text was written from', () => {
    const joined = joinPrompts(prompts.answer.en, prompts.repair.en);

    expect(joined.promptMessages).toHaveLength(4);
    expect(joined.inputVariables).toEqual(expect.arrayContaining(['evidence', 'faults']));
  });

  it('gives a text another hash when a word of it changes', () => {
    const folder = changed('answer.md', (text) => text.replace('只依据编号段落', '依据编号段落'));
    const other = loadPrompts(folder);

    expect(other.answer.zh.hash).not.toBe(prompts.answer.zh.hash);
    expect(other.answer.en.hash).toBe(prompts.answer.en.hash);
  });

  it.each<[string, string, (text: string) => string, string]>([
    [
      'a variable that the header does not name',
      'answer.md',
      (text) => text.replace('About: {about}', 'About: {about} {region}'),
      'Cannot use the prompt "prompts/answer.md": its part "en" names "region", its header does not',
    ],
    [
      'a variable that the text leaves out',
      'compare.md',
      (text) => text.replace('范围:{about}', ''),
      'Cannot use the prompt "prompts/compare.md": its header names "about", its part "zh" does not',
    ],
    [
      'a variable that the code does not fill',
      'repair.md',
      (text) => text.replace('variables: draft', 'variables: tone, draft'),
      'Cannot use the prompt "prompts/repair.md": its header names "tone", the code does not',
    ],
    [
      'a missing language',
      'rewrite.md',
      (text) => text.slice(0, text.indexOf('# en')),
      'Cannot use the prompt "prompts/rewrite.md": it has no part "en"',
    ],
    [
      'a role that there is not',
      'answer.md',
      (text) => text.replace('## user', '## reader'),
      'Cannot use the prompt "prompts/answer.md": "reader" is no role in its part "zh"',
    ],
    [
      'a header without variables',
      'summarise.md',
      (text) => text.replace(/^variables:.*$/m, ''),
      'Cannot use the prompt "prompts/summarise.md": its header names no variables',
    ],
  ])('names file and place of %s', (_what, file, change, message) => {
    expect(() => loadPrompts(changed(file, change))).toThrow(message);
  });
});
