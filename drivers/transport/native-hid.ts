/**
 * The few members of the `node-hid` package we use, in its own words. Owning the shape lets tests stand in for it and
 * shows what an upgrade may break.
 */
export interface NativeHid {
  /** One row per top-level collection: a device with several has several rows of the same path. */
  devicesAsync(): Promise<readonly NativeHidRow[]>;
  readonly HIDAsync: { open(path: string): Promise<NativeHidDevice> };
}

export interface NativeHidRow {
  readonly path?: string | undefined;
  readonly vendorId: number;
  readonly productId: number;
  readonly manufacturer?: string | undefined;
  readonly product?: string | undefined;
  readonly serialNumber?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

export interface NativeHidDevice {
  /** Listening for `data` starts a thread that reads; a failed read ends it with one `error`, which may be a string. */
  on(event: 'data', listener: (report: Uint8Array) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  sendFeatureReport(report: Buffer): Promise<number>;
  getFeatureReport(reportId: number, length: number): Promise<Uint8Array>;
  write(report: Buffer): Promise<number>;
  close(): Promise<void>;
}
