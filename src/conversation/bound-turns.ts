/** Keeps what is remembered of a chat small, whatever is said in it. */
import type { ChatState, Turn } from './turn.ts';

/** Most turns of a chat. */
export const MAX_TURNS = 20;
/** Most bytes of a chat, as UTF-8 JSON. */
export const MAX_CHAT_BYTES = 8192;

const MAX_TEXT_CHARACTERS = 300;
const MAX_TEXTS = 3;
const MAX_PLACES = 3;
const MAX_REPORTS = 8;

/** The chat with one turn more, without its oldest turns where it would grow too large. */
export function addTurn(state: ChatState, turn: Turn, message: string): ChatState {
  const opening = state.opening || cut(message);
  let turns = [...state.turns, shorten(turn)].slice(-MAX_TURNS);
  while (turns.length > 1 && byteLength({ opening, turns }) > MAX_CHAT_BYTES) turns = turns.slice(1);
  return byteLength({ opening, turns }) > MAX_CHAT_BYTES ? { opening, turns: [] } : { opening, turns };
}

/** Whether the message is, word for word, the one that opened the chat: whoever repeats it begins again. */
export function isOpening(state: ChatState, message: string): boolean {
  return state.turns.length > 0 && state.opening === cut(message);
}

/** Bytes that the state takes when stored. */
export function byteLength(state: ChatState): number {
  return Buffer.byteLength(JSON.stringify(state));
}

function shorten(turn: Turn): Turn {
  return {
    ...turn,
    own: cut(turn.own),
    texts: turn.texts.slice(0, MAX_TEXTS).map(cut),
    reports: turn.reports.slice(0, MAX_REPORTS),
    places: turn.places.slice(0, MAX_PLACES).map((place) => ({ ...place, quote: cut(place.quote) })),
    ...(turn.choices ? { choices: turn.choices.slice(0, MAX_REPORTS) } : {}),
  };
}

/** NUL cannot be stored, and half a character is none. */
function cut(text: string): string {
  return text.slice(0, MAX_TEXT_CHARACTERS).replaceAll('\0', '').toWellFormed();
}
