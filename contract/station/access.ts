import { z } from 'zod';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { officerSchema, pinSchema, roleSchema } from '../domain/officer.ts';
import { command, emptySchema } from './base.ts';

export const sessionSchema = z.object({
  officerId: identifierSchema,
  name: z.string(),
  role: roleSchema,
  signedInAt: instantSchema,
  /** True while locked: the PIN is asked again, the work stays. */
  locked: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;

export const accessContract = {
  /** `practicePin` is the PIN of every specimen officer, told on screen in practice mode only. */
  officers: command.output(z.object({ officers: z.array(officerSchema), practicePin: pinSchema.nullable() })),
  session: command.output(sessionSchema.nullable()),
  /** `newPin` replaces a starting PIN, which opens nothing without it. */
  signIn: command
    .input(z.strictObject({ officerId: identifierSchema, pin: pinSchema, newPin: pinSchema.optional() }))
    .output(sessionSchema),
  lock: command.output(emptySchema),
  signOut: command.output(emptySchema),
};
