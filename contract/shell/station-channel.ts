import { z } from 'zod';
import { faceSchema } from './face.ts';
import { STATION_FATALS } from './station-fatal.ts';

/** What the station is told once, over its private channel: nothing of this is in argv, the environment or a log. */
export const stationStartSchema = z.strictObject({
  mode: z.enum(['practice', 'production']),
  /** Folder of the database, made if missing. */
  dataFolder: z.string().min(1),
  /** Folder with the catalog and regions the application was installed with. */
  resourcesFolder: z.string().min(1),
  /** 32 bytes as 64 hexadecimal digits. */
  databaseKey: z.string().regex(/^[0-9a-f]{64}$/),
  databaseKeyKeptBy: z.enum(['operating-system', 'file']),
  /** Practice mode: file Chromium plays as the camera. */
  cameraFile: z.string().nullable(),
  version: z.string(),
});
export type StationStart = z.infer<typeof stationStartSchema>;

/** Bytes or text of the RPC library, passed on unread. */
const faceData = z.union([z.string(), z.instanceof(ArrayBuffer), z.instanceof(Uint8Array)]);

/** Characters; one that central writes has about 1,500. */
export const LARGEST_ENROLMENT_FILE = 16 * 1024;

/** Shell to station. `faceId` names one opened port. */
export const toStationSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), start: stationStartSchema }),
  /** Where central is, such as `http://127.0.0.1:8443`; may come, and change, at any time after `start`. */
  z.object({
    type: z.literal('central'),
    url: z.url(),
    /** One-time code, used when the station is not enrolled yet. */
    enrolmentCode: z.string().nullable(),
  }),
  /** Content of an enrolment file; where central is follows from it. May come any time after `start`. */
  z.object({
    type: z.literal('enrolment-file'),
    content: z.string().max(LARGEST_ENROLMENT_FILE),
    /** As typed from the office's paper; null when nobody typed it. */
    fingerprint: z.string().max(100).nullable(),
  }),
  z.object({ type: z.literal('face-opened'), faceId: z.number().int(), face: faceSchema }),
  z.object({ type: z.literal('face-message'), faceId: z.number().int(), data: faceData }),
  z.object({ type: z.literal('face-closed'), faceId: z.number().int() }),
  z.object({ type: z.literal('ping'), sequence: z.number().int() }),
  z.object({ type: z.literal('stop') }),
]);
export type ToStation = z.infer<typeof toStationSchema>;

export const stationFatalSchema = z.enum(STATION_FATALS);

/** Station to shell. */
export const fromStationSchema = z.discriminatedUnion('type', [
  /** Process is up and waits for `start`. */
  z.object({ type: z.literal('hello'), pid: z.number().int() }),
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('face-message'), faceId: z.number().int(), data: faceData }),
  z.object({ type: z.literal('pong'), sequence: z.number().int() }),
  /** The station will exit and starting it again will not help. */
  z.object({ type: z.literal('fatal'), reason: stationFatalSchema }),
]);
export type FromStation = z.infer<typeof fromStationSchema>;
