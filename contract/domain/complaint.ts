import { z } from 'zod';
import { identifierSchema, instantSchema } from './identifiers.ts';
import { TRACKING_ALPHABET, trackingCheckCharacter } from './tracking-code.ts';

/** `AD-XXXX-XXXX-C`, made as a tracking code is; the letters say that it is an *aduan*. */
export const complaintCodeSchema = z
  .string()
  .regex(/^AD-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);
export type ComplaintCode = z.infer<typeof complaintCodeSchema>;

/** As SP4N-LAPOR! divides them. */
export const complaintKindSchema = z.enum(['complaint', 'suggestion']);
export type ComplaintKind = z.infer<typeof complaintKindSchema>;

/** Room for what happened, when and where; longer letters go to SP4N-LAPOR!. */
export const LONGEST_COMPLAINT = 1_000;

/** How far the office is with it: it has come, somebody works on it, it is answered. */
export const complaintStateSchema = z.enum(['received', 'in-progress', 'answered']);
export type ComplaintState = z.infer<typeof complaintStateSchema>;

/** What the immigration office said of a complaint last. */
export const officeReplySchema = z.strictObject({
  state: complaintStateSchema,
  answer: z.string().min(1).max(LONGEST_COMPLAINT).nullable(),
  at: instantSchema,
});
export type OfficeReply = z.infer<typeof officeReplySchema>;

/** Longest voice note: whoever has more to say says it twice, and a supervisor hears it to the end. */
export const LONGEST_VOICE_MS = 60_000;
/** A picture or a voice note travels and is kept in pieces of at most this many bytes. */
export const LARGEST_MEDIA_PIECE = 256 * 1024;
/** A camera's picture is near 250 kB, a minute of Opus speech near 200 kB. */
export const LARGEST_MEDIA_BYTES = 4 * 1024 * 1024;
/** One picture and one voice note. */
export const MOST_MEDIA = 2;

export const complaintMediaKindSchema = z.enum(['picture', 'voice']);
export type ComplaintMediaKind = z.infer<typeof complaintMediaKindSchema>;

/** What is known of a picture or voice note without its bytes. */
export const complaintMediaSchema = z.strictObject({
  id: identifierSchema,
  kind: complaintMediaKindSchema,
  contentType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'audio/webm']),
  byteLength: z.number().int().positive().max(LARGEST_MEDIA_BYTES),
});
export type ComplaintMedia = z.infer<typeof complaintMediaSchema>;

export const complaintSchema = z.strictObject({
  id: identifierSchema,
  code: complaintCodeSchema,
  kind: complaintKindSchema,
  /** Empty where a picture or voice note says it all. */
  text: z.string().max(LONGEST_COMPLAINT),
  media: z.array(complaintMediaSchema).max(MOST_MEDIA),
  sentAt: instantSchema,
  /** What the village hall did; null while nobody has. */
  answer: z.string().min(1).max(LONGEST_COMPLAINT).nullable(),
  answeredAt: instantSchema.nullable(),
  /** Null while the office has not been heard of it. */
  office: officeReplySchema.nullable(),
});
export type Complaint = z.infer<typeof complaintSchema>;

/** Makes a code of eight characters' worth of draws, each 0 to 31. */
export function formatComplaintCode(draws: readonly number[]): ComplaintCode {
  const body = draws.map((draw) => TRACKING_ALPHABET.charAt(draw)).join('');
  return complaintCodeSchema.parse(`AD-${body.slice(0, 4)}-${body.slice(4)}-${trackingCheckCharacter(body)}`);
}

/** Reads a code as a person types it; null when it is none or its check character is wrong. */
export function parseComplaintCode(text: string): ComplaintCode | null {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replace(/^AD(?=.{9}$)/, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{9}$/.test(plain)) return null;
  const body = plain.slice(0, 8);
  if (trackingCheckCharacter(body) !== plain.charAt(8)) return null;
  return `AD-${body.slice(0, 4)}-${body.slice(4)}-${plain.charAt(8)}`;
}
