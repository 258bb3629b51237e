import { ORPCError } from '@orpc/client';

/** The station went away before it answered, or did not come in time. Nothing is known about what became of the call. */
export class StationLostError extends Error {
  override readonly name = 'StationLostError';
  readonly kind = 'station-lost';

  constructor() {
    super('the station went away before it answered');
  }
}

/** Code of a station error, `STATION_LOST`, or `UNKNOWN` for anything the contract does not name. */
export function errorCode(error: unknown): string {
  if (error instanceof StationLostError) return 'STATION_LOST';
  if (error instanceof ORPCError && error.defined) return String(error.code);
  return 'UNKNOWN';
}
