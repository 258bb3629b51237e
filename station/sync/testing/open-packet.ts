import { compactDecrypt, compactVerify, importJWK } from 'jose';
import type { PublicKey } from '../../../contract/central/enrolment.ts';
import { type PacketContent, packetContentSchema } from '../../../contract/central/packet.ts';
import type { TestKeyPair } from './central-keys.ts';

/** Opens a core the way central does. Throws when anything differs. */
export async function openCore(
  sealed: string,
  central: TestKeyPair,
  station: PublicKey,
): Promise<PacketContent> {
  return packetContentSchema.parse(await openSigned(sealed, central, station));
}

/** What was sealed to central and signed by the station. Throws when it was not. */
export async function openSigned(sealed: string, central: TestKeyPair, station: PublicKey): Promise<unknown> {
  const opened = await compactDecrypt(sealed, await importJWK(central.privateKey, 'ECDH-ES'), {
    keyManagementAlgorithms: ['ECDH-ES'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  const signed = await compactVerify(
    new TextDecoder().decode(opened.plaintext),
    await importJWK(station, 'EdDSA'),
    { algorithms: ['EdDSA'] },
  );
  return JSON.parse(new TextDecoder().decode(signed.payload));
}
