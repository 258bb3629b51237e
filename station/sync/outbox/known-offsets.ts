/** Where central last said that bundles stand. Forgotten by a restart and after a cut on purpose: central is asked then. */
export interface KnownOffsets {
  note(packetId: string, offset: number): void;
  /** Forgets it too: whoever takes it may change it. */
  take(packetId: string): number | null;
}

export function createKnownOffsets(): KnownOffsets {
  const offsets = new Map<string, number>();
  return {
    note: (packetId, offset) => void offsets.set(packetId, offset),
    take(packetId) {
      const offset = offsets.get(packetId) ?? null;
      offsets.delete(packetId);
      return offset;
    },
  };
}
