import type { ControlSetup } from '../transport/usb-transport.ts';

/** ABORT (CCID 1.1, 5.3.1): goes with an abort message that carries the same slot and sequence number. */
export function abortRequest(interfaceNumber: number, slot: number, sequence: number): ControlSetup {
  return {
    type: 'class',
    recipient: 'interface',
    request: 1,
    value: (sequence << 8) | slot,
    index: interfaceNumber,
  };
}
