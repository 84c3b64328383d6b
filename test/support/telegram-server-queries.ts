/** Pressed buttons and inline queries: what the bot may answer, and only once. */
import { readText } from './telegram-server-content.ts';
import type { Method } from './telegram-server-messages.ts';
import { badRequest } from './telegram-server-refusal.ts';
import type { Fields } from './telegram-server-request.ts';

/** The bot's answer to a pressed button. */
export interface CallbackAnswer {
  readonly queryId: string;
  readonly text: string;
  readonly showAlert: boolean;
  readonly fields: Fields;
}

/** The bot's offers to an inline query. */
export interface InlineAnswer {
  readonly queryId: string;
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly fields: Fields;
}

export interface Queries {
  readonly methods: Readonly<Record<string, Method>>;
  /** A query that may be answered, a new one unless its id is given; returns the id. */
  open(id?: string): string;
  /** From now on the query is too old. */
  expire(queryId: string): void;
}

const tooOld = 'query is too old and response timeout expired or query ID is invalid';
const maxText = 4096;

/** @param keep - Take the answers that were accepted. */
export function createQueries(keep: {
  callback(answer: CallbackAnswer): void;
  inline(answer: InlineAnswer): void;
}): Queries {
  const open = new Set<string>();
  let lastId = 0;
  const close = (id: unknown): string => {
    if (!open.delete(String(id))) throw badRequest(tooOld);
    return String(id);
  };

  return {
    open(given) {
      lastId += 1;
      const id = given ?? `query-${lastId}`;
      open.add(id);
      return id;
    },
    expire: (queryId) => void open.delete(queryId),
    methods: {
      answerCallbackQuery(fields) {
        const text = String(fields.text ?? '');
        if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
        const queryId = close(fields.callback_query_id);
        keep.callback({ queryId, text, showAlert: fields.show_alert === true, fields });
        return true;
      },
      answerInlineQuery(fields) {
        const results = checkResults(fields);
        const queryId = close(fields.inline_query_id);
        keep.inline({ queryId, results, fields });
        return true;
      },
    },
  };
}

function checkResults({ results, next_offset: next = '' }: Fields): InlineAnswer['results'] {
  if (!Array.isArray(results)) throw badRequest("can't parse inline query results");
  if (results.length > 50) throw badRequest('RESULTS_TOO_MUCH');
  if (Buffer.byteLength(String(next)) > 64) throw badRequest('NEXT_OFFSET_INVALID');
  const ids = new Set<unknown>();
  for (const { id, type, title, input_message_content: content } of results) {
    const bytes = Buffer.byteLength(String(id ?? ''));
    if (bytes < 1 || bytes > 64) throw badRequest('RESULT_ID_INVALID');
    if (ids.has(id)) throw badRequest('RESULT_ID_DUPLICATE');
    ids.add(id);
    if (type !== 'article') continue;
    if (!title) throw badRequest('ARTICLE_TITLE_EMPTY');
    if (content?.message_text === undefined) throw badRequest('MESSAGE_TEXT_EMPTY');
    readText({ ...content, text: content.message_text }, maxText);
  }
  return results;
}
