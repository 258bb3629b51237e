import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { instantSchema } from '../domain/identifiers.ts';
import { scanKindSchema, scanSchema } from '../domain/scan.ts';
import { unattendedSchema } from '../domain/time-of-day.ts';
import { command } from './base.ts';

/** What changed; faces read again what they show. Scans are news of their own. */
export const stationEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session-changed') }),
  z.object({ type: z.literal('queue-changed') }),
  z.object({ type: z.literal('draft-changed'), draftId: z.string() }),
  z.object({ type: z.literal('applications-changed') }),
  z.object({ type: z.literal('outbox-changed') }),
  z.object({ type: z.literal('devices-changed') }),
  z.object({ type: z.literal('printing-changed') }),
  z.object({ type: z.literal('catalog-changed') }),
  /** The officer at the counter has read what is new in the catalog. */
  z.object({ type: z.literal('catalog-read') }),
  /** The office set something for this kiosk. */
  z.object({ type: z.literal('settings-changed') }),
  /** Practice mode: another scene lies under the virtual camera; faces open the camera again. */
  z.object({ type: z.literal('camera-changed') }),
  /** Somebody at the touchscreen called an officer, or was attended to. */
  z.object({ type: z.literal('help-changed') }),
  z.object({ type: z.literal('feedback-changed') }),
  /** The unattended hours began or ended. */
  z.object({ type: z.literal('attendance-changed') }),
  z.object({ type: z.literal('power-changed') }),
  z.object({ type: z.literal('storage-changed') }),
  /**
   * Only for the counter, and only while an officer is at it: a code may hold a citizen's number. The citizen's own face
   * hears receipts and nothing else.
   */
  z.object({ type: z.literal('scanned'), scan: scanSchema }),
  /** The same for whoever tries a scanner and may not see citizens' data: only what kind of code it was. */
  z.object({ type: z.literal('scan-kind'), kind: scanKindSchema }),
  /** A scanner sent something that is no whole code: it has to be scanned again. */
  z.object({ type: z.literal('scan-failed') }),
]);
export type StationEvent = z.infer<typeof stationEventSchema>;

/** By which schedule the counter closes. */
export const unattendedHoursSchema = z.object({
  spans: unattendedSchema.readonly(),
  /** When the office set it; null where the kiosk's own file holds. */
  receivedAt: instantSchema.nullable(),
});
export type UnattendedHours = z.infer<typeof unattendedHoursSchema>;

export const stationFactsSchema = z.object({
  mode: z.enum(['practice', 'production']),
  stationId: z.string(),
  stationName: z.string(),
  version: z.string(),
  now: instantSchema,
  /** How the database key is kept; `file` is said on screen. */
  databaseKey: z.enum(['operating-system', 'file']),
  power: z.object({ source: z.enum(['mains', 'battery', 'unknown']), percent: z.number().nullable() }),
  storage: z.enum(['ok', 'low', 'full']),
  /** When the counter opens again while nobody is at it by schedule; null while it is attended. */
  unattendedUntil: instantSchema.nullable(),
  unattendedHours: unattendedHoursSchema,
});
export type StationFacts = z.infer<typeof stationFactsSchema>;

export const systemContract = {
  facts: command.output(stationFactsSchema),
  /** A stream that never ends by itself; a dropped stream is opened again by the face. */
  events: command.output(eventIterator(stationEventSchema)),
};
