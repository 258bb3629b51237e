/** Every wait of the printer driver, in milliseconds. Tests pass their own. */
export interface PrinterTiming {
  /** A real-time question is answered by the interface board, not the print head: 1 s is generous. */
  readonly answerMs: number;
  /** Between two questions while nothing prints; also finds a printer that reports no changes by itself. */
  readonly pollMs: number;
  /** Between attempts to open a printer another program holds, or that does not answer. */
  readonly retryMs: number;
  /**
   * How long a printer that reports no problem may take no byte, or give no sign of life before it confirms. A
   * slow 58 mm mechanism (60 mm/s) is through a packet of line feeds in 4 s; more leaves room for a hot head.
   */
  readonly healthyMs: number;
  /** How long a job waits for someone to put in paper or close the cover before it is given up as uncertain. */
  readonly attentionMs: number;
  /** A write pending this long makes the driver ask the port status, which needs no room in the buffer. */
  readonly stuckMs: number;
  /** Answers to questions of an earlier opening arrive within this time and are thrown away. */
  readonly drainMs: number;
}

export const PRINTER_TIMING: PrinterTiming = {
  answerMs: 1_000,
  pollMs: 2_000,
  retryMs: 2_000,
  healthyMs: 15_000,
  attentionMs: 120_000,
  stuckMs: 1_500,
  drainMs: 100,
};
