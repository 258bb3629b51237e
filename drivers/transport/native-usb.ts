/**
 * The few members of the `usb` package we use, in its own words (WebUSB names, plus `native…` calls that take a
 * timeout in milliseconds). Owning the shape lets tests stand in for it and shows what an upgrade may break.
 */
export interface NativeUsb {
  getDevices(): Promise<readonly NativeUsbDevice[]>;
  addEventListener(type: 'connect' | 'disconnect', listener: (event: NativeUsbEvent) => void): void;
  removeEventListener(type: 'connect' | 'disconnect', listener: (event: NativeUsbEvent) => void): void;
}

export interface NativeUsbEvent {
  readonly device: NativeUsbDevice;
}

export interface NativeUsbDevice {
  /** The library's name for one attachment. */
  readonly handle: string;
  /** The bus's number, in decimal, and the ports from its root to the device. */
  readonly bus: string;
  readonly ports: readonly number[];
  readonly vendorId: number;
  readonly productId: number;
  readonly manufacturerName?: string | null | undefined;
  readonly productName?: string | null | undefined;
  readonly serialNumber?: string | null | undefined;
  /** This and the three names open the device where they must, and throw when that fails. */
  readonly configurations: readonly NativeUsbConfiguration[];
  /** This and the next four throw at once while a transfer of the same device is underway. */
  open(): Promise<void>;
  close(): Promise<void>;
  claimInterface(interfaceNumber: number): Promise<void>;
  releaseInterface(interfaceNumber: number): Promise<void>;
  detachKernelDriver(interfaceNumber: number): Promise<void>;
  /** Ends every transfer underway; the device stays on the bus. */
  reset(): Promise<void>;
  clearHalt(direction: 'in' | 'out', endpointNumber: number): Promise<void>;
  /** Null when the device stalls. */
  nativeControlTransferIn(setup: NativeSetup, timeout: number, length: number): Promise<Uint8Array | null>;
  /** Negative when the device stalls. */
  nativeControlTransferOut(setup: NativeSetup, timeout: number, data?: Uint8Array | null): Promise<number>;
  nativeTransferIn(endpointNumber: number, timeout: number, length: number): Promise<Uint8Array | null>;
  nativeTransferOut(endpointNumber: number, timeout: number, data: Uint8Array): Promise<number>;
}

export interface NativeUsbConfiguration {
  readonly configurationValue: number;
  readonly interfaces: readonly NativeUsbInterface[];
}

export interface NativeUsbInterface {
  readonly interfaceNumber: number;
  readonly alternate: {
    readonly interfaceClass: number;
    readonly interfaceSubclass: number;
    readonly interfaceProtocol: number;
    readonly endpoints: readonly {
      readonly endpointNumber: number;
      readonly direction: 'in' | 'out';
      readonly type: 'bulk' | 'interrupt' | 'isochronous';
      readonly packetSize: number;
    }[];
  };
}

export interface NativeSetup {
  readonly requestType: 'standard' | 'class' | 'vendor';
  readonly recipient: 'device' | 'interface';
  readonly request: number;
  readonly value: number;
  readonly index: number;
}
