import { expect, test } from 'vitest';
import { createFileCard } from '../card/file-card.ts';
import { createManualClock } from '../manual-clock.ts';
import { createVirtualUsbBus } from '../usb/virtual-usb-bus.ts';
import { ENDPOINT_IN, ENDPOINT_INTERRUPT, ENDPOINT_OUT } from './virtual-ccid-descriptor.ts';
import type { VirtualCcidReaderOptions } from './virtual-ccid-options.ts';
import { createVirtualCcidReader } from './virtual-ccid-reader.ts';

const wait = { deadlineMs: 10_000 };
const CARD = createFileCard({ files: { 12033: Uint8Array.from({ length: 600 }, (_, index) => index) } });
const ATR = Buffer.from(CARD.atr).toString('hex');
const ATR_LENGTH = CARD.atr.length.toString(16).padStart(2, '0');
const POWER_ON = '62 00000000 00 00 00 0000';

/** A reader and the bytes that go in and out of it, as hex. */
async function open(options: Omit<VirtualCcidReaderOptions, 'clock'> = {}) {
  const clock = createManualClock();
  const bus = createVirtualUsbBus(clock);
  const reader = createVirtualCcidReader({ clock, ...options });
  bus.plug(reader);
  const [info] = await bus.list();
  if (!info) throw new Error('No device');
  const transport = await bus.open(info, 0);
  const send = (text: string) => transport.transferOut(ENDPOINT_OUT, bytes(text), wait);
  const read = async () => hex(await transport.transferIn(ENDPOINT_IN, 65_600, wait));
  const say = async (text: string) => {
    await send(text);
    return await read();
  };
  return { clock, reader, transport, send, read, say };
}

test('powers a card on, carries an APDU, powers it off', async () => {
  const { reader, say } = await open();
  expect(await say('65 00000000 00 00 00 0000')).toBe('81000000000000020000');
  reader.insert(CARD);
  expect(await say('65 00000000 00 01 00 0000')).toBe('81000000000001010000');
  expect(await say('62 00000000 00 02 00 0000')).toBe(`80${ATR_LENGTH}0000000002000000${ATR}`);
  expect(await say('6f 05000000 00 03 00 0000 00b0000000')).toBe('80020000000003000000' + '6986');
  expect(await say('63 00000000 00 04 00 0000')).toBe('81000000000004010000');
  expect(await say('6f 05000000 00 05 00 0000 00b0000000')).toBe('8000000000000541fe00');
  expect(reader.problems).toEqual([]);
});

test('tells of cards on the interrupt endpoint, each change once', async () => {
  const { reader, transport } = await open();
  const notice = async () => hex(await transport.transferIn(ENDPOINT_INTERRUPT, 8, wait));
  const first = notice();
  reader.insert(CARD);
  expect(await first).toBe('5003');
  const second = notice();
  reader.remove();
  expect(await second).toBe('5002');
});

test('asks for more time while a card works, and gives the answer in the end', async () => {
  const { clock, reader, say, send, read } = await open();
  reader.insert(createFileCard({ files: {}, worksMs: 2_500 }));
  await say(POWER_ON);
  await send('6f 04000000 00 01 00 0000 00440000');
  const heard = [read()];
  await clock.advance(1_000);
  heard.push(read());
  await clock.advance(1_000);
  heard.push(read());
  await clock.advance(500);
  expect(await Promise.all(heard)).toEqual([
    '80000000000001800100',
    '80000000000001800100',
    '80020000000001000000' + '6d00',
  ]);
});

test('an extended APDU travels in pieces both ways, in turn only', async () => {
  const { reader, say } = await open({ maximumMessageLength: 271 });
  reader.insert(CARD);
  await say(POWER_ON);
  await say('6f 07000000 00 01 00 0000 00a4000c022f01');
  const first = await say('6f 07000000 00 02 00 0000 00b00000000258');
  expect(first.slice(0, 20)).toBe('80050100000002000001');
  const second = await say('6f 00000000 00 03 00 1000');
  expect(second.slice(0, 20)).toBe('80050100000003000003');
  const last = await say('6f 00000000 00 04 00 1000');
  expect(last.slice(0, 20)).toBe('80500000000004000002');
  expect(first.length + second.length + last.length - 60).toBe(2 * 602);
  expect((await say('6f 00000000 00 05 00 1000')).slice(0, 20)).toBe('80000000000005400800');
  expect(await say('6f 03000000 00 06 00 0100 00d600')).toBe('80000000000006000010');
  expect((await say('6f 03000000 00 07 00 0100 00d600')).slice(0, 20)).toBe('80000000000007400800');
  expect(reader.problems).toHaveLength(2);
});

