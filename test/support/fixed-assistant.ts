/** An assistant with fixed answers, for tests of the places where people meet it. */
import type { Answer, Citation } from '../../src/answer/answer.ts';
import type { HeldReport } from '../../src/answer/assistant.ts';
import type { Conversation } from '../../src/conversation/create-conversation.ts';

/** What was asked, in order. */
interface Asked {
  readonly question: string;
  readonly chat: string | undefined;
}

export interface FixedAssistant extends Conversation {
  readonly asked: readonly Asked[];
}

/** A citation with all fields; give those that matter. */
export function makeCitation(fields: Partial<Citation> = {}): Citation {
  return {
    file: 'qinghe.txt',
    report: 'qinghe-2021-1a2b',
    title: '清河县2021年法治政府建设工作报告',
    url: 'https://www.example.gov.cn/report.html',
    published: '2022-01-18',
    region: '清河县',
    year: 2021,
    section: ['二、依法行政', '（三）行政复议'],
    paragraph: 12,
    quote: '全年受理行政复议案件48件',
    text: '全年受理行政复议案件48件，审结45件。',
    ...fields,
  };
}

/** An answer with all fields, its text worded as `src/answer` words a figure. */
export function makeAnswer(fields: Partial<Answer> = {}): Answer {
  const answer: Answer = {
    kind: 'answer',
    answer: '48件',
    text: '',
    citations: [makeCitation()],
    figures: [{ raw: '48件', value: 48, unit: '件', citation: 0 }],
    notes: [],
    language: 'zh',
    suggestions: [],
    ...fields,
  };
  if (answer.text !== '') return answer;
  const proofs = answer.citations.map(({ quote, title, section, paragraph }) =>
    [`“${quote}”`, `—— ${[`《${title}》`, ...section, `¶${paragraph}`].join(' › ')}`].join('\n'),
  );
  const notes = answer.notes.map((note) => `注:${note}`);
  return { ...answer, text: [`清河县2021年: ${answer.answer}`, ...proofs, ...notes].join('\n\n') };
}

/** A short reply without sources. */
export function makeRefusal(text: string): Answer {
  return makeAnswer({ kind: 'refusal', answer: text, text, citations: [], figures: [] });
}

const held: readonly HeldReport[] = [2020, 2021].map((year) => ({
  id: `qinghe-${year}`,
  file: `qinghe-${year}.txt`,
  region: '清河县',
  parents: ['河北省', '邢台市'],
  year,
  title: `清河县${year}年法治政府建设工作报告`,
}));

/**
 * Opens an assistant that answers by a table of questions and refuses all others.
 *
 * @param answers - An `Error` is thrown instead of being answered.
 */
export function createFixedAssistant(
  answers: Readonly<Record<string, Answer | Error>> = {},
  reports: readonly HeldReport[] = held,
): FixedAssistant {
  const asked: Asked[] = [];
  async function ask(question: string, chat?: string): Promise<Answer> {
    asked.push({ question, chat });
    const answer = answers[question];
    if (answer instanceof Error) throw answer;
    return answer ?? makeRefusal('资料库中没有。');
  }
  return {
    asked,
    ask,
    explain: async (question) => ({ answer: await ask(question), steps: ['scope: 清河县 2021'] }),
    reports: () => reports,
    forget: () => {},
    choose: (_question, choice) => ask(choice),
    followUps: async () => [],
    place: () => undefined,
    paragraph: () => undefined,
    close: () => {},
  };
}
