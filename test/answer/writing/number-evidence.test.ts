import { describe, expect, it } from 'vitest';
import { answerQuestion, type Reasoning } from '../../../src/answer/answer-question.ts';
import { describeFindings } from '../../../src/answer/writing/describe-findings.ts';
import { evidenceIndex, numberEvidence } from '../../../src/answer/writing/number-evidence.ts';
import { retrieveFrom } from '../../../src/retrieval/retrieve.ts';
import { useReports } from '../../support/use-reports.ts';

const five = useReports('data/reports');

/** A composed answer with the evidence that a model would get for it, from every report that is held. */
async function prepare(text: string) {
  const reasoning: Reasoning = { question: five.understand(text), sources: [] };
  const composed = await answerQuestion(five.library, reasoning);
  const { question } = reasoning;
  const sources = await retrieveFrom(five.library, question, five.library.reports());
  const evidence = numberEvidence(composed, sources, five.library);
  return { composed, question, evidence, findings: describeFindings(composed, question, evidence) };
}

describe('numberEvidence()', () => {
  it('begins with what the composed answer cites, in its order', async () => {
    const { composed, evidence } = await prepare('花都2019年如何开展普法宣传');

    expect(evidence.slice(0, 3).map(({ citation }) => citation)).toEqual(composed.citations);
    expect(evidence.map(({ number }) => number)).toEqual(evidence.map((_, index) => index + 1));
  });

  it('takes further paragraphs of the reports cited, and of no other', async () => {
    const { composed, evidence } = await prepare('花都2019年如何开展普法宣传');

    expect(evidence.length).toBeGreaterThan(composed.citations.length);
    expect(evidence.length).toBeLessThanOrEqual(6);
    expect(new Set(evidence.map(({ citation }) => citation.region))).toEqual(new Set(['花都区']));
  });

  it('names each paragraph once, however often it is cited', async () => {
    const { composed, evidence } = await prepare('总结一下平桥区2023年的报告');
    const places = evidence.map(({ citation }) => citation.paragraph);

    expect(places).toHaveLength(new Set(places).size);
    expect(composed.citations.length).toBeGreaterThan(places.length);
    for (const citation of composed.citations)
      expect(evidenceIndex(citation, evidence)).toBeGreaterThanOrEqual(0);
  });

  it('shares a comparison out among its reports', async () => {
    const { evidence } = await prepare('花都和高州谁的综合纠错率更高?');
    const counts = ['花都区', '高州市'].map(
      (region) => evidence.filter(({ citation }) => citation.region === region).length,
    );

    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });

  it('holds no title and no heading alone', async () => {
    expect((await prepare('花都2019年报告是什么时候发布的?')).evidence).toEqual([]);
  });
});

describe('describeFindings()', () => {
  it('has the figures of the direct answer stated, with the paragraph that holds them', async () => {
    const { findings } = await prepare('花都2019年综合纠错率是多少?');

    expect(findings.required).toEqual([{ raw: '21.9%', value: 21.9, unit: '%', citation: 0 }]);
    expect(findings.text).toBe('广州市花都区2019年 · 综合纠错率:21.9%\n21.9% [1]');
  });

  it('has the figures of all sides stated, and gives what code computed', async () => {
    const { findings } = await prepare('花都和高州谁的综合纠错率更高?');

    expect(findings.required.map(({ raw }) => raw)).toEqual(['21.9%', '11.11%']);
    expect(findings.computed.map(({ raw }) => raw)).toEqual(['10.79个百分点']);
    expect(findings.text).toContain('相差10.79个百分点');
  });

  it.each(['花都2019年如何开展普法宣传', '总结一下平桥区2023年的报告', '花都和高州存在的问题有什么不同?'])(
    'has no figure of mere passages stated: %s',
    async (question) => {
      const { findings } = await prepare(question);

      expect(findings.required).toEqual([]);
      expect(findings.text.split('\n').every((line) => /\[\d+\]$/.test(line))).toBe(true);
    },
  );
});
