/** Prints what is written so far below the question, sentence by sentence, before the whole reply follows. */
import type { Assistant } from '../answer/assistant.ts';

/** The assistant, with its drafts printed as they grow; one that does not go on from the last is left out. */
export function printDrafts(assistant: Assistant, output: NodeJS.WritableStream): Assistant {
  return {
    ...assistant,
    ask: async (question, chat, options = {}) => {
      let shown = '';
      const onDraft = (text: string) => {
        options.onDraft?.(text);
        const draft = text.replace(/(?![\n\t])\p{Cc}/gu, '');
        if (!draft.startsWith(shown)) return;
        output.write(draft.slice(shown.length));
        shown = draft;
      };
      const answer = await assistant.ask(question, chat, { ...options, onDraft });
      if (shown !== '') output.write('\n\n');
      return answer;
    },
  };
}
