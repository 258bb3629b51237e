import { isMissing } from '../../is-missing.ts';
import { StoreError } from '../store-error.ts';

/** How file systems say that there is no room: the disk's, or that of the user. */
const FULL: readonly string[] = ['ENOSPC', 'EDQUOT'];

function codeOf(error: unknown): string | null {
  const isNamed = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isNamed && 'syscall' in error ? String(error.code) : null;
}

/** Nobody has it any more, or the disk does not give it back: waiting for it would keep everything behind it waiting too. */
export function isLost(error: unknown): boolean {
  return isMissing(error) || codeOf(error) === 'EIO';
}

/** An error of the file system as a `StoreError`; any other error as it is. */
export function asFileError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  return new StoreError(FULL.includes(code) ? 'storage-full' : 'storage-failed', code, error);
}
