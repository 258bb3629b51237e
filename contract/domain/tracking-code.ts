import { z } from 'zod';

/**
 * Crockford base 32 without I, L, O and U, so that a code read aloud or typed from paper has no look-alikes.
 * Source: Douglas Crockford, Base 32, https://www.crockford.com/base32.html
 */
export const TRACKING_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `LB-XXXX-XXXX-C`: eight random characters (40 bits) and one check character. */
export const trackingCodeSchema = z
  .string()
  .regex(/^LB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
export type TrackingCode = z.infer<typeof trackingCodeSchema>;

/**
 * Check character of a tracking code body by the Luhn algorithm in base 32 (ISO/IEC 7812-1 annex B, generalised to the
 * alphabet): finds every single wrong character and nearly every swap of neighbours.
 */
export function trackingCheckCharacter(body: string): string {
  const sum = [...body].reverse().reduce((total, character, place) => {
    const value = TRACKING_ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('not a character of the tracking alphabet');
    const weighted = place % 2 === 0 ? value * 2 : value;
    return total + Math.floor(weighted / 32) + (weighted % 32);
  }, 0);
  return TRACKING_ALPHABET.charAt((32 - (sum % 32)) % 32);
}

/** Makes `LB-XXXX-XXXX-C` of five random bytes. */
export function formatTrackingCode(random: Uint8Array): TrackingCode {
  if (random.length !== 5) throw new RangeError(`five bytes expected, got ${random.length}`);
  let bits = random.reduce((total, byte) => total * 256 + byte, 0);
  let body = '';
  for (let place = 0; place < 8; place += 1) {
    body = TRACKING_ALPHABET.charAt(bits % 32) + body;
    bits = Math.floor(bits / 32);
  }
  return `LB-${body.slice(0, 4)}-${body.slice(4)}-${trackingCheckCharacter(body)}`;
}

/**
 * Reads what a person typed or a scanner sent: any case, spaces or no dashes, O for 0, I and L for 1.
 * Null when it is not a tracking code or its check character is wrong.
 */
export function parseTrackingCode(text: string): TrackingCode | null {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replace(/^LB(?=.{9}$)/, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{9}$/.test(plain)) return null;
  const body = plain.slice(0, 8);
  if (trackingCheckCharacter(body) !== plain.charAt(8)) return null;
  return `LB-${body.slice(0, 4)}-${body.slice(4)}-${plain.charAt(8)}`;
}
