/** What waits to be told on the interrupt endpoint (CCID 1.1, 6.3): changes since the last notification, errors. */
export interface SlotChanges {
  note(slot: number, present: boolean): void;
  hardwareError(slot: number): void;
  /** The next message; null when there is nothing new. */
  take(): Uint8Array | null;
}

const SLOT_CHANGE = 0x50;
const HARDWARE_ERROR = 0x51;
const PRESENT = 1;
const CHANGED = 2;

export function createSlotChanges(slots: number): SlotChanges {
  let states: readonly number[] = Array.from({ length: slots }, () => 0);
  let errors: Uint8Array[] = [];

  return {
    note(slot, present) {
      states = states.map((state, index) => (index === slot ? CHANGED | (present ? PRESENT : 0) : state));
    },
    hardwareError(slot) {
      errors = [...errors, Uint8Array.of(HARDWARE_ERROR, slot, 0, 1)];
    },
    take() {
      const [error, ...others] = errors;
      if (error) {
        errors = others;
        return error;
      }
      if (!states.some((state) => state & CHANGED)) return null;
      const bytes = new Uint8Array(Math.ceil(slots / 4));
      for (const [slot, state] of states.entries()) {
        bytes[slot >> 2] = (bytes[slot >> 2] ?? 0) | (state << ((slot & 3) * 2));
      }
      states = states.map((state) => state & PRESENT);
      return Uint8Array.of(SLOT_CHANGE, ...bytes);
    },
  };
}
