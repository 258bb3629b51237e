import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CarryAnswer, type CarryHead, carryHeadSchema } from '../../../contract/central/hand-carry.ts';
import { type SmallCentral, STATION_ID } from './small-central.ts';

const MAGIC_AND_LENGTH = 12;

/** The head of a written file, read from the contract's words alone. */
export function headOf(folder: string, fileName: string): CarryHead {
  const bytes = readFileSync(join(folder, fileName));
  const length = bytes.readUInt32BE(8);
  const json = bytes.subarray(MAGIC_AND_LENGTH, MAGIC_AND_LENGTH + length).toString();
  return carryHeadSchema.parse(JSON.parse(json));
}

/** A file as central would write it. */
export function replyFile(central: SmallCentral, payload: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(payload));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const signed = Buffer.concat([Buffer.from('\x89AJB\r\n\x1a\n', 'latin1'), length, json]);
  return Buffer.concat([signed, central.signRaw(signed)]);
}

/** What an honest central answers to a head; `change` makes it another one. */
export async function replyTo(
  central: SmallCentral,
  head: Pick<CarryHead, 'number' | 'packets'>,
  change: Readonly<Record<string, unknown>> = {},
): Promise<Buffer> {
  const answers: CarryAnswer[] = [];
  for (const { packetId, applicationId, revision, sha256 } of head.packets) {
    const word = { packetId, applicationId, revision, sha256, stationId: STATION_ID, receivedAt: 1 };
    answers.push({ packetId, outcome: 'acknowledged', acknowledgement: await central.sign(word) });
  }
  const payload = {
    format: 'anjungan-hand-carry-reply',
    version: 1,
    stationId: STATION_ID,
    number: head.number,
    madeAt: 1,
    answers,
  };
  return replyFile(central, z.looseObject({}).parse({ ...payload, ...change }));
}
