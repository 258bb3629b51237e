import { constants, privateEncrypt } from 'node:crypto';
import { expect, test } from 'vitest';
import { newRsaKey } from '../../virtual/emrtd/specimen-key.ts';
import type { CommandApdu } from '../apdu/command-apdu.ts';
import { concatBytes } from '../bytes/bytes.ts';
import { encodeTlv } from '../bytes/tlv.ts';
import { digest, type HashName } from '../crypto/hash.ts';
import { hex } from '../testing/hex.ts';
import { authenticateActively } from './active-authentication.ts';

const KEY = newRsaKey();
const DG15 = encodeTlv(0x6f, Uint8Array.from(KEY.public.export({ format: 'der', type: 'spki' })));
const BYTES = 256;

interface Message {
  readonly header?: number;
  readonly hash: HashName;
  readonly trailer: string;
  readonly over?: Uint8Array;
}

/** Signs the challenge as ISO/IEC 9796-2 scheme 1 has it, or not quite. */
async function answered(message: Message): Promise<boolean> {
  const exchange = {
    async send(apdu: CommandApdu) {
      const trailer = hex(message.trailer);
      const own = new Uint8Array(BYTES - 1 - digest(message.hash).length - trailer.length).fill(0x5a);
      const hashed = digest(message.hash, own, message.over ?? apdu.data);
      const plain = concatBytes(Uint8Array.of(message.header ?? 0x6a), own, hashed, trailer);
      const signature = privateEncrypt({ key: KEY.private, padding: constants.RSA_NO_PADDING }, plain);
      return { data: Uint8Array.from(signature), statusWord: 0x9000 };
    },
  };
  return await authenticateActively(exchange, DG15, null, () => hex('0011223344556677'), 1_000);
}

test.each<Message>([
  { hash: 'sha1', trailer: 'BC' },
  { hash: 'sha1', trailer: '33CC' },
  { hash: 'sha224', trailer: '38CC' },
  { hash: 'sha256', trailer: '34CC' },
  { hash: 'sha384', trailer: '36CC' },
  { hash: 'sha512', trailer: '35CC' },
])('a signature with $hash and trailer $trailer holds', async (message) => {
  expect(await answered(message)).toBe(true);
});

test.each<Message>([
  { hash: 'sha256', trailer: '34CC', header: 0x4a },
  { hash: 'sha256', trailer: '34CC', over: hex('0011223344556678') },
  { hash: 'sha256', trailer: '36CC' },
  { hash: 'sha256', trailer: '99CC' },
  { hash: 'sha256', trailer: '34CD' },
])('a signature as %j does not', async (message) => {
  expect(await answered(message)).toBe(false);
});
