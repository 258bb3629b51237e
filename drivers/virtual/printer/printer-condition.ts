/** What is physically the case with a virtual printer, and the status bytes that say so. */
export interface PrinterCondition {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly coverOpen: boolean;
  /** `recoverable` goes by itself once its cause has, as a hot print head does. */
  readonly error: 'cutter' | 'recoverable' | 'unrecoverable' | null;
  /** A button on it took it offline; it names no cause then. */
  readonly paused: boolean;
}

/** Bits of the error byte, the same under `DLE EOT 3` and in automatic status back. */
const ERROR_BITS = { cutter: 0x08, unrecoverable: 0x20, recoverable: 0x40 } as const;

export function isOffline({ coverOpen, paper, error, paused }: PrinterCondition): boolean {
  return coverOpen || paper === 'out' || error !== null || paused;
}

/** The answer to `DLE EOT n`. */
export function realTimeAnswer(query: 1 | 2 | 3 | 4, condition: PrinterCondition): number {
  const fixed = 0x12;
  const { paper, coverOpen, error } = condition;
  if (query === 1) return fixed | flag(isOffline(condition), 0x08);
  if (query === 2)
    return fixed | flag(coverOpen, 0x04) | flag(paper === 'out', 0x20) | flag(error !== null, 0x40);
  if (query === 3) return fixed | errorBit(condition);
  return fixed | flag(paper !== 'ok', 0x0c) | flag(paper === 'out', 0x60);
}

/** The four bytes of automatic status back. */
export function automaticStatus(condition: PrinterCondition): Uint8Array {
  const { coverOpen } = condition;
  return Uint8Array.of(
    0x10 | flag(isOffline(condition), 0x08) | flag(coverOpen, 0x20),
    errorBit(condition),
    paperStatus(condition),
    0x0f,
  );
}

/** The answer to `GS r 1`. */
export function paperStatus({ paper }: PrinterCondition): number {
  return flag(paper !== 'ok', 0x03) | flag(paper === 'out', 0x0c);
}

/** The answer to GET_PORT_STATUS. */
export function portStatus(condition: PrinterCondition): number {
  return (
    flag(condition.paper === 'out', 0x20) |
    flag(!isOffline(condition), 0x10) |
    flag(condition.error === null, 0x08)
  );
}

function errorBit({ error }: PrinterCondition): number {
  return error === null ? 0 : ERROR_BITS[error];
}

function flag(on: boolean, bit: number): number {
  return on ? bit : 0;
}
