/**
 * The classes of LangChain that ours extend, loaded as CommonJS: under tsx the same classes take 1 s as ES modules
 * and 0.3 s so, which is the difference between a quick and a slow start.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const documents = require('@langchain/core/documents') as typeof import('@langchain/core/documents');
const embeddings = require('@langchain/core/embeddings') as typeof import('@langchain/core/embeddings');
const retrievers = require('@langchain/core/retrievers') as typeof import('@langchain/core/retrievers');
const vectorStores = require('@langchain/core/vectorstores') as typeof import('@langchain/core/vectorstores');

export const { Document } = documents;
export type Document<Metadata extends Record<string, unknown> = Record<string, unknown>> =
  import('@langchain/core/documents').Document<Metadata>;
export const { Embeddings } = embeddings;
export const { BaseRetriever } = retrievers;
export const { VectorStore } = vectorStores;
