/** What a reader says unasked on its interrupt endpoint (CCID 1.1, 6.3). */
export type CcidNotification =
  | { readonly kind: 'slot-change'; readonly slots: readonly SlotChange[] }
  /** Bit 0 of the code is overcurrent; the others are reserved (6.3.2). */
  | { readonly kind: 'hardware-error'; readonly slot: number; readonly code: number };

export interface SlotChange {
  readonly present: boolean;
  /** Whether it changed since the last notification. */
  readonly changed: boolean;
}

/** Two bits for each slot, four slots to a byte, at least one byte (CCID 1.1, 6.3.1). Null when it is neither message. */
export function decodeNotification(bytes: Uint8Array, slots: number): CcidNotification | null {
  if (bytes[0] === 0x50 && bytes.length === 1 + Math.ceil(slots / 4)) {
    return {
      kind: 'slot-change',
      slots: Array.from({ length: slots }, (_, slot) => {
        const bits = (bytes[1 + (slot >> 2)] ?? 0) >> ((slot & 3) * 2);
        return { present: (bits & 1) !== 0, changed: (bits & 2) !== 0 };
      }),
    };
  }
  const [type, slot, , code] = bytes;
  if (type !== 0x51 || bytes.length !== 4 || slot === undefined || code === undefined) return null;
  return { kind: 'hardware-error', slot, code };
}
