/** The worked example of Doc 9303 part 11, appendix G.1 (ECDH, generic mapping), byte for byte. */
import { expect, test } from 'vitest';
import { pacePassword } from './access/access-key.ts';
import { establishPace } from './access/pace.ts';
import { choosePaceProtocol, type PaceProtocol } from './access/pace-protocol.ts';
import { decodeSecurityInfos } from './access/security-infos.ts';
import { createCountedChannel, createPlainExchange } from './apdu/plain-exchange.ts';
import { cipherSuite } from './crypto/cipher-suite.ts';
import { hex } from './testing/hex.ts';
import { scriptedChannel } from './testing/scripted-channel.ts';

const CARD_ACCESS = hex('31143012060A04007F0007020204020202010202010D');
const PASSWORD = pacePassword({
  kind: 'mrz',
  documentNumber: 'T22000129',
  birthDate: '640812',
  expiryDate: '101031',
});
const ORDER = 0xa9fb57dba1eea9bc3e660a909d838d718c397aa3b561a6f7901e0e82974856a7n;
const MAPPING_SECRET = 0x7f4ef07b9ea82fd78ad689b38d0bc78cf21f249d953bc46f4c6e19259c010f99n;
const AGREEMENT_SECRET = 0xa73fb703ac1436a18e0cfa5abb3f7bec7a070e7a6788486bee230c4a22762595n;

const MAP_OWN =
  '047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D';
const MAP_CHIP =
  '04824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F5730D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C54';
const AGREE_OWN =
  '042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB36462';
const AGREE_CHIP =
  '049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F094';

/** Random bytes that the driver reduces to exactly this scalar. */
function drawnFor(scalar: bigint): Uint8Array {
  return hex(((scalar - 1n) % (ORDER - 1n)).toString(16).padStart(80, '0'));
}

function exampleRandom(): (length: number) => Uint8Array {
  const drawn = [drawnFor(MAPPING_SECRET), drawnFor(AGREEMENT_SECRET)];
  return () => drawn.shift() ?? new Uint8Array();
}

function exampleProtocol(): PaceProtocol {
  const protocol = choosePaceProtocol(decodeSecurityInfos(CARD_ACCESS));
  if (!protocol) throw new Error('the example offers PACE');
  return protocol;
}

function conversation(chipToken: string): readonly (readonly [string, string])[] {
  return [
    ['0022C1A40F800A04007F00070202040202830101', '9000'],
    ['10860000027C0000', '7C12801095A3A016522EE98D01E76CB6B98B42C39000'],
    [`10860000457C438141${MAP_OWN}00`, `7C438241${MAP_CHIP}9000`],
    [`10860000457C438341${AGREE_OWN}00`, `7C438441${AGREE_CHIP}9000`],
    ['008600000C7C0A8508C2B0BD78D94BA86600', chipToken],
  ];
}

test('EF.CardAccess names the protocol', () => {
  expect(exampleProtocol()).toMatchObject({
    objectIdentifier: '0.4.0.127.0.7.2.2.4.2.2',
    cipher: 'aes-128',
    curve: { name: 'brainpoolP256r1', parameterId: 13 },
    ambiguous: false,
  });
});

test('the password gives the key that opens the nonce', () => {
  expect(PASSWORD.secret).toEqual(hex('7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD'));
  const suite = cipherSuite('aes-128');
  const key = suite.deriveKey(PASSWORD.secret, 'password');
  expect(key).toEqual(hex('89DED1B26624EC1E634C1989302849DD'));
  expect(suite.decryptNonce(key, hex('95A3A016522EE98D01E76CB6B98B42C3'))).toEqual(
    hex('3F00C4D39D153F2B2A214A078D899B22'),
  );
});

test('five exchanges lead to the session keys', async () => {
  const channel = createCountedChannel(scriptedChannel(conversation('7C0A86083ABB9674BCE93C089000')));
  const session = await establishPace(
    createPlainExchange(channel),
    exampleProtocol(),
    PASSWORD,
    exampleRandom(),
  );
  expect(session.keys.encryption).toEqual(hex('F5F0E35C0D7161EE6724EE513A0D9A7F'));
  expect(session.keys.mac).toEqual(hex('FE251C7858B356B24514B3BD5F4297D1'));
  expect(session.counter).toEqual(new Uint8Array(16));
  expect(channel.count()).toBe(5);
});

test.each([
  ['6300', 'wrong-key'],
  ['63C1', 'wrong-key'],
  ['7C0A86083ABB9674BCE93C099000', 'wrong-key'],
  ['7C0A85083ABB9674BCE93C089000', 'malformed'],
  ['9000', 'malformed'],
])('a last answer of %s ends in %s', async (answer, kind) => {
  const channel = createCountedChannel(scriptedChannel(conversation(answer)));
  const attempt = establishPace(createPlainExchange(channel), exampleProtocol(), PASSWORD, exampleRandom());
  await expect(attempt).rejects.toMatchObject({ name: 'EmrtdError', kind });
});

test('a key that is not on the curve, or our own, is refused', async () => {
  const lines = conversation('9000');
  const offCurve = [...lines.slice(0, 2), [lines[2]?.[0] ?? '', `7C438241${AGREE_CHIP.slice(0, -2)}959000`]];
  const mirrored = [...lines.slice(0, 3), [lines[3]?.[0] ?? '', `7C438441${AGREE_OWN}9000`]];
  for (const script of [offCurve, mirrored]) {
    const channel = createCountedChannel(scriptedChannel(script as [string, string][]));
    const attempt = establishPace(createPlainExchange(channel), exampleProtocol(), PASSWORD, exampleRandom());
    await expect(attempt).rejects.toMatchObject({ name: 'EmrtdError', kind: 'malformed' });
  }
});

test('a nonce of nothing maps to nothing and is refused', async () => {
  const suite = cipherSuite('aes-128');
  const nonce = suite.encryptNonce(suite.deriveKey(PASSWORD.secret, 'password'), new Uint8Array(16));
  const lines = conversation('9000').map(([command, response], line): [string, string] =>
    line === 1 ? [command, `7C128010${Buffer.from(nonce).toString('hex')}9000`] : [command, response],
  );
  const channel = createCountedChannel(scriptedChannel(lines));
  const attempt = establishPace(createPlainExchange(channel), exampleProtocol(), PASSWORD, exampleRandom());
  await expect(attempt).rejects.toMatchObject({ name: 'EmrtdError', kind: 'malformed' });
});
