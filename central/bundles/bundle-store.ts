import type { Pieces } from './pieces.ts';

/**
 * Where sealed bundles are kept: ciphertext as it travelled, whose keys are only in the database. A folder or any S3-compatible
 * store; both pass `central/acceptance/bundle-store.ts`. Any number of copies of central may use one store at once.
 */
export interface BundleStore {
  /** Settles once the bytes are durable; the same name again replaces them whole, so that nobody ever reads a part. */
  put(name: string, pieces: Pieces): Promise<void>;
  /** Null when there is none of this name. */
  get(name: string): Promise<Buffer | null>;
  /** No error when there is none. */
  remove(name: string): Promise<void>;
  /** Names that begin with these whole segments, in order. */
  list(prefix: string): Promise<string[]>;
}

/** The store did not do what it was asked; `status` is HTTP's where it speaks HTTP. */
export class BundleStoreError extends Error {
  readonly status: number | null;
  constructor(message: string, status: number | null = null, cause?: unknown) {
    super(message, { cause });
    this.status = status;
  }
}

/** Segments of letters, digits, `.`, `_` and `-` that begin with a letter or a digit, so that a name is a path and never leaves the store. */
const NAME = /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/;

export function checkName(name: string): string {
  if (name.length > 500 || !NAME.test(name))
    throw new BundleStoreError(`not a name for a bundle: ${name.slice(0, 80)}`);
  return name;
}

/** By station and month like the tables, so that what is detached there is removed here. */
export function bundleName(packet: { stationId: string; month: number; packetId: string }): string {
  return checkName(`${packet.stationId}/${packet.month}/${packet.packetId}`);
}
