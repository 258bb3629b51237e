import { z } from 'zod';
import { appointmentSchema } from '../domain/application-status.ts';
import { cameraConditionSchema } from '../domain/camera.ts';
import { feeSchema } from '../domain/catalog.ts';
import { documentAnswersSchema } from '../domain/draft.ts';
import { fieldValueSchema } from '../domain/form.ts';
import { catalogKeySchema, identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { issueSchema } from '../domain/issue.ts';
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
  /** When and where the citizen is expected; null until central has said. */
  appointment: appointmentSchema.nullable(),
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
    /** Those whose pictures were taken well, and those whose pictures will not do. */
    pictured: z.array(catalogKeySchema).max(30).default([]),
    unclear: z.array(catalogKeySchema).max(30).default([]),
  }),
]);
export type Guide = z.infer<typeof guideSchema>;

/** What one citizen has filled in alone so far. Kept until a ticket takes it along, or the visit ends. */
export const citizenDraftSchema = z.object({
  values: z.record(catalogKeySchema, fieldValueSchema),
  issues: z.array(issueSchema),
  /** Requirement pages there is a picture of. */
  pictures: z.array(catalogKeySchema),
});
export type CitizenDraft = z.infer<typeof citizenDraftSchema>;

/** A citizen at the touchscreen asked for somebody. */
export const helpSchema = z.object({ askedAt: instantSchema }).nullable();
export type Help = z.infer<typeof helpSchema>;

/** What a citizen can count on now. Says nothing of anybody. */
export const machineHealthSchema = z.object({
  /** `none`: no printer is plugged in. */
  printer: z.enum(['works', 'no-paper', 'broken', 'none']),
  /** As the citizens' face told last; null when it never did. */
  camera: cameraConditionSchema.nullable(),
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
  /**
   * Makes what was answered durable; the first call begins the draft, and whatever another citizen left there goes. Only
   * what the form asks of the person and the product: consent is given before an officer. `CONFLICT` once a ticket took
   * the draft along.
   */
  saveApplication: command
    .input(
      z.strictObject({
        draftId: identifierSchema,
        serviceKey: catalogKeySchema,
        values: z.record(catalogKeySchema, fieldValueSchema),
        documentAnswers: documentAnswersSchema.optional(),
      }),
    )
    .output(citizenDraftSchema),
  /** Replaces any earlier picture of the same page. `NOT_FOUND` before the draft was begun or after it went. */
  addPicture: command
    .input(
      z.strictObject({
        draftId: identifierSchema,
        attachmentId: identifierSchema,
        kind: catalogKeySchema,
        width: z.number().int().positive().max(10_000),
        height: z.number().int().positive().max(10_000),
        picture: z.instanceof(Blob),
      }),
    )
    .output(citizenDraftSchema),
  /** Forgets a draft that no ticket took along; any other stays as it is. */
  dropApplication: command.input(z.strictObject({ draftId: identifierSchema })).output(emptySchema),
  help: command.output(helpSchema),
  /** Calls an officer. Asking again keeps the first time. */
  askForHelp: command.output(helpSchema),
  /** The officer is on the way, or the citizen needs nobody any more. */
  endHelp: command.output(emptySchema),
};
