import type { Unsubscribe } from '../listeners.ts';

/**
 * The byte-level seam between drivers and USB. Below it: the operating system's USB stack, or a virtual bus.
 * Above it: codecs and drivers that never know which of the two they talk to.
 */

export interface UsbEndpointInfo {
  /** 1 to 15, without the direction bit. */
  readonly number: number;
  readonly direction: 'in' | 'out';
  readonly type: 'bulk' | 'interrupt' | 'isochronous';
  readonly packetSize: number;
}

export interface UsbInterfaceInfo {
  readonly number: number;
  readonly classCode: number;
  readonly subclassCode: number;
  readonly protocolCode: number;
  readonly endpoints: readonly UsbEndpointInfo[];
}

export interface UsbDeviceInfo {
  /** Names one attachment: the same device plugged in again has another key. */
  readonly key: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly serialNumber: string | null;
  readonly interfaces: readonly UsbInterfaceInfo[];
}

/** The setup packet of a control transfer (USB 2.0, 9.3) without its direction and length. */
export interface ControlSetup {
  readonly type: 'standard' | 'class' | 'vendor';
  readonly recipient: 'device' | 'interface';
  readonly request: number;
  readonly value: number;
  readonly index: number;
}

export interface TransferOptions {
  /** Milliseconds until the transfer fails with `timeout`; at least 1. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** One open device with one claimed interface. Every method fails with a `TransportError`. */
export interface UsbTransport {
  readonly device: UsbDeviceInfo;
  controlIn(setup: ControlSetup, length: number, options: TransferOptions): Promise<Uint8Array>;
  controlOut(setup: ControlSetup, bytes: Uint8Array, options: TransferOptions): Promise<void>;
  /** One transfer: ends at a short packet or after `length` bytes. One at a time per endpoint. */
  transferIn(endpoint: number, length: number, options: TransferOptions): Promise<Uint8Array>;
  /** Resolves when the device has taken every byte. One at a time per endpoint. */
  transferOut(endpoint: number, bytes: Uint8Array, options: TransferOptions): Promise<void>;
  /**
   * A write that was aborted may go on reaching the device, since not every system can take it back. Once this resolves
   * none does, even if the device had to be reset. Never rejects.
   */
  endWrites(): Promise<void>;
  /** Releases the interface; pending transfers fail with `gone`. Never rejects; later calls do nothing. */
  close(): Promise<void>;
  /** Called once when the device leaves the bus while open. */
  onGone(listener: () => void): Unsubscribe;
}

export interface UsbBus {
  list(): Promise<readonly UsbDeviceInfo[]>;
  /** Opens the device and claims the interface: `gone`, `busy`, `denied` or `protocol` when it cannot. */
  open(device: UsbDeviceInfo, interfaceNumber: number): Promise<UsbTransport>;
  onAttach(listener: (device: UsbDeviceInfo) => void): Unsubscribe;
  onDetach(listener: (device: UsbDeviceInfo) => void): Unsubscribe;
  /** Stops watching for devices. */
  close(): Promise<void>;
}
