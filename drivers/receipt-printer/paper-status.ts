/**
 * `GS r 1`, transmit paper sensor status (Epson ESC/POS command reference, GS r). The printer processes it in
 * order, so an answer to one sent after a job's last byte proves that the whole job was processed.
 */
export const REQUEST_PAPER_STATUS = Uint8Array.of(0x1d, 0x72, 0x01);

export interface PaperStatus {
  readonly paperOut: boolean;
  readonly paperNearEnd: boolean;
}

/**
 * Null unless the byte is one a printer can send: both bits of a sensor change together (03 near end, 0C end)
 * and all others are 0, which is stricter than the fixed bits and keeps line noise from passing as proof.
 */
export function decodePaperStatus(byte: number): PaperStatus | null {
  if (byte !== 0x00 && byte !== 0x03 && byte !== 0x0c && byte !== 0x0f) return null;
  return { paperOut: (byte & 0x0c) !== 0, paperNearEnd: (byte & 0x03) !== 0 };
}
