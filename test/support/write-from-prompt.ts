/**
 * What a model that does as it is told would write: the settled words of its prompt, each said of its region and year
 * and with its number. Made from what was sent to the model alone, so that nothing of the answer is known here.
 */
import type { Language } from '../../src/wording/language.ts';
import type { ChatRequest } from './model-server-protocol.ts';

/** A numbered paragraph as the model reads it. */
interface PromptParagraph {
  readonly number: number;
  readonly place: string;
  readonly year: string;
  readonly text: string;
}

/** The prompt of a reply, read back from a request. */
export interface ReadPrompt {
  readonly language: Language;
  /** All that the model was told besides the evidence. */
  readonly instructions: string;
  readonly question: string;
  /** Settled words, with the numbers of their paragraphs. */
  readonly found: readonly { readonly words: string; readonly number: number }[];
  readonly evidence: readonly PromptParagraph[];
  /** Whether faults of an earlier text are named. */
  readonly isRepair: boolean;
}

const MOST_SENTENCES = 6;

/** Reads a request; the prompts' tags are how its parts are told apart. */
export function readPrompt({ messages }: ChatRequest): ReadPrompt {
  const [system, user] = messages.map(({ content }) => content);
  const between = (tag: string) =>
    new RegExp(`<${tag}-(\\w+)>\n([\\s\\S]*?)\n</${tag}-\\1>`).exec(user ?? '')?.[2] ?? '';
  const found = between('found')
    .split('\n')
    .flatMap((line) => {
      const [, words = '', number] = /^(.+) \[(\d+)\]$/.exec(line) ?? [];
      return words
        .split(/(?<=[。;；])/)
        .filter((part) => part !== '')
        .map((part) => ({ words: part, number: Number(number) }));
    });
  const evidence = [...between('evidence').matchAll(/^\[(\d+)\] (.+?) › (\d{4})年?(?: ›.*)?\n(.+)$/gm)].map(
    ([, number, place = '', year = '', text = '']) => ({ number: Number(number), place, year, text }),
  );
  return {
    language: /^范围[:：]/.test(user ?? '') ? 'zh' : 'en',
    instructions: system ?? '',
    question: between('question'),
    found,
    evidence,
    isRepair: messages.length > 2,
  };
}

/** A reply of which every sentence is true, cited, and about its own region and year. */
export function writeFromPrompt(request: ChatRequest): string {
  const { language, found, evidence } = readPrompt(request);
  const sentences = found.flatMap(({ words, number }) => {
    const paragraph = evidence.find((one) => one.number === number);
    const printed = paragraph && sentenceWith(words, paragraph.text);
    return paragraph && printed ? [say(printed, paragraph, language)] : [];
  });
  return [...new Set(sentences)].slice(0, MOST_SENTENCES).join(language === 'zh' ? '' : ' ');
}

function say(printed: string, { number, place, year }: PromptParagraph, language: Language): string {
  return language === 'zh'
    ? `${place}${year}年的报告写道,${printed}[${number}]。`
    : `The report of ${place} for ${year} says: “${printed.replace(/[“”]/g, '')}” [${number}].`;
}

/** The sentence that prints these words, without its closing mark; nothing where it is not whole. */
function sentenceWith(words: string, text: string): string | undefined {
  const sentence = text.split(/(?<=[。;；])|…/).find((one) => one.includes(words));
  const plain = (sentence ?? words).trim().replace(/[。;；…]+$/u, '');
  const count = (mark: string) => plain.split(mark).length;
  return count('“') === count('”') && plain.length > 6 ? plain : undefined;
}
