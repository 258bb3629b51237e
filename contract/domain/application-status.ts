import { z } from 'zod';
import { catalogKeySchema, identifierSchema, instantSchema } from './identifiers.ts';
import { trackingCodeSchema } from './tracking-code.ts';

/** When and where a citizen is expected. */
export const appointmentSchema = z.strictObject({ at: instantSchema, place: z.string().min(1).max(200) });
export type Appointment = z.infer<typeof appointmentSchema>;

/** Where an application stands, as central last said. */
export const applicationStatusSchema = z.strictObject({
  applicationId: identifierSchema,
  trackingCode: trackingCodeSchema,
  stageKey: catalogKeySchema,
  since: instantSchema,
  /** Remark to the citizen, and per field when something must be corrected. */
  remark: z.string().max(2_000).nullable(),
  fieldRemarks: z.record(z.string(), z.string().max(500)),
  /** When and where the citizen is expected, once that is agreed. */
  appointment: appointmentSchema.optional(),
});
export type ApplicationStatus = z.infer<typeof applicationStatusSchema>;
