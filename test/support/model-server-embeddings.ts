/** The Embeddings protocol as a server speaks it. */

/** Embeddings as they were asked for. */
export interface EmbeddingsRequest {
  readonly kind: 'embeddings';
  readonly model: string;
  readonly texts: readonly string[];
  readonly format: 'float' | 'base64';
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The vector of a text; anything can be given to see it refused. */
export type MakeVector = (text: string, model: string) => readonly number[];

/** Vectors of character pairs: like texts have like vectors, equal ones equal. Not of unit length. */
export function pairVectors(dimension: number): MakeVector {
  return (text, model) => {
    const vector = new Array<number>(dimension).fill(0);
    const characters = [...`${model[0]}${text}`];
    for (const [index, character] of characters.entries()) {
      const pair = `${character}${characters[index + 1] ?? ''}`;
      let hash = 0x811c9dc5;
      for (const unit of pair) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193);
      vector[(hash >>> 1) % dimension]! += hash & 1 ? 1 : -1;
    }
    vector[0]! += 1;
    return vector;
  };
}

/** The answer: floats, or the bytes of 32-bit floats in base64. */
export function embeddingsAnswer(request: EmbeddingsRequest, makeVector: MakeVector): object {
  const vectors = request.texts.map((text) => makeVector(text, request.model));
  const tokens = request.texts.reduce((sum, text) => sum + [...text].length, 0);
  return {
    object: 'list',
    model: request.model,
    data: vectors.map((vector, index) => ({
      object: 'embedding',
      index,
      embedding:
        request.format === 'float'
          ? vector
          : Buffer.from(Float32Array.from(vector).buffer).toString('base64'),
    })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}
