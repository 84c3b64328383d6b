import { describe, expect, it } from 'vitest';
import type { ModelReport } from '../../src/answer/model-report.ts';
import { createBotMetrics } from '../../src/chat/bot-metrics.ts';

const report: ModelReport = {
  name: 'writer-1',
  state: { state: 'ready', name: 'writer-1' },
  written: 5,
  cached: 2,
  repaired: 1,
  composed: { 'model-slow': 3, unproved: 1 },
  faults: { figure: 4 },
  tokens: { input: 1200, output: 300 },
  ms: 8100,
};

async function linesOf(model: () => ModelReport | undefined): Promise<readonly string[]> {
  const { text } = await createBotMetrics(() => 0, { model }).render();
  return text.split('\n').filter((line) => line.startsWith('zhibao_model_'));
}

describe('countModel()', () => {
  it('tells replies by outcome and reason, faults by kind, tokens and time', async () => {
    expect(await linesOf(() => report)).toEqual([
      'zhibao_model_replies_total{outcome="written",reason=""} 5',
      'zhibao_model_replies_total{outcome="cached",reason=""} 2',
      'zhibao_model_replies_total{outcome="repaired",reason=""} 1',
      'zhibao_model_replies_total{outcome="composed",reason="model-slow"} 3',
      'zhibao_model_replies_total{outcome="composed",reason="unproved"} 1',
      'zhibao_model_faults_total{kind="figure"} 4',
      'zhibao_model_tokens_total{direction="input"} 1200',
      'zhibao_model_tokens_total{direction="output"} 300',
      'zhibao_model_milliseconds_total 8100',
      'zhibao_model_failing{reason=""} 0',
    ]);
  });

  it('reads the report anew each time', async () => {
    let current = report;
    const metrics = createBotMetrics(() => 0, { model: () => current });
    await metrics.render();
    current = {
      ...report,
      written: 6,
      state: {
        state: 'failing',
        name: 'writer-1',
        reason: 'model-limited',
        since: '2026-01-01T00:00:00.000Z',
      },
    };

    const { text } = await metrics.render();

    expect(text).toContain('zhibao_model_replies_total{outcome="written",reason=""} 6\n');
    expect(text).toContain('zhibao_model_failing{reason="model-limited"} 1\n');
    expect(text).not.toContain('zhibao_model_failing{reason=""}');
  });

  it('has no line where there is no model', async () => {
    expect((await linesOf(() => undefined)).filter((line) => !line.endsWith(' 0'))).toEqual([]);
  });
});
