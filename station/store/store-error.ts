import type { StationFatal } from '../../contract/shell/station-fatal.ts';

/** A store that could not be opened; nothing was created or changed. */
export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError';
  readonly kind: StationFatal;

  constructor(kind: StationFatal, cause?: unknown) {
    super(`store not opened: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** A read or transaction that failed; nothing of it was written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: 'storage-full' | 'storage-failed';
  /** SQLite's extended result code, such as `SQLITE_IOERR_WRITE`. */
  readonly code: string;

  constructor(kind: StoreError['kind'], code: string, cause: unknown) {
    super(`store: ${code}`, { cause });
    this.kind = kind;
    this.code = code;
  }
}

/** SQLite's result code of an error it threw, null for any other error. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

/** An error of SQLite as a `StoreError`; any other error as it is. */
export function asStoreError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === null) return error;
  return new StoreError(code === 'SQLITE_FULL' ? 'storage-full' : 'storage-failed', code, error);
}
