import type { Unsubscribe } from '../listeners.ts';

/** A file another program writes, which may appear, grow, be emptied, be replaced and disappear. */
export interface WatchedFile {
  /**
   * At most `length` bytes from `offset` of the file that bears the name now; null while there is none. Fails with a
   * `WatchedFileError`.
   */
  read(offset: number, length: number): Promise<FilePart | null>;
  /** Called after the file may have changed; several changes may be told once. */
  onChanged(listener: () => void): Unsubscribe;
  close(): Promise<void>;
}

export interface FilePart {
  /** Differs between two files that bore the name one after the other. */
  readonly identity: string;
  /** Empty at the end of the file and beyond. */
  readonly bytes: Uint8Array;
  /** Bytes of the whole file at that moment. */
  readonly size: number;
}

/** The file is there and cannot be read, or its folder cannot be watched. */
export class WatchedFileError extends Error {
  override readonly name = 'WatchedFileError';
}
