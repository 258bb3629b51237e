import { connect, createServer, type Socket } from 'node:net';
import { missingCase } from '../../../../drivers/missing-case.ts';
import { portOf } from '../../../faults/run/listen.ts';
import { countRequests } from './count-requests.ts';
import { createPace, type Pace } from './pace.ts';

/** `cuts` reset one connection, `outages` all of them; `stalls` make all of them silent. */
export type Interruption = 'none' | 'cuts' | 'outages' | 'stalls';

export interface LineOptions {
  readonly port: number;
  /** Each way; null for as fast as it goes. */
  readonly bytesPerSecond: number | null;
  /** Each way. */
  readonly latencyMs: number;
  readonly interruption: Interruption;
  /** How many bytes go towards the server, on one connection for `cuts`, before the next interruption. */
  readonly nextInterruption: () => number;
}

export interface Line {
  readonly url: string;
  /** Bytes that travelled towards the server, and HTTP requests among them. */
  counts(): { readonly bytes: number; readonly requests: number; readonly interruptions: number };
  close(): Promise<void>;
}

interface Connection {
  readonly near: Socket;
  readonly far: Socket;
  /** Carries nothing any more, and nobody is told. */
  dead: boolean;
}

/** Bytes of one connection that leave together: about three segments, so that connections take turns. */
const PART_BYTES = 4_096;

/**
 * A line of one rate and delay for all its connections together. A new connection waits the round trip of a handshake.
 * What is under way on a connection that is cut is lost.
 */
export async function openLine(options: LineOptions): Promise<Line> {
  const { latencyMs, bytesPerSecond } = options;
  const connections = new Set<Connection>();
  const requests = countRequests();
  const up = createPace(bytesPerSecond);
  const down = createPace(bytesPerSecond);
  let bytes = 0;
  let interruptions = 0;
  let left = options.nextInterruption();
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (near) => {
    setTimeout(() => accept(near), 2 * latencyMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function accept(near: Socket): void {
    if (near.destroyed) return;
    const far = connect({ port: options.port, host: '127.0.0.1', allowHalfOpen: true });
    const connection = { near, far, dead: false };
    connections.add(connection);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', () => end(connection));
      socket.on('close', () => end(connection));
    }
    carry(connection, near, far, up, travelled(connection));
    carry(connection, far, near, down, () => {});
    near.resume();
  }

  /** Counts what goes towards the server, and interrupts. */
  function travelled(connection: Connection) {
    const seen = requests.connection();
    let leftHere = options.nextInterruption();
    return (part: Buffer) => {
      bytes += part.length;
      seen(part);
      if (options.interruption === 'none') return;
      left -= part.length;
      leftHere -= part.length;
      if ((options.interruption === 'cuts' ? leftHere : left) > 0) return;
      left = options.nextInterruption();
      interruptions += 1;
      interrupt(connection, options.interruption);
    };
  }

  function interrupt(connection: Connection, interruption: Exclude<Interruption, 'none'>): void {
    switch (interruption) {
      case 'cuts':
        end(connection, true);
        return;
      case 'outages':
        for (const each of [...connections]) end(each, true);
        return;
      case 'stalls':
        for (const each of connections) each.dead = true;
        return;
      default:
        missingCase(interruption);
    }
  }

  function carry(
    connection: Connection,
    from: Socket,
    to: Socket,
    pace: Pace,
    watch: (part: Buffer) => void,
  ): void {
    const arrive = (work: () => void) => {
      if (latencyMs === 0) work();
      else setTimeout(work, latencyMs);
    };
    from.on('data', (received: Buffer) => {
      if (bytesPerSecond === null) {
        watch(received);
        if (!to.write(received)) {
          from.pause();
          to.once('drain', () => from.resume());
        }
        return;
      }
      from.pause();
      void (async () => {
        for (let rest = received; rest.length > 0; rest = rest.subarray(PART_BYTES)) {
          const part = rest.subarray(0, PART_BYTES);
          await pace(part.length);
          if (connection.dead) return;
          watch(part);
          arrive(() => {
            if (!connection.dead && !to.destroyed) to.write(part);
          });
        }
        from.resume();
      })();
    });
    from.on('end', () => {
      // Whoever gives up a silent connection is not answered.
      if (connection.dead) end(connection);
      else arrive(() => void to.end());
    });
  }

  function end(connection: Connection, reset = false): void {
    if (!connections.delete(connection)) return;
    connection.dead = true;
    for (const socket of [connection.near, connection.far]) {
      if (reset) socket.resetAndDestroy();
      else socket.destroy();
    }
  }

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    counts: () => ({ bytes, requests: requests.total(), interruptions }),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const connection of [...connections]) end(connection);
      await closed;
    },
  };
}
