import type { Pieces } from '../bundles/pieces.ts';

/** A power cut at central costs at most what is gathered here; a line that is cut or goes silent costs nothing of it. */
const LARGEST_GATHERED_BYTES = 1024 * 1024;
/** On a slow line, written down about once a second: 64 kB at 512 kbit/s. */
const GATHERED_BYTES_WHEN_SLOW = 64 * 1024;
const SLOW_AFTER_MS = 500;
/**
 * A line that went silent without closing is given up by the station after 35 s, which then asks how far it came: until
 * then all that arrived is written down.
 */
const SILENT_AFTER_MS = 500;

/**
 * When no more is wanted, what is still between the sender and here is taken in as long as it keeps coming: it would have to
 * be sent again.
 */
const LAST_SILENCE_MS = 100;
/** Nobody waits longer for it: well below the patience of a station. */
const LAST_PIECES_MS = 5_000;

/** Calls back after so many milliseconds; answers what calls it off. */
export type Wait = (milliseconds: number, over: () => void) => () => void;

const wait: Wait = (milliseconds, over) => {
  const timer = setTimeout(over, milliseconds);
  return () => clearTimeout(timer);
};

export interface GatherOptions {
  /** Aborted when no more is wanted: it ends as soon as nothing more comes. */
  readonly signal?: AbortSignal;
  readonly silence?: Wait;
}

/**
 * Cuts a body into parts worth a commit each. It is read on while a part is being written down, because what lies unread
 * in a connection is lost when that is cut; at most two parts are in memory. What arrived before the sender went silent
 * comes out at once, and what arrived before it was cut off as the last part; that failure is not passed on: the bytes are
 * good as far as they go.
 */
export async function* gather(
  body: AsyncIterable<Uint8Array>,
  now: () => number,
  { signal, silence = wait }: GatherOptions = {},
): AsyncGenerator<Pieces> {
  const pieces = body[Symbol.asyncIterator]();
  let gathered: Uint8Array[] = [];
  let size = 0;
  let since = now();
  let over = false;
  let stopped = false;
  let askedAt = Number.POSITIVE_INFINITY;
  let changed = Promise.withResolvers<'changed'>();

  function tell(): void {
    changed.resolve('changed');
    changed = Promise.withResolvers();
  }
  function take(): Pieces {
    const part = gathered;
    gathered = [];
    size = 0;
    since = now();
    tell();
    return part;
  }
  async function read(): Promise<void> {
    for (;;) {
      while (size >= LARGEST_GATHERED_BYTES && !stopped) await changed.promise;
      const arrived = await nextOf(pieces);
      if (arrived === null || stopped) break;
      gathered.push(arrived);
      size += arrived.length;
      tell();
    }
    over = true;
    tell();
  }
  function hurry(): void {
    askedAt = now();
    tell();
  }

  void read();
  signal?.addEventListener('abort', hurry);
  if (signal?.aborted) hurry();
  try {
    for (;;) {
      const slow = size >= GATHERED_BYTES_WHEN_SLOW && now() - since >= SLOW_AFTER_MS;
      if (size >= LARGEST_GATHERED_BYTES || slow || (over && size > 0)) yield take();
      else if (over) return;
      else if (now() - askedAt > LAST_PIECES_MS) over = true;
      else if (signal?.aborted) {
        if ((await orSilence(changed.promise, silence, LAST_SILENCE_MS)) === 'changed') continue;
        over = true;
      } else if (size === 0) await changed.promise;
      else if ((await orSilence(changed.promise, silence, SILENT_AFTER_MS)) === 'silent') yield take();
    }
  } finally {
    signal?.removeEventListener('abort', hurry);
    stopped = true;
    tell();
    // Not waited for: a silent sender would be waited for with it.
    end(pieces).catch(() => {});
  }
}

/** The next piece; null when the sender has ended or was cut off, and goes on from where this ends. */
async function nextOf(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
  try {
    const { done, value } = await pieces.next();
    return done === true ? null : value;
  } catch {
    return null;
  }
}

async function end(pieces: AsyncIterator<Uint8Array>): Promise<void> {
  await pieces.return?.();
}

function orSilence<Change>(
  changed: Promise<Change>,
  silence: Wait,
  milliseconds: number,
): Promise<Change | 'silent'> {
  return new Promise((resolve) => {
    const callOff = silence(milliseconds, () => resolve('silent'));
    void changed.then((change) => {
      callOff();
      resolve(change);
    });
  });
}
