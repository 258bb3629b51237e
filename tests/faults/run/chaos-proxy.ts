import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { missingCase } from '../../../drivers/missing-case.ts';
import { forgeAcknowledgements, inventAcknowledgements } from './false-words.ts';
import type { AnswerFault } from './fault.ts';
import { portOf } from './listen.ts';
import type { ResentBytes } from './resent-bytes.ts';

/** Stands before central and spoils one request after the other, when told to. */
export interface ChaosProxy {
  readonly port: number;
  /** Spoils the next request it fits; resolves when that has been done. */
  suffer(fault: AnswerFault): Promise<void>;
  /** Resolves with the next request that central itself fails or does not answer. */
  centralFails(): Promise<void>;
  close(): Promise<void>;
}

interface Armed {
  readonly fault: AnswerFault;
  readonly done: () => void;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const BUNDLE = /^\/v1\/packets\/([^/]+)\/bundle$/;
const PORTAL = '<!doctype html><title>Wi-Fi</title><p>Silakan masuk terlebih dahulu.';
/** Asked for with 429 and 503, in seconds. */
const RETRY_AFTER = '1';

export async function createChaosProxy(central: () => number, resent: ResentBytes): Promise<ChaosProxy> {
  let armed: Armed | null = null;
  const failures: (() => void)[] = [];
  const server = createServer((request, response) => {
    request.on('error', () => {});
    response.on('error', () => {});
    void treat(request, response).catch(() => {
      const gaveUp = request.socket.destroyed;
      if (!gaveUp) for (const tell of failures.splice(0)) tell();
      response.destroy();
    });
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  /** The armed fault if this request is one that it fits. */
  function take(request: IncomingMessage): Armed | null {
    const taken = armed;
    if (taken?.fault.kind === 'invented-acknowledgement' && request.url !== '/v1/batches') return null;
    if (
      taken?.fault.kind === 'forged-acknowledgement' &&
      request.method !== 'PATCH' &&
      request.url !== '/v1/batches'
    )
      return null;
    armed = null;
    return taken;
  }

  async function treat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const taken = take(request);
    if (taken === null) return give(response, await pass(request, request));
    try {
      await spoil(taken, request, response);
    } catch (error) {
      // Something else was quicker: the next request is spoiled instead.
      armed ??= taken;
      throw error;
    }
  }

  async function spoil(taken: Armed, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { fault, done } = taken;
    switch (fault.kind) {
      case 'status':
        if (fault.reaches) await pass(request, request);
        give(response, {
          status: fault.status,
          headers: { 'retry-after': RETRY_AFTER },
          body: Buffer.from('{}'),
        });
        break;
      case 'portal':
        give(response, { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(PORTAL) });
        break;
      case 'truncated-answer': {
        const raw = rawAnswer(request, await pass(request, request));
        const { socket } = response;
        socket?.write(raw.subarray(0, Math.floor(raw.length * fault.share)), () => socket.destroy());
        break;
      }
      case 'repeated-answer': {
        const answer = await pass(request, request);
        response.once('finish', () => response.socket?.write(rawAnswer(request, answer)));
        give(response, answer);
        break;
      }
      case 'repeated-request': {
        const body = await readAll(request);
        await pass(request, [body]);
        give(response, await forward(request, [body]));
        break;
      }
      case 'forged-acknowledgement': {
        const answer = await pass(request, request);
        const forged = await forgeAcknowledgements(answer.body);
        if (forged === null) {
          // This answer acknowledges nothing: the next one may.
          armed ??= taken;
          return give(response, answer);
        }
        give(response, { ...answer, body: forged });
        break;
      }
      case 'invented-acknowledgement':
        give(response, {
          status: 200,
          headers: {},
          body: await inventAcknowledgements(await readAll(request)),
        });
        break;
      default:
        missingCase(fault);
    }
    done();
  }

  /** Passes a request on and counts what it carries. */
  async function pass(request: IncomingMessage, body: AsyncIterable<Buffer> | Buffer[]): Promise<Answer> {
    const packetId = BUNDLE.exec(request.url ?? '')?.[1];
    if (packetId === undefined) return await forward(request, body);
    const start = Number(request.headers['upload-offset']);
    if (request.method !== 'PATCH') return await forward(request, body);
    const answer = await forward(request, counted(packetId, start, body));
    if (answer.status >= 500) resent.notKept(packetId, start);
    return answer;
  }

  async function* counted(packetId: string, start: number, body: AsyncIterable<Buffer> | Buffer[]) {
    let at = start;
    for await (const bytes of body) {
      yield bytes;
      resent.passed(packetId, at, bytes.length);
      at += bytes.length;
    }
  }

  async function forward(request: IncomingMessage, body: AsyncIterable<Buffer> | Buffer[]): Promise<Answer> {
    const { method = 'GET', url = '/', headers } = request;
    const onward = httpRequest({
      port: central(),
      host: '127.0.0.1',
      method,
      path: url,
      headers,
      agent: false,
    });
    const answer = new Promise<Answer>((resolve, reject) => {
      onward.on('error', reject);
      onward.on('response', (incoming) => {
        readAll(incoming).then(
          (bytes) => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: bytes }),
          reject,
        );
      });
    });
    answer.catch(() => {});
    void send(onward, body);
    const received = await answer;
    if (received.status >= 500) for (const tell of failures.splice(0)) tell();
    return received;
  }

  return {
    port: portOf(server),
    suffer: (fault) =>
      new Promise((done) => {
        armed = { fault, done };
      }),
    centralFails: () => new Promise((resolve) => void failures.push(resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What comes before a cut goes on to central, and then the cut does too. */
async function send(
  onward: ReturnType<typeof httpRequest>,
  body: AsyncIterable<Buffer> | Buffer[],
): Promise<void> {
  try {
    for await (const bytes of body) if (!(await took(onward, bytes))) return;
    onward.end();
  } catch {
    onward.destroy();
  }
}

/** False when central is not there to take them. */
async function took(onward: ReturnType<typeof httpRequest>, bytes: Buffer): Promise<boolean> {
  const error = await new Promise<Error | null | undefined>((resolve) => onward.write(bytes, resolve));
  return !error && !onward.destroyed;
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function give(response: ServerResponse, { status, headers, body }: Answer): void {
  const { connection: _, 'transfer-encoding': __, 'keep-alive': ___, ...kept } = headers;
  const length = status === 204 ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...kept, ...length });
  response.end(body);
}

function rawAnswer(request: IncomingMessage, { status, headers, body }: Answer): Buffer {
  const lines = Object.entries(headers)
    .filter(([name]) => !['connection', 'transfer-encoding', 'keep-alive', 'content-length'].includes(name))
    .map(([name, value]) => `${name}: ${value}\r\n`);
  const length = request.method === 'HEAD' ? '' : `content-length: ${body.length}\r\n`;
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Answer\r\n${lines.join('')}${length}\r\n`), body]);
}