test('an abort takes the request and the message, and ends the work', async () => {
  const { clock, reader, transport, say, send, read } = await open();
  reader.insert(createFileCard({ files: {}, worksMs: 60_000 }));
  await say(POWER_ON);
  await send('6f 04000000 00 01 00 0000 00440000');
  await send('72 00000000 00 02 00 0000');
  const answer = read();
  await clock.advance(500);
  const setup = { type: 'class', recipient: 'interface', request: 1, value: 0x0200, index: 0 } as const;
  await transport.controlOut(setup, new Uint8Array(), wait);
  expect(await answer).toBe('81000000000002000000');
  expect(await say('65 00000000 00 03 00 0000')).toBe('81000000000003000000');
  expect(reader.problems).toEqual([]);
});

test.each([
  ['a slot it does not have', '65 00000000 03 01 00 0000', '81000000000301420500'],
  ['data where there are none', '65 01000000 00 01 00 0000 00', '81000000000001410100'],
  ['a command it does not know', '73 00000000 00 01 00 0000', '81000000000001410000'],
  ['a voltage to a reader that chooses', '62 00000000 00 01 01 0000', '80000000000001410700'],
  ['parameters for a card without power', '61 05000000 00 01 00 0000 110000000a', '8200000000000141fe00'],
])('refuses %s', async (_, command, answer) => {
  const { reader, say } = await open();
  reader.insert(CARD);
  expect(await say(command)).toBe(answer);
});

test('notes what no host may do: a number out of turn, a second command at work, a length that lies', async () => {
  const { clock, reader, transport, say, send, read } = await open();
  reader.insert(createFileCard({ files: {}, worksMs: 3_000 }));
  await say(POWER_ON);
  await send('6f 04000000 00 05 00 0000 00440000');
  expect(await say('65 00000000 00 06 00 0000')).toBe('8100000000000640e000');
  await send('65 05000000 00 07 00 0000 00');
  const late = read();
  await clock.advance(1_000);
  expect(await late).toBe('80000000000005800100');
  await expect(
    transport.transferOut(ENDPOINT_OUT, bytes('6f 00000100 00 08 00 0000'), wait),
  ).rejects.toMatchObject({ kind: 'stall' });
  expect(reader.problems).toEqual([
    'Sequence number 5 follows 0',
    'A command while another is at work',
    'A transfer of 11 bytes announces 5',
    'A message announces 65536 bytes, more than the reader takes',
  ]);
});

test('an answer that fills its packets is ended by an empty one', async () => {
  const { reader, say } = await open();
  reader.insert(CARD);
  await say(POWER_ON);
  await say('6f 07000000 00 01 00 0000 00a4000c022f01');
  // Ten bytes of header, 52 of the file and two of status are one packet of 64.
  expect(await say('6f 05000000 00 02 00 0000 00b0000034')).toHaveLength(2 * 64);
});

test.each([
  [106_000, 24],
  [424_000, 7],
  [848_000, 4],
] as const)(
  'at %i bit/s reading 256 bytes is over within %i ms and not before',
  async (bitRate, milliseconds) => {
    const { clock, reader, say, send, read } = await open({ bitRate });
    reader.insert(CARD);
    const power = say(POWER_ON);
    await clock.advance(1_000);
    await power;
    const selected = say('6f 07000000 00 01 00 0000 00a4000c022f01');
    await clock.advance(1_000);
    await selected;
    await send('6f 05000000 00 02 00 0000 00b0000000');
    let done = false;
    const reading = read().then(() => {
      done = true;
    });
    await clock.advance(milliseconds - 1);
    expect(done).toBe(false);
    await clock.advance(1);
    await reading;
  },
);

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
}

function hex(value: Uint8Array): string {
  return Buffer.from(value).toString('hex');
}
