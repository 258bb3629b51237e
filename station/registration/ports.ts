import { z } from 'zod';
import { complaintChannelSchema, feeSchema } from '../../contract/domain/catalog.ts';
import { type Identifier, type Instant, instantSchema } from '../../contract/domain/identifiers.ts';
import { languageSchema, localizedSchema } from '../../contract/domain/localized.ts';
import type { PacketState } from '../../contract/domain/outbox.ts';
import type { PrintJob } from '../../contract/domain/print.ts';
import { trackingCodeSchema } from '../../contract/domain/tracking-code.ts';
import type { ReadableDatabase, WritableDatabase } from '../store/database.ts';
import type { SealedPacket } from '../sync/sealing/sealer.ts';

/** Everything a queue ticket says, so that printing needs no catalog. */
export const ticketPaperSchema = z.strictObject({
  kind: z.literal('ticket'),
  /** `A-012`. */
  number: z.string(),
  service: localizedSchema,
  /** Papers written before it was decided that priority is nobody else's business say it; none prints it. */
  priority: z.boolean().optional(),
  /** People waiting before this one. */
  waitingBefore: z.number().int().nonnegative(),
  stationName: z.string(),
  issuedAt: instantSchema,
});
export type TicketPaper = z.infer<typeof ticketPaperSchema>;

/** Everything a *tanda terima permohonan* says. No number of the citizen, and the name masked. */
export const receiptPaperSchema = z.strictObject({
  kind: z.literal('receipt'),
  trackingCode: trackingCodeSchema,
  maskedName: z.string(),
  service: localizedSchema,
  product: localizedSchema,
  fee: feeSchema,
  ticketNumber: z.string().nullable(),
  /** Documents captured here. */
  given: z.array(localizedSchema),
  /** Documents and steps to bring or finish at the immigration office. */
  missing: z.array(localizedSchema),
  nextSteps: z.array(localizedSchema),
  complaintChannels: z.array(complaintChannelSchema),
  fraudWarning: localizedSchema,
  office: localizedSchema,
  stationName: z.string(),
  submittedAt: instantSchema,
});
export type ReceiptPaper = z.infer<typeof receiptPaperSchema>;

/** What a citizen takes home from the touchscreen, in the language chosen there. */
export const slipPaperSchema = z.strictObject({
  kind: z.literal('slip'),
  language: languageSchema,
  title: z.string(),
  /** Shown large, and as a QR code. */
  code: z.string().max(40).nullable(),
  sections: z.array(z.strictObject({ heading: z.string().nullable(), lines: z.array(z.string()) })),
  stationName: z.string(),
  printedAt: instantSchema,
});
export type SlipPaper = z.infer<typeof slipPaperSchema>;

export interface PrintRequest {
  /** Made by the face; the print job has this id. */
  readonly id: Identifier;
  readonly subjectId: Identifier;
  /** `A-012` or the tracking code. */
  readonly label: string;
  readonly document: TicketPaper | ReceiptPaper | SlipPaper;
}

/** The print ledger as the queue and registration use it. */
export interface Printing {
  /** Writes the job down inside the caller's transaction; nothing prints before `wake`. */
  enqueue(database: WritableDatabase, request: PrintRequest, at: Instant): PrintJob;
  find(database: ReadableDatabase, jobId: Identifier): PrintJob | null;
  /** After the commit. */
  wake(): void;
}

/** The outbox as registration uses it. */
export interface Outbox {
  /** Draws the next packet counter, for good. */
  nextCounter(database: WritableDatabase): number;
  insertPacket(database: WritableDatabase, sealed: SealedPacket, at: Instant): void;
  stateOf(database: ReadableDatabase, packetId: Identifier): PacketState;
  /** After the commit. */
  wake(): void;
}
