import { TransportError, type TransportErrorKind } from './transport-error.ts';

/** The library reports failures in words only; these are nusb's, with the errno some of them carry. */
const KINDS: readonly (readonly [RegExp, TransportErrorKind])[] = [
  [/disconnected|device not found|no such device|errno 19\b/i, 'gone'],
  [/cancelled|timed out|errno 110\b/i, 'timeout'],
  [/stall|errno 32\b/i, 'stall'],
  [/permission|denied|errno 1\b|errno 13\b/i, 'denied'],
  [/busy|already in use|already pending|errno 16\b/i, 'busy'],
];

export function toTransportError(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const kind = KINDS.find(([words]) => words.test(message))?.[1] ?? 'protocol';
  return new TransportError(kind, message, { cause: error });
}
