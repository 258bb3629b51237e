import type { WireCommand } from './ccid-wire.ts';

/** An abort takes a control request and a message that name the same slot and sequence number (CCID 1.1, 5.3.1). */
export interface AbortPair {
  /** wValue of the request. */
  requested(value: number): void;
  commanded(command: WireCommand): void;
  /** The message once both have come, which ends the pair. */
  take(): WireCommand | null;
  forget(): void;
}

export function createAbortPair(): AbortPair {
  let request: number | null = null;
  let message: WireCommand | null = null;
  return {
    requested(value) {
      request = value;
    },
    commanded(command) {
      message = command;
    },
    take() {
      if (!message || request !== ((message.sequence << 8) | message.slot)) return null;
      const complete = message;
      request = null;
      message = null;
      return complete;
    },
    forget() {
      request = null;
      message = null;
    },
  };
}
