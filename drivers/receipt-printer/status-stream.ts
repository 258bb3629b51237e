import {
  AUTOMATIC_STATUS_LENGTH,
  decodeAutomaticStatus,
  isAutomaticStatusRest,
  isAutomaticStatusStart,
} from './automatic-status.ts';
import { decodePaperStatus, type PaperStatus } from './paper-status.ts';
import type { PrinterStatus } from './printer-status.ts';
import { isRealTimeAnswer } from './real-time-status.ts';

export type StatusMessage =
  | { readonly kind: 'automatic'; readonly status: PrinterStatus }
  | { readonly kind: 'real-time'; readonly byte: number }
  | { readonly kind: 'paper'; readonly status: PaperStatus }
  | { readonly kind: 'garbage'; readonly bytes: readonly number[] };

export interface StatusStream {
  /** At most two messages per byte: a broken automatic status, then what the byte itself means. */
  push(byte: number): readonly StatusMessage[];
}

/** Tells apart the answers that share the printer's one way back, by their fixed bits. Holds three bytes at most. */
export function createStatusStream(): StatusStream {
  let pending: number[] = [];
  return {
    push(byte) {
      if (pending.length === 0) return start(byte);
      if (!isAutomaticStatusRest(byte)) {
        const broken = pending;
        pending = [];
        return [{ kind: 'garbage', bytes: broken }, ...start(byte)];
      }
      pending.push(byte);
      if (pending.length < AUTOMATIC_STATUS_LENGTH) return [];
      const bytes = pending;
      pending = [];
      const status = decodeAutomaticStatus(bytes);
      return [status ? { kind: 'automatic', status } : { kind: 'garbage', bytes }];
    },
  };

  function start(byte: number): StatusMessage[] {
    if (isAutomaticStatusStart(byte)) {
      pending = [byte];
      return [];
    }
    if (isRealTimeAnswer(byte)) return [{ kind: 'real-time', byte }];
    const status = decodePaperStatus(byte);
    return [status ? { kind: 'paper', status } : { kind: 'garbage', bytes: [byte] }];
  }
}
