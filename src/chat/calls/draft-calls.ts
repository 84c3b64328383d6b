/**
 * The calls that show what is written so far: made once, at once or not at all.
 *
 * They take another way than replies, which are made again until they arrive and wait as long as Telegram asks: a draft
 * that waits is old, and the reply would wait behind it.
 */
import { Api, type Transformer } from 'grammy';
import { createDraftPace, type DraftPace } from './draft-pace.ts';

/** A client of Telegram for drafts alone, with the pace that they keep. */
export interface DraftCalls extends DraftPace {
  readonly api: Api;
  /** Milliseconds between two drafts of a private chat. */
  readonly draftEveryMs: number;
  /** Milliseconds between two edits of a message. */
  readonly editEveryMs: number;
}

/** Which bot the calls are made for, and how often. */
export interface DraftCallsOptions {
  readonly token: string;
  readonly apiRoot: string;
  /** Messages that may leave in a second; 0: no limit. */
  readonly messagesPerSecond: number;
  /** Milliseconds between two drafts of a reply, in every chat; for tests. */
  readonly everyMs?: number | undefined;
  /** Around each call, the innermost first. */
  readonly around: readonly Transformer[];
}

const draftEveryMs = 400;
/** Telegram allows a group some twenty messages and edits a minute; the reply needs some of them. */
const editEveryMs = 4000;
/** A reply waits for the draft on its way: one that takes longer is worth nothing. */
const timeoutSeconds = 3;
/** What replies leave of Telegram's limit. */
const share = 1 / 3;

/** Opens the way of drafts. */
export function createDraftCalls(options: DraftCallsOptions): DraftCalls {
  const { token, apiRoot, messagesPerSecond, everyMs, around } = options;
  const api = new Api(token, { apiRoot, timeoutSeconds });
  api.config.use(...around);
  return {
    ...createDraftPace({ perSecond: Math.ceil(messagesPerSecond * share) }),
    api,
    draftEveryMs: everyMs ?? draftEveryMs,
    editEveryMs: everyMs ?? editEveryMs,
  };
}
