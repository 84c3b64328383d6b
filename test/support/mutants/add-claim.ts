/** Adds to a right reply what its evidence does not say. */
import { placeName } from '../../../src/answer/place.ts';
import { type Claim, clauses, denials, leadIns, oddNumerals, periods, ranks } from './added-claims.ts';
import { citedAt, type Mutant, type Place, placesIn } from './mutate-reply.ts';
import type { RightReply } from './right-replies.ts';

export const addedKinds = ['lead-in', 'added clause', 'rank', 'odd numeral', 'period', 'denial'] as const;

type Pick = <T>(from: readonly T[]) => T | undefined;

/** One mutant of a kind; `undefined` where the reply has no place for one. */
export function addClaim(
  reply: RightReply,
  kind: (typeof addedKinds)[number],
  pick: Pick,
): Mutant | undefined {
  const { text, proof } = reply;
  const put = (
    start: number,
    end: number,
    { words, telling }: Claim,
    cited = citedAt(text, start),
  ): Mutant => ({
    kind,
    text: text.slice(0, start) + words + text.slice(end),
    put: words,
    telling,
    cited,
  });
  const { language } = proof;
  switch (kind) {
    case 'lead-in': {
      const held = proof.library.reports().find(({ id }) => id === proof.evidence[0]?.citation.report)!;
      const claim = pick(leadIns[language])!;
      const words = `${claim.words.replace('#', placeName(held, language))}\n`;
      const cited = proof.evidence.map(({ number }) => number);
      return put(0, 0, { ...claim, words }, cited);
    }
    case 'added clause':
    case 'rank': {
      const mark = pick([...text.matchAll(/\s?(?<![\]］])[[［]\d+[\]］]/g)]);
      const claim = pick((kind === 'rank' ? ranks : clauses)[language])!;
      return mark && put(mark.index, mark.index, claim);
    }
    case 'odd numeral': {
      const place = pick(placesIn(text));
      return place && put(place.start, place.end, pick(oddNumerals[language])!);
    }
    case 'period': {
      const place = pick(placesIn(text));
      if (!place) return undefined;
      const at = language === 'zh' ? clauseStart(text, place) : clauseEnd(text, place);
      return put(at, at, pick(periods[language])!);
    }
    case 'denial': {
      const place = pick(placesIn(text));
      return (
        place && (language === 'zh' ? denyChinese(text, place, pick, put) : denyEnglish(text, place, put))
      );
    }
  }
}

type Put = (start: number, end: number, claim: Claim) => Mutant;

function denyChinese(text: string, place: Place, pick: Pick, put: Put): Mutant | undefined {
  const from = clauseStart(text, place);
  const verb = denials.verbs.exec(text.slice(from, place.start));
  const word = pick(denials.zh)!;
  return verb
    ? put(from + verb.index, from + verb.index, {
        words: word,
        telling: ['不', '未', '没有', '无', '拒'].map((denial) => `${denial}${verb[0]}`),
      })
    : undefined;
}

function denyEnglish(text: string, place: Place, put: Put): Mutant | undefined {
  const from = clauseStart(text, place);
  const verb = denials.en.exec(text.slice(from, clauseEnd(text, place)));
  if (!verb) return undefined;
  const isHelping = /^(?:was|were|had)$/.test(verb[0]);
  const at = from + verb.index + (isHelping ? verb[0].length : 0);
  return put(at, at, { words: isHelping ? ' not' : 'never ', telling: ['不', '未', '没', '无', '零', '拒'] });
}

function clauseStart(text: string, { start }: Place): number {
  const [clause = ''] = /(?:[^,，;；。.\n\]]|[,.](?=\d))*$/.exec(text.slice(0, start)) ?? [];
  return start - clause.length + (/^\s*/.exec(clause)?.[0].length ?? 0);
}

function clauseEnd(text: string, { end }: Place): number {
  const [rest = ''] = /^(?:[^,;.[\n(]|[,.](?=\d))*/.exec(text.slice(end)) ?? [];
  return end + rest.trimEnd().length;
}
