import type { Socket } from 'node:net';
import { type Clock, pause } from '../../clock.ts';
import type { LineQuality } from './virtual-line.ts';

/** A slow line passes this many parts a second, so that a cut or a change of speed is felt soon. */
const PARTS_PER_SECOND = 20;

export interface RelayOptions {
  readonly from: Socket;
  readonly to: Socket;
  readonly clock: Clock;
  readonly quality: () => LineQuality;
  /** While false, bytes are swallowed. */
  readonly isOpen: () => boolean;
  /** Asked before each part: how many of its bytes may pass. */
  readonly pass: (bytes: number) => number;
}

/** Copies one direction of a connection, in order, no faster than the line; passes the end on too. */
export function relayBytes(options: RelayOptions): void {
  const { from, to, clock, quality, isOpen, pass } = options;
  const gone = new AbortController();
  let queue = Promise.resolve();
  for (const socket of [from, to]) socket.once('close', () => gone.abort());
  from.on('data', (bytes: Buffer) => {
    from.pause();
    queue = queue.then(() => send(bytes)).then(() => void from.resume());
  });
  from.once('end', () => {
    queue = queue.then(() => void to.end());
  });

  async function send(bytes: Buffer) {
    for (let rest = bytes; rest.length > 0 && isOpen() && !gone.signal.aborted; ) {
      const { bytesPerSecond, latencyMs } = quality();
      const size =
        bytesPerSecond === null ? rest.length : Math.max(1, Math.ceil(bytesPerSecond / PARTS_PER_SECOND));
      const part = rest.subarray(0, size);
      rest = rest.subarray(size);
      const waitMs = latencyMs + (bytesPerSecond === null ? 0 : (part.length / bytesPerSecond) * 1_000);
      if (waitMs > 0) await pause(clock, waitMs, gone.signal);
      const allowed = pass(part.length);
      if (to.destroyed || !isOpen()) return;
      if (!to.write(part.subarray(0, allowed))) await drained();
    }
  }

  function drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        to.off('drain', done);
        gone.signal.removeEventListener('abort', done);
        resolve();
      };
      to.once('drain', done);
      gone.signal.addEventListener('abort', done, { once: true });
    });
  }
}
