/**
 * The door of writing: a model puts composed answers into fluent words, and nothing is sent that is not proved.
 *
 * Written from numbered paragraphs, proved, written once more with the faults named, proved again; else the composed
 * answer goes out. Whatever goes wrong, the reader gets one reply and hears nothing of it; the log says why.
 */
import { describeError, type Log } from '../../log.ts';
import { type ChatModel, ModelError } from '../../model/chat-model.ts';
import { noTextCache, type TextCache } from '../../model/text-cache.ts';
import type { Answer } from '../answer.ts';
import { askedWords } from '../asked-words.ts';
import { checkAnswer } from '../verify-answer.ts';
import { assembleAnswer, showDraft } from './assemble-answer.ts';
import { explainPrompt, explainText } from './explain-writing.ts';
import { isWritable } from './is-writable.ts';
import { joinPrompts, loadPrompts, type Prompts } from './load-prompts.ts';
import { createModelCounts, type ModelCounts } from './model-counts.ts';
import { NOT_HELD, type PreparedWriting, prepareWriting } from './prepare-writing.ts';
import type { Fault } from './proof.ts';
import { proveText } from './prove-text.ts';

import { type Round, writeRound } from './write-round.ts';
import type { WriteOptions, WriteRequest, Writer } from './writer.ts';

/** What a writer needs; without prompts those of `prompts/`, without a cache nothing is kept. */
export interface WriterSettings {
  readonly model: ChatModel;
  readonly log: Log;
  readonly prompts?: Prompts;
  readonly cache?: TextCache;
}

type Parts = Required<WriterSettings> & { readonly counts: ModelCounts };

/** What became of one reply, for the log: nothing that anybody wrote. */
interface Course {
  input: number;
  output: number;
  ms: number;
  readonly faults: string[];
}

/**
 * A writer over a model.
 *
 * @throws UserError when a prompt cannot be used.
 */
export function createWriter(settings: WriterSettings): Writer {
  const counts = createModelCounts();
  const parts: Parts = {
    prompts: loadPrompts(),
    cache: noTextCache,
    ...settings,
    counts,
  };
  return {
    write: (request, options = {}) => writeReply(parts, request, options),
    fill: async ({ task, language, values, schema }, { user, signal, isOffline, whileWaiting } = {}) => {
      if (isOffline) return undefined;
      try {
        const prompt = parts.prompts[task][language].template;
        const ask = () => parts.model.fill({ prompt, values, user, signal }, schema);
        const filled = await (whileWaiting ? whileWaiting(ask) : ask());
        counts.used(filled.usage);
        return filled.value;
      } catch (error) {
        parts.log.warn({ ...reasonOf(error), task }, 'model filled in no form');
        return undefined;
      }
    },
    report: () => counts.report(parts.model.state()),
  };
}

async function writeReply(parts: Parts, request: WriteRequest, options: WriteOptions): Promise<Answer> {
  const { composed, question } = request;
  if (options.isOffline || !isWritable(composed, question, request.isFixed)) return composed;
  const course: Course = { input: 0, output: 0, ms: 0, faults: [] };
  const compose = (facts: { readonly reason: string }): Answer => {
    parts.counts.composed(facts.reason);
    parts.log.warn({ ...facts, ...course }, 'reply composed instead of written');
    options.onStep?.(`composed: ${facts.reason}`);
    return composed;
  };
  try {
    const writing = prepareWriting(request, parts.prompts, parts.model.name);
    if (!writing) return composed;
    explainPrompt(writing, options.onStep);
    const kept = takeKept(parts, request, writing, options);
    if (kept) return kept;
    return await writeAnew(parts, request, writing, options, course, compose);
  } catch (error) {
    return compose(reasonOf(error));
  }
}

