/**
 * LangChain's OpenAI classes, loaded only where a model is set.
 *
 * As CommonJS they share what `library/langchain-classes.ts` has loaded: 0.5 s under tsx, against 2.5 s as ES modules.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Loads the package at the first call; blocks for about half a second. */
export function loadLangChainOpenAI(): typeof import('@langchain/openai') {
  return require('@langchain/openai');
}

/** LangChain's messages, of the same copy. */
export function loadLangChainMessages(): typeof import('@langchain/core/messages') {
  return require('@langchain/core/messages');
}
