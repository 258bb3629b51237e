import { z } from 'zod';
import { feeSchema } from '../domain/catalog.ts';
import { catalogKeySchema, identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { languageSchema, localizedSchema } from '../domain/localized.ts';
import { printStateSchema } from '../domain/print.ts';
import { trackingCodeSchema } from '../domain/tracking-code.ts';
import { command, emptySchema } from './base.ts';

/** What whoever holds a receipt may know: no name beyond initials, no number, no value of any field but the product. */
export const citizenStatusSchema = z.object({
  trackingCode: trackingCodeSchema,
  /** `S. A.` */
  initials: z.string(),
  serviceKey: catalogKeySchema,
  product: z.object({ name: localizedSchema, fee: feeSchema }).nullable(),
  stageKey: catalogKeySchema,
  since: instantSchema,
  /** What the office asks for, in its own words. */
  remark: z.string().nullable(),
  /** Names of the fields the office remarked on. */
  remarkedFields: z.array(localizedSchema),
  /** Last moment to collect the passport; null in every other stage. */
  collectBefore: instantSchema.nullable(),
  /** When central was last heard about this, which is how old all this may be; null when it never was. */
  heardAt: instantSchema.nullable(),
});
export type CitizenStatus = z.infer<typeof citizenStatusSchema>;

/**
 * What came of asking central now.
 *
 * - `fresh`: central has said how it stands
 * - `no-line`: it could not be reached in a few seconds
 * - `quiet-hours`: the kiosk may not use its line now
 * - `not-arrived`: the application, or its correction, is not at central yet
 * - `refused`: central answers, and not with this
 */
export const refreshOutcomeSchema = z.enum(['fresh', 'no-line', 'quiet-hours', 'not-arrived', 'refused']);
export type RefreshOutcome = z.infer<typeof refreshOutcomeSchema>;

/** What can be taken home on paper. The station makes the words from the catalog; the face only says about what. */
export const guideSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), serviceKey: catalogKeySchema }),
  /** Outcome of the questions before travelling. */
  z.strictObject({
    kind: z.literal('documents'),
    serviceKey: catalogKeySchema,
    /** Requirements the citizen has at hand, and those still missing. */
    ready: z.array(catalogKeySchema).max(30),
    missing: z.array(catalogKeySchema).max(30),
  }),
]);
export type Guide = z.infer<typeof guideSchema>;

/** A citizen at the touchscreen asked for somebody. */
export const helpSchema = z.object({ askedAt: instantSchema }).nullable();
export type Help = z.infer<typeof helpSchema>;

/** What a citizen can count on now. Says nothing of anybody. */
export const machineHealthSchema = z.object({
  /** `none`: no printer is plugged in. */
  printer: z.enum(['works', 'no-paper', 'broken', 'none']),
  /** False while the disk is full: nothing new can be kept, everything can be read. */
  keeps: z.boolean(),
});
export type MachineHealth = z.infer<typeof machineHealthSchema>;

/** Commands of the citizen's own face. None of them answers with anything about anybody but the holder of a code. */
export const selfServiceContract = {
  health: command.output(machineHealthSchema),
  /** `NOT_FOUND` when this station did not give the code, `TOO_MANY_TRIES` when codes are being guessed. */
  status: command.input(z.strictObject({ trackingCode: trackingCodeSchema })).output(citizenStatusSchema),
  /** The same after asking central, with a deadline of seconds; whatever comes of it, the status as far as it is known. */
  refresh: command
    .input(z.strictObject({ trackingCode: trackingCodeSchema }))
    .output(z.object({ outcome: refreshOutcomeSchema, status: citizenStatusSchema })),
  /** How far a paper is that this face asked for. */
  paper: command
    .input(z.strictObject({ printJobId: identifierSchema }))
    .output(z.object({ state: printStateSchema })),
  printGuide: command
    .input(z.strictObject({ printJobId: identifierSchema, guide: guideSchema, language: languageSchema }))
    .output(z.object({ state: printStateSchema })),
  help: command.output(helpSchema),
  /** Calls an officer. Asking again keeps the first time. */
  askForHelp: command.output(helpSchema),
  /** The officer is on the way, or the citizen needs nobody any more. */
  endHelp: command.output(emptySchema),
};
