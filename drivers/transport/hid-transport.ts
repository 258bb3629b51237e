import type { Unsubscribe } from '../listeners.ts';
import type { TransferOptions } from './usb-transport.ts';

/**
 * The byte-level seam between drivers and HID. Below it: the operating system's HID stack, or a virtual bus.
 * Reports are whole: the system has already put the packets of one report together.
 */

/** A top-level collection of the report descriptor (HID 1.11, 6.2.2.6): what the device says it is. */
export interface HidCollection {
  readonly usagePage: number;
  readonly usage: number;
}

export interface HidDeviceInfo {
  /** Names one attachment: the same device plugged in again has another key. */
  readonly key: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly serialNumber: string | null;
  readonly collections: readonly HidCollection[];
  /** The raw report descriptor; null where the system does not hand it out. */
  readonly reportDescriptor: Uint8Array | null;
}

/** One open device. Every method fails with a `TransportError`. */
export interface HidTransport {
  readonly device: HidDeviceInfo;
  /**
   * Called with every input report from now on. The first byte is the report's number where the device numbers its
   * reports, and missing where it does not.
   */
  onReport(listener: (report: Uint8Array) => void): Unsubscribe;
  /** Sends a feature report; its first byte is the report's number, 0 where reports are not numbered. */
  sendFeature(report: Uint8Array, options: TransferOptions): Promise<void>;
  /** Reads a feature report of at most `length` bytes, number included, as `sendFeature` takes it. */
  getFeature(reportId: number, length: number, options: TransferOptions): Promise<Uint8Array>;
  /** Sends an output report; first byte as in `sendFeature`. */
  sendOutput(report: Uint8Array, options: TransferOptions): Promise<void>;
  /** Ends reports; pending calls fail with `gone`. Never rejects; later calls do nothing. */
  close(): Promise<void>;
  /** Called once when the device leaves the bus while open. */
  onGone(listener: () => void): Unsubscribe;
}

export interface HidBus {
  list(): Promise<readonly HidDeviceInfo[]>;
  /** Opens the device: `gone`, `busy`, `denied` or `protocol` when it cannot. */
  open(device: HidDeviceInfo): Promise<HidTransport>;
  onAttach(listener: (device: HidDeviceInfo) => void): Unsubscribe;
  onDetach(listener: (device: HidDeviceInfo) => void): Unsubscribe;
  /** Stops watching for devices. */
  close(): Promise<void>;
}
