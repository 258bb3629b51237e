import type { Clock } from '../../clock.ts';
import type { VirtualCard } from '../card/virtual-card.ts';
import type { VirtualUsbDevice } from '../usb/virtual-usb-device.ts';
import type { LineFault } from './line-faults.ts';
import type { ContactlessBitRate } from './line-time.ts';
import type { VirtualCcidTraits } from './virtual-ccid-descriptor.ts';

/**
 * - `mute-card`: every card keeps silent
 * - `silent`: commands are taken and never answered
 * - `garbage`: answers are bytes that are no message
 * - `stall-in`, `stall-out`: a bulk endpoint stalls
 * - `hardware`: every exchange with a card ends in a hardware error
 * - `broken`: a hardware error comes whenever the interrupt endpoint is asked
 */
export type CcidFault = 'mute-card' | 'silent' | 'garbage' | 'stall-in' | 'stall-out' | 'hardware' | 'broken';

export interface VirtualCcidReader extends VirtualUsbDevice {
  /** The class descriptor in its configuration, for a bus that describes the rest by itself. */
  readonly classDescriptor: Uint8Array;
  /** Puts a card in place of what is there. */
  insert(card: VirtualCard, slot?: number): void;
  remove(slot?: number): void;
  setFault(fault: CcidFault | null): void;
  /** What befalls the next blocks that come from a card, in order; null lets one pass. */
  spoilLine(faults: readonly (LineFault | null)[]): void;
  /** The card there now is pulled in the middle of the next exchange with it. */
  removeInNextExchange(): void;
  /** Sends a hardware error on the interrupt endpoint. */
  reportHardwareError(): void;
  /** Everything a host sent that the specification does not allow. */
  readonly problems: readonly string[];
}

export interface VirtualCcidReaderOptions extends Partial<VirtualCcidTraits> {
  readonly clock: Clock;
  /** Lets every byte between reader and card take the time of a contactless line; none at all when absent. */
  readonly bitRate?: ContactlessBitRate;
  /** bPowerSelect at which cards in a reader that leaves voltage to the host come to life; any when absent. */
  readonly cardVoltage?: 1 | 2 | 3;
  /** Answers the maker's own commands; null, or none at all, is "not supported". */
  readonly escape?: (bytes: Uint8Array) => Uint8Array | null;
  /** Passes for a model that exists, where a test is about its quirks. */
  readonly identity?: { readonly vendorId: number; readonly productId: number };
}
