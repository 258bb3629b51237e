import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type ByteReader, readerOf } from '../../byte-reader.ts';
import type { Clock } from '../../clock/clock.ts';
import { onFirstUse } from '../../on-first-use.ts';
import { answerPatience, HEARD_IDLE_MS, IDLE_MS } from './patience.ts';
import { WireError } from './wire-error.ts';

export interface WireRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Read as the line takes it; when that fails, so does the request, with `unreadable`. */
  readonly body: ByteReader | null;
  readonly signal: AbortSignal;
  /** Told each time more of the body was handed to the line. */
  readonly onBody?: ((bytes: number) => void) | undefined;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Exchange {
  /** One request and its whole answer. Fails with `WireError` and nothing else. */
  send(request: WireRequest): Promise<WireAnswer>;
  /** Ends every connection; what is under way fails with `cut`. */
  close(): void;
}

/** Small enough that on the slowest line, with five bundles on it, a piece leaves every five seconds and progress can be seen. */
const PIECE_BYTES = 16 * 1024;
/**
 * As long as pieces leave at once they grow up to this, because each costs the same work. The slowest line, with five
 * bundles on it, takes such a one in 20 s: less than the patience with a line that is silent.
 */
const LARGEST_PIECE_BYTES = 64 * 1024;
/** A line of 5 Mbit/s takes the smallest piece in this time. */
const AT_ONCE_MS = 25;

/** A page of 200 statuses with a catalog stays far below. */
const LARGEST_ANSWER = 8 * 1024 * 1024;

/**
 * The only way out of the station: HTTP/1.1 with kept connections and a time-out on progress instead of a total one.
 * `onSent` is told of all bytes that were handed to a connection, headers included.
 */
export function createExchange(clock: Clock, onSent: (bytes: number) => void = () => {}): Exchange {
  const transports = onFirstUse(openTransports);
  return {
    send: (request) => sendOnce(clock, transports(), request, onSent),
    close() {
      const { plain, secure } = transports();
      plain.agent.destroy();
      secure.agent.destroy();
    },
  };
}

type Transports = ReturnType<typeof openTransports>;

/**
 * Fetched when there is something to send, and not by an import: that reads every export of the module, one of which
 * loads a whole WebSocket client, which costs a starting station more than its database does.
 */
function openTransports() {
  const http = process.getBuiltinModule('node:http');
  const https = process.getBuiltinModule('node:https');
  return {
    plain: { request: http.request, agent: new http.Agent({ keepAlive: true }) },
    secure: { request: https.request, agent: new https.Agent({ keepAlive: true }) },
  };
}

function sendOnce(
  clock: Clock,
  transports: Transports,
  wanted: WireRequest,
  onSent: (bytes: number) => void,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    if (wanted.signal.aborted) return reject(new WireError('aborted'));
    const body = wanted.body ?? readerOf(new Uint8Array());
    const options = {
      method: wanted.method,
      headers: { ...wanted.headers, 'content-length': body.byteLength },
    };
    const { agent, request: open } = wanted.url.protocol === 'https:' ? transports.secure : transports.plain;
    const request = open(wanted.url, { ...options, agent });
    let connected = false;
    let answering = false;
    let sent = false;
    let heard = false;
    const traffic = countTraffic(onSent, () => connected);
    let cancelIdle = clock.after(IDLE_MS, stalled);

    function progress(patience = IDLE_MS): void {
      cancelIdle();
      cancelIdle = clock.after(heard ? HEARD_IDLE_MS : patience, stalled);
    }
    function finish(end: () => void): void {
      cancelIdle();
      traffic.count();
      wanted.signal.removeEventListener('abort', abort);
      end();
    }
    function fail(error: WireError): void {
      finish(() => reject(error));
      request.destroy();
    }
    function stalled(): void {
      fail(new WireError('stalled'));
    }
    function abort(): void {
      fail(new WireError('aborted'));
    }
    function readPiece(offset: number, length: number): Uint8Array | null {
      try {
        return body.read(offset, Math.min(length, body.byteLength - offset));
      } catch (cause) {
        fail(new WireError('unreadable', { cause }));
        return null;
      }
    }
    function sendFrom(offset: number, pieceBytes = PIECE_BYTES): void {
      if (offset >= body.byteLength) {
        sent = true;
        progress(answerPatience(body.byteLength));
        request.end();
        return;
      }
      const piece = readPiece(offset, pieceBytes);
      if (piece === null) return;
      const next = offset + piece.byteLength;
      const since = clock.elapsed();
      request.write(piece, (error) => {
        if (error) return;
        progress();
        traffic.count();
        wanted.onBody?.(piece.byteLength);
        const atOnce = clock.elapsed() - since <= AT_ONCE_MS;
        sendFrom(next, atOnce ? Math.min(2 * pieceBytes, LARGEST_PIECE_BYTES) : PIECE_BYTES);
      });
    }

    wanted.signal.addEventListener('abort', abort, { once: true });
    request.on('socket', (socket) => {
      connected = !socket.connecting;
      traffic.follow(socket);
      if (connected) return;
      socket.once('connect', () => {
        connected = true;
      });
    });
    request.on('error', (cause) => {
      if (!answering) fail(new WireError(connected ? 'cut' : 'unreachable', { cause }));
    });
    request.on('information', () => {
      heard = true;
      progress();
    });
    request.on('response', (response) => {
      answering = true;
      heard = false;
      progress();
      collect(response, progress).then((answer) => {
        finish(() => resolve(answer));
        // An answer to a request only half sent, such as 413: the rest is not worth the line.
        if (!sent) request.destroy();
      }, fail);
    });
    sendFrom(0);
  });
}

/** Of a connection that is kept, only what this request adds; of one that never came about, nothing. */
function countTraffic(onSent: (bytes: number) => void, isConnected: () => boolean) {
  let socket: Socket | null = null;
  let counted = 0;
  return {
    follow(next: Socket): void {
      socket = next;
      counted = next.connecting ? 0 : next.bytesWritten;
    },
    count(): void {
      if (socket === null || !isConnected()) return;
      const bytes = socket.bytesWritten - counted;
      counted += bytes;
      if (bytes > 0) onSent(bytes);
    },
  };
}

function collect(response: IncomingMessage, progress: () => void): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    response.on('data', (piece: Buffer) => {
      progress();
      length += piece.length;
      if (length > LARGEST_ANSWER) reject(new WireError('answer-too-long'));
      else pieces.push(piece);
    });
    response.on('error', (cause) => reject(new WireError('cut', { cause })));
    response.on('close', () => {
      if (!response.complete) reject(new WireError('cut'));
    });
    response.on('end', () => {
      if (!response.complete) return reject(new WireError('cut'));
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) });
    });
  });
}
