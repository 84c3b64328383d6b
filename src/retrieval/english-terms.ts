/**
 * What an English question is about, as Chinese wordings: the lexicon's phrases first, then the dictionary.
 */
import type { Span } from '../language/clauses.ts';
import {
  type ConceptMention,
  englishWords,
  findConcepts,
  findScatteredIndicators,
  isIndicator,
} from '../language/concepts.ts';
import { canonicalStem } from '../language/english-synonyms.ts';
import { ENGLISH_STOP_WORDS } from '../language/stop-words.ts';
import { conceptWordings } from './chinese-terms.ts';
import type { Ask, QuestionTerm, Wording } from './question.ts';

/** Looks an English stem or two-word phrase up among the words that the library really contains. */
export type Dictionary = (english: string) => readonly { readonly word: string; readonly weight: number }[];

const MONTHS =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?: \d{1,2}(?:st|nd|rd|th)?\b)?/gi;
/** Words that only say that a share is asked for. */
const GENERIC_RATE = /^(?:rates?|ratios?|percentages?|shares?|proportions?|percent)$/i;
/** Words that only say that something is counted. */
const COUNTED = /^(?:items?|cases?|matters?|things?|pieces?|records?|entries|instances?|units?)$/i;
/** Words that only say until when is counted. */
const UNTIL = /^(?:as of|by the end of|up to|so far|until now)$/i;
/** 12345: the number is the name. */
const HOTLINE = /(?<!\d)1[12]\d{3}(?!\d)/g;
const QUOTED = /[“"'‘「]([^“”"‘’「」]{2,40}?)[”"'’」](?![a-z])/g;
const ASKING =
  /\b(?:(?:items|pieces) of (?=info)|how (?:many times|many|much|long|often|high|big)|what (?:percentage|percent|share|proportion) of|(?:the )?(?:total )?number of|(?:the )?total|take part in|took part in|c[ao]mes? in (?:through|via|by|over|on))\b/gi;
const MARKED = /\d+\+[A-Za-z0-9]+|[A-Za-z]\+\d+/g;

/** The terms of an English question in normal form, in order; words found nowhere carry no wording. */
export function englishTerms(
  normal: string,
  masked: readonly Span[],
  asks: readonly Ask[],
  dictionary: Dictionary,
): QuestionTerm[] {
  const taken: Span[] = [...masked, ...spansOf(normal, MONTHS), ...spansOf(normal, ASKING)];
  const terms: QuestionTerm[] = [];
  const add = (span: Span, kind: QuestionTerm['kind'], wordings: readonly Wording[], weight: number) => {
    const focus = asks.some((ask) => span.start >= ask.at && span.start - ask.at <= 45);
    terms.push({
      surface: normal.slice(span.start, span.end),
      kind,
      wordings,
      weight,
      focus,
      start: span.start,
      end: span.end,
    });
    taken.push(span);
  };
  for (const span of [...spansOf(normal, MARKED), ...spansOf(normal, HOTLINE)]) {
    if (!overlaps(taken, span))
      add(span, 'quoted', [{ text: normal.slice(span.start, span.end), weight: 1 }], 1.2);
  }
  for (const match of normal.matchAll(QUOTED)) {
    const span = { start: match.index + 1, end: match.index + 1 + match[1]!.length };
    const isRegion = masked.some(({ start, end }) => start <= span.start && end >= span.end);
    if (/[\u4e00-\u9fff]/.test(match[1]!) && !isRegion)
      add(span, 'quoted', [{ text: match[1]!, weight: 1 }], 1.2);
  }
  for (const { entry, stems } of findScatteredIndicators(normal).slice(0, 1)) {
    // Its words stay terms of their own; the name as a whole weighs most.
    if (findConcepts(normal).some((mention) => mention.id === entry.id)) continue;
    const wordings = entry.zh.map((text) => ({ text, weight: 0.95 }));
    terms.push({
      surface: stems.join(' '),
      kind: 'word',
      wordings,
      weight: 1.1,
      focus: true,
      start: normal.length,
      end: normal.length,
    });
  }
  for (const mention of chooseMentions(normal, taken)) {
    const indicator = isIndicator(mention.entry);
    const single = !/\s/.test(mention.name.trim());
    const guesses = single
      ? toWordings(dictionary(englishWords(mention.name)[0]?.stem ?? '')).map((wording) => ({
          ...wording,
          weight: wording.weight * 0.85,
        }))
      : [];
    add(
      mention,
      indicator ? 'indicator' : 'concept',
      merge(conceptWordings(mention), guesses),
      indicator
        ? 1.2
        : UNTIL.test(mention.name)
          ? 0.15
          : COUNTED.test(mention.name)
            ? 0.35
            : GENERIC_RATE.test(mention.name)
              ? 0.15
              : 0.9,
    );
  }
  const words = englishWords(normal).filter((word) => !overlaps(taken, word));
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (ENGLISH_STOP_WORDS.has(word.text) || /^\d/.test(word.text)) continue;
    const next = words[at + 1];
    const phrase =
      next && next.start - word.end <= 1 && !ENGLISH_STOP_WORDS.has(next.text)
        ? dictionary(`${word.stem} ${next.stem}`)
        : [];
    if (next && phrase.length > 0 && (phrase[0]?.weight ?? 0) >= 0.9) {
      add({ start: word.start, end: next.end }, 'word', toWordings(phrase), 0.8);
      at++;
    } else
      add(
        word,
        'word',
        toWordings(lookUp(word.stem, dictionary)),
        COUNTED.test(word.text) ? 0.3 : word.text.length <= 3 ? 0.4 : 0.7,
      );
  }
  return terms.sort((a, b) => a.start - b.start);
}

