/** The worked example of Doc 9303 part 11, appendix D, byte for byte. */
import { expect, test } from 'vitest';
import { bacSeed } from './access/access-key.ts';
import { establishBac } from './access/bac.ts';
import { mrzInformation } from './access/mrz-information.ts';
import { command } from './apdu/command-apdu.ts';
import { createCountedChannel, createPlainExchange } from './apdu/plain-exchange.ts';
import { cipherSuite, sessionKeys } from './crypto/cipher-suite.ts';
import { createSecureExchange } from './secure-messaging/secure-exchange.ts';
import { givenBytes, hex } from './testing/hex.ts';
import { scriptedChannel } from './testing/scripted-channel.ts';

const MRZ = { documentNumber: 'L898902C', birthDate: '690806', expiryDate: '940623' };
const suite = cipherSuite('3des');

/** The example sets the parity bits, which DES does not read. */
function withoutParity(key: Uint8Array): Uint8Array {
  return key.map((byte) => byte & 0xfe);
}

test('D.2: the zone gives the seed, the seed the keys', () => {
  expect(mrzInformation(MRZ)).toBe('L898902C<369080619406236');
  const seed = bacSeed(MRZ);
  expect(seed).toEqual(hex('239AB9CB282DAF66231DC5A4DF6BFBAE'));
  const keys = sessionKeys(suite, seed);
  expect(withoutParity(keys.encryption)).toEqual(withoutParity(hex('AB94FDECF2674FDFB9B391F85D7F76F2')));
  expect(withoutParity(keys.mac)).toEqual(withoutParity(hex('7962D9ECE03D1ACD4C76089DCE131543')));
});

test('D.2: a document number of more than nine characters keeps them all', () => {
  const long = { documentNumber: 'D23145890734', birthDate: '340712', expiryDate: '950712' };
  expect(mrzInformation(long)).toBe('D23145890734934071279507122');
});

test('D.3 and D.4: the keys are agreed on, EF.COM is selected and read', async () => {
  const channel = createCountedChannel(
    scriptedChannel([
      ['0084000008', '4608F919887022129000'],
      [
        '0082000028 72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A7 28',
        '46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000',
      ],
      ['0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800', '990290008E08FA855A5D4C50A8ED9000'],
      ['0CB000000D9701048E08ED6705417E96BA5500', '8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000'],
      [
        '0CB000040D9701128E082EA28A70F3C7B53500',
        '871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000',
      ],
    ]),
  );
  const random = givenBytes('781723860C06C226', '0B795240CB7049B01C19B33E32804F0B');
  const session = await establishBac(createPlainExchange(channel), MRZ, random);
  expect(withoutParity(session.keys.encryption)).toEqual(
    withoutParity(hex('979EC13B1CBFE9DCD01AB0FED307EAE5')),
  );
  expect(withoutParity(session.keys.mac)).toEqual(withoutParity(hex('F1CB1F1FB5ADF208806B89DC579DC1F8')));
  expect(session.counter).toEqual(hex('887022120C06C226'));

  const exchange = createSecureExchange(channel, session);
  const selected = await exchange.send(command(0xa4, 0x02, 0x0c, { data: hex('011E') }));
  expect(selected).toEqual({ data: new Uint8Array(), statusWord: 0x9000 });
  const header = await exchange.send(command(0xb0, 0, 0, { expected: 4 }));
  expect(header.data).toEqual(hex('60145F01'));
  const rest = await exchange.send(command(0xb0, 0, 4, { expected: 0x12 }));
  expect(rest.data).toEqual(hex('04303130365F36063034303030305C026175'));
  expect(channel.count()).toBe(5);
});

test.each([
  ['6300', 'wrong-key'],
  ['6982', 'wrong-key'],
  ['63C2', 'wrong-key'],
  [`${'00'.repeat(40)}9000`, 'wrong-key'],
  ['9000', 'malformed'],
])('a chip that answers the cryptogram with %s ends in %s', async (answer, kind) => {
  const cryptogram =
    '0082000028 72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A7 28';
  const channel = createCountedChannel(
    scriptedChannel([
      ['0084000008', '4608F919887022129000'],
      [cryptogram, answer],
    ]),
  );
  const random = givenBytes('781723860C06C226', '0B795240CB7049B01C19B33E32804F0B');
  await expect(establishBac(createPlainExchange(channel), MRZ, random)).rejects.toMatchObject({
    name: 'EmrtdError',
    kind,
  });
});

test('a chip that knows the keys and answers another challenge is refused', async () => {
  const keys = sessionKeys(suite, bacSeed(MRZ));
  const zero = new Uint8Array(8);
  const answers = ['4608F919887022134608F91988702212', '4608F919887022127817238606C0C227'].map((randoms) => {
    const cryptogram = suite.encrypt(
      keys.encryption,
      zero,
      hex(`${randoms}0B4F80323EB3191CB04970CB4052790B`),
    );
    return Uint8Array.of(...cryptogram, ...suite.mac(keys.mac, cryptogram));
  });
  for (const answer of answers) {
    const left = [
      { data: hex('4608F91988702212'), statusWord: 0x9000 },
      { data: answer, statusWord: 0x9000 },
    ];
    const exchange = { send: async () => left.shift() ?? { data: new Uint8Array(), statusWord: 0x6f00 } };
    const random = givenBytes('781723860C06C226', '0B795240CB7049B01C19B33E32804F0B');
    await expect(establishBac(exchange, MRZ, random)).rejects.toMatchObject({ kind: 'malformed' });
  }
});
