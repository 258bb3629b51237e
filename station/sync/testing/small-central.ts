import { createHash, createPrivateKey, sign as signBytes } from 'node:crypto';
import { CompactSign, compactVerify, importJWK } from 'jose';
import { z } from 'zod';
import { readUploadOffset, UPLOAD_OFFSET } from '../../../contract/central/bundle-upload.ts';
import type { Changes } from '../../../contract/central/downlink.ts';
import { enrolmentRequestSchema, type PublicKey } from '../../../contract/central/enrolment.ts';
import {
  type FeedbackItem,
  feedbackContentSchema,
  feedbackPacketSchema,
} from '../../../contract/central/feedback.ts';
import {
  type Acknowledgement,
  type PacketAnswer,
  type PacketContent,
  type PacketCore,
  packetCoreSchema,
} from '../../../contract/central/packet.ts';
import { openBundle } from '../sealing/bundle.ts';
import { makeSealingPair, makeSigningPair } from './central-keys.ts';
import { openCore, openSigned } from './open-packet.ts';
import type { Treatment, UnrulyRequest } from './unruly-server.ts';

export const ENROLMENT_CODE = 'SPESIMEN-0001';
export const STATION_ID = 'station-1';

/** An honest central in memory, just enough of one to judge a station by. */
export interface SmallCentral {
  answer(request: UnrulyRequest): Promise<Treatment>;
  /** Application ids, and complaints' for their pictures and voice notes, in the order they were completely received; one entry each time something new was stored. */
  readonly received: readonly string[];
  /** What citizens said, packet by packet, as often as it came. */
  readonly feedback: readonly (readonly FeedbackItem[])[];
  /** What the next `changes` answers say. */
  readonly downlink: { changes: Partial<Changes> };
  sign(payload: object): Promise<string>;
  /** Raw Ed25519 over bytes, as files that are carried have it. */
  signRaw(bytes: Uint8Array): Buffer;
  readonly keys: { readonly sealingKey: PublicKey; readonly signingKey: PublicKey };
  /** Takes nothing of the station any more until it enrols with this code. */
  revoke(newCode: string): void;
  /** Knows nothing of a revocation any more. */
  forgive(): void;
  /** As if it had been restored from a backup of before it came. */
  forget(packetId: string): void;
  /** Plain bytes of a bundle that arrived whole; null when it did not. */
  opened(packetId: string): Buffer | null;
}

interface Stored {
  readonly core: Pick<PacketCore, 'packetId' | 'applicationId' | 'revision' | 'sha256'>;
  readonly bundle: PacketContent['bundle'];
  complete: boolean;
  bytes: Buffer;
}

