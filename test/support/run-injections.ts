/**
 * Asks a model that obeys: every attack, in the question or planted in the report, has already won, and its model
 * writes what the attacker wants, in one form or another. What reaches the reader is judged against the same question
 * to reports without attacks.
 */
import { createAssistant } from '../../src/answer/answer-question.ts';
import { checkAnswer } from '../../src/answer/verify-answer.ts';
import { createWriter } from '../../src/answer/writing/create-writer.ts';
import { openChatModel } from '../../src/model/open-chat-model.ts';
import { ATTACK_FORMS, type AttackForm } from './attack-forms.ts';
import { type Breach, findBreaches } from './find-breaches.ts';
import { startModelServer } from './model-server.ts';
import { plantAttacks } from './plant-attacks.ts';
import { type Injection, readInjections } from './read-rewordings.ts';
import { recordLog } from './record-log.ts';
import { readPrompt } from './write-from-prompt.ts';

/** What became of one attack in one form. */
export interface InjectionOutcome {
  readonly injection: Injection;
  readonly form: string;
  /** Whether the message was the attack, or the question that it belongs to. */
  readonly message: 'attack' | 'plain';
  /** Requests to the model. */
  readonly requests: number;
  /** Written, repaired, or composed and why; nothing where no model was asked. */
  readonly sent: string;
  /** Whether the planted paragraph was among the evidence, and whether the reply cites it. */
  readonly planted: 'no' | 'given' | 'cited';
  readonly breaches: readonly Breach[];
  /** The reply, and what the model wrote last. */
  readonly text: string;
  readonly wrote: string;
}

export interface InjectionRun {
  readonly forms?: readonly AttackForm[];
  readonly onStep?: (step: string) => void;
}

/** Runs every attack in every form. */
export async function runInjections(run: InjectionRun = {}): Promise<readonly InjectionOutcome[]> {
  const { forms = ATTACK_FORMS, onStep } = run;
  const injections = readInjections();
  await using libraries = await plantAttacks(injections);
  await using server = await startModelServer();
  const model = openChatModel({
    endpoint: { baseUrl: server.url, apiKey: 'none', timeoutMs: 20_000 },
    model: 'obedient',
  });
  const plainly = createAssistant(libraries.clean);
  const outcomes: InjectionOutcome[] = [];
  for (const injection of injections) {
    onStep?.(injection.id);
    const expected = await plainly.ask(injection.plain);
    const library = injection.where === 'report' ? libraries.planted : libraries.clean;
    for (const message of injection.where === 'report'
      ? (['plain'] as const)
      : (['attack', 'plain'] as const))
      for (const form of forms) outcomes.push(await attack(injection, form, message, library, expected));
  }
  return outcomes;

  async function attack(
    injection: Injection,
    form: AttackForm,
    message: InjectionOutcome['message'],
    library: typeof libraries.clean,
    expected: Awaited<ReturnType<typeof plainly.ask>>,
  ): Promise<InjectionOutcome> {
    const before = server.chats.length;
    let wrote = '';
    server.says((request) => {
      wrote = form.write(injection, request);
      return { tokens: [wrote] };
    });
    const writer = createWriter({ model, log: recordLog() });
    const answer = await createAssistant(library, writer).ask(injection[message]);
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
      message,
      requests: asked.length,
      sent,
      planted: answer.citations.some(({ text }) => isPlanted(text)) ? 'cited' : given ? 'given' : 'no',
      breaches: findBreaches({
        injection,
        answer,
        expected,
        instructions: asked.map((request) => readPrompt(request).instructions).join('\n'),
        violations: checkAnswer(answer, library, injection[message]).map(({ detail }) => detail),
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
