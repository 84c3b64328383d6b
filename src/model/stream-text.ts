/** Has a model write a text, and hands it out as it comes. */
import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { ChatOpenAI } from '@langchain/openai';
import { ModelError, type WriteRequest } from './chat-model.ts';
import { aboutRequest } from './guarded-endpoint.ts';
import type { IdleWatch } from './idle-watch.ts';
import type { TokenTally } from './token-tally.ts';

/** Streams one answer through LangChain's chain of prompt and model; what it took is added to `tally`. */
export async function streamText(
  chat: ChatOpenAI,
  request: Pick<WriteRequest, 'prompt' | 'values' | 'onText'>,
  watch: IdleWatch,
  tally: TokenTally,
): Promise<string> {
  const chain = request.prompt.pipe(chat);
  let text = '';
  let usage: unknown;
  let finish: unknown;
  let hasBegun = false;
  try {
    const stream = await watch.until(chain.stream({ ...request.values }, { signal: watch.signal }));
    const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<AIMessageChunk>;
    for (;;) {
      const next = await watch.until(chunks.next());
      if (next.done) break;
      watch.touch();
      hasBegun = true;
      const { text: piece, usage_metadata, response_metadata } = next.value;
      usage = usage_metadata ?? usage;
      finish = response_metadata.finish_reason ?? finish;
      if (piece === '') continue;
      text += piece;
      request.onText?.(piece);
    }
  } finally {
    if (hasBegun) tally.add(usage, await messagesOf(request), text);
  }
  return wholeText(text, finish);
}

/** The prompt as it was sent. */
export async function messagesOf({
  prompt,
  values,
}: Pick<WriteRequest, 'prompt' | 'values'>): Promise<BaseMessage[]> {
  return prompt.formatMessages({ ...values });
}

function wholeText(text: string, finish: unknown): string {
  if (finish === 'content_filter') {
    throw aboutRequest(new ModelError('model-unreadable', 'The model was kept from answering by a filter'));
  }
  if (finish === 'length') {
    throw aboutRequest(new ModelError('model-unreadable', 'The answer of the model was cut at its longest'));
  }
  if (text.trim() === '') throw new ModelError('model-unreadable', 'The model answered nothing');
  if (finish === undefined) throw new ModelError('model-broken', 'The answer of the model broke off');
  return text;
}