export function createSmallCentral(): SmallCentral {
  const sealing = makeSealingPair();
  const signing = makeSigningPair();
  const packets = new Map<string, Stored>();
  const received: string[] = [];
  const feedback: FeedbackItem[][] = [];
  const downlink: { changes: Partial<Changes> } = { changes: {} };
  let station: PublicKey | null = null;
  let revokedUntil: string | null = null;
  let goodCode = ENROLMENT_CODE;

  async function sign(payload: object): Promise<string> {
    return await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(await importJWK(signing.privateKey, 'EdDSA'));
  }

  async function acknowledge({ core }: Stored): Promise<PacketAnswer> {
    const { packetId, applicationId, revision, sha256 } = core;
    const word: Acknowledgement = {
      packetId,
      applicationId,
      revision,
      sha256,
      stationId: STATION_ID,
      receivedAt: 1_795_484_400_000,
    };
    return { packetId, outcome: 'acknowledged', acknowledgement: await sign(word) };
  }

  async function complete(stored: Stored): Promise<PacketAnswer> {
    if (!stored.complete) received.push(stored.core.applicationId);
    stored.complete = true;
    return await acknowledge(stored);
  }

  async function takeCore(core: PacketCore, from: PublicKey): Promise<PacketAnswer> {
    const known = packets.get(core.packetId);
    if (known?.complete) return await acknowledge(known);
    const bundle = known?.bundle ?? (await openCore(core.sealed, sealing, from)).bundle;
    // The same packet may have come a second time while this one was opened.
    const stored = packets.get(core.packetId) ?? { core, bundle, complete: false, bytes: Buffer.alloc(0) };
    packets.set(core.packetId, stored);
    if (bundle === null) return await complete(stored);
    return { packetId: core.packetId, outcome: 'bundle-wanted', offset: stored.bytes.length };
  }

  async function takeBundle(packetId: string, request: UnrulyRequest): Promise<Treatment> {
    const stored = packets.get(packetId);
    const bundle = stored?.bundle;
    if (stored === undefined || !bundle) return { kind: 'answer', status: 404, body: { code: 'NOT_FOUND' } };
    if (request.method === 'HEAD')
      return { kind: 'answer', headers: { [UPLOAD_OFFSET]: String(stored.bytes.length) }, body: '' };
    if (stored.complete) return { kind: 'answer', body: await acknowledge(stored) };
    if (readUploadOffset(request.headers[UPLOAD_OFFSET]?.toString()) === stored.bytes.length)
      stored.bytes = Buffer.concat([stored.bytes, request.body]);
    const { bytes } = stored;
    if (bytes.length < bundle.byteLength)
      return {
        kind: 'answer',
        status: 409,
        body: { packetId, outcome: 'bundle-wanted', offset: bytes.length },
      };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== bundle.sha256)
      return { kind: 'answer', body: { packetId, outcome: 'rejected', reason: 'wrong-hash' } };
    openBundle(bytes, bundle.key);
    return { kind: 'answer', body: await complete(stored) };
  }

  async function takeFeedback(request: UnrulyRequest, from: PublicKey): Promise<Treatment> {
    const { packets: sent } = z
      .object({ packets: z.array(feedbackPacketSchema) })
      .parse(JSON.parse(request.body.toString()));
    const answers: unknown[] = [];
    for (const { packetId, sha256, sealed } of sent) {
      const { items } = feedbackContentSchema.parse(await openSigned(sealed, sealing, from));
      feedback.push(items);
      for (const item of items) if (item.kind === 'media') expectMedium(item);
      const names = items.map(({ kind, id, revision }) => ({ kind, id, revision }));
      const receipt = { packetId, sha256, stationId: STATION_ID, receivedAt: 1, items: names };
      answers.push({ packetId, outcome: 'acknowledged', acknowledgement: await sign(receipt) });
    }
    return { kind: 'answer', body: { answers } };
  }

  function expectMedium({ id, complaintId, bundle }: Extract<FeedbackItem, { kind: 'media' }>): void {
    if (packets.has(id)) return;
    const core = { packetId: id, applicationId: complaintId, revision: 1, sha256: bundle.sha256 };
    packets.set(id, { core, bundle, complete: false, bytes: Buffer.alloc(0) });
  }

  async function isStation(request: UnrulyRequest): Promise<boolean> {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined || station === null) return false;
    const { payload } = await compactVerify(token, await importJWK(station, 'EdDSA'));
    return JSON.parse(new TextDecoder().decode(payload)).stationId === STATION_ID;
  }

  return {
    received,
    feedback,
    downlink,
    sign,
    signRaw: (bytes) =>
      signBytes(null, bytes, createPrivateKey({ key: { ...signing.privateKey }, format: 'jwk' })),
    keys: { sealingKey: sealing.publicKey, signingKey: signing.publicKey },
    revoke(newCode) {
      revokedUntil = newCode;
      goodCode = newCode;
    },
    forgive() {
      revokedUntil = null;
    },
    forget: (packetId) => void packets.delete(packetId),
    opened(packetId) {
      const stored = packets.get(packetId);
      return stored?.complete && stored.bundle ? openBundle(stored.bytes, stored.bundle.key) : null;
    },
    async answer(request) {
      if (request.path === '/v1/enrolments') {
        const { code, signingKey } = enrolmentRequestSchema.parse(JSON.parse(request.body.toString()));
        if (code !== goodCode) return { kind: 'answer', status: 403, body: { code: 'CODE_REFUSED' } };
        revokedUntil = null;
        station = signingKey;
        const keys = { sealingKey: sealing.publicKey, signingKey: signing.publicKey };
        return { kind: 'answer', body: { stationId: STATION_ID, ...keys } };
      }
      if (station === null || !(await isStation(request)))
        return { kind: 'answer', status: 401, body: { code: 'STATION_UNKNOWN' } };
      if (revokedUntil !== null) return { kind: 'answer', status: 403, body: { code: 'STATION_REVOKED' } };
      const bundle = /^\/v1\/packets\/([^/]+)\/bundle$/.exec(request.path);
      if (bundle) return await takeBundle(bundle[1] ?? '', request);
      if (request.path.startsWith('/v1/changes')) {
        const from = new URL(request.path, 'http://x').searchParams.get('cursor') ?? '';
        const changes = {
          stationId: STATION_ID,
          from,
          cursor: from,
          statuses: [],
          catalog: null,
          more: false,
        };
        return { kind: 'answer', body: { signed: await sign({ ...changes, ...downlink.changes }) } };
      }
      if (request.path === '/v1/feedback') return await takeFeedback(request, station);
      if (request.path === '/v1/missing-packets') {
        const { packetIds } = z
          .object({ packetIds: z.array(z.string()) })
          .parse(JSON.parse(request.body.toString()));
        return { kind: 'answer', body: { missing: packetIds.filter((id) => !packets.get(id)?.complete) } };
      }
      const { packets: cores } = JSON.parse(request.body.toString());
      const answers: PacketAnswer[] = [];
      for (const core of cores) answers.push(await takeCore(packetCoreSchema.parse(core), station));
      return { kind: 'answer', body: { answers } };
    },
  };
}
