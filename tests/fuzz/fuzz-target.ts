/** One parser or codec that bytes from outside reach. */
export interface FuzzTarget {
  /** What `--target` takes. */
  readonly name: string;
  /** Well-formed inputs, which mutation starts from. */
  readonly samples: readonly Uint8Array[];
  /** Bytes of the longest input. */
  readonly longest: number;
  /** Reads the input. May throw a plain `Error` where what it gave back cannot be right. */
  readonly run: (input: Uint8Array) => unknown;
  /** Classes of errors that are a proper answer to a bad input; none where a bad input gives a value. */
  readonly allowed: readonly (new (
    ...parameters: never[]
  ) => Error)[];
}

/** What every parser must keep to, whatever it is given. */
export const FUZZ_LIMITS = {
  /** Milliseconds for one input. The longest take well under one; a shared machine may hold any of them up. */
  slowMs: 1_000,
  /** Milliseconds after which an input counts as endless and its thread is ended. */
  endlessMs: 10_000,
  /** Bytes outside the JavaScript heap that one input may add: far more than any input, far less than a lie. */
  greedyBytes: 64 * 1024 * 1024,
  /** Bytes a parser may hold in the end beyond what it held after its warm-up. */
  growthBytes: 24 * 1024 * 1024,
  /** Megabytes of a thread's whole heap. */
  heapMegabytes: 512,
} as const;

export function row(
  name: string,
  samples: readonly Uint8Array[],
  longest: number,
  run: FuzzTarget['run'],
  allowed: FuzzTarget['allowed'] = [],
): FuzzTarget {
  return { name, samples, longest, run, allowed };
}
