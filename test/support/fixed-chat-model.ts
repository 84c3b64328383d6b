/** A chat model that writes what it is told to, in pieces, without a network. */
import {
  type ChatModel,
  ModelError,
  type ModelErrorCode,
  type WriteRequest,
} from '../../src/model/chat-model.ts';

/** One text, a failure, or a text made from what was asked. */
export type FixedReply =
  | string
  | ModelErrorCode
  | Error
  | ((values: Readonly<Record<string, string>>) => string);

export interface FixedChatModel extends ChatModel {
  /** The messages of each request, in order. */
  readonly prompts: readonly string[];
  /** The values of each request, in order. */
  readonly values: readonly Readonly<Record<string, string>>[];
}

const USAGE = { input: 100, output: 20, isEstimated: false };

/**
 * A model that gives one reply after another; the last one again and again.
 *
 * @param replies - Codes of `ModelError` fail so; `fill` reads its texts as JSON.
 */
export function createFixedChatModel(...replies: readonly FixedReply[]): FixedChatModel {
  const prompts: string[] = [];
  const values: Readonly<Record<string, string>>[] = [];
  const next = async (request: Omit<WriteRequest, 'onText'>): Promise<string> => {
    const messages = await request.prompt.formatMessages(request.values);
    prompts.push(messages.map((message) => `${message.type}: ${message.content}`).join('\n\n'));
    values.push(request.values);
    const reply = replies[Math.min(values.length, replies.length) - 1] ?? '';
    if (reply instanceof Error) throw reply;
    if (typeof reply === 'function') return reply(request.values);
    if (isCode(reply)) throw new ModelError(reply, `The model fails with ${reply}`);
    return reply;
  };
  return {
    name: 'fixed@nowhere',
    prompts,
    values,
    async write(request) {
      const text = await next(request);
      for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) {
        if (request.signal?.aborted) throw new ModelError('model-stopped', 'The model was stopped');
        request.onText?.(piece);
        await Promise.resolve();
      }
      request.onTaken?.({ usage: USAGE, ms: 5 });
      return { text, usage: USAGE, ms: 5 };
    },
    async fill(request, schema) {
      const parsed = schema.safeParse(JSON.parse(await next(request)));
      request.onTaken?.({ usage: USAGE, ms: 5 });
      if (!parsed.success) throw new ModelError('model-unreadable', 'The form does not fit');
      return { value: parsed.data, usage: USAGE, ms: 5 };
    },
    state: () => ({ state: 'ready', name: 'fixed' }),
  };
}

function isCode(reply: string): reply is ModelErrorCode {
  return /^(?:model-|tokens-)/.test(reply);
}
