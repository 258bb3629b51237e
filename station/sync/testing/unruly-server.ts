import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface UnrulyRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** How the server treats one request. Answers are JSON unless they are text. */
export type Treatment =
  | {
      readonly kind: 'answer';
      readonly status?: number;
      readonly headers?: Record<string, string>;
      readonly body: unknown;
    }
  /** Ends the connection without a word, or in the middle of the answer. */
  | { readonly kind: 'cut'; readonly after?: string }
  /** Keeps the connection and says nothing more. */
  | { readonly kind: 'silence' };

export interface UnrulyServer {
  readonly url: string;
  readonly requests: readonly UnrulyRequest[];
  /** Resolves once that many requests came in whole. */
  seen(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A real HTTP server that does to every request what `treat` says. */
export async function startUnrulyServer(
  treat: (request: UnrulyRequest, place: number) => Treatment | Promise<Treatment>,
): Promise<UnrulyServer> {
  const requests: UnrulyRequest[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((incoming, response) => {
    void readBody(incoming).then(async (body) => {
      if (body === null) return;
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body,
      };
      requests.push(request);
      for (const wait of waiting) if (requests.length >= wait.count) wait.resolve();
      apply(await treat(request, requests.length - 1), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    seen: (count) =>
      new Promise((resolve) => {
        if (requests.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function apply(treatment: Treatment, response: ServerResponse): void {
  if (treatment.kind === 'silence') return;
  if (treatment.kind === 'cut') {
    if (treatment.after === undefined) return void response.socket?.destroy();
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '10000' });
    response.write(treatment.after, () => response.socket?.destroy());
    return;
  }
  response.writeHead(treatment.status ?? 200, { 'content-type': 'application/json', ...treatment.headers });
  response.end(typeof treatment.body === 'string' ? treatment.body : JSON.stringify(treatment.body));
}

/** Null when the request was cut. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  try {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  } catch {
    return null;
  }
}
