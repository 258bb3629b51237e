/** The smart-card reader driver with a reader and a card that others wrote: QEMU's, and libcacard's CAC in it. */
import { createHash, publicDecrypt, randomBytes, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CardChannel } from '../../../drivers/smart-card/card-channel.ts';
import { createCardReaderManager } from '../../../drivers/smart-card/reader-manager.ts';
import { createSystemClock } from '../../../station/clock/clock.ts';
import { driverClock } from '../../../station/devices/driver-clock.ts';
import { CARD_FOLDER, CERTIFICATES } from '../support/certificate-card.ts';
import { openOwnBus } from '../support/own-bus.ts';
import { until } from '../support/wait.ts';

const SERIAL_NUMBER = 'QEMU-CARD';
const READY_MS = 10_000;
/** What libcacard answers to reset: T=0, and its own name. */
const ATR = '3b7a18000073667465206364313434';
/** Identifiers of the applets with a key each (GSC-IS 2.1, chapter 7): the last byte counts. */
const KEY_APPLET = 'a0000000790100';
const UNKNOWN_APPLET = 'a0000000999999';
/** READ BUFFER of the values (GSC-IS 2.1, 5.3.4), which begin with two bytes of their length and one of no use here. */
const VALUES = '02';
const BEFORE_CERTIFICATE = 3;
/** Most bytes one READ BUFFER of this card gives. */
const LARGEST_READ = 0xff;
/** The card is made without a PIN, and takes any. */
const VERIFY_ANY_PIN = '002000000831323334ffffffff';
/** DigestInfo of SHA-256 without the hash (RFC 8017, 9.2, note 1). */
const SHA_256_INFO = '3031300d060960864801650304020105000420';
const KEY_BYTES = 256;
/** As much of a block as goes into the first of the two commands that carry it. */
const FIRST_PART = 240;

test('is seen, powered, and answers to reset', async () => {
  const { manager } = await seeCard();
  expect(manager.snapshot()[0]).toMatchObject({ state: { name: 'ready' }, card: 'present' });
  const atr = await manager.withCard(null, async (channel) => channel.atr);
  expect(Buffer.from(atr).toString('hex')).toBe(ATR);
});

test.each(CERTIFICATES)('its certificate for %s is the one it was made with, byte for byte', async (name) => {
  const { manager } = await seeCard();
  const read = await manager.withCard(null, (channel) => readCertificate(channel, name));
  expect(read.equals(made(name))).toBe(true);
});

test('signs with the key of its certificate, given a block in two commands', async () => {
  const { manager } = await seeCard();
  const hash = createHash('sha256').update(randomBytes(32)).digest();
  const info = Buffer.concat([Buffer.from(SHA_256_INFO, 'hex'), hash]);
  const block = Buffer.alloc(KEY_BYTES, 0xff);
  block.set([0, 1]);
  block.set([0, ...info], KEY_BYTES - info.length - 1);
  const signature = await manager.withCard(null, async (channel) => {
    await selectKey(channel, 'signature');
    await send(channel, VERIFY_ANY_PIN);
    await send(channel, `80428000${hex(FIRST_PART)}${block.subarray(0, FIRST_PART).toString('hex')}`);
    const rest = block.subarray(FIRST_PART);
    return await send(channel, `80420000${hex(rest.length)}${rest.toString('hex')}00`);
  });
  expect(signature.data).toHaveLength(KEY_BYTES);
  const { publicKey } = new X509Certificate(made('signature'));
  expect(publicDecrypt(publicKey, signature.data).toString('hex')).toBe(info.toString('hex'));
});

test('what the card refuses comes through as the card said it, and the session goes on', async () => {
  const { manager } = await seeCard();
  await manager.withCard(null, async (channel) => {
    expect((await send(channel, `00a4040007${UNKNOWN_APPLET}00`)).status).toBe('6a82');
    await selectKey(channel, 'identity');
    expect((await send(channel, '00b0000010')).status).toBe('6d00');
    expect((await send(channel, '8056000000')).status).toBe('6a86');
    expect((await send(channel, '8056010000')).status).toBe('9000');
  });
});

async function seeCard() {
  const clock = driverClock(createSystemClock());
  const bus = await openOwnBus(SERIAL_NUMBER);
  const manager = createCardReaderManager({ bus, clock });
  onTestFinished(() => bus.close());
  onTestFinished(() => manager.close());
  await until('the card is seen', READY_MS, () => manager.snapshot()[0]?.card === 'present');
  return { manager };
}

async function selectKey(channel: CardChannel, name: (typeof CERTIFICATES)[number]) {
  const applet = `${KEY_APPLET.slice(0, -2)}${hex(CERTIFICATES.indexOf(name))}`;
  expect((await send(channel, `00a4040007${applet}00`)).status).toBe('9000');
}

async function readCertificate(channel: CardChannel, name: (typeof CERTIFICATES)[number]): Promise<Buffer> {
  await selectKey(channel, name);
  const length = (await readValues(channel, 0, 2)).readUInt16LE();
  const parts: Buffer[] = [];
  for (let offset = BEFORE_CERTIFICATE; offset < length + 2; offset += LARGEST_READ)
    parts.push(await readValues(channel, offset, Math.min(LARGEST_READ, length + 2 - offset)));
  return Buffer.concat(parts);
}

async function readValues(channel: CardChannel, offset: number, length: number): Promise<Buffer> {
  const place = offset.toString(16).padStart(4, '0');
  const { data, status } = await send(channel, `8052${place}02${VALUES}${hex(length)}00`);
  expect([status, data.length]).toEqual(['9000', length]);
  return data;
}

async function send(channel: CardChannel, command: string) {
  const answer = Buffer.from(await channel.transmit(Uint8Array.from(Buffer.from(command, 'hex'))));
  return { data: answer.subarray(0, -2), status: answer.subarray(-2).toString('hex') };
}

/** The host's own copy, which the guest sees beside the project's files. */
function made(name: (typeof CERTIFICATES)[number]): Buffer {
  return readFileSync(join('out', 'lab', CARD_FOLDER, `${name}.der`));
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
