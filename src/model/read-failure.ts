/**
 * What an error of the endpoint means: a code, whether to ask again, and words without anything that was sent.
 *
 * Servers quote keys and prompts in their messages, so of those only short identifiers are taken over, and the
 * error itself is not kept as a cause.
 */

import { parseRetryAfter } from '../parse-retry-after.ts';
import { ModelError, type ModelErrorCode } from './chat-model.ts';

/** A failed request. */
export interface Failure {
  readonly error: ModelError;
  readonly status: number | undefined;
  /** Whether the same request may succeed in a moment. */
  readonly isPassing: boolean;
  /** Whether it tells of what was asked, not of the server: another request may succeed now. */
  readonly isAboutRequest: boolean;
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined;
  /** Whether the server's words name a parameter. */
  names(parameter: string): boolean;
}

/** Of what was asked: model and host, both of which may be printed. */
export interface Asked {
  readonly model: string;
  readonly host: string;
}

interface Meaning {
  readonly code: ModelErrorCode;
  readonly what: string;
  readonly cure?: string;
  readonly isPassing?: boolean;
  readonly isAboutRequest?: boolean;
}

/** Reads what LangChain, the client, or the network threw. */
export function readFailure(error: unknown, asked: Asked): Failure {
  if (error instanceof ModelError) return failure(error, { isPassing: error.code === 'model-broken' });
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Thrown;
  const { code, what, cure, ...how } = meaningOf(thrown);
  const message = `Cannot use the model "${asked.model}" at "${asked.host}": ${what}`;
  return failure(new ModelError(code, message, cure), { ...how, thrown });
}

/** A failure that was found here. */
export function failure(
  error: ModelError,
  { thrown = {}, isPassing = false, isAboutRequest = false }: Partial<Failure> & { thrown?: Thrown },
): Failure {
  const said = [thrown.param, thrown.message].filter((word) => typeof word === 'string').join(' ');
  return {
    error,
    status: statusOf(thrown),
    isPassing,
    isAboutRequest,
    retryAfterMs: parseRetryAfter(thrown.headers?.get?.('retry-after')),
    names: (parameter) => said.includes(parameter),
  };
}

interface Thrown {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly code?: unknown;
  readonly param?: unknown;
  readonly cause?: unknown;
  readonly lc_error_code?: unknown;
  readonly headers?: { get?(name: string): string | null };
}

const EXHAUSTED = new Set(['insufficient_quota', 'billing_hard_limit_reached']);

function meaningOf(thrown: Thrown): Meaning {
  const status = statusOf(thrown);
  const code = identifier(thrown.code);
  const message = typeof thrown.message === 'string' ? thrown.message : '';
  if (status !== undefined) return meaningOfStatus(status, code, message);
  if (thrown.lc_error_code === 'INVALID_PROMPT_INPUT') {
    return { code: 'model-refused', what: 'its prompt lacks a value', isAboutRequest: true };
  }
  if (thrown.name === 'ContextOverflowError') return tooLong();
  if (thrown.name === 'TimeoutError') return { code: 'model-slow', what: 'no answer in time' };
  const isUnreadable =
    thrown instanceof SyntaxError || (thrown instanceof TypeError && thrown.cause === undefined);
  if (isUnreadable && message !== 'terminated') {
    return { code: 'model-unreadable', what: 'its answer is not in the form of a chat completion' };
  }
  const cause = causeOf(thrown);
  const how = cause === undefined ? '' : ` (${cause})`;
  return { code: 'model-broken', what: `the connection failed or broke off${how}`, isPassing: true };
}

function meaningOfStatus(status: number, code: string | undefined, message: string): Meaning {
  const what = `it answered with status ${status}${code === undefined ? '' : ` (${code})`}`;
  if (status === 429) {
    const isPassing = !EXHAUSTED.has(code ?? '');
    return { code: 'model-limited', what, cure: 'Wait, or raise the limits of the account', isPassing };
  }
  if (status === 408) return { code: 'model-slow', what };
  if (status >= 500) return { code: 'model-broken', what, isPassing: true };
  if (/content_filter|content_policy|data_inspection/i.test(`${code} ${message}`)) {
    return { code: 'model-unreadable', what: `${what}: filtered for its content`, isAboutRequest: true };
  }
  if (/context_length|context window|maximum context/i.test(`${code} ${message}`)) return tooLong();
  return { code: 'model-refused', what, cure: cureOf(status) };
}

function tooLong(): Meaning {
  return { code: 'model-refused', what: 'the prompt is longer than it takes', isAboutRequest: true };
}

function cureOf(status: number): string {
  if (status === 401 || status === 403) return 'Check OPENAI_API_KEY, and that OPENAI_BASE_URL is its server';
  if (status === 404)
    return 'Check the name of the model, and that OPENAI_BASE_URL ends as the server asks (/v1)';
  if (status === 402) return 'Check the balance of the account';
  return 'Check the name of the model, and that it takes Chat Completions';
}

/** What the network said, which stands at the innermost cause. */
function causeOf({ code, cause }: Thrown): string | undefined {
  const inner = typeof cause === 'object' && cause !== null ? causeOf(cause as Thrown) : undefined;
  return inner ?? identifier(code);
}

/** A word of the protocol; never a sentence. */
function identifier(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z_.-]{0,50}$/.test(value) ? value : undefined;
}

function statusOf({ status }: Thrown): number | undefined {
  return typeof status === 'number' ? status : undefined;
}
