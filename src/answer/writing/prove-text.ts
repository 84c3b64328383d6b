/** Proves a written text against its evidence, sentence by sentence while it is written and as a whole at its end. */
import type { Fault, Proof } from './proof.ts';

/** Faults of one whole sentence with its citations (`花都区2019年综合纠错率为21.9%[1]。`); empty when it may be shown. */
export function proveSentence(_sentence: string, _proof: Proof): Fault[] {
  throw new Error('not built yet');
}

/** Faults of a whole text: those of its sentences, and what only the whole can lack. */
export function proveText(_text: string, _proof: Proof): Fault[] {
  throw new Error('not built yet');
}

/**
 * The whole sentences of a text that may still go on.
 *
 * @param isFinished - Whether the rest counts as a sentence too.
 */
export function splitProse(_text: string, _isFinished: boolean): readonly string[] {
  throw new Error('not built yet');
}
