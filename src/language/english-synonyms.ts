/**
 * English words that people use for each other when they ask about reports, as groups of stems.
 *
 * The first of a group stands for all. General English only; the domain's phrases are in the lexicon.
 */
import { stemmer } from 'stemmer';

const GROUPS: readonly (readonly string[])[] = [
  ['appearance', 'attendance', 'attend', 'appear', 'presence'],
  ['rate', 'ratio', 'percentage', 'percent', 'proportion', 'share'],
  ['loss', 'losing', 'lost', 'lose', 'defeat'],
  ['lawsuit', 'litigation', 'suit', 'proceedings'],
  ['head', 'chief', 'principal', 'leader'],
  ['correction', 'rectification', 'corrected', 'correct'],
  ['enterprise', 'company', 'firm', 'business'],
  ['adviser', 'advisor', 'counsel', 'counsellor'],
  ['reconsideration', 'review'],
  ['information', 'info'],
  ['government', 'govt', 'gov'],
  ['success', 'successful', 'successfully', 'succeeded'],
  ['training', 'train', 'trained'],
  ['satisfaction', 'satisfied', 'satisfying'],
  ['resolve', 'resolution', 'resolved', 'settle', 'settled'],
  ['complete', 'completion', 'completed', 'finish', 'conclude', 'concluded', 'conclusion'],
  ['apply', 'application', 'applied', 'applicant'],
  ['publish', 'publication', 'published', 'released', 'release', 'issue', 'issued'],
  ['repeal', 'abolish', 'abolished', 'repealed', 'scrapped', 'revoked'],
  ['document', 'doc', 'file'],
  ['organisation', 'organization', 'organ', 'body', 'agency'],
];

const CANON = new Map<string, string>();
for (const group of GROUPS) {
  const first = stemmer(group[0]!);
  for (const word of group) CANON.set(stemmer(word), first);
}

/** The stem that stands for this one and its synonyms. */
export function canonicalStem(stem: string): string {
  return CANON.get(stem) ?? stem;
}
