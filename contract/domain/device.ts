import { z } from 'zod';
import { instantSchema } from './identifiers.ts';

export const deviceStateSchema = z.enum(['absent', 'opening', 'ready', 'busy', 'faulted']);
export type DeviceState = z.infer<typeof deviceStateSchema>;

export const deviceSchema = z.strictObject({
  /** `camera` takes stills on the station's own cable; `citizen-camera` is live and belongs to the citizens' page, which tells of it. */
  kind: z.enum([
    'receipt-printer',
    'scanner',
    'smart-card-reader',
    'identity-card-reader',
    'camera',
    'citizen-camera',
  ]),
  model: z.string(),
  state: deviceStateSchema,
  /** Translation key under `deviceReason`, such as `paper-out`. */
  reason: z.string().nullable(),
  paperNearEnd: z.boolean(),
  /** Since when it is so; only of what the station is told and cannot look at itself. */
  since: instantSchema.optional(),
  /** Why and when it last needed a hand since the station started; null when it never did. */
  lastFault: z.strictObject({ reason: z.string(), at: instantSchema }).nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

/** A device went from one state to another. Says nothing of what it read or printed. */
export const deviceChangeSchema = z.strictObject({
  /** Counts from 1 since the station started. */
  number: z.number().int().positive(),
  at: instantSchema,
  kind: deviceSchema.shape.kind,
  model: z.string(),
  state: deviceStateSchema,
  reason: z.string().nullable(),
});
export type DeviceChange = z.infer<typeof deviceChangeSchema>;