function chooseMentions(normal: string, taken: readonly Span[]): ConceptMention[] {
  const chosen: ConceptMention[] = [];
  const mentions = findConcepts(normal).filter(
    (mention) =>
      // "rate" has the stem of "rating", and is no measure of its own.
      !(GENERIC_RATE.test(mention.name) && isIndicator(mention.entry)) &&
      mention.name
        .toLowerCase()
        .split(/\W+/)
        .some((word) => !ENGLISH_STOP_WORDS.has(word)),
  );
  mentions.sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) || Number(isIndicator(b.entry)) - Number(isIndicator(a.entry)),
  );
  for (const mention of mentions) {
    const same = chosen.find((other) => other.start === mention.start && other.end === mention.end);
    if (!overlaps(taken, mention) && (!overlaps(chosen, mention) || same)) chosen.push(mention);
  }
  return mergeSame(chosen);
}

/** One phrase of two entries becomes one term with the names of both; what is a short name to one stays short. */
function mergeSame(mentions: readonly ConceptMention[]): ConceptMention[] {
  const merged = new Map<string, ConceptMention>();
  for (const mention of mentions) {
    const key = `${mention.start}-${mention.end}`;
    const held = merged.get(key);
    merged.set(
      key,
      held ? { ...held, entry: { ...held.entry, zh: mergeNames(held.entry, mention.entry) } } : mention,
    );
  }
  return [...merged.values()];
}

function mergeNames(held: ConceptMention['entry'], other: ConceptMention['entry']): string[] {
  const short = new Set(isIndicator(held) ? held.weak : []);
  return [...held.zh, ...other.zh.filter((name) => !short.has(name))];
}

/** The dictionary's words for a stem, else for the commoner word that people mean by it (info, govt). */
function lookUp(stem: string, dictionary: Dictionary): ReturnType<Dictionary> {
  const found = dictionary(stem);
  const common = canonicalStem(stem);
  return found.length > 0 || common === stem ? found : dictionary(common);
}

/** Lexicon names first, then what the dictionary adds. */
function merge(names: readonly Wording[], guesses: readonly Wording[]): Wording[] {
  return [...names, ...guesses.filter((guess) => !names.some((name) => name.text === guess.text))];
}

function toWordings(found: readonly { word: string; weight: number }[]): Wording[] {
  return found.slice(0, 12).map(({ word, weight }) => ({ text: word, weight: Math.min(1, weight) * 0.9 }));
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function overlaps(spans: readonly Span[], span: Span): boolean {
  return spans.some((other) => other.start < span.end && span.start < other.end);
}
