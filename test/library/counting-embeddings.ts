/** Embeddings that remember what they were asked for. */
import { Embeddings } from '@langchain/core/embeddings';
import type { NamedEmbeddings } from '../../src/library/named-embeddings.ts';

/** A text's vector is made from its characters, so that equal texts have equal vectors. */
export class CountingEmbeddings extends Embeddings implements NamedEmbeddings {
  readonly texts: string[] = [];

  constructor(
    readonly name = 'counting',
    readonly dimension = 16,
  ) {
    super({});
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.texts.push(...texts);
    return texts.map((text) => this.#vector(text));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.#vector(text);
  }

  #vector(text: string): number[] {
    const vector = Array.from({ length: this.dimension }, () => 0);
    for (const character of text) vector[character.codePointAt(0)! % this.dimension]! += 1;
    vector[0]! += 1;
    return vector;
  }
}
