import { create } from 'qrcode';
import type { Dots } from './dots.ts';

/** A QR symbol without quiet zone, one dot per module; null when the data does not fit any version. */
export function drawQrSymbol(data: Uint8Array, level: 'L' | 'M' | 'Q' | 'H'): Dots | null {
  try {
    const { modules } = create([{ data, mode: 'byte' }], { errorCorrectionLevel: level });
    return { width: modules.size, height: modules.size, data: Uint8Array.from(modules.data) };
  } catch {
    return null;
  }
}
