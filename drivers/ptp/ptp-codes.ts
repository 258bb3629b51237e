/** Codes of ISO 15740 (PTP) that this driver speaks: operations 10.4, responses 11.3, events 12.5, formats 6.2. */
export const OPERATION = {
  getDeviceInfo: 0x1001,
  openSession: 0x1002,
  closeSession: 0x1003,
  getStorageIds: 0x1004,
  getObjectHandles: 0x1007,
  getObjectInfo: 0x1008,
  getObject: 0x1009,
  deleteObject: 0x100b,
  initiateCapture: 0x100e,
  getPartialObject: 0x101b,
} as const;

export const RESPONSE = {
  ok: 0x2001,
  generalError: 0x2002,
  sessionNotOpen: 0x2003,
  invalidTransaction: 0x2004,
  operationNotSupported: 0x2005,
  parameterNotSupported: 0x2006,
  invalidObjectHandle: 0x2009,
  storeFull: 0x200c,
  storeReadOnly: 0x200e,
  storeNotAvailable: 0x2013,
  deviceBusy: 0x2019,
  invalidParameter: 0x201d,
  sessionAlreadyOpen: 0x201e,
} as const;

export const EVENT = {
  cancelTransaction: 0x4001,
  objectAdded: 0x4002,
  storeFull: 0x400a,
  deviceReset: 0x400b,
  captureComplete: 0x400d,
} as const;

export const FORMAT = {
  association: 0x3001,
  exifJpeg: 0x3801,
  jfif: 0x3808,
  undefinedImage: 0x3800,
} as const;

/** Operations outside a session carry this transaction id, and so does OpenSession itself (ISO 15740, 9.3.1). */
export const NO_TRANSACTION = 0;
/** What a device puts in an event that belongs to no transaction (ISO 15740, 12.3.3). */
export const ANY_TRANSACTION = 0xffff_ffff;
