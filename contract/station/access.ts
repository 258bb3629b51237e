import { z } from 'zod';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { officerSchema, pinSchema, roleSchema } from '../domain/officer.ts';
import { counterNumberSchema } from '../domain/ticket.ts';
import { command, emptySchema } from './base.ts';

export const sessionSchema = z.object({
  officerId: identifierSchema,
  name: z.string(),
  role: roleSchema,
  signedInAt: instantSchema,
  /** True while locked: the PIN is asked again, the work stays. */
  locked: z.boolean(),
  /** The *loket* chosen at sign-in; null for the kiosk's own. */
  counter: counterNumberSchema.nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

export const accessContract = {
  /** `counters` are the *loket* this kiosk may stand at, the usual one first. `practicePin` is the PIN of every specimen officer, told on screen in practice mode only. */
  officers: command.output(
    z.object({
      officers: z.array(officerSchema),
      counters: z.array(counterNumberSchema).min(1),
      practicePin: pinSchema.nullable(),
    }),
  ),
  session: command.output(sessionSchema.nullable()),
  /**
   * `newPin` replaces a starting PIN, which opens nothing without it. `counter` is where the officer sits, `BAD_REQUEST`
   * for one this kiosk has not; without it a locked session stays where it was.
   */
  signIn: command
    .input(
      z.strictObject({
        officerId: identifierSchema,
        pin: pinSchema,
        newPin: pinSchema.optional(),
        counter: counterNumberSchema.optional(),
      }),
    )
    .output(sessionSchema),
  lock: command.output(emptySchema),
  signOut: command.output(emptySchema),
};
