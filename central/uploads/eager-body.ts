import type { Readable } from 'node:stream';

/** Held of one request before anybody has looked at it: as much as the sender's own socket buffer holds anyway. */
const LARGEST_HELD_BYTES = 256 * 1024;

/** Pieces of a body in the order they came; ends where the sender ended or was cut off. */
export interface EagerBody extends AsyncIterable<Uint8Array> {
  /** Lets go of what is not wanted, so that the connection can be used again. */
  release(): void;
}

/**
 * Takes a request's body off its stream as it comes, and tells `onPiece` the bytes of each piece. A stream throws away what
 * lies unread in it the moment its connection is cut, and the sender would have to send that again. Begin before anything
 * is waited for.
 */
export function readEagerly(incoming: Readable, onPiece: (bytes: number) => void = () => {}): EagerBody {
  let held: Uint8Array[] = [];
  let size = 0;
  let over = false;
  let changed = Promise.withResolvers<void>();

  function tell(): void {
    changed.resolve();
    changed = Promise.withResolvers();
  }
  function take(piece: Uint8Array): void {
    held.push(piece);
    size += piece.length;
    if (size >= LARGEST_HELD_BYTES) incoming.pause();
    onPiece(piece.length);
    tell();
  }
  function end(): void {
    over = true;
    tell();
  }

  incoming.on('data', take);
  incoming.once('end', end);
  // Being cut off is an end like any other; the sender goes on from there.
  incoming.on('error', end);
  incoming.once('close', end);

  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const piece = held.shift();
        if (piece !== undefined) {
          size -= piece.length;
          if (size < LARGEST_HELD_BYTES) incoming.resume();
          yield piece;
        } else if (over) return;
        else await changed.promise;
      }
    },
    release() {
      incoming.off('data', take);
      held = [];
      end();
      incoming.resume();
    },
  };
}
