/** Every wait of the card reader driver, in milliseconds. Tests pass their own. */
export interface ReaderTiming {
  /** A question the reader answers by itself, without the card. */
  readonly commandMs: number;
  /**
   * Powering a card on: a contactless reader looks for one of every kind first, and a contact reader may try three
   * voltages by itself.
   */
  readonly powerOnMs: number;
  /**
   * The longest silence in an exchange with a card: readers ask for more time well before. A multiplier in that
   * request lengthens the next wait accordingly.
   */
  readonly answerMs: number;
  /** One command APDU with all its blocks and time extensions, unless the caller says otherwise. */
  readonly transmitMs: number;
  /** How long a reader gets to confirm that it gave up a command. */
  readonly abortMs: number;
  /** A reader that has said nothing for so long after opening has nothing old left to say. */
  readonly drainMs: number;
  /** Between two looks into a slot whose reader does not report changes. */
  readonly pollMs: number;
  /** Between two looks into a slot whose reader does: a missed report is made up for. */
  readonly watchMs: number;
  /** Between attempts to open a reader another program holds, or that does not answer; leaves two within 5 s. */
  readonly retryMs: number;
  /** A reader that reports a card gone gets this long to end the exchange with it in its own way. */
  readonly removalMs: number;
}

export const READER_TIMING: ReaderTiming = {
  commandMs: 2_000,
  powerOnMs: 10_000,
  answerMs: 5_000,
  transmitMs: 30_000,
  abortMs: 1_000,
  drainMs: 50,
  pollMs: 500,
  watchMs: 3_000,
  retryMs: 2_000,
  removalMs: 300,
};
