/** What a card says of itself in its historical bytes (ISO/IEC 7816-4, 12.1.1, card capabilities). */
export interface CardCapabilities {
  /** It takes a long command in pieces, all but the last with bit 5 of CLA set. */
  readonly commandChaining: boolean;
  readonly extendedLength: boolean;
}

const NONE: CardCapabilities = { commandChaining: false, extendedLength: false };

/** Category indicators: 00 is followed by data objects and three status bytes, 80 by data objects only. */
const WITH_STATUS = 0x00;
const WITHOUT_STATUS = 0x80;
/** Compact tag of the card capabilities, in the upper four bits; the lower four are the length. */
const CAPABILITIES_TAG = 7;

/** Says no to everything a card does not say. */
export function cardCapabilities(historical: Uint8Array): CardCapabilities {
  const [category] = historical;
  if (category !== WITH_STATUS && category !== WITHOUT_STATUS) return NONE;
  const end = historical.length - (category === WITH_STATUS ? 3 : 0);
  for (let offset = 1; offset < end; ) {
    const header = historical[offset] ?? 0;
    const length = header & 0x0f;
    const third = historical[offset + 3];
    if (header >> 4 === CAPABILITIES_TAG && length === 3 && third !== undefined && offset + 3 < end) {
      return { commandChaining: (third & 0x80) !== 0, extendedLength: (third & 0x40) !== 0 };
    }
    offset += 1 + length;
  }
  return NONE;
}
