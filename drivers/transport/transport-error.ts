/**
 * Why a transfer or an open failed.
 *
 * - `gone`: the device left the bus, or the transport was closed
 * - `busy`: another program or driver holds the interface, or the endpoint already has a transfer
 * - `denied`: the operating system refuses (permissions), or the interface was never claimed
 * - `stall`: the device answered STALL; the adapter has already cleared the halt
 * - `timeout`: the deadline passed
 * - `aborted`: the caller's signal fired
 * - `babble`: the device sent more than was asked for
 * - `protocol`: anything the USB specification does not allow, such as an unknown endpoint
 */
export type TransportErrorKind =
  | 'gone'
  | 'busy'
  | 'denied'
  | 'stall'
  | 'timeout'
  | 'aborted'
  | 'babble'
  | 'protocol';

export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly kind: TransportErrorKind;
  /** Bytes the device took before the failure; null where the system cannot tell. */
  readonly bytesWritten: number | null;

  constructor(
    kind: TransportErrorKind,
    message: string,
    evidence: { bytesWritten?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: evidence.cause });
    this.kind = kind;
    this.bytesWritten = evidence.bytesWritten ?? null;
  }
}
