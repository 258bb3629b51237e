import { generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import { type PacketAnswer, packetAnswerSchema, packetCoreSchema } from '../../../contract/central/packet.ts';

/** Signed as central would, by a key that is not central's. */
async function signFalsely(payload: Record<string, unknown>): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA');
  return await new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
}

const answersSchema = z.object({ answers: z.array(packetAnswerSchema) });

/** The same answer with each acknowledgement signed by somebody else; null when it has none. */
export async function forgeAcknowledgements(body: Buffer): Promise<Buffer | null> {
  const json: unknown = readJson(body);
  const one = packetAnswerSchema.safeParse(json);
  const many = answersSchema.safeParse(json);
  const answers = one.success ? [one.data] : many.success ? many.data.answers : [];
  if (!answers.some(({ outcome }) => outcome === 'acknowledged')) return null;
  const forged = await Promise.all(answers.map(forge));
  return Buffer.from(JSON.stringify(one.success ? forged[0] : { answers: forged }));
}

async function forge(answer: PacketAnswer): Promise<PacketAnswer> {
  if (answer.outcome !== 'acknowledged') return answer;
  const payload = answer.acknowledgement.split('.')[1] ?? '';
  const words = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { ...answer, acknowledgement: await signFalsely(words) };
}

/** Acknowledges everything in a batch that central will never see. */
export async function inventAcknowledgements(body: Buffer): Promise<Buffer> {
  const { packets } = z.object({ packets: z.array(packetCoreSchema) }).parse(readJson(body));
  const answers = packets.map(async ({ packetId, applicationId, revision, sha256 }) => ({
    packetId,
    outcome: 'acknowledged',
    acknowledgement: await signFalsely({
      packetId,
      applicationId,
      revision,
      sha256,
      stationId: 'station-1',
      receivedAt: 1,
    }),
  }));
  return Buffer.from(JSON.stringify({ answers: await Promise.all(answers) }));
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
