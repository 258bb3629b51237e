import { asciiText, hexText } from '../bytes/bytes.ts';
import { malformed } from '../emrtd-error.ts';

/** A date of DG11 or DG12, eight digits as characters or, on older chips, packed in four bytes: `YYYY-MM-DD`. */
export function decodeCalendarDate(value: Uint8Array): string {
  const digits = value.length === 4 ? hexText(value) : asciiText(value);
  if (!/^[0-9]{8}$/.test(digits)) throw malformed('A date is not eight digits');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
