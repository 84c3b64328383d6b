/** What a model can do to a reply: write well, write badly, be slow, fail. Each with what is to be sent then. */
import type { ModelServer } from './model-server.ts';
import type { ChatRequest, Reply } from './model-server-protocol.ts';
import { readPrompt, writeFromPrompt } from './write-from-prompt.ts';

/** One way in which a model behaves, from its first request on. */
export interface ModelFault {
  readonly name: string;
  /** Written, repaired, or composed and why. */
  readonly sent: string;
  /** Requests that reach the server. */
  readonly requests: number;
  /** What is planned before the question is asked. */
  readonly plan?: (server: ModelServer) => unknown;
  /** What is said, in a dozen tokens where it is a text; a right text unless given. */
  readonly says?: (request: ChatRequest) => Reply;
  /** Lets a token pass each time so many milliseconds have gone by. */
  readonly paceMs?: number;
  /** How long nothing may come; 20 unless given, so that no slow machine is taken for a slow model. */
  readonly timeoutSeconds?: number;
}

/** A text in so many tokens. */
export function piecesOf(text: string, count = 12): readonly string[] {
  const size = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, index) => text.slice(index * size, (index + 1) * size));
}

type Spoils = (right: string, request: ChatRequest) => string;

/** A figure that is changed: the last one of the first sentence with one. */
const changeDigit: Spoils = (right) =>
  right.replace(/(\d)((?:\.\d+)?[^\d[\]]*\[\d+\])/, (_whole, digit: string, rest: string) => {
    return `${(Number(digit) + 4) % 10}${rest}`;
  });
const uncite: Spoils = (right) => right.replace(/\s?\[\d+\]/g, '');
const quote: Spoils = (right, request) =>
  readPrompt(request).language === 'zh'
    ? `${right}报告称“阳光政务惠及千家万户,群众拍手称快”[1]。`
    : `${right} The report calls it “a ray of sunshine for ten thousand households” [1].`;
const moveAway: Spoils = (right, request) => {
  const { language, evidence } = readPrompt(request);
  const other = language === 'zh' ? '上海市浦东新区' : 'Pudong New Area (上海市浦东新区)';
  return right.replaceAll(evidence[0]?.place ?? '', other);
};
const link: Spoils = (right) => right.replace('[1]', ' https://reports.example/all [1]');

const spoils: Readonly<Record<string, Spoils>> = {
  'a wrong digit': changeDigit,
  'no citation': uncite,
  'an invented quotation': quote,
  'another region': moveAway,
  'a link': link,
};

const badly: readonly ModelFault[] = Object.entries(spoils).flatMap(([name, spoil]) => {
  const spoiled = (request: ChatRequest) => spoil(writeFromPrompt(request), request);
  const once = (request: ChatRequest) =>
    readPrompt(request).isRepair ? writeFromPrompt(request) : spoiled(request);
  return [
    { name: `${name}, then well`, sent: 'repaired', requests: 2, says: once },
    { name: `${name}, twice`, sent: 'composed: unproved', requests: 2, says: spoiled },
  ];
});

/** A wrong text, whose repair then fails. */
const failedRepair: ModelFault = {
  name: 'a wrong digit, then status 401',
  sent: 'composed: model-refused',
  requests: 2,
  plan: (server) =>
    server.saysNext((request) => {
      server.fails(401);
      return changeDigit(writeFromPrompt(request), request);
    }),
};

const slowly: readonly ModelFault[] = [
  {
    name: 'slow, longer than the time limit in all',
    sent: 'written',
    requests: 1,
    says: (request) => ({ tokens: piecesOf(writeFromPrompt(request), 4) }),
    paceMs: 600,
    timeoutSeconds: 2,
  },
  ...[
    { name: 'no answer at all', kind: 'silent' as const },
    { name: 'stalled before the first token', kind: 'stalled' as const, after: 0 },
    { name: 'stalled midway', kind: 'stalled' as const, after: 6 },
  ].map(({ name, ...fault }) => ({
    name,
    sent: 'composed: model-slow',
    requests: 1,
    plan: (server: ModelServer) => server.fails(fault, Number.POSITIVE_INFINITY),
    timeoutSeconds: 1,
  })),
];

/** A fault at every request, or at the first alone. */
function failing(
  name: string,
  fault: Parameters<ModelServer['fails']>[0],
  sent: string,
  requests: number,
  times = Number.POSITIVE_INFINITY,
): ModelFault {
  return { name, sent, requests, plan: (server) => server.fails(fault, times) };
}

const broken: readonly ModelFault[] = [
  {
    name: 'connection refused',
    sent: 'composed: model-broken',
    requests: 0,
    plan: (server) => server.close(),
  },
  failing('connection reset', 'reset', 'composed: model-broken', 2),
  failing('connection reset once', 'reset', 'written', 2, 1),
  failing('cut before the first token', { kind: 'cut', after: 0 }, 'composed: model-broken', 2),
  failing('cut midway', { kind: 'cut', after: 6 }, 'composed: model-broken', 1),
  failing('ended midway without a reason', { kind: 'unfinished', after: 6 }, 'composed: model-broken', 1),
  failing('an error in the stream', { kind: 'error-event', after: 6 }, 'composed: model-broken', 1),
  failing('garbage in the stream', { kind: 'garbage', after: 6 }, 'composed: model-unreadable', 1),
  failing('the page of a proxy', 'page', 'composed: model-unreadable', 1),
  failing('nothing written', 'empty', 'composed: model-unreadable', 1),
  failing('status 400', 400, 'composed: model-refused', 1),
  failing('status 401', 401, 'composed: model-refused', 1),
  failing('status 403', 403, 'composed: model-refused', 1),
  failing('status 404', 404, 'composed: model-refused', 1),
  failing('status 429', 429, 'composed: model-limited', 2),
  failing('status 429 once, retry-after 1', { status: 429, retryAfter: 1 }, 'written', 2, 1),
  failing('status 429, retry-after 60', { status: 429, retryAfter: 60 }, 'composed: model-limited', 1),
  failing('status 500', 500, 'composed: model-broken', 2),
  failing('status 500 once', 500, 'written', 2, 1),
  failing('status 503', 503, 'composed: model-broken', 2),
  failing('a parameter refused once', { status: 400, param: 'temperature' }, 'written', 2, 1),
  failing(
    'prompt too long',
    { status: 400, message: "This model's maximum context length is 512 tokens" },
    'composed: model-refused',
    1,
  ),
  failing(
    'prompt filtered',
    { status: 400, message: 'The response was filtered: content_filter' },
    'composed: model-unreadable',
    1,
  ),
];

const ended = (finish: 'length' | 'content_filter') => (request: ChatRequest) => ({
  tokens: piecesOf(writeFromPrompt(request)),
  finish,
});

/** Every row of the table. */
export const MODEL_FAULTS: readonly ModelFault[] = [
  { name: 'writes well', sent: 'written', requests: 1 },
  ...badly,
  failedRepair,
  { name: 'says that nothing is held', sent: 'composed: not-held', requests: 1, says: () => 'NOTHELD' },
  {
    name: 'writes without end',
    sent: 'composed: model-unreadable',
    requests: 1,
    says: (request) => writeFromPrompt(request).repeat(1000),
  },
  { name: 'text cut at its longest', sent: 'composed: model-unreadable', requests: 1, says: ended('length') },
  { name: 'text filtered', sent: 'composed: model-unreadable', requests: 1, says: ended('content_filter') },
  ...slowly,
  ...broken,
];
