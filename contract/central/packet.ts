import { z } from 'zod';
import { applicationSchema } from '../domain/application.ts';
import { identifierSchema, instantSchema } from '../domain/identifiers.ts';

/** Lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What opens a bundle, and what it must be. */
export const sealedBundleSchema = z.strictObject({
  /** 32 bytes, base64url without padding. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  byteLength: z.number().int().positive(),
  /** Of the ciphertext as it travels. */
  sha256: sha256Schema,
});
export type SealedBundle = z.infer<typeof sealedBundleSchema>;

/**
 * What the station signs (JWS, EdDSA, RFC 7515) and then seals to central (JWE, ECDH-ES with A256GCM, RFC 7516; agreed
 * directly, RFC 7518 §4.6, because the cryptography inside Electron has no AES key wrap).
 * The bundle is one AES-256-GCM ciphertext (12-byte nonce, ciphertext, 16-byte tag) whose plaintext is the attachments
 * one after the other in the order of `application.attachments`; its key travels only inside here.
 */
export const packetContentSchema = z.strictObject({
  packetId: identifierSchema,
  stationId: z.string().min(1),
  /** Rises with every packet the station seals; central refuses one it has seen under another packet id. */
  counter: z.number().int().positive(),
  application: applicationSchema,
  bundle: sealedBundleSchema.nullable(),
});
export type PacketContent = z.infer<typeof packetContentSchema>;

/** A core is a few kB; the bound keeps a batch of 50 below common proxy limits. */
export const LARGEST_SEALED_CHARACTERS = 64 * 1024;

/** A packet core as it travels. `applicationId`, `revision` and `bundle*` repeat what is sealed so that central can answer before opening. */
export const packetCoreSchema = z.strictObject({
  packetId: identifierSchema,
  applicationId: identifierSchema,
  revision: z.number().int().positive(),
  /** Lower-case hexadecimal SHA-256 of the characters of `sealed`. */
  sha256: sha256Schema,
  /** Compact JWE. */
  sealed: z.string().min(1).max(LARGEST_SEALED_CHARACTERS),
  bundleByteLength: z.number().int().nonnegative(),
});
export type PacketCore = z.infer<typeof packetCoreSchema>;

/** Payload of the acknowledgement, a compact JWS by central. Only a verified one allows the station to forget. */
export const acknowledgementSchema = z.strictObject({
  packetId: identifierSchema,
  applicationId: identifierSchema,
  revision: z.number().int().positive(),
  sha256: sha256Schema,
  stationId: z.string(),
  receivedAt: instantSchema,
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;

export const rejectionSchema = z.enum([
  'wrong-station',
  'not-readable',
  'wrong-signature',
  'wrong-hash',
  'different-content',
  'replayed-counter',
  'older-revision',
  'ill-formed',
  'too-large',
]);
export type Rejection = z.infer<typeof rejectionSchema>;

/** Core and bundle are stored; sent again for a repeated packet. */
export const acknowledgedSchema = z.strictObject({
  packetId: identifierSchema,
  outcome: z.literal('acknowledged'),
  acknowledgement: z.string(),
});

export const rejectedSchema = z.strictObject({
  packetId: identifierSchema,
  outcome: z.literal('rejected'),
  reason: rejectionSchema,
});

/** Central's word on one packet of a batch. */
export const packetAnswerSchema = z.discriminatedUnion('outcome', [
  acknowledgedSchema,
  /** The core is stored; the bundle is wanted from this byte on. */
  z.strictObject({
    packetId: identifierSchema,
    outcome: z.literal('bundle-wanted'),
    offset: z.number().int(),
  }),
  rejectedSchema,
]);
export type PacketAnswer = z.infer<typeof packetAnswerSchema>;

/** Most packets in one batch: 50 cores of 64 kB stay under 4 MB. */
export const LARGEST_BATCH = 50;

/** Most packets asked after at once: 20 kB. */
export const LARGEST_QUESTION = 500;
