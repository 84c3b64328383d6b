/**
 * What a button does, and how it is written into `callback_data`, of which Telegram takes 64 bytes.
 *
 * Numbers of replies are written in base 36, reports as a hash of their id: both mean the same after a restart.
 */
import { createHash } from 'node:crypto';

/** An action with the numbers of the rows that it is about; never text. */
export type ButtonAction =
  /** Asks the question offered under a reply. */
  | { readonly kind: 'ask'; readonly reply: number; readonly offer: number }
  /** Shows the paragraph of a citation as a new message. */
  | { readonly kind: 'show'; readonly reply: number; readonly citation: number }
  /** Turns that message to another paragraph of the report; long ones have parts, from 0. */
  | {
      readonly kind: 'turn';
      readonly reply: number;
      readonly citation: number;
      readonly paragraph: number;
      readonly part: number;
    }
  /** Sends the messages of a reply from one on. */
  | { readonly kind: 'more'; readonly reply: number; readonly from: number }
  | { readonly kind: 'rate'; readonly reply: number; readonly good: boolean }
  | { readonly kind: 'language'; readonly language: 'zh' | 'en' | 'auto' }
  /** Shows a page of the list of reports, from 0. */
  | { readonly kind: 'reports'; readonly page: number }
  /** Shows the years of the region of a report; `page` leads back. */
  | { readonly kind: 'region'; readonly report: string; readonly page: number }
  | { readonly kind: 'summary'; readonly report: string }
  /** Adds a report that was sent, asks for its region or year, or discards it. */
  | { readonly kind: 'upload'; readonly upload: number; readonly does: UploadVerb }
  /** Ends the writing of the reply to an update. */
  | { readonly kind: 'stop'; readonly update: number };

/** What a button under a report that was sent does. */
type UploadVerb = keyof typeof uploadVerbs;

/** Most bytes that Telegram takes. */
export const maxCallbackBytes = 64;

const languages = ['zh', 'en', 'auto'] as const;
const uploadVerbs = { add: 'a', region: 'r', year: 'y', discard: 'd' } as const;
const reportHash = /^[\w-]{12}$/;

/** Writes an action; at most 64 bytes. */
export function writeButtonAction(action: ButtonAction): string {
  const n = (value: number): string => value.toString(36);
  switch (action.kind) {
    case 'ask':
      return `a:${n(action.reply)}:${n(action.offer)}`;
    case 'show':
      return `p:${n(action.reply)}:${n(action.citation)}`;
    case 'turn':
      return `t:${[action.reply, action.citation, action.paragraph, action.part].map(n).join(':')}`;
    case 'more':
      return `m:${n(action.reply)}:${n(action.from)}`;
    case 'rate':
      return `${action.good ? 'u' : 'd'}:${n(action.reply)}`;
    case 'language':
      return `l:${action.language}`;
    case 'reports':
      return `r:${n(action.page)}`;
    case 'region':
      return `g:${action.report}:${n(action.page)}`;
    case 'summary':
      return `s:${action.report}`;
    case 'upload':
      return `n:${n(action.upload)}:${uploadVerbs[action.does]}`;
    case 'stop':
      return `x:${n(action.update)}`;
  }
}

/** Reads what a button sent; `undefined` for what no button of this program sends. */
export function parseButtonAction(written: string): ButtonAction | undefined {
  const [verb, ...rest] = written.split(':');
  const numbers = rest.map(parseNumber);
  const [first, second, third, fourth] = numbers;
  const known = (count: number): boolean =>
    rest.length === count && numbers.every((number) => number !== undefined);
  switch (verb) {
    case 'a':
      return known(2) ? { kind: 'ask', reply: first!, offer: second! } : undefined;
    case 'p':
      return known(2) ? { kind: 'show', reply: first!, citation: second! } : undefined;
    case 't':
      return known(4)
        ? { kind: 'turn', reply: first!, citation: second!, paragraph: third!, part: fourth! }
        : undefined;
    case 'm':
      return known(2) ? { kind: 'more', reply: first!, from: second! } : undefined;
    case 'u':
    case 'd':
      return known(1) ? { kind: 'rate', reply: first!, good: verb === 'u' } : undefined;
    case 'l': {
      const language = languages.find((one) => one === rest[0]);
      return language && rest.length === 1 ? { kind: 'language', language } : undefined;
    }
    case 'r':
      return known(1) ? { kind: 'reports', page: first! } : undefined;
    case 'g':
      return rest.length === 2 && reportHash.test(rest[0]!) && second !== undefined
        ? { kind: 'region', report: rest[0]!, page: second }
        : undefined;
    case 's':
      return rest.length === 1 && reportHash.test(rest[0]!)
        ? { kind: 'summary', report: rest[0]! }
        : undefined;
    case 'n': {
      const does = (Object.keys(uploadVerbs) as UploadVerb[]).find((verb) => uploadVerbs[verb] === rest[1]);
      return rest.length === 2 && first !== undefined && does
        ? { kind: 'upload', upload: first, does }
        : undefined;
    }
    case 'x':
      return known(1) ? { kind: 'stop', update: first! } : undefined;
    default:
      return undefined;
  }
}

/** How a button names a report: 12 characters that stay as long as the id of the report does. */
export function hashReport(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 12);
}

function parseNumber(text: string): number | undefined {
  if (!/^(?:0|[1-9a-z][0-9a-z]*)$/.test(text)) return undefined;
  const value = Number.parseInt(text, 36);
  return Number.isSafeInteger(value) ? value : undefined;
}
