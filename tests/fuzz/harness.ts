/** Feeds what is more than a function from bytes to a value: streams, readers that ask, devices that answer. */
import { createLineSplitter } from '../../drivers/ktp-el/line-splitter.ts';
import { LARGEST_PHOTO, readKtpPhoto } from '../../drivers/ktp-el/read-ktp-photo.ts';
import { readContainer } from '../../drivers/ptp/container-reader.ts';
import { createEventStream } from '../../drivers/ptp/event-stream.ts';
import { createStatusStream } from '../../drivers/receipt-printer/status-stream.ts';
import { TransportError } from '../../drivers/transport/transport-error.ts';
import type { UsbTransport } from '../../drivers/transport/usb-transport.ts';
import { createVirtualKtpCard } from '../../drivers/virtual/ktp-el/virtual-ktp-card.ts';
import { createManualClock } from '../../drivers/virtual/manual-clock.ts';
import { createEscPosParser } from '../../drivers/virtual/printer/escpos-parser.ts';
import { createVirtualStillCamera } from '../../drivers/virtual/ptp/virtual-still-camera.ts';
import { JPEG } from './samples.ts';

const never = new AbortController().signal;

export function statusStream(input: Uint8Array) {
  const stream = createStatusStream();
  let told = 0;
  for (const byte of input)
    for (const message of stream.push(byte))
      told += message.kind === 'garbage' ? message.bytes.length : message.kind === 'automatic' ? 4 : 1;
  if (told > input.length || told < input.length - 3)
    throw new Error(`${told} of ${input.length} bytes told`);
}

export function escPosCommands(input: Uint8Array) {
  const parser = createEscPosParser();
  for (const byte of input) parser.push(byte);
}

/** The first byte is the packet size. */
export function ptpEventStream(input: Uint8Array) {
  const [size = 0, ...rest] = input;
  const packetSize = Math.max(1, size % 65);
  const stream = createEventStream(packetSize);
  let told = 0;
  for (let at = 0; at < rest.length; at += packetSize) {
    const message = stream.push(Uint8Array.from(rest.slice(at, at + packetSize)));
    told += message?.kind === 'garbage' ? message.bytes.length : message ? 12 : 0;
  }
  if (told > rest.length) throw new Error(`${told} of ${rest.length} bytes told`);
}

/** The input is everything a bulk endpoint sends before it falls silent, in packets of 64 bytes. */
export async function ptpContainer(input: Uint8Array) {
  const limit = 4_096;
  let offset = 0;
  const transport: Pick<UsbTransport, 'transferIn'> = {
    async transferIn(_, length) {
      if (offset > input.length) throw new TransportError('timeout', 'Silent');
      const bytes = input.slice(offset, offset + length);
      // After the end comes one empty packet, which a device sends after a full one.
      offset += bytes.length < length ? input.length + 1 : bytes.length;
      return bytes;
    },
  };
  const pipe = { transport, endpoint: 1, packetSize: 64 };
  const { bytes } = await readContainer(pipe, { limit, deadlineMs: 1, partMs: 1, signal: never });
  if (bytes.length > limit + 12) throw new Error(`${bytes.length} bytes passed the bound`);
}

/** Packets of up to 32 bytes each, and everything the camera has to say to them. */
export function virtualCamera(input: Uint8Array) {
  const camera = createVirtualStillCamera({ clock: createManualClock(), picture: () => JPEG });
  for (let at = 0; at < input.length; at += 32) {
    camera.packetOut(2, input.subarray(at, at + 32));
    while (camera.packetIn(1) instanceof Uint8Array);
  }
}

/** Each answer of the card stands behind a byte with its length; after the last one the card says 9000. */
export async function ktpPhoto(input: Uint8Array) {
  let offset = 0;
  const { jpeg } = await readKtpPhoto({
    atr: new Uint8Array(),
    maximumResponseLength: 258,
    maximumCommandLength: 261,
    async transmit() {
      const length = input[offset];
      if (length === undefined) return Uint8Array.of(0x90, 0x00);
      const answer = input.slice(offset + 1, offset + 1 + length);
      offset += 1 + length;
      return answer;
    },
  });
  if (jpeg.length > LARGEST_PHOTO) throw new Error(`${jpeg.length} bytes passed the bound`);
}

export function virtualKtpCard(input: Uint8Array) {
  const card = createVirtualKtpCard({ photo: JPEG });
  const { response } = card.process(input);
  if (response.length < 2 || response.length > 258) throw new Error(`A response of ${response.length} bytes`);
}

export function lineSplitter(input: Uint8Array) {
  const splitter = createLineSplitter(100);
  for (let at = 0; at < input.length; at += 7)
    for (const line of splitter.push(input.subarray(at, at + 7)))
      if (line.length > 100) throw new Error(`A line of ${line.length}`);
}
