/** Says, for `--explain`, what the model was given and wrote, and what was wrong with it. */
import type { PreparedWriting } from './prepare-writing.ts';
import type { Fault } from './proof.ts';

type OnStep = ((line: string) => void) | undefined;

/** The numbers of the evidence, and the prompt as the model reads it. */
export function explainPrompt({ evidence, proof, own, values }: PreparedWriting, onStep: OnStep): void {
  if (!onStep) return;
  const numbers = evidence.map(
    ({ number, citation }) => `[${number}] ${citation.report} ¶${citation.paragraph}`,
  );
  onStep(`evidence for the model: ${numbers.join(', ')}`);
  onStep(`to be stated: ${proof.required.map(({ raw }) => raw).join(', ') || 'nothing in particular'}`);
  for (const [role, text] of own.messages) {
    const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) =>
      name in values ? values[name as keyof typeof values] : whole,
    );
    onStep(`prompt, ${role}:\n${indent(filled)}`);
  }
}

/** What the model wrote in one round, and the verdict on it. */
export function explainText(how: string, text: string, faults: readonly Fault[], onStep: OnStep): void {
  if (!onStep) return;
  onStep(`${how}:\n${indent(text)}`);
  if (faults.length === 0) onStep('proved');
  for (const { kind, detail } of faults) onStep(`not proved: ${kind}: ${detail}`);
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
