import { z } from 'zod';

/** What a camera is asked for. Documents lie flat below one, a face looks into the other; codes are read like documents. */
export const cameraPurposeSchema = z.enum(['documents', 'portrait']);
export type CameraPurpose = z.infer<typeof cameraPurposeSchema>;

/** Quarter turns to the right until the picture stands upright. */
export const quarterTurnsSchema = z.literal([0, 1, 2, 3]);
export type QuarterTurns = z.infer<typeof quarterTurnsSchema>;

/**
 * Which camera serves a purpose, in terms that outlive a restart: the identifiers a browser gives to cameras do not.
 */
export const cameraChoiceSchema = z.strictObject({
  purpose: cameraPurposeSchema,
  /** As the operating system names it; empty while nobody has chosen one. */
  label: z.string().max(200),
  /** Tells cameras of one name apart: counted from 0 in the order the browser lists them. */
  place: z.number().int().min(0).max(15),
  turns: quarterTurnsSchema,
  /** The still camera takes the pictures while it is plugged in; the one named here while it is not. */
  still: z.boolean().default(false),
});
export type CameraChoice = z.infer<typeof cameraChoiceSchema>;

/**
 * How the camera at the citizens' screen is, as that screen's page finds it.
 *
 * - `present`: plugged in, and it gave a picture when it was tried
 * - `missing`: none is plugged in
 * - `no-picture`: plugged in, and gives none, or another program has it
 * - `blocked`: the page may not use it
 */
export const cameraConditionSchema = z.enum(['present', 'missing', 'no-picture', 'blocked']);
export type CameraCondition = z.infer<typeof cameraConditionSchema>;
