/**
 * The door of conversation: an assistant that remembers its chats.
 *
 * A message is read as a continuation of its chat, whole questions are built from it, and the first that the
 * reports answer is the reply. Without a chat it answers exactly as the assistant without memory.
 */
import type { Answer, Citation } from '../answer/answer.ts';
import { answerQuestion, createAssistant, type Reasoning, vocabularyOf } from '../answer/answer-question.ts';
import type { AskOptions, Assistant } from '../answer/assistant.ts';
import { citeParagraph } from '../answer/cite.ts';
import { shortPlaceAndYear } from '../answer/place.ts';
import type { Writer } from '../answer/writing/writer.ts';
import type { Library } from '../library/library.ts';
import { detectIntent } from '../retrieval/detect-intent.ts';
import { normaliseQuestion, understand } from '../retrieval/understand.ts';
import type { Language } from '../wording/language.ts';
import { answerRequest } from './answer-request.ts';
import { answerSeveral } from './answer-several.ts';
import { addTurn, isOpening } from './bound-turns.ts';
import type { ChatMemory } from './chat-memory.ts';
import { readFollowUp } from './follow-up.ts';
import { readMessage } from './read-message.ts';
import { readRequest } from './read-request.ts';
import { rememberTurn } from './remember-turn.ts';
import { isForRewriting, rewriteFollowUp } from './rewrite-follow-up.ts';
import { type FollowUp, suggestFollowUps } from './suggest-follow-ups.ts';
import { type Topic, topicOf } from './topic.ts';
import { EMPTY_CHAT } from './turn.ts';
import { createTurns, type InTurn } from './turns.ts';
import { type Draft, SUMMING, sectionIntent, wholeQuestion } from './whole-question.ts';

/** An assistant with memory. */
export interface Conversation extends Assistant {
  /** Deletes what is remembered of a chat. */
  forget(chat: string): void;
  /** Answers a question that was asked back, by one of the choices offered; nothing of it is remembered. */
  choose(question: string, choice: string, options?: AskOptions): Promise<Answer>;
  /** Questions that make sense after a reply in a chat; none where the chat remembers another as its last. */
  followUps(chat: string, answer: Answer): Promise<readonly FollowUp[]>;
  /** `花都区2019年`, `Huadu District 2019`: a report's region and year, for a button. */
  place(report: string, language: Answer['language']): string | undefined;
  /** A whole paragraph of a report, from 1; `undefined` where the library does not hold it. */
  paragraph(report: string, number: number): Citation | undefined;
}

export type { FollowUp } from './suggest-follow-ups.ts';

/** Whether a message is a greeting, a thank-you, or nothing that can be read: its words tell no language. */
export function isSmallTalk(text: string): boolean {
  const normal = normaliseQuestion(text);
  return ['greeting', 'help', 'unreadable'].includes(detectIntent(normal, 'en', []));
}

/** Whether a message asks for nothing but that the chat be forgotten. */
export function asksToForget(text: string): boolean {
  return readRequest(readMessage(normaliseQuestion(text)).own) === 'forget';
}

/** A composed reply; without reasoning where there is nothing to put into other words. */
interface Composed {
  readonly answer: Answer;
  readonly reasoning?: Reasoning;
}

interface Replied {
  readonly answer: Answer;
  readonly reasoning: Reasoning;
  readonly draft: Draft;
}

/**
 * An assistant over an open library that remembers its chats; closing it closes library and memory.
 *
 * @param writer - Puts composed answers into other words, and says what a message means that was not understood.
 * @param inTurn - Shared by the conversations of one memory.
 */
