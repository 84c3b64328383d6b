/**
 * Starts a reading thread. Node 20 gives a thread no loader for TypeScript, so this one file is JavaScript and
 * loads it.
 */

import { register } from 'tsx/esm/api';

register();
await import('./reading-worker.ts');
