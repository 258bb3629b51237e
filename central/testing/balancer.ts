import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer {
  readonly url: string;
  /** Requests passed to each copy, in their order. */
  readonly passed: number[];
  close(): Promise<void>;
}

/** Gives requests to copies in turn, knowing nothing of their health: a dead one's share is answered 502, as a simple proxy does. */
export async function startBalancer(targets: () => readonly string[]): Promise<Balancer> {
  const passed: number[] = [];
  let turn = 0;

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const all = targets();
    const place = turn % all.length;
    turn += 1;
    passed[place] = (passed[place] ?? 0) + 1;
    const { method, headers, url = '/' } = incoming;
    const onward = ask(new URL(url, all[place]), { method, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502, { 'content-type': 'application/json' }).end('{"code":"BAD_GATEWAY"}');
    });
    incoming.pipe(onward);
  }

  const server = createServer(pass);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    async close() {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}
