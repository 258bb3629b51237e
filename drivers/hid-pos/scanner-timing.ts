/** Every wait of the scanner driver, in milliseconds. Tests pass their own. */
export interface ScannerTiming {
  /** Between attempts to open a scanner that another program holds, or that the system refuses. */
  readonly retryMs: number;
  /** For a report sent to the scanner: it answers in some milliseconds. */
  readonly answerMs: number;
  /**
   * Between two reports of one scan. They come a few milliseconds apart; a radio base under load takes some tens more.
   */
  readonly quietMs: number;
  /** One that sent garbage is believed again after so long without: together with `retryMs` within 5 s. */
  readonly calmMs: number;
}

export const SCANNER_TIMING: ScannerTiming = { retryMs: 2_000, answerMs: 1_000, quietMs: 500, calmMs: 1_000 };
