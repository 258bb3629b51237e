import { z } from 'zod';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';
import { publicKeySchema } from './enrolment.ts';
import { feedbackAnswerSchema, feedbackPacketSchema, MOST_FEEDBACK_PACKETS } from './feedback.ts';
import { acknowledgedSchema, LARGEST_SEALED_CHARACTERS, rejectedSchema, sha256Schema } from './packet.ts';

/** A file of whole packets of 600 kB is then 1.2 GB; its head stays below `CARRY_FILE.largestPayload`. */
export const LARGEST_CARRY = 2_000;
/** The largest file of FAT32, which most USB drives are sold with. */
export const LARGEST_CARRY_BYTES = 2 ** 32 - 1;

/** Version 1 brought packets up and acknowledgements back, and nothing else; version 2 knew no `media`. */
const VERSION = 3;
const versionSchema = z.literal([1, 2, VERSION]);

/** One packet of the file. Its sealed core follows the head as it travels online, its bundle right after it. */
export const carriedPacketSchema = z.strictObject({
  packetId: identifierSchema,
  applicationId: identifierSchema,
  revision: z.number().int().positive(),
  /** Of the sealed core, as `packetCoreSchema` has it. */
  sha256: sha256Schema,
  /** The core is ASCII: characters are bytes. */
  sealedByteLength: z.number().int().min(1).max(LARGEST_SEALED_CHARACTERS),
  bundle: z
    .strictObject({ byteLength: z.number().int().min(1).max(LARGEST_CARRY_BYTES), sha256: sha256Schema })
    .nullable(),
});
export type CarriedPacket = z.infer<typeof carriedPacketSchema>;

/** A sealed packet of feedback in a file; its characters follow those of the packets. */
export const carriedFeedbackSchema = feedbackPacketSchema
  .omit({ sealed: true })
  .extend({ sealedByteLength: z.number().int().min(1).max(LARGEST_SEALED_CHARACTERS) });
export type CarriedFeedback = z.infer<typeof carriedFeedbackSchema>;

/** The bytes of a picture or voice note in a file, sealed as on the line; they follow the packets of feedback. */
export const carriedMediaSchema = z.strictObject({
  id: identifierSchema,
  byteLength: z.number().int().min(1).max(LARGEST_CARRY_BYTES),
  sha256: sha256Schema,
});
export type CarriedMedia = z.infer<typeof carriedMediaSchema>;

/** Most of them in one file; a file that has none is of version 2, which an older central reads too. */
export const MOST_CARRIED_MEDIA = 500;

/**
 * Head of the file a station writes to a USB drive (`CARRY_FILE` of `signed-file.ts`, signed by its enrolled key). Cores and
 * bundles follow the signature in the order of `packets`, and nothing follows them. It names nobody: ids, lengths, hashes.
 */
export const carryHeadSchema = z.strictObject({
  format: z.literal('anjungan-hand-carry'),
  version: versionSchema,
  stationId: z.string().min(1).max(100),
  /** Rises with every file of the station. Each file holds all that waits, oldest first, so an older one holds nothing more. */
  number: z.number().int().positive(),
  madeAt: instantSchema,
  /**
   * Of a station that was set up, or enrolled again, by an enrolment file and has had no line since: an `enrolmentRequestSchema`, sealed to central
   * (compact JWE as a packet's, without a signature inside: its key is the one that signs the file), because its code must
   * not be read by whoever finds the drive.
   */
  enrolment: z
    .string()
    .max(8 * 1024)
    .nullable(),
  packets: z.array(carriedPacketSchema).max(LARGEST_CARRY),
  /** How far the station has come, and its X25519 key: the reply then brings all that central would have told it by the line. */
  news: z.strictObject({ cursor: z.string().max(100), receivingKey: publicKeySchema }).optional(),
  /** What citizens said; see `feedback.ts`. */
  feedback: z.array(carriedFeedbackSchema).max(MOST_FEEDBACK_PACKETS).optional(),
  media: z.array(carriedMediaSchema).max(MOST_CARRIED_MEDIA).optional(),
});
export type CarryHead = z.infer<typeof carryHeadSchema>;

export const carryAnswerSchema = z.discriminatedUnion('outcome', [acknowledgedSchema, rejectedSchema]);
export type CarryAnswer = z.infer<typeof carryAnswerSchema>;

/** Characters of `changes` in one reply; what is left over comes with the next. Answers to all packets fit beside them. */
export const LARGEST_CARRIED_NEWS = 2 * 1024 * 1024;

/** Payload of the file that is carried back (`CARRY_REPLY`, signed by central's key): central's word on each packet. */
export const carryReplySchema = z.strictObject({
  format: z.literal('anjungan-hand-carry-reply'),
  version: versionSchema,
  stationId: z.string().min(1).max(100),
  /** Of the file this answers. */
  number: z.number().int().positive(),
  madeAt: instantSchema,
  answers: z.array(carryAnswerSchema).max(LARGEST_CARRY),
  /** Answers to `changes` of the line, one after the other from the cursor the file told: each a compact JWS whose payload is `Changes`. */
  changes: z.array(z.string().max(LARGEST_CARRIED_NEWS)).max(1_000).optional(),
  feedback: z.array(feedbackAnswerSchema).max(MOST_FEEDBACK_PACKETS).optional(),
  /** To `media`, without those whose announcement central does not have. */
  media: z.array(carryAnswerSchema).max(MOST_CARRIED_MEDIA).optional(),
});
export type CarryReply = z.infer<typeof carryReplySchema>;

/** Why central keeps nothing of a file. */
export const carryRefusalSchema = z.enum([
  /** It is no such file. */
  'not-a-carry-file',
  /** It ends before what its head promises. */
  'truncated',
  /** Something in it is not what the station signed. */
  'tampered',
  /** The station it names is unknown here and cannot be enrolled by what the file holds, or another one signed it. */
  'wrong-station',
  /** The office has revoked the station and not enrolled it again. */
  'station-revoked',
  /** A newer file of this station was received before. */
  'older',
  /** Written by a newer program. */
  'newer-version',
]);
export type CarryRefusal = z.infer<typeof carryRefusalSchema>;

/** Whether a payload says it is of a later version of its format. Told apart, because nobody has tampered with such a file. */
export function isNewerVersion(payload: unknown): boolean {
  const version = z.object({ format: z.string(), version: z.number() }).safeParse(payload);
  return version.success && version.data.version > VERSION;
}

export const CARRY_FILE_ENDING = '.ajk';
export const CARRY_REPLY_ENDING = '.ajb';

/** Letters and digits alone, so that any drive takes it; the end of the id, because that is where ids differ. */
function nameOf(stationId: string, number: number): string {
  const station = stationId.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return `${station.slice(-8) || 'anjungan'}-${String(number).padStart(5, '0')}`;
}

/** `kiriman-5e6f7081-00003.ajk` */
export function carryFileName(stationId: string, number: number): string {
  return `kiriman-${nameOf(stationId, number)}${CARRY_FILE_ENDING}`;
}

/** `balasan-5e6f7081-00003.ajb` */
export function carryReplyName(stationId: string, number: number): string {
  return `balasan-${nameOf(stationId, number)}${CARRY_REPLY_ENDING}`;
}

/** Bytes of the packets of a file, after its signature. */
export function carriedBytes(packets: readonly CarriedPacket[]): number {
  return packets.reduce(
    (sum, { sealedByteLength, bundle }) => sum + sealedByteLength + (bundle?.byteLength ?? 0),
    0,
  );
}
