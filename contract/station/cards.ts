import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { catalogKeySchema, identifierSchema } from '../domain/identifiers.ts';
import { command } from './base.ts';

/**
 * Why a document could not be read; trying again is always possible.
 *
 * - `no-reader`, `reader-busy`, `reader-denied`, `reader-failed`: none is there, another program holds it, the operating
 *   system refuses access, it does not work
 * - `wrong-key`: the machine-readable lines or the card access number are not this passport's
 * - `not-a-passport`, `not-an-identity-card`: it is another card
 * - `unsupported`: a chip of a kind the kiosk does not know
 * - `no-photo`: the identity card's photo is missing or closed
 * - `unreadable`: it answers, and not as it should
 * - `no-consent`: the citizen has not consented yet
 */
export const cardProblemSchema = z.enum([
  'no-reader',
  'reader-busy',
  'reader-denied',
  'reader-failed',
  'wrong-key',
  'not-a-passport',
  'not-an-identity-card',
  'unsupported',
  'no-photo',
  'unreadable',
  'no-consent',
]);
export type CardProblem = z.infer<typeof cardProblemSchema>;

/** Events carry no `Blob`, so pictures come as text; two thirds of it are the picture. */
export const chipPictureSchema = z.object({
  mediaType: z.enum(['image/jpeg', 'image/png']),
  base64: z.base64().max(12 * 1024 * 1024),
});
export type ChipPicture = z.infer<typeof chipPictureSchema>;

/** What happens before the end. A card that is taken away too early is wanted `again`; reading then goes on by itself. */
const onTheWay = [
  z.object({ step: z.literal('card-wanted'), again: z.boolean() }),
  z.object({ step: z.literal('reading'), fraction: z.number().min(0).max(1) }),
  z.object({ step: z.literal('failed'), reason: cardProblemSchema }),
] as const;

const fillingSchema = z.object({
  /** Fields that were empty and are filled now. */
  filled: z.array(catalogKeySchema),
  /** Fields somebody filled otherwise than the chip says; they were left as they are. */
  differs: z.array(catalogKeySchema),
});

/**
 * `verified`: a trusted country signed it. `unknown-issuer`: nothing is wrong as far as can be told, which is usual.
 * `failed`: it was changed, or the chip is a copy; then nothing is filled or kept.
 */
export const passportVerdictSchema = z.enum(['verified', 'unknown-issuer', 'failed']);
export type PassportVerdict = z.infer<typeof passportVerdictSchema>;

export const passportNewsSchema = z.discriminatedUnion('step', [
  ...onTheWay,
  fillingSchema.extend({
    step: z.literal('done'),
    verdict: passportVerdictSchema,
    portrait: chipPictureSchema.nullable(),
    /** Whether the portrait was kept with the draft's pictures. */
    portraitKept: z.boolean(),
  }),
]);
export type PassportNews = z.infer<typeof passportNewsSchema>;

export const identityCardNewsSchema = z.discriminatedUnion('step', [
  ...onTheWay,
  fillingSchema.extend({
    step: z.literal('done'),
    /** Null when a vendor's reader gave the data. It is shown, and kept nowhere. */
    photo: chipPictureSchema.nullable(),
    /** Number of the chip in hexadecimal; null where it is made up anew each time. */
    chipNumber: z.string().nullable(),
  }),
]);
export type IdentityCardNews = z.infer<typeof identityCardNewsSchema>;

/** What opens a passport's chip. */
export const passportAccessSchema = z.discriminatedUnion('kind', [
  /** Both machine-readable lines as typed or scanned. */
  z.strictObject({ kind: z.literal('mrz'), lines: z.string().max(400) }),
  /** Card access number, printed on the data page of some passports. */
  z.strictObject({ kind: z.literal('can'), number: z.string().regex(/^\d{4,10}$/) }),
]);
export type PassportAccess = z.infer<typeof passportAccessSchema>;

/** Streams that end by themselves with `done` or `failed`, or when the face closes them. */
export const cardsContract = {
  /** Reads a passport's chip and fills what is still empty in the draft. */
  readPassport: command
    .input(z.strictObject({ draftId: identifierSchema, access: passportAccessSchema }))
    .output(eventIterator(passportNewsSchema)),
  /**
   * `photo`: the face on a KTP-el, `FORBIDDEN` where the catalog does not allow it. `biodata`: what a vendor's reader
   * tells of the next card, `NOT_FOUND` where there is no such reader.
   */
  readIdentityCard: command
    .input(z.strictObject({ draftId: identifierSchema, source: z.enum(['photo', 'biodata']) }))
    .output(eventIterator(identityCardNewsSchema)),
};
