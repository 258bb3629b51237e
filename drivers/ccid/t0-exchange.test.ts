import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CardError } from '../smart-card/card-error.ts';
import { decodeCommandApdu } from './command-apdu.ts';
import { exchangeT0 } from './t0-exchange.ts';

/** Runs a command against a card that says these lines in turn; resolves with the response and what the card heard. */
async function talk(command: string, ...answers: readonly string[]) {
  const apdu = decodeCommandApdu(Buffer.from(command, 'hex'));
  if (!apdu) throw new Error('No command');
  const heard: string[] = [];
  const response = await exchangeT0(apdu, async (tpdu) => {
    heard.push(Buffer.from(tpdu).toString('hex'));
    return Uint8Array.from(Buffer.from(answers[heard.length - 1] ?? '6f00', 'hex'));
  });
  return { response: Buffer.from(response).toString('hex'), heard };
}

// ISO/IEC 7816-3, 12.2: what each case becomes in TPDUs.
test('case 1 has a P3 of zero', async () => {
  expect(await talk('00440000', '9000')).toEqual({ response: '9000', heard: ['0044000000'] });
});

test('case 2 is repeated with the length the card names', async () => {
  const { response, heard } = await talk('00b0000000', '6c02', 'aabb9000');
  expect(response).toBe('aabb9000');
  expect(heard).toEqual(['00b0000000', '00b0000002']);
});

test('case 3 goes out whole and 61xx comes back as it is', async () => {
  expect(await talk('00d6000002aabb', '6105')).toEqual({ response: '6105', heard: ['00d6000002aabb'] });
});

test('case 4 fetches what waits, on its channel and without secure messaging', async () => {
  const { response, heard } = await talk('0ca40000023f0000', '6102', 'aabb9000');
  expect(response).toBe('aabb9000');
  expect(heard).toEqual(['0ca40000023f00', '00c0000002']);
  expect((await talk('a0a40000023f0000', '6102', 'aabb9000')).heard[1]).toBe('a0c0000002');
  expect((await talk('01a40000023f0000', '6102', 'aabb9000')).heard[1]).toBe('01c0000002');
});

test('a long answer is fetched piece by piece, corrected once where the card wants another length', async () => {
  const { response, heard } = await talk('00b00000000000', 'aa6103', '6c02', 'bbcc6101', 'dd9000');
  expect(response).toBe('aabbccdd9000');
  expect(heard.slice(1)).toEqual(['00c0000003', '00c0000002', '00c0000001']);
});

test('no more is fetched than was asked for', async () => {
  const { response, heard } = await talk('00a40000023f0002', '6109', 'aabb6107');
  expect(response).toBe('aabb6107');
  expect(heard[1]).toBe('00c0000002');
});

test.each([
  ['no status word', ['90']],
  ['more than was asked for', [`${'00'.repeat(17)}9000`]],
  ['a promise not kept', ['6105', '6105']],
])('%s is against the protocol', async (_, answers) => {
  await expect(talk('00b0000010', ...answers)).rejects.toMatchObject({ kind: 'protocol' });
});

test('whatever the card answers: a response with a status word, or a typed error', async () => {
  const answer = fc.oneof(
    fc.uint8Array({ maxLength: 20 }),
    fc
      .tuple(fc.uint8Array({ maxLength: 16 }), fc.constantFrom(0x61, 0x6c, 0x90), fc.nat(255))
      .map(([bytes, sw1, sw2]) => Uint8Array.of(...bytes, sw1, sw2)),
  );
  const command = fc.constantFrom(
    '00440000',
    '00b0000000',
    '00d6000002aabb',
    '00a40000023f0000',
    '00b00000000000',
  );
  await fc.assert(
    fc.asyncProperty(command, fc.array(answer, { minLength: 1, maxLength: 30 }), async (bytes, answers) => {
      const apdu = decodeCommandApdu(Buffer.from(bytes, 'hex'));
      if (!apdu) throw new Error('No command');
      let index = 0;
      try {
        const response = await exchangeT0(
          apdu,
          async () => answers[index++ % answers.length] ?? new Uint8Array(),
        );
        expect(response.length).toBeGreaterThanOrEqual(2);
      } catch (error) {
        expect(error).toBeInstanceOf(CardError);
      }
    }),
  );
});
