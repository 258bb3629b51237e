import { createCipheriv, createHash, generateKeyPairSync, randomBytes, sign as signBytes } from 'node:crypto';
import { CompactEncrypt, CompactSign, importJWK } from 'jose';
import { v7 } from 'uuid';
import type { EnrolmentAnswer } from '../../contract/central/enrolment.ts';
import type { PacketContent, PacketCore } from '../../contract/central/packet.ts';
import type { Application } from '../../contract/domain/application.ts';
import { formatTrackingCode } from '../../contract/domain/tracking-code.ts';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function makeKeys() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  return {
    privateKey,
    jwk: { kty: 'OKP', crv: 'Ed25519', x, d },
    publicKey: { kty: 'OKP', crv: 'Ed25519', x },
  };
}

/** A station that central has enrolled. */
export async function enrolSpecimenStation(url: string, code: string) {
  const keys = makeKeys();
  const response = await fetch(`${url}/v1/enrolments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, stationName: 'Balai Pekon Spesimen', signingKey: keys.publicKey }),
  });
  if (!response.ok) throw new Error(`enrolment refused with ${response.status}`);
  return await specimenStation(url, (await response.json()) as EnrolmentAnswer, keys);
}

/** A station that was told its id and central's keys by a file and that central has not heard yet. */
export async function silentStation(told: EnrolmentAnswer) {
  return await specimenStation('', told, makeKeys());
}

/** A second, independent reading of the packet format: what a station sends, written from the contract alone. */
async function specimenStation(
  url: string,
  enrolment: EnrolmentAnswer,
  { privateKey, publicKey, jwk }: ReturnType<typeof makeKeys>,
) {
  const key = await importJWK(jwk, 'EdDSA');
  const sealingKey = await importJWK(enrolment.sealingKey, 'ECDH-ES');
  let counter = 0;

  async function sign(payload: unknown) {
    return await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(key);
  }

  async function authorization(told: object = {}) {
    const nonce = randomBytes(16).toString('hex');
    return `Bearer ${await sign({ stationId: enrolment.stationId, nonce, ...told })}`;
  }

  function makeApplication(pictures: readonly Buffer[], change: Partial<Application> = {}): Application {
    return {
      id: v7(),
      revision: 1,
      trackingCode: formatTrackingCode(randomBytes(5)),
      serviceKey: 'passport-replacement-expired-adult',
      productKey: 'electronic-5',
      catalogVersion: 1,
      stationId: enrolment.stationId,
      officerId: null,
      ticketNumber: 'A-001',
      values: { 'identity.fullName': 'SITI SPESIMEN' },
      issues: [],
      leftForOffice: [],
      consent: { version: '1', statements: ['data'], givenAt: 1 },
      attachments: pictures.map((bytes, place) => ({
        id: v7(),
        kind: place === 0 ? 'photo' : 'signature',
        mediaType: 'image/png',
        width: 10,
        height: 10,
        byteLength: bytes.length,
        sha256: sha256(bytes),
      })),
      submittedAt: 1,
      ...change,
    };
  }

  function makeBundle(pictures: readonly Buffer[]) {
    const bundleKey = randomBytes(32);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', bundleKey, nonce);
    const bytes = Buffer.concat([
      nonce,
      cipher.update(Buffer.concat(pictures)),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return { bytes, key: bundleKey.toString('base64url') };
  }

  /** Seals; `change` may spoil the content after everything agrees. */
  async function seal(
    pictures: readonly Buffer[],
    change: (content: PacketContent) => PacketContent = (same) => same,
  ) {
    counter += 1;
    const bundle = pictures.length > 0 ? makeBundle(pictures) : null;
    const content = change({
      packetId: v7(),
      stationId: enrolment.stationId,
      counter,
      application: makeApplication(pictures),
      bundle: bundle && { key: bundle.key, byteLength: bundle.bytes.length, sha256: sha256(bundle.bytes) },
    });
    const sealed = await new CompactEncrypt(new TextEncoder().encode(await sign(content)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(sealingKey);
    const core: PacketCore = {
      packetId: content.packetId,
      applicationId: content.application.id,
      revision: content.application.revision,
      sha256: sha256(sealed),
      sealed,
      bundleByteLength: bundle?.bytes.length ?? 0,
    };
    return { core, content, bundle: bundle?.bytes ?? Buffer.alloc(0) };
  }

  /** A packet of feedback; `change` may spoil its content. */
  async function sealFeedback(items: readonly unknown[], change: object = {}) {
    const packetId = v7();
    const content = { packetId, stationId: enrolment.stationId, items, ...change };
    const sealed = await new CompactEncrypt(new TextEncoder().encode(await sign(content)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(sealingKey);
    return { packetId, sha256: sha256(sealed), sealed };
  }

  /** Announces the bytes of a picture or voice note with what else is said, and sends them. Answers the medium's id. */
  async function sendMedium(
    complaintId: string,
    { plain, contentType }: { readonly plain: Buffer; readonly contentType: string },
    items: readonly unknown[] = [],
  ): Promise<string> {
    const { bytes, key: bundleKey } = makeBundle([plain]);
    const id = v7();
    const bundle = { key: bundleKey, byteLength: bytes.length, sha256: sha256(bytes) };
    const medium = { kind: 'media', id, revision: 1, complaintId, contentType, bundle };
    const response = await fetch(`${url}/v1/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await authorization() },
      body: JSON.stringify({ packets: [await sealFeedback([...items, medium])] }),
    });
    const { answer } = await sendBundle(id, bytes);
    if (!response.ok || answer.outcome !== 'acknowledged') throw new Error(`not kept: ${answer.reason}`);
    return id;
  }

  async function sendBatch(packets: readonly unknown[]): Promise<Response> {
    return await fetch(`${url}/v1/batches`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await authorization() },
      body: JSON.stringify({ packets }),
    });
  }

  async function answersTo(packets: readonly unknown[]) {
    const response = await sendBatch(packets);
    return (
      (await response.json()) as {
        answers: { packetId: string; outcome: string; reason?: string; acknowledgement?: string }[];
      }
    ).answers;
  }

  async function sendBundle(packetId: string, bytes: Uint8Array, offset = 0) {
    const response = await fetch(`${url}/v1/packets/${packetId}/bundle`, {
      method: 'PATCH',
      headers: { authorization: await authorization(), 'upload-offset': String(offset) },
      body: new Uint8Array(bytes.subarray(offset)),
    });
    return {
      status: response.status,
      answer: (await response.json()) as {
        outcome?: string;
        reason?: string;
        offset?: number;
        acknowledgement?: string;
      },
    };
  }

  async function bundleOffset(packetId: string): Promise<string | null> {
    const response = await fetch(`${url}/v1/packets/${packetId}/bundle`, {
      method: 'HEAD',
      headers: { authorization: await authorization() },
    });
    return response.headers.get('upload-offset');
  }

  async function changes(cursor: string, told: object = {}) {
    const response = await fetch(`${url}/v1/changes?cursor=${cursor}`, {
      headers: { authorization: await authorization(told) },
    });
    return (await response.json()) as { signed: string };
  }

  return {
    enrolment,
    seal,
    sealFeedback,
    makeBundle,
    sendMedium,
    makeApplication,
    sendBatch,
    answersTo,
    sendBundle,
    bundleOffset,
    changes,
    authorization,
    /** Its enrolment request as a carried file holds it. */
    async request(code: string): Promise<string> {
      const request = { code, stationName: 'Balai Pekon Sunyi', signingKey: publicKey };
      return await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(request)))
        .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
        .encrypt(sealingKey);
    },
    /** Raw Ed25519, as files that are carried have it. */
    signRaw: (bytes: Uint8Array) => signBytes(null, bytes, privateKey),
  };
}
