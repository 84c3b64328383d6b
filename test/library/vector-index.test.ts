import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isVector, VectorIndex } from '../../src/library/vector-index.ts';

const DIMENSION = 32;

/** Numbers from -1 to 1 that are the same in every run. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

function vectors(count: number, seed = 1): number[][] {
  const next = pseudoRandom(seed);
  return Array.from({ length: count }, () => Array.from({ length: DIMENSION }, next));
}

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * b[at]!, 0);
  return dot / Math.hypot(...a) / Math.hypot(...b);
}

function indexOf(points: readonly number[][]): VectorIndex {
  const index = VectorIndex.create(DIMENSION, points.length);
  for (const [label, point] of points.entries()) index.add(label, point);
  return index;
}

function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibao-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'vectors.hnsw');
}

describe('VectorIndex', () => {
  it('finds what comparing with every vector finds', async () => {
    const points = vectors(2_000);
    const path = temporaryFile();
    await indexOf(points).write(path);
    const index = await VectorIndex.read(path, DIMENSION, points.length);
    let found = 0;

    for (const query of vectors(50, 7)) {
      const exact = points.map((point, label) => ({ label, similarity: cosine(query, point) }));
      const best = exact.sort((a, b) => b.similarity - a.similarity).slice(0, 10);
      const near = index.search(query, 10);
      found += near.filter(({ label }) => best.some((one) => one.label === label)).length;
      expect(near[0]?.similarity).toBeCloseTo(cosine(query, points[near[0]!.label]!), 5);
    }

    expect(found / 500).toBeGreaterThanOrEqual(0.98);
  });

  it('finds no removed point and only points that the filter lets pass', () => {
    const points = vectors(300);
    const index = indexOf(points);
    index.remove(5);

    const near = index.search(points[5]!, 300, (label) => label % 2 === 1);

    expect(near.length).toBeGreaterThan(100);
    expect(near.every(({ label }) => label % 2 === 1 && label !== 5)).toBe(true);
  });

  it('passes on what the filter throws', () => {
    const index = indexOf(vectors(10));
    const filter = () => {
      throw new Error('from the filter');
    };

    expect(() => index.search(vectors(1)[0]!, 3, filter)).toThrow('from the filter');
  });

  it('returns fewer points than asked for when there are fewer, and none of an empty index', () => {
    expect(indexOf(vectors(3)).search(vectors(1)[0]!, 100)).toHaveLength(3);
    expect(indexOf([]).search(vectors(1)[0]!, 5)).toEqual([]);
  });

  it('makes room for more points than it was made for', () => {
    const index = VectorIndex.create(DIMENSION, 1);

    for (const [label, point] of vectors(200).entries()) index.add(label, point);

    expect(index.count).toBe(200);
  });

  it.each([
    ['a hole', Array(DIMENSION)],
    ['null', [null, ...Array(DIMENSION - 1).fill(1)]],
    ['a string', ['1', ...Array(DIMENSION - 1).fill(1)]],
    ['NaN', [Number.NaN, ...Array(DIMENSION - 1).fill(1)]],
    ['zeros', Array(DIMENSION).fill(0)],
    ['another dimension', [1, 2, 3]],
    ['typed numbers', new Float32Array(DIMENSION).fill(1)],
  ])('refuses a vector with %s', (_, vector) => {
    const index = indexOf(vectors(3));

    expect(isVector(vector, DIMENSION)).toBe(false);
    expect(() => index.add(9, vector as number[])).toThrow(TypeError);
    expect(() => index.search(vector as number[], 1)).toThrow(TypeError);
  });

  it.each([-1, 1.5, 2 ** 32, Number.NaN])('refuses the label %s', (label) => {
    expect(() => indexOf([]).add(label, vectors(1)[0]!)).toThrow(RangeError);
  });

  it('refuses a missing, truncated or foreign file, naming it', async () => {
    const path = temporaryFile();
    await expect(VectorIndex.read(path, DIMENSION, 3)).rejects.toMatchObject({ code: 'vectors-missing' });

    await indexOf(vectors(3)).write(path);
    truncateSync(path, readFileSync(path).length - 9);
    await expect(VectorIndex.read(path, DIMENSION, 3)).rejects.toThrow(`"${path}"`);

    for (const content of ['', 'not an index', 'x'.repeat(10_000)]) {
      writeFileSync(path, content);
      await expect(VectorIndex.read(path, DIMENSION, 3)).rejects.toMatchObject({ code: 'vectors-damaged' });
    }
  });

  it('refuses a file of another dimension or number of points', async () => {
    const path = temporaryFile();
    await indexOf(vectors(3)).write(path);

    await expect(VectorIndex.read(path, DIMENSION * 2, 3)).rejects.toMatchObject({ code: 'vectors-damaged' });
    await expect(VectorIndex.read(path, DIMENSION / 2, 3)).rejects.toMatchObject({ code: 'vectors-damaged' });
    await expect(VectorIndex.read(path, DIMENSION, 4)).rejects.toThrow(
      'it holds 3 points, the manifest says 4',
    );
  });

  it('says so when it cannot be written', async () => {
    const index = indexOf(vectors(3));

    await expect(index.write('/nowhere/vectors.hnsw')).rejects.toMatchObject({ code: 'vectors-unwritable' });
  });
});
