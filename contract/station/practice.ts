import { z } from 'zod';
import { command, emptySchema } from './base.ts';
import {
  identityCardReaderTroubleSchema,
  printerTroubleSchema,
  readerTroubleSchema,
  scannerTroubleSchema,
  stillCameraTroubleSchema,
  troubleChangeSchema,
} from './practice-troubles.ts';

/** What lies under the virtual camera. */
export const cameraSceneSchema = z.enum([
  'empty-table',
  'ktp',
  'passport-page',
  'passport-cover',
  /** What the virtual printer printed last. */
  'printed-paper',
  'face',
]);
export type CameraScene = z.infer<typeof cameraSceneSchema>;

/** What can be held before the virtual scanner: the last paper of a kind that was printed, or a citizen's card. */
export const scannableSchema = z.enum(['ticket', 'receipt', 'ktp', 'family-card']);
export type Scannable = z.infer<typeof scannableSchema>;

/** What can be laid on the virtual reader; the passports differ in what the kiosk can make of their signature. */
export const layableSchema = z.enum(['passport', 'passport-unknown-issuer', 'passport-forged', 'ktp']);
export type Layable = z.infer<typeof layableSchema>;

export const practiceStateSchema = z.object({
  printer: z.object({
    plugged: z.boolean(),
    paper: z.enum(['ok', 'near-end', 'out']),
    coverOpen: z.boolean(),
    paperWidth: z.enum(['58', '80']),
    trouble: printerTroubleSchema.nullable(),
  }),
  scanner: z.object({
    plugged: z.boolean(),
    /** Papers there are to be scanned. */
    papers: z.object({ ticket: z.boolean(), receipt: z.boolean() }),
    trouble: scannerTroubleSchema.nullable(),
  }),
  reader: z.object({
    plugged: z.boolean(),
    card: layableSchema.nullable(),
    trouble: readerTroubleSchema.nullable(),
  }),
  /** A vendor's KTP-el reader. */
  identityCardReader: z.object({ plugged: z.boolean(), trouble: identityCardReaderTroubleSchema.nullable() }),
  stillCamera: z.object({ plugged: z.boolean(), trouble: stillCameraTroubleSchema.nullable() }),
  scene: cameraSceneSchema,
  line: z.enum(['up', 'cut']),
  power: z.enum(['mains', 'battery']),
  /** `night`: nobody is at the counter, whatever its schedule says. */
  hours: z.enum(['schedule', 'night']),
  /** Papers waiting in the tray to be taken, newest last. */
  papers: z.number().int().nonnegative(),
});
export type PracticeState = z.infer<typeof practiceStateSchema>;

/** A specimen citizen whose papers can be put under the camera and whose data can be typed. */
export const specimenSchema = z.object({
  key: z.string(),
  fullName: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export type Specimen = z.infer<typeof specimenSchema>;

/** Virtual devices; answers `FORBIDDEN` outside practice mode and to any face but the tray. */
export const practiceContract = {
  state: command.output(practiceStateSchema),
  specimens: command.output(z.array(specimenSchema)),
  /** The strip of paper hanging out of the printer, as a PNG; null when there is none. */
  paper: command.output(z.object({ picture: z.instanceof(Blob).nullable() })),
  takePaper: command.output(emptySchema),
  setPrinter: command
    .input(
      z.strictObject({
        plugged: z.boolean().optional(),
        paper: z.enum(['ok', 'near-end', 'out']).optional(),
        coverOpen: z.boolean().optional(),
      }),
    )
    .output(practiceStateSchema),
  setScanner: command.input(z.strictObject({ plugged: z.boolean() })).output(practiceStateSchema),
  /** `NOT_FOUND` when no such paper was printed since the start, `CONFLICT` while the scanner is unplugged. */
  scan: command
    .input(z.strictObject({ what: scannableSchema, specimen: z.string().max(40) }))
    .output(practiceStateSchema),
  setReader: command.input(z.strictObject({ plugged: z.boolean() })).output(practiceStateSchema),
  /** Lays a specimen's document on the reader, in place of what lies there. */
  layCard: command
    .input(z.strictObject({ what: layableSchema, specimen: z.string().max(40) }))
    .output(practiceStateSchema),
  takeCard: command.output(practiceStateSchema),
  setIdentityCardReader: command.input(z.strictObject({ plugged: z.boolean() })).output(practiceStateSchema),
  /** A specimen's KTP-el is read on the vendor's reader; `CONFLICT` while that is unplugged. */
  readIdentityCard: command
    .input(z.strictObject({ specimen: z.string().max(40) }))
    .output(practiceStateSchema),
  setStillCamera: command.input(z.strictObject({ plugged: z.boolean() })).output(practiceStateSchema),
  /** Makes something ail a device in place of what does, plugged in or not. */
  setTrouble: command.input(troubleChangeSchema).output(practiceStateSchema),
  setScene: command
    .input(z.strictObject({ scene: cameraSceneSchema, specimen: z.string().max(40) }))
    .output(practiceStateSchema),
  setLine: command.input(z.strictObject({ line: z.enum(['up', 'cut']) })).output(practiceStateSchema),
  setHours: command
    .input(z.strictObject({ hours: z.enum(['schedule', 'night']) }))
    .output(practiceStateSchema),
  setPower: command
    .input(z.strictObject({ power: z.enum(['mains', 'battery']) }))
    .output(practiceStateSchema),
};
