import { WireError } from './wire-error.ts';

/** Central as a whole, or a proxy before it, is not able or not willing now. */
const WHOLE_STATUSES: readonly number[] = [401, 403, 408, 429, 502, 503, 504];

/** Whether a failure is about the line or central as a whole, so that another packet would fare no better now. */
export function concernsLine(error: WireError): boolean {
  if (error.kind === 'unreadable') return false;
  return error.kind !== 'refused' || WHOLE_STATUSES.includes(error.status ?? 0);
}

/** A short code for the screen: `unreachable`, `cut`, `station-unknown`, `station-revoked`, `refused-500`. */
export function problemCode(error: WireError): string {
  if (error.kind !== 'refused') return error.kind;
  if (error.code === 'STATION_UNKNOWN') return 'station-unknown';
  if (isRevoked(error)) return 'station-revoked';
  if (error.code === 'CODE_REFUSED') return 'code-refused';
  return `refused-${error.status ?? 0}`;
}

/** Central takes nothing of this station any more until the office has enrolled it again. */
export function isRevoked(error: unknown): boolean {
  return error instanceof WireError && error.code === 'STATION_REVOKED';
}
