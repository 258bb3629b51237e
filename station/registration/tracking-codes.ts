import { randomBytes } from 'node:crypto';
import { formatTrackingCode, type TrackingCode } from '../../contract/domain/tracking-code.ts';
import type { ReadableDatabase } from '../store/database.ts';
import { isTrackingCodeTaken } from '../store/tables/applications.ts';

/** A code this station never gave. Forty random bits make a second draw all but unheard of, here and between stations. */
export function newTrackingCode(database: ReadableDatabase): TrackingCode {
  for (;;) {
    const code = formatTrackingCode(randomBytes(5));
    if (!isTrackingCodeTaken(database, code)) return code;
  }
}
