/** Reads what a client asks of the model server. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EmbeddingsRequest } from './model-server-embeddings.ts';
import type { ChatRequest } from './model-server-protocol.ts';

/** The body of a request; `{}` where there is none. */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length === 0 ? {} : JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** A chat completion that is asked for. */
export function readChatRequest(
  { headers }: IncomingMessage,
  response: ServerResponse,
  body: Readonly<Record<string, unknown>>,
): ChatRequest {
  const messages = (body.messages ?? []) as readonly { readonly role: string; readonly content: unknown }[];
  const plain = messages.map(({ role, content }) => ({ role, content: contentText(content) }));
  const format = (body.response_format as { readonly type?: ChatRequest['format'] } | undefined)?.type;
  return {
    kind: 'chat',
    model: String(body.model),
    messages: plain,
    stream: body.stream === true,
    tools: offeredTools(body),
    format: format ?? 'text',
    text: plain.map(({ content }) => content).join('\n'),
    body,
    headers,
    ended: new Promise((resolve) => {
      response.once('close', () => resolve(response.writableFinished ? 'answered' : 'broken-off'));
    }),
  };
}

/** Embeddings that are asked for. */
export function readEmbeddingsRequest(
  { headers }: IncomingMessage,
  body: Readonly<Record<string, unknown>>,
): EmbeddingsRequest {
  return {
    kind: 'embeddings',
    model: String(body.model),
    texts: [body.input].flat() as readonly string[],
    format: body.encoding_format === 'base64' ? 'base64' : 'float',
    body,
    headers,
  };
}

/** The function that must be called comes first. */
function offeredTools({ tools, tool_choice }: Readonly<Record<string, unknown>>): readonly string[] {
  const names = ((tools ?? []) as readonly { readonly function: { readonly name: string } }[]).map(
    (tool) => tool.function.name,
  );
  const forced = (tool_choice as { readonly function?: { readonly name: string } } | undefined)?.function
    ?.name;
  return forced === undefined ? names : [forced, ...names.filter((name) => name !== forced)];
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: { readonly text?: string }) => part.text ?? '').join('');
}
