/** What Telegram answers instead of a result; its texts are those of the Bot API server. */
export class TelegramRefusal extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, unknown>> | undefined;

  constructor(code: number, description: string, parameters?: Readonly<Record<string, unknown>>) {
    super(description);
    this.name = 'TelegramRefusal';
    this.code = code;
    this.parameters = parameters;
  }
}

/** Error 400: the call itself is wrong. */
export function badRequest(what: string, parameters?: Readonly<Record<string, unknown>>): TelegramRefusal {
  return new TelegramRefusal(400, `Bad Request: ${what}`, parameters);
}

/** Error 403: the person or group does not want the bot. */
export function forbidden(what: string): TelegramRefusal {
  return new TelegramRefusal(403, `Forbidden: ${what}`);
}
