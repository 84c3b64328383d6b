/**
 * zod, loaded as CommonJS: under tsx its ES modules take 0.3 s, and LangChain has loaded this copy already.
 */
import { createRequire } from 'node:module';

export const { z } = createRequire(import.meta.url)('zod') as typeof import('zod');
