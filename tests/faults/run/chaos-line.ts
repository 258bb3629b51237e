import { connect, createServer, type Server, type Socket } from 'node:net';
import { missingCase } from '../../../drivers/missing-case.ts';
import type { Direction, LineFault } from './fault.ts';
import { portOf } from './listen.ts';

/** A part of a slow line's bytes leaves this often. */
const PARTS_PER_SECOND = 20;
/** Of the parts of a lossy line, one in so many stands still, as TCP does when it repeats what was lost. */
const LOST_EVERY = 20;
const REPEATED_AFTER_MS = 200;

/** The wire between the station and everything else: connections that carry bytes until something happens to them. */
export interface ChaosLine {
  readonly port: number;
  /** Arms one fault; resolves when it has happened and the line is whole again. */
  suffer(fault: LineFault): Promise<void>;
  /** Resolves once so many more bytes have gone towards central. */
  passed(bytes: number): Promise<void>;
  close(): Promise<void>;
}

interface Connection {
  readonly near: Socket;
  readonly far: Socket;
}

interface Armed {
  readonly fault: LineFault;
  left: number;
  readonly done: () => void;
}

/** Watches every byte that really travels. */
export type WireWatch = (direction: Direction, bytes: Buffer) => void;

export async function createChaosLine(target: { port: number }, watch: WireWatch): Promise<ChaosLine> {
  const connections = new Set<Connection>();
  const waiting: { left: number; readonly resolve: () => void }[] = [];
  /** Connections on which a direction is dead; the station gives them up by itself. */
  const dead = new Map<Connection, readonly Direction[]>();
  let armed: Armed | null = null;
  let parts = 0;
  const server: Server = createServer({ allowHalfOpen: true }, accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  function accept(near: Socket): void {
    const far = connect({ port: target.port, host: '127.0.0.1', allowHalfOpen: true });
    const connection = { near, far };
    connections.add(connection);
    carry(connection, 'up', near, far);
    carry(connection, 'down', far, near);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', () => destroy(connection));
      socket.on('close', () => end(connection));
    }
  }

  function carry(connection: Connection, direction: Direction, from: Socket, to: Socket): void {
    from.on('data', (bytes: Buffer) => {
      from.pause();
      void carryBytes(connection, direction, to, bytes).then(() => from.resume());
    });
    from.on('end', () => {
      // A station that gives up a dead connection ends its half; nobody answers for the other.
      if (dead.has(connection)) end(connection);
      else to.end();
    });
  }

  async function carryBytes(connection: Connection, direction: Direction, to: Socket, bytes: Buffer) {
    for (let rest = bytes; rest.length > 0; ) {
      const fault = armed?.fault;
      const slow =
        fault?.kind === 'slow-and-lossy' ? Math.ceil(fault.bytesPerSecond / PARTS_PER_SECOND) : null;
      const part = rest.subarray(0, Math.min(slow ?? rest.length, untilFault(direction) ?? rest.length));
      rest = rest.subarray(part.length);
      if (slow !== null) {
        parts += 1;
        await later(1_000 / PARTS_PER_SECOND + (parts % LOST_EVERY === 0 ? REPEATED_AFTER_MS : 0));
      }
      if (to.destroyed || dead.get(connection)?.includes(direction)) return;
      watch(direction, part);
      const flushed = to.write(part);
      count(connection, direction, part.length);
      if (!flushed) await drained(to);
    }
  }

  /** Bytes that may still go this way before the armed fault happens; null when none is armed for it. */
  function untilFault(direction: Direction): number | null {
    return armed !== null && directionOf(armed.fault) === direction ? Math.max(1, armed.left) : null;
  }

  function count(connection: Connection, direction: Direction, bytes: number): void {
    if (direction === 'up')
      for (const wait of [...waiting]) {
        wait.left -= bytes;
        if (wait.left > 0) continue;
        waiting.splice(waiting.indexOf(wait), 1);
        wait.resolve();
      }
    if (armed === null || directionOf(armed.fault) !== direction) return;
    armed.left -= bytes;
    if (armed.left <= 0) happen(connection, armed);
  }

  function happen(connection: Connection, { fault, done }: Armed): void {
    armed = null;
    switch (fault.kind) {
      case 'cut':
        for (const each of [...connections]) destroy(each);
        done();
        break;
      case 'stall':
        dieSilently([...connections], ['up', 'down'], done);
        break;
      case 'half-open':
        dieSilently([connection], [fault.dead], done);
        break;
      case 'slow-and-lossy':
        done();
        break;
      default:
        missingCase(fault);
    }
  }

  /** Nobody is told; it is over when the station has given all of them up. */
  function dieSilently(dying: Connection[], directions: readonly Direction[], done: () => void): void {
    let left = dying.length;
    for (const connection of dying) {
      dead.set(connection, directions);
      connection.near.once('close', () => {
        left -= 1;
        if (left === 0) done();
      });
    }
  }

  function destroy(connection: Connection): void {
    connection.near.resetAndDestroy();
    connection.far.resetAndDestroy();
  }

  function end(connection: Connection): void {
    connections.delete(connection);
    dead.delete(connection);
    connection.near.destroy();
    connection.far.destroy();
  }

  return {
    port: portOf(server),
    suffer: (fault) =>
      new Promise((done) => {
        const left = fault.kind === 'slow-and-lossy' ? fault.bytes : fault.after;
        armed = { fault, left, done };
      }),
    passed: (bytes) => new Promise((resolve) => void waiting.push({ left: bytes, resolve })),
    async close() {
      for (const connection of [...connections]) destroy(connection);
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function directionOf(fault: LineFault): Direction {
  switch (fault.kind) {
    case 'cut':
      return fault.direction;
    case 'half-open':
      return fault.dead;
    case 'stall':
    case 'slow-and-lossy':
      return 'up';
    default:
      return missingCase(fault);
  }
}

/** What a slow line is: the only waiting in a run that is by the clock. */
function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve);
    socket.once('close', resolve);
  });
}
