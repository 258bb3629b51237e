import type { Unsubscribe } from '../../listeners.ts';
import type { ControlSetup, UsbDeviceInfo } from '../../transport/usb-transport.ts';

/** What a device puts on the wire when the host offers or asks for one packet. */
export type OutHandshake = 'ack' | 'nak' | 'stall';
export type InPacket = Uint8Array | 'nak' | 'stall';

/** A device as a host controller meets it: control requests and packets, answered at once or with NAK. */
export interface VirtualUsbDevice {
  readonly descriptor: Omit<UsbDeviceInfo, 'key'>;
  /** The data stage, cut to the length asked for by the bus; 'stall' for a request the device does not know. */
  controlIn(setup: ControlSetup): Uint8Array | 'stall';
  controlOut(setup: ControlSetup, bytes: Uint8Array): 'ack' | 'stall';
  packetOut(endpoint: number, packet: Uint8Array): OutHandshake;
  packetIn(endpoint: number): InPacket;
  /** Called when a NAKed packet may now succeed. */
  onReady(listener: () => void): Unsubscribe;
  /** Called when the plug is pulled: a device fed by the bus forgets what it was doing. */
  losePower?(): void;
}
