/**
 * Counts bundle bytes that the station sends although central has had them. Bytes count as had once they were passed on
 * to a central that lives, written down or not; only a central that was killed, or says itself that it failed, may have
 * lost some.
 */
export interface ResentBytes {
  /** From now on what breaks is broken by this fault. */
  begin(fault: string): void;
  /** Bytes of a bundle from `start` were passed on. */
  passed(packetId: string, start: number, length: number): void;
  /** Central failed at what it was given of this bundle from `start` on, and keeps nothing of it. */
  notKept(packetId: string, start: number): void;
  /** What was on its way and not yet written down is gone. */
  centralDied(): void;
  total(): number;
  /** The fault that cost the line most, over all bundles it broke; null while nothing was sent again. */
  worst(): { readonly fault: string; readonly bytes: number } | null;
}

export function createResentBytes(): ResentBytes {
  /** From zero to this byte central has had the bundle. */
  const had = new Map<string, number>();
  /** Under which fault central was last given something new of the bundle: if it is sent again, that one broke it. */
  const brokenBy = new Map<string, number>();
  const faults: { readonly fault: string; bytes: number }[] = [{ fault: 'before any fault', bytes: 0 }];

  return {
    begin: (fault) => void faults.push({ fault, bytes: 0 }),
    passed(packetId, start, length) {
      const until = had.get(packetId) ?? 0;
      const again = Math.max(0, Math.min(start + length, until) - start);
      const blamed = faults[brokenBy.get(packetId) ?? 0];
      if (again > 0 && blamed) blamed.bytes += again;
      if (start > until || start + length <= until) return;
      had.set(packetId, start + length);
      brokenBy.set(packetId, faults.length - 1);
    },
    notKept(packetId, start) {
      had.set(packetId, Math.min(had.get(packetId) ?? 0, start));
    },
    centralDied() {
      had.clear();
      brokenBy.clear();
    },
    total: () => faults.reduce((sum, { bytes }) => sum + bytes, 0),
    worst() {
      const [worst] = faults.toSorted((one, other) => other.bytes - one.bytes);
      return worst && worst.bytes > 0 ? worst : null;
    },
  };
}
