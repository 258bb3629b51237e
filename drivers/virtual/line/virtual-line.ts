/**
 * The network line to central as something that can be cut: a TCP relay in front of the real address. Practice
 * mode and tests point the station at `port` instead.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Clock } from '../../clock.ts';
import { relayBytes } from './relay-bytes.ts';

export interface LineQuality {
  /** Bytes per second in each direction; null for as fast as it goes. 256 kbit/s is 32,000. */
  readonly bytesPerSecond: number | null;
  /** Milliseconds before each part is passed on. */
  readonly latencyMs: number;
}

export type LineState = 'up' | 'cut' | 'stalled';

export interface VirtualLine {
  /** On 127.0.0.1; the same for the life of the line, cut or not. */
  readonly port: number;
  state(): LineState;
  /** Live connections are reset in the middle of whatever they carry; new ones are refused. */
  cut(): Promise<void>;
  /** Connections open and bytes go nowhere, as behind a dead cell tower. */
  stall(): Promise<void>;
  restore(): Promise<void>;
  setQuality(quality: LineQuality): void;
  /** Resets every connection once this many more bytes have passed towards the target. */
  cutAfter(bytes: number): void;
  /** Bytes that have passed towards the target since the line was laid. */
  bytesPassed(): number;
  close(): Promise<void>;
}

export interface VirtualLineOptions {
  readonly clock: Clock;
  readonly target: { readonly host: string; readonly port: number };
  /** 0, the default, takes any free port. */
  readonly port?: number;
}

export async function createVirtualLine(options: VirtualLineOptions): Promise<VirtualLine> {
  const { clock, target } = options;
  const sockets = new Set<Socket>();
  let quality: LineQuality = { bytesPerSecond: null, latencyMs: 0 };
  let state: LineState = 'up';
  let untilCut: number | null = null;
  let isBreaking = false;
  let passed = 0;
  let server: Server | null = await listen(options.port ?? 0);
  const port = portOf(server);

  return {
    port,
    state: () => state,
    cut,
    async stall() {
      state = 'stalled';
      server ??= await listen(port);
    },
    async restore() {
      untilCut = null;
      state = 'up';
      // What was stalled is lost: the far end has given up on those connections.
      reset();
      server ??= await listen(port);
    },
    setQuality(next) {
      quality = next;
    },
    cutAfter(bytes) {
      untilCut = bytes;
    },
    bytesPassed: () => passed,
    close: cut,
  };

  async function cut() {
    state = 'cut';
    untilCut = null;
    isBreaking = false;
    const closing = server;
    server = null;
    reset();
    if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
  }

  function reset() {
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
  }

  function listen(at: number): Promise<Server> {
    return new Promise((resolve, reject) => {
      const created = createServer({ allowHalfOpen: true }, accept);
      created.once('error', reject);
      created.listen(at, '127.0.0.1', () => resolve(created));
    });
  }

  function accept(near: Socket) {
    track(near);
    if (state === 'stalled') return;
    const far = connect({ ...target, allowHalfOpen: true });
    track(far);
    far.once('error', () => near.resetAndDestroy());
    near.once('error', () => far.resetAndDestroy());
    relayBytes({ from: near, to: far, clock, quality: () => quality, isOpen: () => state === 'up', pass });
    relayBytes({
      from: far,
      to: near,
      clock,
      quality: () => quality,
      isOpen: () => state === 'up',
      pass: all,
    });
  }

  /** How many of these bytes may go on towards the target; the line breaks after the last one. */
  function pass(bytes: number): number {
    const allowed = Math.min(bytes, untilCut ?? bytes);
    passed += allowed;
    if (untilCut === null) return allowed;
    untilCut -= allowed;
    // Until it is cut nothing more may pass: what came after a part that was shortened would leave a hole, as no line does.
    if (untilCut === 0 && !isBreaking) {
      isBreaking = true;
      clock.after(0, () => void cut());
    }
    return allowed;
  }

  function track(socket: Socket) {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  }
}

function all(bytes: number): number {
  return bytes;
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('Expected a TCP address');
  return address.port;
}
