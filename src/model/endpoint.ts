/** The OpenAI-compatible server that the settings name. */
import type { Config } from '../config.ts';

/** Where models are asked. */
export interface Endpoint {
  /** Without a closing slash. */
  readonly baseUrl: string;
  /** Never printed. */
  readonly apiKey: string;
  /** How long nothing may come of a request, in milliseconds. */
  readonly timeoutMs: number;
}

const OPENAI = 'https://api.openai.com/v1';
/** The client refuses to work without a key; servers that need none ignore it. */
const NO_KEY = 'no-key';

/** The endpoint of an installation; `undefined` where it has neither key nor address. */
export function endpointOf(config: Config): Endpoint | undefined {
  const { openaiApiKey, openaiBaseUrl, modelTimeoutSeconds } = config;
  if (openaiApiKey === undefined && openaiBaseUrl === undefined) return undefined;
  return {
    baseUrl: openaiBaseUrl ?? OPENAI,
    apiKey: openaiApiKey ?? NO_KEY,
    timeoutMs: modelTimeoutSeconds * 1_000,
  };
}

/** `model@host`: the same model of another server can be another one. */
export function nameAt({ baseUrl }: Pick<Endpoint, 'baseUrl'>, model: string): string {
  return `${model}@${hostOf(baseUrl)}`;
}

/** Host and port of an address: all of it that may be printed. */
export function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host;
}
