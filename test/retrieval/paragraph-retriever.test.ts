import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssistant } from '../../src/answer/answer-question.ts';
import { LibraryError } from '../../src/errors.ts';
import { BaseRetriever } from '../../src/library/langchain-classes.ts';
import type { Library } from '../../src/library/library.ts';
import { ModelError } from '../../src/model/chat-model.ts';
import { ParagraphRetriever, type SearchMode, searchWords } from '../../src/retrieval/paragraph-retriever.ts';
import { retrieveAcross, retrieveFrom } from '../../src/retrieval/retrieve.ts';
import { temporaryLibrary } from '../library/temporary-library.ts';
import { useReports } from '../support/use-reports.ts';

const five = useReports('data/reports');
const CORRECTION_RATE = '花都2019年综合纠错率是多少?';

async function retrieve(
  text: string,
  fields: {
    readonly mode?: SearchMode;
    readonly reports?: ReadonlySet<string>;
    readonly limit?: number;
  } = {},
) {
  const question = five.understand(text);
  const retriever = new ParagraphRetriever({ library: five.library, question, limit: 10, ...fields });
  return retriever.invoke(question.text);
}

describe('ParagraphRetriever', () => {
  it('searches by words alone where the vector of the question does not come', async () => {
    const question = five.understand(CORRECTION_RATE);
    const embedQuery = () => Promise.reject(new ModelError('model-slow', 'Nothing came'));
    const library: Library = {
      ...five.library,
      embeddings: { name: 'e', dimension: 3, embedQuery, embedDocuments: async () => [] },
    };

    const found = await new ParagraphRetriever({ library, question, limit: 5 }).invoke(question.text);

    const byWords = await retrieve(CORRECTION_RATE, { mode: 'keywords', limit: 5 });
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ pageContent }) => pageContent)).toEqual(
      byWords.map(({ pageContent }) => pageContent),
    );
    expect(found.every(({ metadata }) => metadata.used === 'none')).toBe(true);
  });

  it('is a retriever of LangChain, and gives its documents', async () => {
    const question = five.understand(CORRECTION_RATE);
    const retriever = new ParagraphRetriever({ library: five.library, question, limit: 3 });

    const documents = await retriever.invoke(question.text);

    expect(retriever).toBeInstanceOf(BaseRetriever);
    expect(documents).toHaveLength(3);
    expect(documents.some(({ pageContent }) => pageContent.includes('综合纠错率21.9%'))).toBe(true);
  });

  it('gives each paragraph with its text, and where and how it was found', async () => {
    for (const { pageContent, metadata } of await retrieve(CORRECTION_RATE)) {
      const paragraph = five.library.report(metadata.report)?.paragraphs[metadata.paragraph - 1];

      expect(pageContent).toBe(paragraph?.text);
      expect(metadata.keywords ?? metadata.vectors).toBeDefined();
    }
  });

  it('fuses both searches by reciprocal rank, the best first', async () => {
    const found = (await retrieve(CORRECTION_RATE)).map(({ metadata }) => metadata);

    for (const { keywords, vectors, fused } of found) {
      const sum = [keywords, vectors].reduce((total, hit) => total + (hit ? 1 / (60 + hit.rank) : 0), 0);
      expect(fused).toBeCloseTo(sum, 10);
    }
    expect(found.map(({ fused }) => fused)).toEqual(found.map(({ fused }) => fused).sort((a, b) => b - a));
    expect(found[0]).toMatchObject({
      keywords: { rank: expect.any(Number) },
      vectors: { rank: expect.any(Number) },
    });
  });

  it('searches only by words, or only by vectors, where that is asked for', async () => {
    const byWords = await retrieve(CORRECTION_RATE, { mode: 'keywords' });
    const byVectors = await retrieve(CORRECTION_RATE, { mode: 'vectors' });

    expect(byWords.every(({ metadata }) => metadata.vectors === undefined && metadata.used === 'none')).toBe(
      true,
    );
    expect(
      byVectors.every(({ metadata }) => metadata.keywords === undefined && metadata.used !== 'none'),
    ).toBe(true);
    expect(byWords.length).toBeGreaterThan(0);
    expect(byVectors.length).toBeGreaterThan(0);
  });

  it('keeps to the reports given, and scans one report exactly', async () => {
    const { id } = five.reportOf('001');

    const found = await retrieve(CORRECTION_RATE, { reports: new Set([id]) });

    expect(new Set(found.map(({ metadata }) => metadata.report))).toEqual(new Set([id]));
    expect(new Set(found.map(({ metadata }) => metadata.used))).toEqual(new Set(['exact']));
  });

  it('searches the HNSW index for a question over all reports', async () => {
    expect((await retrieve('综合纠错率是多少?')).every(({ metadata }) => metadata.used === 'hnsw')).toBe(
      true,
    );
  });

  it('finds the Chinese paragraph of an English question', async () => {
    const [first] = await retrieve('What was the comprehensive correction rate in Huadu?', {
      limit: 4,
      reports: new Set([five.reportOf('004').id]),
    });

    expect(first?.pageContent).toContain('综合纠错率21.9%');
  });
});

describe('searchWords()', () => {
  it('has the words of all names of what is asked for, and none that only ask', () => {
    const words = searchWords(five.understand('花都民告官的案子多少件?'));

    expect(words).toEqual(expect.arrayContaining(['行政诉讼']));
    expect(words).not.toContain('多少');
  });
});

describe('retrieveFrom()', () => {
  it('gives every report evidence of its own, ranked by what is asked for', async () => {
    const question = five.understand('综合纠错率是多少?');
    const reports = ['001', '004'].map((prefix) => five.reportOf(prefix));

    const sources = await retrieveFrom(five.library, question, reports);

    expect(sources.map(({ report }) => report.id)).toEqual(reports.map(({ id }) => id));
    for (const { evidence } of sources) expect(evidence[0]?.prepared.paragraph.text).toContain('综合纠错率');
  });
});

describe('retrieveAcross()', () => {
  it('gives the reports that say most about it first', async () => {
    const sources = await retrieveAcross(five.library, five.understand('枫桥经验'));

    expect(sources[0]?.report.file).toMatch(/^002/);
    expect(sources[0]?.evidence[0]?.prepared.text).toContain('枫桥经验');
  });
});

describe('a library whose vectors are gone', () => {
  it('fails a question over all reports with an error that says so, and answers within one report', async () => {
    const reports = temporaryLibrary();
    await reports.build();
    const { manifest } = await reports.open();
    rmSync(join(reports.libraryDir, manifest.folder, 'vectors.hnsw'));
    const assistant = createAssistant(await reports.open());

    const across = assistant.ask('收到行政复议申请多少件?');

    await expect(across).rejects.toThrow(LibraryError);
    await expect(across).rejects.toMatchObject({
      code: 'vectors-missing',
      cure: expect.stringContaining('ingest'),
    });
    expect((await assistant.ask('东山县2019年收到行政复议申请多少件?')).answer).toBe('45件');
  });
});
