import { type JpegFrame, readJpegFrame } from '../jpeg/jpeg-frame.ts';
import { CameraFailure } from './camera-failure.ts';
import type { CaptureProgress } from './capture-result.ts';
import { OPERATION } from './ptp-codes.ts';
import type { PtpSession } from './ptp-session.ts';

/** Twice what a 50-megapixel camera writes at its best quality. */
export const LARGEST_PICTURE = 64 * 1024 * 1024;
/** Between two parts a read can stop without leaving the camera in the middle of a transfer. */
const PART_LENGTH = 1_048_576;

export interface ReadPictureOptions {
  readonly session: PtpSession;
  readonly handle: number;
  /** Bytes, as the camera's ObjectInfo says. */
  readonly size: number;
  readonly signal: AbortSignal;
  readonly onProgress?: CaptureProgress | undefined;
}

/** Reads a whole object, in parts where the camera can. Fails as a session does, or with `too-large`. */
export async function readObject(options: ReadPictureOptions): Promise<Uint8Array> {
  const { session, handle, size, signal } = options;
  if (size > LARGEST_PICTURE) throw new CameraFailure('too-large', `A picture of ${size} bytes`);
  const told = (receivedBytes: number) => options.onProgress?.({ receivedBytes, totalBytes: size });

  if (!session.supports(OPERATION.getPartialObject) || size === 0) {
    const bytes = await session.object(handle, size, { signal, onData: told });
    if (bytes.length !== size) throw new CameraFailure('error', `${bytes.length} of ${size} bytes came`);
    return bytes;
  }
  const bytes = new Uint8Array(size);
  for (let offset = 0; offset < size; ) {
    const start = offset;
    const length = Math.min(PART_LENGTH, size - start);
    const onData = (received: number) => told(start + received);
    const part = await session.partialObject(handle, start, length, { signal, onData });
    bytes.set(part, start);
    offset += part.length;
  }
  return bytes;
}

export interface Picture extends JpegFrame {
  readonly jpeg: Uint8Array;
}

/** Reads an object that must be a JPEG. Fails as `readObject` does, or with `not-a-jpeg`. */
export async function readPicture(options: ReadPictureOptions): Promise<Picture> {
  const bytes = await readObject(options);
  const frame = readJpegFrame(bytes);
  if (!frame) throw new CameraFailure('not-a-jpeg', `${bytes.length} bytes are no whole JPEG`);
  return { ...frame, jpeg: bytes.subarray(0, frame.length) };
}
