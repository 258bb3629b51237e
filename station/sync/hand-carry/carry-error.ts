import type { CarryProblem } from '../../../contract/station/hand-carry.ts';

/** Why a file was not written. Nothing of it is left on a drive that still answers. */
export class CarryError extends Error {
  override readonly name = 'CarryError';
  readonly kind: CarryProblem | 'aborted';

  constructor(kind: CarryProblem | 'aborted', cause?: unknown) {
    super(`nothing carried: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** By errno(3). A drive that is pulled out answers `EIO` or `ENODEV`, or its folder is gone with it. */
const KINDS: Readonly<Record<string, CarryProblem>> = {
  ENOSPC: 'drive-full',
  EDQUOT: 'drive-full',
  EFBIG: 'drive-full',
  EROFS: 'drive-read-only',
  EACCES: 'drive-read-only',
  EPERM: 'drive-read-only',
  EIO: 'drive-gone',
  ENODEV: 'drive-gone',
  ENXIO: 'drive-gone',
  ENOENT: 'drive-gone',
  ENOTDIR: 'drive-gone',
  ESTALE: 'drive-gone',
  ESHUTDOWN: 'drive-gone',
};

/** What a failure of the drive means; a failure that is none of the drive's comes back as it is. */
export function driveTrouble(error: unknown): unknown {
  if (error instanceof CarryError) return error;
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return error;
  if (!/^E[A-Z0-9]+$/.test(error.code)) return error;
  return new CarryError(KINDS[error.code] ?? 'drive-failed', error);
}
