import { toTransportError } from './native-error.ts';
import { TransportError, type TransportErrorKind } from './transport-error.ts';

/** HIDAPI reports failures in the words of `strerror`; what hidraw means by those that the USB table does not hold. */
const KINDS: readonly (readonly [RegExp, TransportErrorKind])[] = [
  [/no such file|input\/output error|device disconnected|could not read/i, 'gone'],
  [/broken pipe/i, 'stall'],
];

/** `node-hid` gives errors of reads as bare strings. */
export function toHidError(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const denied = /permission|denied/i.test(message);
  const kind = denied ? undefined : KINDS.find(([words]) => words.test(message))?.[1];
  return kind ? new TransportError(kind, message, { cause: error }) : toTransportError(error);
}
