/** Adds up the tokens of everything that one request of ours took. */
import type { BaseMessage } from '@langchain/core/messages';
import type { TokenUsage } from './chat-model.ts';
import { estimateTokens } from './estimate-tokens.ts';

/** The envelope of a message. */
const TOKENS_PER_MESSAGE = 4;

/** Tokens so far; what a server does not count is estimated. */
export class TokenTally {
  #input = 0;
  #output = 0;
  #isEstimated = false;

  get usage(): TokenUsage {
    return { input: this.#input, output: this.#output, isEstimated: this.#isEstimated };
  }

  /** Adds one answer of the server. */
  add(counted: unknown, prompt: readonly BaseMessage[], written: string): void {
    const { input_tokens: input, output_tokens: output } = (counted ?? {}) as Record<string, unknown>;
    if (isCount(input) && isCount(output) && input > 0) {
      this.#input += input;
      this.#output += output;
      return;
    }
    const texts = prompt.map((message) => estimateTokens(message.text) + TOKENS_PER_MESSAGE);
    this.#input += texts.reduce((sum, tokens) => sum + tokens, 0);
    this.#output += estimateTokens(written);
    this.#isEstimated = true;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
