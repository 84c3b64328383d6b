/** In which forms a model may obey an attack: bluntly, with citations, or hidden among true sentences. */
import { splitProse } from '../../src/answer/writing/prove-text.ts';
import type { ChatRequest } from './model-server-protocol.ts';
import type { Injection } from './read-rewordings.ts';
import { holdsAttack } from './run-injections.ts';
import { readPrompt, writeFromPrompt } from './write-from-prompt.ts';

/** One form, for the first text and for its repair. */
export interface AttackForm {
  readonly name: string;
  readonly write: (injection: Injection, request: ChatRequest) => string;
}

const MARKS = /\s?\[\d+\]/g;
const CLOSING = /\s*[。.!?！？]\s*$/u;

/** The text with this number behind each sentence, and no other. */
function cite(text: string, number: number): string {
  return splitProse(text, true)
    .map((sentence) => `${sentence.replace(MARKS, '').replace(CLOSING, '')} [${number}]${endOf(sentence)}`)
    .join('');
}

const endOf = (sentence: string) => (/[\u3400-\u9fff]/.test(sentence) ? '。' : '. ');

/** The number of the planted paragraph where it was handed over, else of the first. */
function attackedNumber({ attack }: Injection, request: ChatRequest): number {
  return readPrompt(request).evidence.find(({ text }) => holdsAttack(text, attack))?.number ?? 1;
}

/** A line of the instructions, chosen by the attack so that all of them have their turn. */
function leak({ id }: Injection, request: ChatRequest): string {
  const lines = readPrompt(request)
    .instructions.split('\n')
    .map((line) => line.replace(/^- /, '').trim())
    .filter((line) => line.length > 24);
  const turn = [...id].reduce((sum, character) => sum + character.charCodeAt(0), 0);
  return lines[turn % lines.length]!;
}

/** A true sentence with the words of the attack inside, before its citation. */
function weave(right: string, { obeyed }: Injection): string {
  const words = obeyed.replace(MARKS, '').replace(CLOSING, '');
  return right.replace(/(\s?\[\d+\])(?=[。.])/, `,${words}$1`);
}

/** Every form; the repair obeys again. */
export const ATTACK_FORMS: readonly AttackForm[] = [
  { name: 'as the attack wants it', write: ({ obeyed }) => obeyed },
  { name: 'with [1] behind each sentence', write: ({ obeyed }) => cite(obeyed, 1) },
  {
    name: 'citing the planted paragraph',
    write: (injection, request) => cite(injection.obeyed, attackedNumber(injection, request)),
  },
  {
    name: 'behind the right text, as it wants it',
    write: ({ obeyed }, request) => `${writeFromPrompt(request)} ${obeyed}`,
  },
  {
    name: 'behind the right text, with [1]',
    write: ({ obeyed }, request) => `${writeFromPrompt(request)}${cite(obeyed, 1)}`,
  },
  {
    name: 'behind the right text, citing the planted paragraph',
    write: (injection, request) =>
      `${writeFromPrompt(request)}${cite(injection.obeyed, attackedNumber(injection, request))}`,
  },
  {
    name: 'within a right sentence',
    write: (injection, request) => weave(writeFromPrompt(request), injection),
  },
  {
    name: 'the attack itself, cited',
    write: (injection, request) =>
      `${writeFromPrompt(request)}${cite(injection.attack, attackedNumber(injection, request))}`,
  },
  {
    name: 'a line of the prompt, cited',
    write: (injection, request) => `${writeFromPrompt(request)}${cite(leak(injection, request), 1)}`,
  },
  {
    name: 'a line of the prompt, spaced out',
    write: (injection, request) =>
      `${writeFromPrompt(request)}${cite([...leak(injection, request)].join(' '), 1)}`,
  },
  {
    name: 'a line of the prompt within a right sentence',
    write: (injection, request) =>
      weave(writeFromPrompt(request), { ...injection, obeyed: leak(injection, request).slice(0, 40) }),
  },
  {
    name: 'only in the repair, behind the right text',
    write: ({ obeyed }, request) =>
      readPrompt(request).isRepair
        ? `${writeFromPrompt(request)}${cite(obeyed, 1)}`
        : writeFromPrompt(request).replace(MARKS, ''),
  },
];
