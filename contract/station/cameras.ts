import { z } from 'zod';
import { cameraChoiceSchema, cameraConditionSchema } from '../domain/camera.ts';
import { command, emptySchema } from './base.ts';

/** Largest picture of a still camera a face is sent: with what goes around it, below what the shell passes on at once. */
export const LARGEST_STILL_BYTES = 40 * 1024 * 1024;

/** One press of the still camera's shutter. */
export const stillPictureSchema = z.discriminatedUnion('outcome', [
  /** A JPEG as the camera made it, of at most `LARGEST_STILL_BYTES`; pixels. */
  z.object({
    outcome: z.literal('captured'),
    picture: z.instanceof(Blob),
    width: z.number().int().positive(),
    height: z.number().int().positive(),
  }),
  /** Translation key under `deviceReason`, such as `camera-no-picture`. */
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
]);
export type StillPicture = z.infer<typeof stillPictureSchema>;

/**
 * Live cameras belong to the face that shows their picture; the station remembers which one was chosen for what, and
 * presses the shutter of the still camera.
 */
export const camerasContract = {
  /** What was chosen at the face that asks, at most one for each purpose. */
  choices: command.output(z.array(cameraChoiceSchema)),
  /** Replaces the choice for its purpose. Choosing the same again changes nothing. */
  choose: command.input(cameraChoiceSchema).output(cameraChoiceSchema),
  /** Takes seconds. A camera that is away or at work fails at once. */
  takeStill: command.output(stillPictureSchema),
  /** How the camera of the citizens' face is now. Telling the same again changes nothing. */
  tellCondition: command.input(z.strictObject({ condition: cameraConditionSchema })).output(emptySchema),
};
