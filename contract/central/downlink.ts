import { z } from 'zod';
import { applicationStatusSchema } from '../domain/application-status.ts';
import { catalogSchema } from '../domain/catalog.ts';
import { officeReplySchema } from '../domain/complaint.ts';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { roleSchema } from '../domain/officer.ts';
import { stationSettingsSchema } from '../domain/station-settings.ts';

/** Somebody who may sign in at one kiosk. */
export const kioskOfficerSchema = z.strictObject({
  id: identifierSchema,
  name: z.string().trim().min(1).max(100),
  role: roleSchema,
  /** Argon2id in PHC string form. */
  pinHash: z
    .string()
    .max(200)
    .regex(/^\$argon2id\$/),
  revokedAt: instantSchema.nullable(),
});
export type KioskOfficer = z.infer<typeof kioskOfficerSchema>;

/** All of them, the revoked ones too. */
export const kioskOfficersSchema = z.array(kioskOfficerSchema).max(200);

/** How far the office is with one complaint of this kiosk. */
export const complaintStatusSchema = officeReplySchema.extend({ id: identifierSchema });
export type ComplaintStatus = z.infer<typeof complaintStatusSchema>;

/** Payload of the signed answer (compact JWS by central) to a station that asks what changed since its cursor. */
export const changesSchema = z.strictObject({
  stationId: z.string(),
  /** The cursor this answer starts after, so that an old answer cannot be played again. */
  from: z.string(),
  /** Store with the changes, in one transaction, and send next time. */
  cursor: z.string(),
  statuses: z.array(applicationStatusSchema).max(200),
  /** Only there when some changed: a station that never sent a complaint need not know of them. */
  complaints: z.array(complaintStatusSchema).max(200).optional(),
  /** The next catalog after the cursor, in force or coming; each comes in an answer of its own. */
  catalog: catalogSchema.nullable(),
  /**
   * Compact JWE (ECDH-ES, A256GCM) to the station's receiving key, over the JSON of `kioskOfficersSchema`: a PIN of six digits
   * is found from its hash, so nobody between may have the hash. Null when they did not change. This and `settings` are
   * only there for a station that told its receiving key.
   */
  officers: z
    .string()
    .max(256 * 1024)
    .nullable()
    .optional(),
  /** What the office set for this kiosk; null when that did not change. */
  settings: stationSettingsSchema.nullable().optional(),
  /** True when another page waits. */
  more: z.boolean(),
});
export type Changes = z.infer<typeof changesSchema>;
