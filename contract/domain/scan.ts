import { z } from 'zod';
import type { Identifier } from './identifiers.ts';
import { parseTicketCode } from './ticket-code.ts';
import { parseTrackingCode, type TrackingCode } from './tracking-code.ts';

/** What a scanner read, as the station passes it on. */
export const scanSchema = z.object({
  /** The largest QR symbol holds 4,296 characters (ISO/IEC 18004, table 7). */
  text: z.string().max(4_296),
  /** Such as `qr` or `code-128`; `unknown` where the scanner does not say. */
  symbology: z.string().max(40),
});
export type Scan = z.infer<typeof scanSchema>;

/** The kinds of `ScanMeaning`. */
export const scanKindSchema = z.enum(['ticket', 'receipt', 'card-number', 'mrz', 'unknown']);
export type ScanKind = z.infer<typeof scanKindSchema>;

export type ScanMeaning =
  /** The QR code of a queue ticket. */
  | { readonly kind: 'ticket'; readonly ticketId: Identifier }
  /** The QR code of a receipt. */
  | { readonly kind: 'receipt'; readonly trackingCode: TrackingCode }
  /** Sixteen digits: a NIK or the number of a family card. */
  | { readonly kind: 'card-number'; readonly number: string }
  /** The machine-readable lines of a passport, joined by a line feed; check digits are not looked at. */
  | { readonly kind: 'mrz'; readonly lines: string }
  | { readonly kind: 'unknown' };

/** Characters of one line of a passport's machine-readable zone (ICAO Doc 9303-4, 4.2). */
const MRZ_LINE = 44;

/** What a scanned code means to the kiosk. Pure. */
export function classifyScan(text: string): ScanMeaning {
  const plain = text.trim();
  const ticketId = parseTicketCode(plain);
  if (ticketId) return { kind: 'ticket', ticketId };
  // A receipt's code has its prefix; nine characters without it are as likely something else.
  const trackingCode = /^LB/i.test(plain) ? parseTrackingCode(plain) : null;
  if (trackingCode) return { kind: 'receipt', trackingCode };
  if (/^\d{16}$/.test(plain)) return { kind: 'card-number', number: plain };
  const lines = mrzLines(plain);
  return lines ? { kind: 'mrz', lines } : { kind: 'unknown' };
}

function mrzLines(text: string): string | null {
  const characters = text.toUpperCase().replaceAll(/[\r\n]/g, '');
  if (!/^P[A-Z<][A-Z0-9<]+$/.test(characters) || characters.length !== 2 * MRZ_LINE) return null;
  return `${characters.slice(0, MRZ_LINE)}\n${characters.slice(MRZ_LINE)}`;
}
