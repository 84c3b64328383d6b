/** When the model server fails on purpose: planned for the next requests of a kind. */

/** What goes wrong, besides a status. */
export type FaultKind =
  /** The connection ends without an answer. */
  | 'reset'
  /** No answer ever, not even a status. */
  | 'silent'
  /** Some tokens, then nothing more. */
  | 'stalled'
  /** Some tokens, then the connection ends. */
  | 'cut'
  /** Some tokens, then a proper end without the reason for it. */
  | 'unfinished'
  /** Some tokens, then an error where the next token should be. */
  | 'error-event'
  /** A success that is no JSON. */
  | 'garbage'
  /** The page of a proxy, as a success. */
  | 'page'
  /** A success that says nothing. */
  | 'empty';

/** What becomes of a request. */
export interface Fault {
  readonly kind?: FaultKind;
  /** Status of a refusal, with the body that OpenAI sends with it. */
  readonly status?: number;
  /** The header as it is sent: seconds, or a date. */
  readonly retryAfter?: string | number;
  readonly message?: string;
  /** The parameter that is refused. */
  readonly param?: string;
  /** Tokens before it goes wrong; 2 unless given. */
  readonly after?: number;
}

/** Which requests a fault is for. */
export type Endpoint = 'chat' | 'embeddings';

export interface FaultPlan {
  /** Plans a fault for the next `times` requests; `Infinity` for all from then on. */
  plan(fault: Fault, times: number, endpoint: Endpoint): void;
  /** Ends all planned faults. */
  end(): void;
  take(endpoint: Endpoint): Fault | undefined;
}

const types: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'invalid_request_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_exceeded',
};

/** Starts without faults. */
export function createFaultPlan(): FaultPlan {
  const planned: { readonly fault: Fault; readonly endpoint: Endpoint; left: number }[] = [];
  return {
    plan: (fault, times, endpoint) => void planned.push({ fault, endpoint, left: times }),
    end: () => void planned.splice(0),
    take(endpoint) {
      const next = planned.find((one) => one.endpoint === endpoint && one.left > 0);
      if (next) next.left -= 1;
      return next?.fault;
    },
  };
}

/** The body that comes with a refusal. */
export function refusalBody({ status = 500, message, param }: Fault): object {
  const type = types[status] ?? 'server_error';
  return {
    error: { message: message ?? `Refused with ${status}`, type, param: param ?? null, code: null },
  };
}
