/** The specimen chip is as strict as a real one, asked without the driver between. */
import { expect, test } from 'vitest';
import { command, encodeCommand } from '../../emrtd/apdu/command-apdu.ts';
import { cipherSuite, sessionKeys } from '../../emrtd/crypto/cipher-suite.ts';
import { protectCommand } from '../../emrtd/secure-messaging/protect-command.ts';
import { hex } from '../../emrtd/testing/hex.ts';
import { passport } from '../../emrtd/testing/passport-rig.ts';
import { parseChipCommand } from './chip-command.ts';
import { createChipSession } from './chip-session.ts';

const SELECT_APPLICATION = '00A4040C07A0000002471001';

function ask(card: { process(bytes: Uint8Array): { response: Uint8Array } }, text: string): string {
  return Buffer.from(card.process(hex(text)).response)
    .toString('hex')
    .toUpperCase();
}

test.each([
  ['nothing', ''],
  ['three bytes', '00A404'],
  ['a length longer than its data', '00A4040C08A0000002471001'],
  ['an extended command to a chip for short ones', '00B09C00000000'],
])('%s is refused with 6700', (_, text) => {
  expect(ask(passport(), text)).toBe('6700');
});

test('without a session only EF.CardAccess is read', () => {
  const card = passport();
  expect(ask(card, '00B09C0000')).toMatch(/^3114.*9000$/);
  expect(ask(card, '00B0810000')).toBe('6A82');
  expect(ask(card, SELECT_APPLICATION)).toBe('9000');
  expect(ask(card, '00B0810000')).toBe('6982');
  expect(ask(card, '00A4020C020101')).toBe('6982');
  expect(ask(card, '0CB0810000')).toBe('6988');
  expect(ask(card, '00D6000001FF')).toBe('6D00');
});

test('BAC and PACE out of turn are refused', () => {
  const card = passport();
  expect(ask(card, '0084000008')).toBe('6985');
  expect(ask(card, '10860000027C0000')).toBe('6985');
  ask(card, SELECT_APPLICATION);
  expect(ask(card, `0082000028${'00'.repeat(40)}28`)).toBe('6985');
  expect(ask(card, '0084000008')).toMatch(/^.{16}9000$/);
  expect(ask(card, `0082000028${'00'.repeat(40)}28`)).toBe('6300');
  expect(ask(card, `0082000028${'00'.repeat(40)}28`)).toBe('6985');
  expect(ask(passport({ bac: false }), '0084000008')).toBe('6985');
});

test('D.4 of Doc 9303 part 11 from the side of the chip', () => {
  const keys = sessionKeys(cipherSuite('3des'), hex('0036D272F5C350ACAC50C3F572D23600'));
  const session = createChipSession(keys, hex('887022120C06C226'));
  const unwrap = (text: string) => {
    const parsed = parseChipCommand(hex(text));
    return parsed && session.unwrap(parsed);
  };
  const wrap = (text: string, ins: number) =>
    Buffer.from(session.wrap({ data: hex(text), statusWord: 0x9000 }, ins))
      .toString('hex')
      .toUpperCase();
  expect(unwrap('0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800')).toMatchObject({
    ins: 0xa4,
    data: Buffer.from(hex('011E')),
    le: null,
  });
  expect(wrap('', 0xa4)).toBe('990290008E08FA855A5D4C50A8ED9000');
  expect(unwrap('0CB000000D9701048E08ED6705417E96BA5500')).toMatchObject({ ins: 0xb0, le: 4 });
  expect(wrap('60145F01', 0xb0)).toBe('8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000');
});

test('a repeated, a changed and a plain command each end the session', () => {
  const keys = sessionKeys(cipherSuite('aes-128'), new Uint8Array(32));
  const counter = new Uint8Array(16);
  const first = protectCommand(
    command(0xb0, 0x81, 0, { expected: 4 }),
    keys,
    Uint8Array.of(...counter.slice(1), 1),
  );
  const parsed = parseChipCommand(first);
  if (!parsed) throw new Error('not a command');
  const session = createChipSession(keys, counter);
  expect(session.unwrap(parsed)).toMatchObject({ ins: 0xb0, le: 4 });
  expect(session.unwrap(parsed)).toBe(0x6988);
  const changed = { ...parsed, p1: 0x82 };
  expect(createChipSession(keys, counter).unwrap(changed)).toBe(0x6988);
  const bare = parseChipCommand(encodeCommand(command(0xb0, 0x81, 0, { cla: 0x0c, expected: 4 })));
  if (!bare) throw new Error('not a command');
  expect(createChipSession(keys, counter).unwrap(bare)).toBe(0x6987);
});

test('power forgets everything, and work is told', () => {
  const card = passport();
  ask(card, SELECT_APPLICATION);
  card.reset();
  expect(card.commands()).toBe(0);
  expect(ask(card, '00B09C0000')).toMatch(/^3114.*9000$/);
  card.setWork(40);
  expect(card.process(hex('00B09C0000')).worksMs).toBe(40);
});
