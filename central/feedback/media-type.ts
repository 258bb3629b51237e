/** First bytes of what a kiosk takes, by offset; anything else is refused, so that a browser is never handed what it would take for a page. */
const BEGINNINGS: Readonly<Record<string, readonly (readonly [number, readonly number[]])[]>> = {
  // ISO/IEC 10918-1 B.1.1.3: SOI and the marker after it.
  'image/jpeg': [[0, [0xff, 0xd8, 0xff]]],
  // ISO 15948, 5.2
  'image/png': [[0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]],
  // RFC 9649, 2.4: `RIFF`, a length, `WEBP`.
  'image/webp': [
    [0, [0x52, 0x49, 0x46, 0x46]],
    [8, [0x57, 0x45, 0x42, 0x50]],
  ],
  // RFC 8794, 11.2.1: the EBML header.
  'audio/webm': [[0, [0x1a, 0x45, 0xdf, 0xa3]]],
};

/** Whether bytes begin as their type does; never for a type no complaint may have. */
export function isOfType(contentType: string, bytes: Uint8Array): boolean {
  const beginnings = Object.hasOwn(BEGINNINGS, contentType) ? BEGINNINGS[contentType] : undefined;
  return (
    beginnings?.every(([from, values]) => values.every((value, place) => bytes[from + place] === value)) ??
    false
  );
}
