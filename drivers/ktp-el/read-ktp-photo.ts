/**
 * The photo of an Indonesian electronic identity card, the one thing on it that any reader may read. It is the
 * holder's face: read it only with the holder's consent, and never take it as proof of who the holder is.
 */
import { type JpegFrame, readJpegFrame } from '../jpeg/jpeg-frame.ts';
import type { CardChannel } from '../smart-card/card-channel.ts';
import { CardError } from '../smart-card/card-error.ts';
import { isSuccess, readAnswer, refused } from './card-answer.ts';
import { KTP_DIRECTORY, KTP_PHOTO_FILE, READ_UID, selectFile } from './ktp-commands.ts';
import { KtpPhotoError } from './ktp-photo-error.ts';
import { readCardFile } from './read-card-file.ts';

/** The chip holds 8 kB in all; twice that leaves room for a later card, within READ BINARY's 15-bit offset. */
export const LARGEST_PHOTO = 16_384;
/** The file begins with the length of the rest, two bytes big-endian; the first read takes some of the rest along. */
const LENGTH_BYTES = 2;
const FIRST_READ = 8;
/** ISO 14443-3: four, seven or ten bytes. */
const LONGEST_UID = 10;

export interface KtpPhoto extends JpegFrame {
  /** The card's serial number, random on some cards; null where the reader cannot tell it. */
  readonly uid: Uint8Array | null;
  /** From SOI to EOI. */
  readonly jpeg: Uint8Array;
}

export interface KtpPhotoOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: { readonly receivedBytes: number; readonly totalBytes: number }) => void;
}

/** Fails with a `CardError`, `removed` when the card left the reader, or a `KtpPhotoError`. */
export async function readKtpPhoto(channel: CardChannel, options: KtpPhotoOptions = {}): Promise<KtpPhoto> {
  const { signal, onProgress } = options;
  const uid = await readUid();
  await select(KTP_DIRECTORY, 'not-ktp-el');
  await select(KTP_PHOTO_FILE, 'no-photo');

  const start = await readStart();
  const [high, low] = start;
  if (high === undefined || low === undefined) throw new KtpPhotoError('no-photo', 'The photo file is empty');
  const length = (high << 8) | low;
  if (length === 0) throw new KtpPhotoError('no-photo', 'The photo file holds no photo');
  if (length > LARGEST_PHOTO) throw new KtpPhotoError('too-large', `The card speaks of ${length} bytes`);

  const head = start.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
  const rest = await readCardFile(channel, LENGTH_BYTES + head.length, length - head.length, {
    signal,
    onProgress: (received) => onProgress?.({ receivedBytes: head.length + received, totalBytes: length }),
  });
  if (head.length + rest.length < length)
    throw new KtpPhotoError('damaged', `${head.length + rest.length} of ${length} bytes are there`);
  const bytes = new Uint8Array(length);
  bytes.set(head);
  bytes.set(rest, head.length);
  const frame = readJpegFrame(bytes);
  if (!frame) throw new KtpPhotoError('damaged', `${length} bytes are no whole JPEG`);
  return { ...frame, uid, jpeg: bytes.subarray(0, frame.length) };

  async function readUid(): Promise<Uint8Array | null> {
    const { data, statusWord } = readAnswer(await channel.transmit(READ_UID, { signal }));
    return isSuccess(statusWord) && data.length > 0 && data.length <= LONGEST_UID ? data.slice() : null;
  }

  async function select(identifier: number, otherwise: 'not-ktp-el' | 'no-photo') {
    const { statusWord } = readAnswer(await channel.transmit(selectFile(identifier), { signal }));
    if (isSuccess(statusWord)) return;
    const cause = refused(statusWord, `Selecting ${identifier.toString(16)}`);
    throw new KtpPhotoError(otherwise, cause.message, { cause });
  }

  async function readStart(): Promise<Uint8Array> {
    try {
      return await readCardFile(channel, 0, FIRST_READ, { signal });
    } catch (cause) {
      if (!(cause instanceof CardError) || cause.kind !== 'refused') throw cause;
      throw new KtpPhotoError('no-photo', 'The photo file is not open to readers', { cause });
    }
  }
}
