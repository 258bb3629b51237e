import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { publicKeySchema } from '../../contract/central/enrolment.ts';
import { createProvedTokens } from './proved-tokens.ts';

async function newSigner() {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const sign = async (payload: object) =>
    await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(privateKey);
  return { key: publicKeySchema.parse(await exportJWK(publicKey)), sign };
}

test('a token is proved by the key that signed it, also the second time, and by no other', async () => {
  const tokens = createProvedTokens();
  const [one, other] = [await newSigner(), await newSigner()];
  const token = await one.sign({ stationId: 'station-1', nonce: 'a' });
  for (const _ of ['first', 'again'])
    expect(await tokens.prove(token, one.key)).toEqual({ receivingKey: null });
  await expect(tokens.prove(token, other.key)).rejects.toThrow();
  const changed = `${token.slice(0, -4)}AAAA`;
  await expect(tokens.prove(changed, one.key)).rejects.toThrow();
});
