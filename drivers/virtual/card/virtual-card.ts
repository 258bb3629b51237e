/** A card as a reader meets it: power gives an answer to reset, each command APDU gives a response APDU. */
export interface VirtualCard {
  /** Whether it is laid on an antenna or pushed into a slot. */
  readonly contactless: boolean;
  /** Answer to reset; for a contactless card the one a reader makes of it (PC/SC part 3, 3.1.3.2.3). */
  readonly atr: Uint8Array;
  /** Four, seven or ten bytes of a contactless card, what `FF CA 00 00 00` reads; null for a contact card. */
  readonly uid: Uint8Array | null;
  /** Forgets every selection and session; called at each power-on. */
  reset(): void;
  /** One whole command APDU, short or extended; the response ends in its status word. Never throws. */
  process(command: Uint8Array): CardAnswer;
}

export interface CardAnswer {
  readonly response: Uint8Array;
  /** Milliseconds the chip works before it answers; a reader asks for time extensions while it waits. */
  readonly worksMs: number;
}
