import { z } from 'zod';
import { identifierSchema, instantSchema } from './identifiers.ts';

export const roleSchema = z.enum(['officer', 'supervisor', 'technician']);
export type Role = z.infer<typeof roleSchema>;

export const officerSchema = z.strictObject({
  id: identifierSchema,
  name: z.string(),
  role: roleSchema,
  /** Set while the PIN is locked out after wrong tries. */
  lockedUntil: instantSchema.nullable(),
});
export type Officer = z.infer<typeof officerSchema>;

/** Six to twelve digits. */
export const pinSchema = z.string().regex(/^\d{6,12}$/);
