export type WireProblem =
  /** No connection: nobody answers there, or the name is not known. */
  | 'unreachable'
  /** The connection ended before the whole answer came. */
  | 'cut'
  /** The connection stayed open and nothing moved. */
  | 'stalled'
  /** The answer is longer than anything central says. */
  | 'answer-too-long'
  /** The answer is not what the contract says. */
  | 'not-understood'
  /** Central answered with an error status. */
  | 'refused'
  /** What was to be sent could not be read here. */
  | 'unreadable'
  /** We gave it up ourselves. */
  | 'aborted';

export interface WireErrorDetail {
  /** HTTP status of a `refused`. */
  readonly status?: number;
  /** Error code of the contract, such as `STATION_UNKNOWN`. */
  readonly code?: string;
  /** How long central asks to be left alone. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** How talking with central failed. The request may or may not have had its effect: every request is safe to repeat. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly kind: WireProblem;
  readonly status: number | null;
  readonly code: string | null;
  readonly retryAfterMs: number | null;

  constructor(kind: WireProblem, detail: WireErrorDetail = {}) {
    super(`${kind}${detail.status === undefined ? '' : ` ${detail.status}`}`, { cause: detail.cause });
    this.kind = kind;
    this.status = detail.status ?? null;
    this.code = detail.code ?? null;
    this.retryAfterMs = detail.retryAfterMs ?? null;
  }
}
