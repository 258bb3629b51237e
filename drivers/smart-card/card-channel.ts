/**
 * The seam between a reader and what speaks to a card: whole command APDUs go in, whole response APDUs come out
 * (ISO/IEC 7816-4, 5.1). Below it a reader driver hides T=0, T=1, blocks and waiting times.
 */
export interface CardChannel {
  /** Answer to reset, as the reader gave it; a contactless reader makes one up (PC/SC part 3, 3.1.3.2.3). */
  readonly atr: Uint8Array;
  /** Most bytes of a response, status word included, that reader and protocol carry in one piece: 258 or up to 65,538. */
  readonly maximumResponseLength: number;
  /** Most bytes of a command that reader and protocol carry in one piece: 261 or up to 65,544. */
  readonly maximumCommandLength: number;
  /**
   * Sends one command APDU and resolves with the response, its last two bytes the status word. One at a time: a second
   * call waits its turn. Fails with a `CardError`.
   */
  transmit(command: Uint8Array, options?: TransmitOptions): Promise<Uint8Array>;
}

export interface TransmitOptions {
  /** Milliseconds until the exchange fails with `timeout`; the driver's own default when not given. */
  readonly deadlineMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}
