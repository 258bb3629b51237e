/** What the thread of one target is told, and what it tells back. */
export interface FuzzOrder {
  /** URL of the module whose `targets` hold the target. */
  readonly table: string;
  readonly target: string;
  readonly seed: number;
  readonly milliseconds: number;
  /** The one execution to run; null runs them all from 0 until the time is over. */
  readonly only: number | null;
  /** One 32-bit number: how many executions began, so that the owner can tell an endless one. */
  readonly begun: SharedArrayBuffer;
}

export type FuzzOutcome =
  | { readonly kind: 'passed'; readonly executions: number; readonly refusals: number }
  | { readonly kind: 'failed'; readonly execution: number; readonly why: string };
