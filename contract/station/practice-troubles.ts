import { z } from 'zod';

/**
 * What can be made to ail each virtual device, one thing at a time. Most are named as the reason it ends in; `slow` ends
 * in none, the device only takes seconds to be ready. Some need no fault of the device but of the kiosk around it:
 * `held-elsewhere` is another program that came first, `denied` a system that gives no access.
 */
export const printerTroubleSchema = z.enum([
  'slow',
  'silent',
  'garbage',
  'stalled',
  'held-elsewhere',
  'denied',
  'offline',
  'cutter',
  'overheated',
  'hardware',
]);
export type PrinterTrouble = z.infer<typeof printerTroubleSchema>;

/** `unsupported`: set to a mode in which it tells no codes. */
export const scannerTroubleSchema = z.enum([
  'slow',
  'silent',
  'garbage',
  'held-elsewhere',
  'denied',
  'unsupported',
]);
export type ScannerTrouble = z.infer<typeof scannerTroubleSchema>;

/** `mute-card`: the reader is well, and no card answers it. `unsupported`: it moves single characters. */
export const readerTroubleSchema = z.enum([
  'slow',
  'silent',
  'garbage',
  'stalled',
  'held-elsewhere',
  'denied',
  'hardware',
  'unsupported',
  'mute-card',
]);
export type ReaderTrouble = z.infer<typeof readerTroubleSchema>;

/** `file`: what the vendor's program writes cannot be read. */
export const identityCardReaderTroubleSchema = z.enum(['file']);
export type IdentityCardReaderTrouble = z.infer<typeof identityCardReaderTroubleSchema>;

/** From `store-full` on: the camera is well until it is told to take a picture. */
export const stillCameraTroubleSchema = z.enum([
  'slow',
  'silent',
  'garbage',
  'stalled',
  'held-elsewhere',
  'denied',
  'busy',
  'cannot-capture',
  'store-full',
  'no-store',
  'no-picture',
  'not-a-jpeg',
  'too-large',
  'refused',
]);
export type StillCameraTrouble = z.infer<typeof stillCameraTroubleSchema>;

/** Null takes back what ails the device. */
export const troubleChangeSchema = z.discriminatedUnion('device', [
  z.strictObject({ device: z.literal('printer'), trouble: printerTroubleSchema.nullable() }),
  z.strictObject({ device: z.literal('scanner'), trouble: scannerTroubleSchema.nullable() }),
  z.strictObject({ device: z.literal('reader'), trouble: readerTroubleSchema.nullable() }),
  z.strictObject({
    device: z.literal('identityCardReader'),
    trouble: identityCardReaderTroubleSchema.nullable(),
  }),
  z.strictObject({ device: z.literal('stillCamera'), trouble: stillCameraTroubleSchema.nullable() }),
]);
export type TroubleChange = z.infer<typeof troubleChangeSchema>;
