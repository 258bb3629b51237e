import type { Atr } from './atr.ts';

/** abProtocolDataStructure of SetParameters for T=0 (five bytes) and T=1 (seven) (CCID 1.1, 6.1.7). */
export function encodeParameters(protocol: 0 | 1, atr: Atr, fiDi: number): Uint8Array {
  const inverse = atr.convention === 'inverse' ? 0x02 : 0;
  const clockStop = 0;
  if (protocol === 0) return Uint8Array.of(fiDi, inverse, atr.guardTime, atr.waitingInteger, clockStop);
  const checksum = atr.checksum === 'crc' ? 0x01 : 0;
  const node = 0;
  return Uint8Array.of(
    fiDi,
    0x10 | inverse | checksum,
    atr.guardTime,
    atr.waitingIntegers,
    clockStop,
    atr.ifsc,
    node,
  );
}
