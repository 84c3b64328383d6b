/** The questions that a reply offers as buttons. */
import type { Answer } from '../answer/answer.ts';
import type { FollowUp } from '../conversation/create-conversation.ts';
import { WORDING } from '../wording/wording.ts';
import type { Offer } from './records/reply-records.ts';

/** Most questions under one reply; more are a list, not an offer. */
const maxOffers = 8;

/** Choices where the reply asks back, what it suggests itself, and what makes sense next; each question once. */
export function makeOffers(
  answer: Answer,
  question: string,
  followUps: readonly FollowUp[],
): readonly Offer[] {
  const suggested = answer.suggestions.map(
    (suggestion): Offer => ({
      label: suggestion,
      question: suggestion,
      ...(answer.kind === 'clarify' ? { after: question } : {}),
    }),
  );
  const offers = [...suggested, ...followUps.map((followUp) => followUpOffer(followUp, answer.language))];
  const questions = offers.map((offer) => offer.question);
  return offers.filter((offer, index) => questions.indexOf(offer.question) === index).slice(0, maxOffers);
}

function followUpOffer({ kind, place, question }: FollowUp, language: Answer['language']): Offer {
  const label = {
    elsewhere: WORDING.buttons.elsewhere,
    compare: WORDING.buttons.compareWith,
    summary: WORDING.buttons.summaryOf,
  }[kind](place)[language];
  return { label, question };
}
