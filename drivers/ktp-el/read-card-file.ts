import type { CardChannel } from '../smart-card/card-channel.ts';
import { CardError } from '../smart-card/card-error.ts';
import { isSuccess, readAnswer, refused } from './card-answer.ts';
import { readBinary } from './ktp-commands.ts';

/** A part and its status word fit one ISO 14443-4 frame of 256 bytes, so no reader has to chain. */
const PART_LENGTH = 248;
/** End of file reached before Le bytes were read (ISO/IEC 7816-4, 5.1.3): a warning, with what there was. */
const END_OF_FILE = 0x6282;

export interface FileReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((received: number) => void) | undefined;
}

/**
 * `length` bytes of the selected file from `offset`, fewer where the file ends. Every answer brings at least a byte or
 * ends the reading. Fails with a `CardError`.
 */
export async function readCardFile(
  channel: CardChannel,
  offset: number,
  length: number,
  options: FileReadOptions = {},
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const largest = Math.min(PART_LENGTH, channel.maximumResponseLength - 2);
  for (let filled = 0; filled < length; ) {
    const part = await readPart(channel, offset + filled, Math.min(largest, length - filled), options.signal);
    bytes.set(part.data, filled);
    filled += part.data.length;
    options.onProgress?.(filled);
    if (part.ended) return bytes.slice(0, filled);
  }
  return bytes;
}

async function readPart(
  channel: CardChannel,
  offset: number,
  length: number,
  signal: AbortSignal | undefined,
): Promise<{ data: Uint8Array; ended: boolean }> {
  let { data, statusWord } = readAnswer(await channel.transmit(readBinary(offset, length), { signal }));
  // 6Cxx tells the length that would be right; fewer bytes than asked for are left.
  const right = statusWord & 0xff;
  const shorter = statusWord >> 8 === 0x6c && right > 0 && right < length;
  if (shorter)
    ({ data, statusWord } = readAnswer(await channel.transmit(readBinary(offset, right), { signal })));
  const ended = statusWord === END_OF_FILE || shorter;
  if (!isSuccess(statusWord) && statusWord !== END_OF_FILE) throw refused(statusWord, 'Reading a file');
  if (data.length > length || (data.length === 0 && !ended))
    throw new CardError('protocol', `${data.length} bytes came where ${length} were asked for`);
  return { data, ended };
}
