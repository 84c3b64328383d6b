/** Stands in for LangSmith: keeps whatever is sent to it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TraceServer extends AsyncDisposable {
  readonly url: string;
  /** Bodies as they came, packed or not. */
  readonly bodies: readonly Buffer[];
}

/** Starts on a free port. */
export async function startTraceServer(): Promise<TraceServer> {
  const bodies: Buffer[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.method !== 'GET') bodies.push(Buffer.concat(parts));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
