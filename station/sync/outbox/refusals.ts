/**
 * So many packets refused one after the other, with nothing accepted between them, are not all to blame: central is
 * unwell, and asking it about every waiting packet would not help it.
 */
const MOST_IN_A_ROW = 3;

/** Tells a poisoned packet from an unwell central. */
export interface Refusals {
  accepted(): void;
  /** True when it is central's fault. */
  refused(): boolean;
}

export function createRefusals(): Refusals {
  let inARow = 0;
  return {
    accepted() {
      inARow = 0;
    },
    refused() {
      inARow += 1;
      if (inARow < MOST_IN_A_ROW) return false;
      inARow = 0;
      return true;
    },
  };
}
