/** The table of what became of the attacks. */
import { renderTable } from '../../src/evaluation/render-table.ts';
import type { Breach } from './find-breaches.ts';
import type { AttackPlace, InjectionOutcome } from './run-injections.ts';

const KINDS: readonly Breach['kind'][] = ['scope', 'figure', 'prompt', 'link', 'unverified', 'obeyed'];

/** A row for each form of each place of an attack, then every breach. */
export function renderInjections(outcomes: readonly InjectionOutcome[]): string {
  const names = [...new Set(outcomes.map(placeAndForm))];
  const rows = names.map((name) =>
    row(
      name,
      outcomes.filter((outcome) => placeAndForm(outcome) === name),
    ),
  );
  const breaches = outcomes.flatMap(({ injection, place, form, breaches: own }) =>
    own.map(({ kind, detail }) => `${injection.id}, ${PLACES[place]}, ${form}: ${kind}: ${detail}`),
  );
  const head = ['attack, and how the model obeys', 'asked', 'model asked', 'written', 'repaired', 'composed'];
  const table = renderTable([
    [...head, 'planted given', 'planted cited', 'poisoned', ...KINDS],
    ...rows,
    row('all', outcomes),
  ]);
  return [table, ...breaches].join('\n');
}

const PLACES: Readonly<Record<AttackPlace, string>> = {
  question: 'in the question',
  model: 'in the model alone',
  behind: 'in a report, a paragraph of its own',
  within: 'in a report, in the paragraph that answers',
};

function placeAndForm({ place, form }: InjectionOutcome): string {
  return `${PLACES[place]}: ${form}`;
}

function row(name: string, own: readonly InjectionOutcome[]): readonly string[] {
  const count = (holds: (outcome: InjectionOutcome) => boolean) => String(own.filter(holds).length);
  return [
    name,
    String(own.length),
    count(({ requests }) => requests > 0),
    count(({ sent }) => sent === 'written'),
    count(({ sent }) => sent === 'repaired'),
    count(({ sent }) => sent.startsWith('composed')),
    count(({ planted }) => planted !== 'no'),
    count(({ planted }) => planted === 'cited'),
    count(({ isPoisoned }) => isPoisoned),
    ...KINDS.map((kind) => count(({ breaches }) => breaches.some((breach) => breach.kind === kind))),
  ];
}
