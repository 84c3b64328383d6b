/** Speaks to the Bot API server as a bot does, but without any library. */
import type { TelegramServer } from './telegram-server.ts';

/** What the server answered. */
export interface TelegramResponse {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Calls a method with JSON parameters, or with a form. */
export async function callTelegram(
  { url, token }: Pick<TelegramServer, 'url' | 'token'>,
  method: string,
  parameters: object = {},
): Promise<TelegramResponse> {
  const isForm = parameters instanceof FormData || parameters instanceof URLSearchParams;
  const response = await fetch(`${url}/bot${token}/${method}`, {
    method: 'POST',
    ...(isForm
      ? { body: parameters }
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(parameters) }),
  });
  return (await response.json()) as TelegramResponse;
}
