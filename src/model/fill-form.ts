/**
 * Has a model fill in a form: by the arguments of a function, or, where a server knows no functions, by JSON.
 *
 * What comes back is checked against the schema here, whatever the server promises.
 */
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import type { ChatOpenAI } from '@langchain/openai';
import { z } from '../schema.ts';
import { ModelError } from './chat-model.ts';
import { aboutRequest } from './guarded-endpoint.ts';
import type { IdleWatch } from './idle-watch.ts';
import { loadLangChainMessages } from './langchain-openai.ts';
import type { TokenTally } from './token-tally.ts';

/** A form that fits, or what else came. */
interface Filled<Value> {
  readonly value: Value | undefined;
  /** Whether a form came at all. */
  readonly hasFields: boolean;
}

type Schema<Value> = Parameters<typeof z.toJSONSchema>[0] & { safeParse(value: unknown): { data?: Value } };

/** Asks for the arguments of a function. */
export async function fillByFunction<Value>(
  chat: ChatOpenAI,
  prompt: readonly BaseMessage[],
  schema: Schema<Value>,
  watch: IdleWatch,
  tally: TokenTally,
): Promise<Filled<Value>> {
  const form = chat.withStructuredOutput(schema as never, { method: 'functionCalling', includeRaw: true });
  const { raw } = await watch.until(form.invoke([...prompt], { signal: watch.signal }));
  const { usage_metadata, tool_calls, invalid_tool_calls } = raw as AIMessage;
  const calls = [...(tool_calls ?? []), ...(invalid_tool_calls ?? [])];
  tally.add(usage_metadata, prompt, `${raw.text}${calls.map(({ args }) => JSON.stringify(args)).join('')}`);
  const fields = calls.length > 0 ? calls[0]?.args : parseJson(raw.text);
  const { data } = schema.safeParse(typeof fields === 'string' ? parseJson(fields) : fields);
  return { value: data, hasFields: calls.length > 0 };
}

/** Asks for JSON, with the schema in words. */
export async function fillByJson<Value>(
  chat: ChatOpenAI,
  prompt: readonly BaseMessage[],
  schema: Schema<Value>,
  watch: IdleWatch,
  tally: TokenTally,
): Promise<Filled<Value>> {
  const wish = `Reply with one JSON object and nothing else. It must fit this JSON schema:\n${JSON.stringify(z.toJSONSchema(schema))}`;
  const { HumanMessage } = loadLangChainMessages();
  const asked = [...prompt, new HumanMessage(wish)];
  const form = chat.withStructuredOutput(schema as never, { method: 'jsonMode', includeRaw: true });
  const { raw } = await watch.until(form.invoke(asked, { signal: watch.signal }));
  tally.add((raw as AIMessage).usage_metadata, asked, raw.text);
  const { data } = schema.safeParse(parseJson(raw.text));
  return { value: data, hasFields: data !== undefined };
}

/** What a form that does not fit is thrown as. */
export function unfitForm(): Error {
  return aboutRequest(
    new ModelError('model-unreadable', 'The model did not fill in the form that was asked for'),
  );
}

/** The JSON of a text, also in a fence or after a few words. */
function parseJson(text: string): unknown {
  const [json = ''] = /\{[\s\S]*\}/.exec(text) ?? [];
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
