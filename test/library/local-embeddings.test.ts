import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddingText } from '../../src/library/embedding-text.ts';
import { LocalEmbeddings } from '../../src/library/local-embeddings.ts';
import { isVector } from '../../src/library/vector-index.ts';
import { parsePlain } from './plain-report.ts';

const CONCEPTS = [/行政诉讼|民告官|administrative litigation/g, /人民调解|people's mediation/g];

/** A small lexicon, so that these tests do not change with the real one. */
const embeddings = new LocalEmbeddings({
  findConcepts: (text) =>
    CONCEPTS.flatMap((names, id) => [...text.matchAll(names)].map(() => ({ id: `concept-${id}` }))),
});

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0);
}

async function similarity(a: string, b: string): Promise<number> {
  return dot(await embeddings.embedQuery(a), await embeddings.embedQuery(b));
}

describe('LocalEmbeddings', () => {
  it('gives every text a vector of unit length, and the same one each time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const vector = await embeddings.embedQuery(text);

        expect(isVector(vector, embeddings.dimension)).toBe(true);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
        expect(await new LocalEmbeddings({ findConcepts: () => [] }).embedQuery(text)).toHaveLength(
          vector.length,
        );
        expect(await embeddings.embedQuery(text)).toEqual(vector);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', '。。。', '😀', '\n', ' '])(
    'gives "%s", which has no words, the same fixed vector',
    async (text) => {
      const vector = await embeddings.embedQuery(text);

      expect(vector[0]).toBe(1);
      expect((await embeddings.embedDocuments([text]))[0]).toEqual(vector);
    },
  );

  it('puts names of one concept nearer to each other than to another subject, across languages', async () => {
    const same = await similarity('民告官案件', '行政诉讼案件');
    const english = await similarity('administrative litigation', '行政诉讼');

    expect(same).toBeGreaterThan((await similarity('民告官案件', '人民调解案件')) + 0.1);
    expect(english).toBeGreaterThan((await similarity('administrative litigation', '人民调解')) + 0.1);
  });

  it('puts a paragraph nearer to a question about it than to one about its heading alone', async () => {
    const [first, second] = await embeddings.embedDocuments([
      '东山 2019 行政复议\n培训执法人员88人',
      '东山 2019 培训\n行政复议申请45件',
    ]);
    const query = await embeddings.embedQuery('行政复议申请有多少');

    expect(dot(query, second!)).toBeGreaterThan(dot(query, first!));
  });

  it('takes full-width and half-width, capitals and small letters for the same', async () => {
    expect(await similarity('12345热线ABC', '12345热线abc')).toBeCloseTo(1, 6);
  });

  it('is bounded whatever the weights are', async () => {
    const odd = new LocalEmbeddings({ dimension: 8, wordWeight: () => Number.NaN, findConcepts: () => [] });

    expect(isVector(await odd.embedQuery('x y z'), 8)).toBe(true);
    expect(() => new LocalEmbeddings({ dimension: 0 })).toThrow(RangeError);
  });
});

describe('embeddingText()', () => {
  it('puts region, year and headings on the first line and the paragraph on the second', () => {
    const report = parsePlain(new TextEncoder().encode('东山县 2019\n#一、复议\n收到 申请\t45件。'), 'a.txt');

    expect(embeddingText(report, report.paragraphs[0]!)).toBe('东山 2019 一、复议\n收到 申请 45件。');
  });
});
