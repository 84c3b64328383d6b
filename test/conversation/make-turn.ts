/** A remembered turn with all fields; give those that matter. */
import type { Turn } from '../../src/conversation/turn.ts';

export function makeTurn(fields: Partial<Turn> = {}): Turn {
  return {
    own: '综合纠错率是多少?',
    texts: ['综合纠错率是多少?'],
    reports: ['dongshan-2019-1a2b'],
    kind: 'answer',
    language: 'zh',
    places: [{ report: 'dongshan-2019-1a2b', paragraph: 3, quote: '综合纠错率21.9%。' }],
    figure: '21.9%',
    ...fields,
  };
}
