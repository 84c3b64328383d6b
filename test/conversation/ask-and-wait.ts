/** Asks one message of a chat, prints the answer, and stops for ever, so that a test can kill it. Run as a program. */

import { openMemory } from '../../src/conversation/chat-memory.ts';
import { createConversation } from '../../src/conversation/create-conversation.ts';
import { openLibrary } from '../../src/library/library.ts';

const [libraryDir = '', chat = '', question = ''] = process.argv.slice(2);
const conversation = createConversation(await openLibrary({ libraryDir }), openMemory({ libraryDir }));
const { answer } = await conversation.ask(question, chat);
process.stdout.write(`${answer}\n`);
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