/** A text that was written before to the same question from the same paragraphs, where it is still proved. */
function takeKept(
  { cache, counts, log }: Parts,
  request: WriteRequest,
  writing: PreparedWriting,
  { onStep }: WriteOptions,
): Answer | undefined {
  const text = cache.get(writing.key);
  if (text === undefined || proveText(text, writing.proof).length > 0) return undefined;
  const answer = assembleAnswer({ text, composed: request.composed, proof: writing.proof });
  if (!answer || unproved(answer, request).length > 0) return undefined;
  explainText('kept', text, [], onStep);
  counts.sent('cached', 0);
  log.info({ how: 'cached' }, 'reply written');
  return answer;
}

async function writeAnew(
  parts: Parts,
  request: WriteRequest,
  writing: PreparedWriting,
  options: WriteOptions,
  course: Course,
  compose: (facts: { readonly reason: string }) => Answer,
): Promise<Answer> {
  const { model, prompts, counts, cache, log } = parts;
  const { user, signal, whileWaiting, onStep } = options;
  const { proof, values } = writing;
  const onProved = draftsOf(request, writing, options);
  const write = async (prompt: typeof writing.prompt, more: Readonly<Record<string, string>> = {}) => {
    const round = await writeRound({
      model,
      prompt,
      values: { ...values, ...more },
      proof,
      user,
      signal,
      whileWaiting,
      onProved,
    });
    // Who gives up has made no fault.
    const faults = isNotHeld(round.text) ? [] : round.faults;
    note({ ...round, faults }, course, counts);
    explainText(more.draft === undefined ? 'written' : 'repaired', round.text, faults, onStep);
    return round;
  };
  let round = await write(writing.prompt);
  let how: 'written' | 'repaired' = 'written';
  if (isNotHeld(round.text)) return compose({ reason: 'not-held' });
  if (round.faults.length > 0) {
    const repair = prompts.repair[request.composed.language];
    const faults = round.faults.map(faultLine).join('\n');
    round = await write(joinPrompts(writing.own, repair), { draft: round.text, faults });
    how = 'repaired';
    if (isNotHeld(round.text)) return compose({ reason: 'not-held' });
  }
  if (round.faults.length > 0) return compose({ reason: 'unproved' });
  const answer = assembleAnswer({ text: round.text, composed: request.composed, proof });
  if (!answer) return compose({ reason: 'unfit' });
  const violations = unproved(answer, request);
  for (const { kind, detail } of violations) onStep?.(`not proved: ${kind}: ${detail}`);
  if (violations.length > 0) return compose({ reason: 'unproved' });
  if (signal?.aborted) return compose({ reason: 'model-stopped' });
  cache.set(writing.key, round.text);
  counts.sent(how, course.ms);
  log.info({ how, ...course }, 'reply written');
  return answer;
}

/** Hands proved sentences on; what was shown once does not grow shorter while it is repaired. */
function draftsOf(
  { composed }: WriteRequest,
  { proof }: PreparedWriting,
  { onDraft }: WriteOptions,
): (text: string) => void {
  let longest = 0;
  return (text) => {
    if (!onDraft || text.length <= longest) return;
    longest = text.length;
    onDraft(showDraft({ text, composed, proof }));
  };
}

function unproved(answer: Answer, { library, question }: WriteRequest): ReturnType<typeof checkAnswer> {
  return checkAnswer(answer, library, askedWords(question));
}

function note({ usage, ms, faults }: Round, course: Course, counts: ModelCounts): void {
  counts.used(usage);
  course.input += usage.input;
  course.output += usage.output;
  course.ms += ms;
  for (const { kind } of faults) {
    counts.fault(kind);
    course.faults.push(kind);
  }
}

function faultLine({ kind, detail, sentence }: Fault): string {
  return `- ${kind}: ${detail}${sentence === '' ? '' : ` — ${sentence.trim()}`}`;
}

function isNotHeld(text: string): boolean {
  return text.replace(/[^\p{L}]/gu, '') === NOT_HELD.replace(/[^\p{L}]/gu, '');
}

/** What is safe to log of a failure; an error that is no `ModelError` is a bug of ours. */
function reasonOf(error: unknown): { readonly reason: string } {
  if (error instanceof ModelError) return { reason: error.code };
  return { reason: 'failed', ...{ error: describeError(error) } };
}
