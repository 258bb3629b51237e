import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CardChannel } from '../../../drivers/smart-card/card-channel.ts';
import { CardError } from '../../../drivers/smart-card/card-error.ts';

export interface ForeignCard extends AsyncDisposable {
  readonly channel: CardChannel;
}

/** QEMU's ccid-card-passthru: three big-endian numbers (type, reader, length), then the payload. */
const HEADER_LENGTH = 12;
const ATR = 5;
const APDU = 7;
const SHORT_COMMAND = 261;
const SHORT_RESPONSE = 258;

interface Message {
  readonly type: number;
  readonly payload: Uint8Array;
}

/**
 * Starts the foreign card as the lab does, with this program in QEMU's place: no reader is between. `without` leaves
 * mends out by their place. Fails with a `CardError` `reader-gone` when the card ends before it has said who it is.
 */
export async function openForeignCard(files: string, without: readonly number[] = []): Promise<ForeignCard> {
  const place = mkdtempSync(join(tmpdir(), 'anjungan-card-'));
  const path = join(place, 'socket');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const program = join(import.meta.dirname, 'passport_card.py');
  const child = spawn('/usr/bin/python3', ['-B', program, files, path, ...without.map(String)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const messages: Message[] = [];
  let waiting: { resolve: (message: Message) => void; reject: (error: Error) => void } | null = null;
  let connection: Socket | null = null;
  let gone: CardError | null = null;
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      gone = new CardError('reader-gone', said.trim().split('\n').at(-1) ?? '');
      waiting?.reject(gone);
      resolve();
    });
  });
  server.on('connection', (socket) => {
    connection = socket;
    let bytes: Buffer = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (part) => {
      bytes = Buffer.concat([bytes, part]);
      while (bytes.length >= HEADER_LENGTH) {
        const end = HEADER_LENGTH + bytes.readUInt32BE(8);
        if (bytes.length < end) return;
        arrived({
          type: bytes.readUInt32BE(0),
          payload: Uint8Array.from(bytes.subarray(HEADER_LENGTH, end)),
        });
        bytes = bytes.subarray(end);
      }
    });
  });

  function arrived(message: Message) {
    if (message.type !== ATR && message.type !== APDU) return;
    if (waiting) waiting.resolve(message);
    else messages.push(message);
  }

  async function next(): Promise<Uint8Array> {
    const ready = messages.shift();
    if (ready) return ready.payload;
    if (gone) throw gone;
    const { promise, resolve, reject } = Promise.withResolvers<Message>();
    waiting = { resolve, reject };
    try {
      return (await promise).payload;
    } finally {
      waiting = null;
    }
  }

  async function close() {
    child.kill();
    await ended;
    connection?.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(place, { recursive: true, force: true });
  }

  try {
    const atr = await next();
    return {
      channel: {
        atr,
        maximumCommandLength: SHORT_COMMAND,
        maximumResponseLength: SHORT_RESPONSE,
        async transmit(command) {
          const header = Buffer.alloc(HEADER_LENGTH);
          header.writeUInt32BE(APDU, 0);
          header.writeUInt32BE(command.length, 8);
          connection?.write(Buffer.concat([header, command]));
          return await next();
        },
      },
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
