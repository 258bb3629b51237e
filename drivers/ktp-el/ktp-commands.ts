/**
 * Command APDUs for the part of a KTP-el that is open to any reader (ISO/IEC 7816-4; PC/SC part 3). Files are selected
 * by identifier, the card has no application identifier. Biodata, signature, fingerprints and their digital signature
 * (6FF1, 6FF3 to 6FF6) open only to a security module of the population registry, and are left alone.
 */
export const KTP_DIRECTORY = 0x7f0a;
export const KTP_PHOTO_FILE = 0x6ff2;

/** Answered by the reader, not the card (PC/SC part 3, 3.2.2.1.3). */
export const READ_UID = Uint8Array.of(0xff, 0xca, 0x00, 0x00, 0x00);

export function selectFile(identifier: number): Uint8Array {
  return Uint8Array.of(0x00, 0xa4, 0x00, 0x00, 0x02, identifier >> 8, identifier & 0xff);
}

/** `offset` up to 7FFF: the highest bit would make it a short file identifier. `length` from 1 to 255. */
export function readBinary(offset: number, length: number): Uint8Array {
  return Uint8Array.of(0x00, 0xb0, offset >> 8, offset & 0xff, length);
}
