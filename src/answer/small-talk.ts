/** Greetings, thanks and "what can you do": a short friendly line with questions that work. */
import type { StoredReport } from '../library/stored-report.ts';
import type { Question } from '../retrieval/question.ts';
import { WORDING } from '../wording/wording.ts';
import type { Answer } from './answer.ts';
import { askablePlace } from './askable-place.ts';
import { compose } from './compose.ts';

/** Composes the line; the examples name reports that are held, and ask what every report answers. */
export function smallTalk(question: Question, reports: readonly StoredReport[]): Answer {
  const { language, normal } = question;
  if (/谢|thank|thx|辛苦/i.test(normal)) return plain(question, WORDING.smallTalk.thanks[language]);
  if (/再见|拜拜|bye/i.test(normal)) return plain(question, WORDING.smallTalk.goodbye[language]);
  const [first, second = first] = reports;
  const examples =
    first && second
      ? [
          WORDING.smallTalk.askSummary(askablePlace(first, language))[language],
          WORDING.smallTalk.askProblems(askablePlace(second, language))[language],
          WORDING.smallTalk.askMentions[language],
        ]
      : [];
  const lines = examples.map((example) => `· ${example}`).join('\n');
  return compose({
    kind: 'help',
    language,
    answer: WORDING.smallTalk.greeting[language],
    lead: `${WORDING.smallTalk.greeting[language]}${lines ? `\n${WORDING.smallTalk.examples[language]}\n${lines}` : ''}`,
  });
}

function plain(question: Question, line: string): Answer {
  return compose({ kind: 'help', language: question.language, answer: line, lead: line });
}
