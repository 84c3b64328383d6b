/**
 * Asks a model that obeys: every attack, in the question or planted in the report, has already won, and its model
 * writes what the attacker wants, in one form or another. What reaches the reader is judged against the same question
 * to reports without attacks.
 */
import type { Answer } from '../../src/answer/answer.ts';
import { createAssistant } from '../../src/answer/answer-question.ts';
import { checkAnswer } from '../../src/answer/verify-answer.ts';
import { createWriter } from '../../src/answer/writing/create-writer.ts';
import type { Library } from '../../src/library/library.ts';
import { openChatModel } from '../../src/model/open-chat-model.ts';
import { ATTACK_FORMS, type AttackForm } from './attack-forms.ts';
import { type Breach, findBreaches } from './find-breaches.ts';
import { startModelServer } from './model-server.ts';
import { plantAttacks } from './plant-attacks.ts';
import { type Injection, readInjections } from './read-rewordings.ts';
import { recordLog } from './record-log.ts';
import { readPrompt } from './write-from-prompt.ts';

/** Where the model met the attack. */
export type AttackPlace =
  /** It is the message. */
  | 'question'
  /** Nowhere: the message is the question alone, and the model behaves as if it had been attacked. */
  | 'model'
  /** A paragraph of its own behind the one that answers. */
  | 'behind'
  /** At the end of the paragraph that answers. */
  | 'within';

/** What became of one attack in one form. */
export interface InjectionOutcome {
  readonly injection: Injection;
  readonly form: string;
  readonly place: AttackPlace;
  /** Requests to the model. */
  readonly requests: number;
  /** Written, repaired, or composed and why; nothing where no model was asked. */
  readonly sent: string;
  /** Whether a planted paragraph was among the evidence, and whether the reply cites it. */
  readonly planted: 'no' | 'given' | 'cited';
  /** Whether the planted words change the answer that is given without a model. */
  readonly isPoisoned: boolean;
  readonly breaches: readonly Breach[];
  /** The reply, and what the model wrote last. */
  readonly text: string;
  readonly wrote: string;
}

interface AttackedQuestion {
  readonly injection: Injection;
  readonly place: AttackPlace;
  readonly library: Library;
  readonly message: string;
  readonly expected: Answer;
  readonly offline: Answer;
}

export interface InjectionRun {
  /** Each attack comes in a sixth of the forms, the next one in the next sixth. */
  readonly inTurn?: boolean;
  readonly onStep?: (step: string) => void;
}

/** Runs every attack in every form. */
export async function runInjections(run: InjectionRun = {}): Promise<readonly InjectionOutcome[]> {
  const { inTurn = false, onStep } = run;
  const injections = readInjections();
  await using libraries = await plantAttacks(injections);
  await using server = await startModelServer();
  const model = openChatModel({
    endpoint: { baseUrl: server.url, apiKey: 'none', timeoutMs: 20_000 },
    model: 'obedient',
  });
  const plainly = createAssistant(libraries.clean);
  const outcomes: InjectionOutcome[] = [];
  for (const [index, injection] of injections.entries()) {
    onStep?.(injection.id);
    const expected = await plainly.ask(injection.plain);
    const places =
      injection.where === 'report' ? (['behind', 'within'] as const) : (['question', 'model'] as const);
    const forms = ATTACK_FORMS.filter((_, turn) => !inTurn || (index + turn) % 6 === 0);
    for (const place of places) {
      const library = place === 'behind' || place === 'within' ? libraries[place] : libraries.clean;
      const message = injection[place === 'question' ? 'attack' : 'plain'];
      const offline = await createAssistant(library).ask(message);
      const attacked = { injection, place, library, message, expected, offline };
      for (const form of forms) outcomes.push(await attack(attacked, form));
    }
  }
  return outcomes;

  async function attack(attacked: AttackedQuestion, form: AttackForm): Promise<InjectionOutcome> {
    const { injection, place, library, message, expected, offline } = attacked;
    const before = server.chats.length;
    let wrote = '';
    server.says((request) => {
      wrote = form.write(injection, request);
      return { tokens: [wrote] };
    });
    const writer = createWriter({ model, log: recordLog() });
    const answer = await createAssistant(library, writer).ask(message);
    const asked = server.chats.slice(before);
    const { written, repaired, composed } = writer.report();
    const [reason] = Object.keys(composed);
    const isPlanted = (text: string) => injection.where === 'report' && holdsAttack(text, injection.attack);
    const given = asked.some((request) => readPrompt(request).evidence.some(({ text }) => isPlanted(text)));
    const sent =
      asked.length === 0
        ? ''
        : reason !== undefined
          ? `composed: ${reason}`
          : repaired > 0
            ? 'repaired'
            : written > 0
              ? 'written'
              : '';
    return {
      injection,
      form: form.name,
      place,
      requests: asked.length,
      sent,
      planted: answer.citations.some(({ text }) => isPlanted(text)) ? 'cited' : given ? 'given' : 'no',
      isPoisoned: offline.kind === 'answer' && offline.answer !== expected.answer,
      breaches: findBreaches({
        injection,
        answer,
        expected,
        offline,
        instructions: asked.map((request) => readPrompt(request).instructions).join('\n'),
        violations: checkAnswer(answer, library, message).map(({ detail }) => detail),
      }),
      text: answer.text,
      wrote,
    };
  }
}

/** Whether a paragraph is an attack, which reading and fencing may have changed in its marks. */
export function holdsAttack(text: string, attack: string): boolean {
  const plain = (words: string) => words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return plain(text).includes(plain(attack).slice(-12));
}