export function createConversation(
  library: Library,
  kept: ChatMemory,
  writer?: Writer,
  inTurn: InTurn = createTurns(),
): Conversation {
  const alone = createAssistant(library, writer);
  const vocabulary = vocabularyOf(library);

  const answerDraft = async (draft: Draft): Promise<Replied> => {
    if (draft.several) return { ...(await answerSeveral(library, vocabulary, draft)), draft };
    const reasoning: Reasoning = {
      question: wholeQuestion(draft, vocabulary),
      sources: [],
      ...(draft.within ? { within: draft.within } : {}),
      ...(draft.near ? { near: draft.near } : {}),
      ...(draft.asksReason ? { asksReason: true } : {}),
    };
    return { answer: await answerQuestion(library, reasoning), reasoning, draft };
  };

  const answerAlone = async (text: string, language: Language | undefined): Promise<Replied> => {
    const understood = understand(text, vocabulary);
    const intent = sectionIntent(understood) ?? understood.intent;
    const terms =
      intent === understood.intent
        ? understood.terms
        : understood.terms.filter((term) => !SUMMING.test(term.surface));
    const question = { ...understood, intent, terms, ...(language ? { language } : {}) };
    const reasoning: Reasoning = { question, sources: [] };
    return {
      answer: await answerQuestion(library, reasoning),
      reasoning,
      draft: { texts: [], language: question.language, inherited: 1 },
    };
  };

  /** The first reading that is answered; where none is, what the likeliest came to, unless only answers count. */
  const firstAnswered = async (
    drafts: readonly Draft[],
    isAnswered = false,
  ): Promise<Replied | undefined> => {
    let first: Replied | undefined;
    for (const draft of drafts) {
      const replied = await answerDraft(draft);
      if (replied.answer.kind !== 'refusal') return replied;
      if (!isAnswered) first ??= replied;
    }
    return first;
  };

  const reply = async (text: string, chat: string, options: AskOptions): Promise<Answer> =>
    write(await compose(text, chat, options, kept), options);

  const write = async ({ answer, reasoning }: Composed, options: AskOptions): Promise<Answer> =>
    writer && reasoning ? writer.write({ composed: answer, ...reasoning, library }, options) : answer;

  const compose = async (
    text: string,
    chat: string,
    options: AskOptions,
    memory: ChatMemory,
  ): Promise<Composed> => {
    const normal = normaliseQuestion(text);
    const message = readMessage(normal);
    const remembered = memory.load(chat);
    const state = isOpening(remembered, normal) ? EMPTY_CHAT : remembered;
    const topic = topicOf(state, library);
    const request = readRequest(message.own);
    const spoken = understand(message.own || normal, vocabulary);
    const wanted = message.language ?? options.language;
    const language =
      wanted ?? (/[\p{L}]/u.test(message.own) ? spoken.language : (topic?.last.language ?? spoken.language));
    const requested = answerRequest({ request, topic, library, language });
    if (requested) {
      if (request === 'forget') memory.forget(chat);
      else if (topic) memory.save(chat, addTurn(state, { ...topic.last, language }, normal));
      return { answer: requested };
    }
    const drafts = topic && !options.isWhole ? draftsOf(topic, message, language, request) : [];
    const isSteered = message.own !== '' && (message.isNewTopic || message.isRude || message.language);
    const understood =
      (await firstAnswered(drafts)) ?? (await answerAlone(isSteered ? message.own : normal, wanted));
    const rewritten =
      writer && topic && !options.isWhole && isForRewriting(understood)
        ? await rewriteFollowUp({ normal, message, topic, library, vocabulary, language, writer, options })
        : undefined;
    const replied = (rewritten && (await firstAnswered([rewritten], true))) ?? understood;
    // Remembered is what was composed: the next message is read alike with and without a model.
    const turn = rememberTurn({ ...replied, topic, library });
    if (turn) memory.save(chat, addTurn(state, turn, normal));
    return replied.draft.several ? { answer: replied.answer } : replied;
  };

  const draftsOf = (
    topic: Topic,
    message: ReturnType<typeof readMessage>,
    language: Language,
    request: ReturnType<typeof readRequest>,
  ): Draft[] => {
    const same = { language, inherited: 0.5, ...(topic.reports.length > 0 ? { within: topic.reports } : {}) };
    if (message.own === '' && message.language && topic.texts.length > 0)
      return [{ ...same, texts: topic.texts }];
    if (request === 'why' && topic.reports.length > 0)
      return [
        {
          ...same,
          texts: [language === 'zh' ? '为什么' : 'why', ...topic.texts],
          inherited: 1,
          asksReason: true,
        },
      ];
    return readFollowUp({ message, topic, library, vocabulary, language });
  };

  return {
    ...alone,
    ask: async (text, chat, options = {}) =>
      chat === undefined ? alone.ask(text, chat, options) : inTurn(chat, () => reply(text, chat, options)),
    forget: (chat) => kept.forget(chat),
    choose: async (question, choice, options = {}) => {
      const scratch = createScratch();
      await compose(question, '', options, scratch);
      return write(await compose(choice, '', options, scratch), options);
    },
    followUps: async (chat, { kind, citations }) => {
      const last = kept.load(chat).turns.at(-1);
      const isThis = last?.kind === kind && last.places[0]?.report === citations[0]?.report;
      return last && isThis ? suggestFollowUps(last, library, vocabulary) : [];
    },
    place: (id, language) => {
      const report = library.reports().find((one) => one.id === id);
      return report && shortPlaceAndYear(report, language);
    },
    paragraph: (id, number) => {
      const report = library.report(id);
      const paragraph = report?.paragraphs[number - 1];
      return report && paragraph ? citeParagraph(report, paragraph) : undefined;
    },
    close: () => {
      kept.close();
      alone.close();
    },
  };
}

/** A memory of one chat that is gone when it is let go. */
function createScratch(): ChatMemory {
  let state = EMPTY_CHAT;
  return {
    load: () => state,
    save: (_chat, next) => {
      state = next;
    },
    forget: () => {
      state = EMPTY_CHAT;
    },
    close: () => {},
  };
}
