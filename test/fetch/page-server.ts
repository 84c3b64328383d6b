/** A web server on loopback that answers as each test wants, and keeps what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PageServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  /** Addresses asked for, in order, without the host. */
  readonly asked: readonly string[];
  readonly headers: readonly IncomingHttpHeaders[];
}

/** Answers of one path; a list is used up, one a request, and its last one stays. */
export type Answers = Readonly<Record<string, RequestListener | readonly RequestListener[]>>;

/** Starts on a free port. Paths without an answer are not found, `robots.txt` among them. */
export async function startPageServer(answers: Answers): Promise<PageServer> {
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const turn = asked.filter((earlier) => earlier === path).length;
    asked.push(path);
    headers.push(request.headers);
    const answer = [answers[path] ?? status(404)].flat();
    (answer[turn] ?? answer.at(-1))?.(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    headers,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with a page of text. */
export function page(
  text: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): RequestListener {
  return (_, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(text);
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => response.writeHead(code, headers).end();
}

export function redirect(to: string, code = 302): RequestListener {
  return status(code, { location: to });
}

/** Breaks the connection before any answer. */
export const hangUp: RequestListener = (request) => {
  request.socket.destroy();
};
