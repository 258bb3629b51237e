import type { Unsubscribe } from '../../listeners.ts';
import type { HidDeviceInfo } from '../../transport/hid-transport.ts';

/** A device as a HID host meets it: reports it sends by itself, and reports it is given, answered at once. */
export interface VirtualHidDevice {
  readonly descriptor: Omit<HidDeviceInfo, 'key'>;
  /** Input reports; one sent while nobody listens is lost, as on the wire. */
  onReport(listener: (report: Uint8Array) => void): Unsubscribe;
  /** First byte is the report's number; 'stall' for a report the device does not know. */
  setFeature(report: Uint8Array): 'ack' | 'stall';
  getFeature(reportId: number): Uint8Array | 'stall';
  setOutput(report: Uint8Array): 'ack' | 'stall';
  /** A host opened the device: a device in the middle of something begins anew. */
  reset(): void;
}
